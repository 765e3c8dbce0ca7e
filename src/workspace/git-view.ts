import { realpathSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import {
  type ByKey,
  type Difference,
  type IndexEntry,
  indexDifferences,
  indexEntries,
  keyOf,
  keysUpwards,
  workingTree,
} from './git-files.ts';
import { commitSince, emptyTree, openRepository, type Repository } from './git-repository.ts';
import { asPrefix, isWithin } from './printed-path.ts';

/** By what a report is to be restricted: what has changed since a branch, tag or commit; since the last commit; what is staged. */
export type ChangeRequest =
  | { readonly kind: 'since'; readonly ref: string }
  | { readonly kind: 'changed' }
  | { readonly kind: 'staged' };

/** What git says of a repository, asked once. */
export interface GitView {
  readonly repository: Repository;
  readonly kind: ChangeRequest['kind'];
  /** The commit compared with; undefined before the first one. */
  readonly base: string | undefined;
  readonly changed: ByKey<Difference>;
  /** Empty where only the index counts. */
  readonly untracked: ReadonlySet<string>;
  readonly index: ByKey<IndexEntry>;
  /** What the working tree has otherwise than the index. */
  readonly unstaged: ByKey<Difference>;
}

/**
 * Asks git what has changed.
 *
 * @throws GitTrouble when it cannot tell
 */
export function gitView(cwd: string, request: ChangeRequest): GitView {
  const repository = openRepository(cwd);
  const { kind } = request;
  const base = kind === 'since' ? commitSince(repository, request.ref) : repository.head;
  const index = indexEntries(repository);
  const staged = indexDifferences(repository, base ?? emptyTree(repository));
  const { differences: unstaged, untracked } = workingTree(repository, index);
  const asked = { repository, kind, base, index, unstaged };
  return kind === 'staged'
    ? { ...asked, changed: staged, untracked: new Set() }
    : { ...asked, changed: new Map([...unstaged, ...staged]), untracked };
}

/**
 * The keys of a file or folder in a repository: as it is named, without links on the way, and where it leads. None when
 * it lies elsewhere.
 */
export function keysAt(path: string, { top, seenTop }: Repository): string[] {
  const folder = realPath(dirname(path));
  const places = [path, folder === undefined ? path : join(folder, basename(path)), realPath(path) ?? path];
  const keys = places.flatMap((place) => {
    const root = [top, seenTop].find((one) => isWithin(place, one));
    if (root === undefined) return [];
    const rest = place === root ? '' : place.slice(asPrefix(root).length);
    return [keyOf(sep === '/' ? rest : rest.replaceAll(sep, '/'))];
  });
  return [...new Set(keys)];
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** The absolute path of what git names from the top, as it is seen from the current folder. */
export function seenPath(path: string, { seenTop }: Repository): string {
  return join(seenTop, path);
}

/** Whether what is at one of the keys, or a link or submodule on the way to it, has changed. */
export function isChangedAt(keys: readonly string[], { changed, untracked }: GitView): boolean {
  return keys.flatMap(keysUpwards).some((key) => changed.has(key) || untracked.has(key));
}

/** Whether git looks after what is at one of the keys, be it as a part of a submodule. */
export function isTrackedAt(keys: readonly string[], { index }: GitView): boolean {
  return keys.some(
    (key) => index.has(key) || keysUpwards(key).some((above) => index.get(above)?.kind === 'submodule'),
  );
}

/** The regular file of the index at one of the keys; the last key, where all links lead, first. */
export function indexedAt(keys: readonly string[], { index }: GitView): IndexEntry | undefined {
  return keys
    .map((key) => index.get(key))
    .filter((entry) => entry?.kind === 'file')
    .at(-1);
}
