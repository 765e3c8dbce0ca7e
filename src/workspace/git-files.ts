import { askGit, nullEnded, runGit } from './git-command.ts';
import type { Repository } from './git-repository.ts';

/**
 * How files are told apart: the path from the top of the repository, with '/'. Disks differ in how they compose letters
 * with accents, so these are composed.
 */
export function keyOf(path: string): string {
  return path.normalize('NFC');
}

/** A file that is not what it was. */
export interface Difference {
  /** From the top of the repository. */
  readonly path: string;
  /** Hash of what the file held before; undefined when there was no regular file. */
  readonly before?: string;
  /** Whether there is nothing any more. */
  readonly isGone: boolean;
}

/** A file of the index. */
export interface IndexEntry {
  readonly path: string;
  readonly hash: string;
  readonly kind: 'file' | 'link' | 'submodule';
  /** Whether a merge has left several versions of it. */
  readonly isUnmerged: boolean;
}

/** By key (see keyOf). */
export type ByKey<T> = ReadonlyMap<string, T>;

/** What the index has otherwise than a commit or tree. Renamed files are differences under both names. */
export function indexDifferences({ top }: Repository, from: string): ByKey<Difference> {
  const settings = ['--cached', '--raw', '-z', '--no-abbrev', '--no-renames', '--ignore-submodules=dirty'];
  const parts = nullEnded(askGit(top, ['diff-index', ...settings, from, '--']));
  const found = new Map<string, Difference>();
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [mode = '', , before = '', , status = ''] = parts[index]?.slice(1).split(' ') ?? [];
    const path = parts[index + 1] ?? '';
    const isRegular = mode.startsWith('100');
    found.set(keyOf(path), { path, isGone: status === 'D', ...(isRegular ? { before } : {}) });
  }
  return found;
}

/** What the working tree has otherwise than the index. */
export interface WorkingTree {
  /** Of submodules only another commit is a difference. */
  readonly differences: ByKey<Difference>;
  /** Keys of what git neither tracks nor is told to ignore; of a repository within, its folder. */
  readonly untracked: ReadonlySet<string>;
}

/** Unlike `git diff`, `git status` can tell files that were only touched without writing to the index. */
export function workingTree({ top }: Repository, index: ByKey<IndexEntry>): WorkingTree {
  const settings = [
    '--porcelain=v1',
    '-z',
    '--no-renames',
    '--untracked-files=all',
    '--ignore-submodules=dirty',
  ];
  const differences = new Map<string, Difference>();
  const untracked = new Set<string>();
  for (const part of nullEnded(askGit(top, ['status', ...settings]))) {
    const path = part.slice(3);
    const key = keyOf(path.replace(/\/$/, ''));
    const entry = index.get(key);
    if (part.startsWith('??')) untracked.add(key);
    else if (part[1] !== ' ') {
      const before = entry?.kind === 'file' ? { before: entry.hash } : {};
      differences.set(key, { path, isGone: part[1] === 'D', ...before });
    }
  }
  return { differences, untracked };
}

const entryKinds: Readonly<Record<string, IndexEntry['kind']>> = { '120000': 'link', '160000': 'submodule' };

/** What the index holds. */
export function indexEntries({ top }: Repository): ByKey<IndexEntry> {
  const entries = new Map<string, IndexEntry>();
  for (const part of nullEnded(askGit(top, ['ls-files', '--stage', '-z', '--full-name']))) {
    const tab = part.indexOf('\t');
    const path = part.slice(tab + 1);
    const [mode = '', hash = '', stage] = part.slice(0, tab).split(' ');
    entries.set(keyOf(path), { path, hash, kind: entryKinds[mode] ?? 'file', isUnmerged: stage !== '0' });
  }
  return entries;
}

/** What git has stored under a hash; undefined when it has more bytes than `most`. */
export function storedBytes({ top }: Repository, hash: string, most: number): Uint8Array | undefined {
  const answer = runGit(top, ['cat-file', 'blob', hash], most);
  if (answer === undefined) return undefined;
  return answer.status === 0 ? answer.bytes : askGit(top, ['cat-file', 'blob', hash]);
}

/** A key with those of the folders that it lies in, which may be links or submodules. */
export function keysUpwards(key: string): string[] {
  const names = key.split('/');
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}
