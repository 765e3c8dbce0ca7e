import { dirname, posix, resolve } from 'node:path';
import { decodeText } from '../descriptor/decode-text.ts';
import type { Source } from '../descriptor/descriptor.ts';
import { compareText } from '../descriptor/finding.ts';
import { maxTextLength } from '../descriptor/limits.ts';
import type { ScopeFacts } from '../report/scope.ts';
import { diskContents, type FileContents } from './file-contents.ts';
import type { FileSearch, FoundFile } from './find-descriptors.ts';
import { keysUpwards, storedBytes } from './git-files.ts';
import { GitTrouble } from './git-trouble.ts';
import {
  type ChangeRequest,
  type GitView,
  gitView,
  isChangedAt,
  isTrackedAt,
  keysAt,
  seenPath,
} from './git-view.ts';
import { meantFiles } from './meant-files.ts';
import { printedPath } from './printed-path.ts';
import { reviewPathOf } from './review-path.ts';
import { stagedContents, stagedSearch } from './staged-files.ts';
import { isStdin } from './standard-input.ts';
import { hasDescriptorName } from './walk-folder.ts';

/** Files beside descriptors that decide which are found, or how they are judged: by name, in any folder above one. */
const namesThatDecide: readonly string[] = ['microcred.config.yaml', '.microcredignore', '.gitignore'];

/** What of a folder of rules is read (see read-definitions.ts). */
const definition = /^(?:(?:frameworks|vocabulary)\/)?[^/]+\.yaml$/;

export interface ChangesRequest {
  readonly cwd: string;
  readonly paths: readonly string[];
  readonly changes: ChangeRequest;
  /** Files that all judgements rest on, and folders of rules: a change of one concerns every descriptor. */
  readonly restsOn: readonly string[];
}

/** What has changed among the files of a search. */
export interface Changes {
  readonly scope: ScopeFacts;
  /** The files that are to be judged: all, so that rules over the whole catalogue see it whole. */
  readonly search: FileSearch;
  /** What is in them. */
  readonly contents: FileContents;
  /** The printed paths of those that have changed themselves. */
  readonly edited: ReadonlySet<string>;
  /** Those, and the ones whose review has changed. */
  readonly changed: ReadonlySet<string>;
  /** What those that have changed, are renamed or are gone said before. */
  before(): Promise<readonly Source[]>;
}

/**
 * Asks git which of the files found have changed.
 *
 * @throws GitTrouble when git cannot tell
 */
export async function changedFiles(request: ChangesRequest, found: FileSearch): Promise<Changes> {
  if (found.files.some(isStdin)) throw new GitTrouble(noStdin);
  const view = gitView(request.cwd, request.changes);
  const isStaged = view.kind === 'staged';
  const search = isStaged ? await stagedSearch(view, request, found) : found;
  const outside = search.files.find(({ file }) => keysAt(file, view.repository).length === 0);
  if (outside !== undefined) throw new GitTrouble(liesOutside(outside.path));
  const unstaged = isStaged ? decidingKeys(view.unstaged.keys(), view, request, search) : [];
  if (unstaged[0] !== undefined) throw new GitTrouble(notStaged(unstaged[0]));
  const { changes } = request;
  const widenedBy = decidingKeys([...view.changed.keys(), ...view.untracked], view, request, search);
  const edited = search.files.filter((file) => isEdited(file, view)).map(({ path }) => path);
  const reviewed = search.files.filter((file) => isReviewed(file, view)).map(({ path }) => path);
  return {
    scope: {
      kind: view.kind,
      ...(changes.kind === 'since' ? { since: changes.ref } : {}),
      ...(view.base === undefined ? {} : { base: view.base }),
      ...(widenedBy.length === 0 ? {} : { widenedBy }),
    },
    search,
    contents: isStaged ? stagedContents(view) : diskContents(),
    edited: new Set(edited),
    changed: new Set([...edited, ...reviewed]),
    before: () => sourcesBefore(view, request, search),
  };
}

const noStdin = {
  message: 'The standard input is no file of a repository, so git cannot tell whether it has changed.',
  help: 'Name files or folders, or leave out the option that asks for what has changed.',
};

function liesOutside(path: string): GitTrouble['problem'] {
  return {
    message: `\`${path}\` lies outside the repository of the current folder, so git cannot tell whether it has changed.`,
    help: 'Run microcred in the repository that the files belong to.',
  };
}

function notStaged(path: string): GitTrouble['problem'] {
  return {
    message: `--staged judges what is staged, and \`${path}\`, which decides about every descriptor, has changes that are not.`,
    help: `Stage them (\`git add\`), or put them away (\`git stash --keep-index\`).`,
  };
}

/** A file that git ignores or does not know has changed if somebody names it: nobody could tell that it has not. */
function isEdited({ file, isNamed }: FoundFile, view: GitView): boolean {
  const keys = keysAt(file, view.repository);
  return isChangedAt(keys, view) || (isNamed && !isTrackedAt(keys, view));
}

function isReviewed({ file }: FoundFile, view: GitView): boolean {
  const review = reviewPathOf(file);
  return review !== file && isChangedAt(keysAt(review, view.repository), view);
}

/** Which of some keys concern every descriptor, as printed paths, sorted. */
function decidingKeys(
  keys: Iterable<string>,
  view: GitView,
  { cwd, restsOn }: ChangesRequest,
  { files }: FileSearch,
): string[] {
  const { repository } = view;
  const bases = restsOn.flatMap((path) => keysAt(resolve(cwd, path), repository));
  const waysToBases = new Set(bases.flatMap(keysUpwards));
  const folders = new Set(
    files.flatMap(({ file }) => ['.', ...keysAt(dirname(file), repository).flatMap(keysUpwards)]),
  );
  const decides = (key: string): boolean =>
    waysToBases.has(key) ||
    bases.some((base) => isDefinitionIn(base, key)) ||
    (namesThatDecide.includes(posix.basename(key)) && folders.has(posix.dirname(key)));
  return [...keys]
    .filter(decides)
    .map((key) => printedPath(seenPath(key, repository), cwd))
    .sort(compareText);
}

function isDefinitionIn(folder: string, key: string): boolean {
  const prefix = folder === '' ? '' : `${folder}/`;
  return key.startsWith(prefix) && definition.test(key.slice(prefix.length));
}

async function sourcesBefore(
  view: GitView,
  { cwd, paths }: ChangesRequest,
  { files }: FileSearch,
): Promise<readonly Source[]> {
  const { repository } = view;
  const present = new Map(
    files.flatMap(({ file, path }) => keysAt(file, repository).map((key) => [key, path] as const)),
  );
  const candidates = [...view.changed].filter(
    ([key, { path, before }]) => before !== undefined && (present.has(key) || hasDescriptorName(path)),
  );
  const absent = candidates.flatMap(([key, { path }]) =>
    present.has(key) ? [] : [seenPath(path, repository)],
  );
  const meant = await meantFiles(absent, paths, cwd);
  return candidates.flatMap(([key, { path, before = '' }]): Source[] => {
    const file = seenPath(path, repository);
    const shown = present.get(key) ?? (meant.has(file) ? printedPath(file, cwd) : undefined);
    const bytes = shown === undefined ? undefined : storedBytes(repository, before, maxTextLength);
    const decoded = bytes === undefined ? undefined : decodeText(bytes);
    return shown !== undefined && decoded !== undefined && 'text' in decoded
      ? [{ path: shown, text: decoded.text }]
      : [];
  });
}
