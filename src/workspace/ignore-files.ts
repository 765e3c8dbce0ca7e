import { type Dirent, lstatSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Ignore } from 'ignore';
import { type DiskTrouble, isThere, reasonOfDiskError } from './disk-trouble.ts';
import { isWithin } from './printed-path.ts';

/** What leaves files out, in the order in which they are read: of two rules that match, the later one counts. */
const ignoreFileNames = ['.gitignore', '.microcredignore'] as const;
export type IgnoreFileName = (typeof ignoreFileNames)[number];

/** Rules are lines for people; a file beyond this size (in bytes) is a mistake or an attack. */
const largestIgnoreFile = 1_000_000;

/** The rules that hold for the entries of one folder. */
export interface FolderRules {
  /** Which ignore file leaves this entry of the folder out; undefined when none does. */
  leavesOut(name: string, isFolder: boolean): IgnoreFileName | undefined;
  /** The folder as seen from the top of its repository: '' or a path with '/' at its end. */
  readonly fromTop: string;
  /** The rules of this folder and those above it, as seen from the top; undefined as long as there are none. */
  readonly matcher: Ignore | undefined;
}

/** The ignore files of one search, each folder above the searched ones being looked at once. */
export interface IgnoreFiles {
  /** The rules for any folder, from the top of its repository down. */
  of(folder: string): Promise<FolderRules>;
  /** The rules for a folder just read, below one whose rules are known. */
  below(above: FolderRules, folder: string, entries: readonly Dirent[]): Promise<FolderRules>;
  /** Ignore files that could not be read, by absolute path. */
  readonly troubles: readonly DiskTrouble[];
}

/**
 * Reads `.gitignore` and `.microcredignore` as git does: from the top folder down, the rule nearest to a file counts,
 * and nothing brings back what lies in a folder that is left out.
 *
 * The top is the repository's root. Outside a repository it is `cwd`, or the searched folder if that lies elsewhere,
 * so that a copy without its `.git` gives the same files. What git keeps outside the tree (`.git/info/exclude`, the
 * user's own excludes, the index) is not consulted: it differs from machine to machine.
 */
export function openIgnoreFiles(cwd: string): IgnoreFiles {
  const troubles: DiskTrouble[] = [];
  const known = new Map<string, Promise<FolderRules>>();

  const of = (folder: string): Promise<FolderRules> => {
    const rules = known.get(folder) ?? readDownTo(folder);
    known.set(folder, rules);
    return rules;
  };
  const readDownTo = async (folder: string): Promise<FolderRules> => {
    const isTop = folder === topFolder(folder, cwd);
    const names = ignoreFileNames.filter((name) => isRegularFile(join(folder, name)));
    return extend(isTop ? undefined : await of(dirname(folder)), folder, names, troubles);
  };
  const below = (above: FolderRules, folder: string, entries: readonly Dirent[]): Promise<FolderRules> => {
    const isTop = entries.some((entry) => entry.name === '.git');
    const names = ignoreFileNames.filter((name) =>
      entries.some((entry) => entry.name === name && entry.isFile()),
    );
    return extend(isTop ? undefined : above, folder, names, troubles);
  };
  return { of, below, troubles };
}

/** Where the rules for a folder begin. */
function topFolder(folder: string, cwd: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (isThere(join(at, '.git'))) return at;
    if (at === dirname(at)) return isWithin(folder, cwd) ? cwd : folder;
  }
}

/** A pipe of that name would make reading wait for ever; and links are not followed here by git either. */
function isRegularFile(path: string): boolean {
  return isThere(path) && lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

async function extend(
  above: FolderRules | undefined,
  folder: string,
  names: readonly IgnoreFileName[],
  troubles: DiskTrouble[],
): Promise<FolderRules> {
  const fromTop = above === undefined ? '' : `${above.fromTop}${basename(folder)}/`;
  const leftOutBy = above?.leavesOut(basename(folder), true);
  if (leftOutBy !== undefined) return { fromTop, matcher: undefined, leavesOut: () => leftOutBy };
  let matcher = above?.matcher;
  for (const name of names) {
    const lines = readLines(join(folder, name), troubles);
    // Loaded here, so that a search without ignore files does not wait for it.
    const { default: ignore } = await import('ignore');
    const rules = lines.map((line) => ({ pattern: seenFromTop(line, fromTop), mark: name }));
    matcher = ignore({ ignorecase: false })
      .add(matcher ?? [])
      .add(rules);
  }
  return {
    fromTop,
    matcher,
    leavesOut: (name, isFolder) => markOf(matcher, fromTop, name, isFolder),
  };
}

function markOf(
  matcher: Ignore | undefined,
  fromTop: string,
  name: string,
  isFolder: boolean,
): IgnoreFileName | undefined {
  const mark = matcher?.test(`${fromTop}${name}${isFolder ? '/' : ''}`).rule?.mark;
  return ignoreFileNames.find((known) => known === mark);
}

/** The lines that hold a rule. */
function readLines(file: string, troubles: DiskTrouble[]): readonly string[] {
  try {
    const { size } = statSync(file);
    if (size > largestIgnoreFile) {
      troubles.push({
        path: file,
        reason: `it has more than ${largestIgnoreFile} bytes, so its rules were not read`,
      });
      return [];
    }
    const lines = readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/);
    return lines.filter((line) => !/^(#|!?\/* *$)/.test(line));
  } catch (error) {
    troubles.push({ path: file, reason: reasonOfDiskError(error) });
    return [];
  }
}

/**
 * A line of a folder's ignore file as it would stand at the top. One list for the whole way down is what makes rules
 * of several folders decide about a file, and about each folder it lies in, the way git lets them.
 */
function seenFromTop(line: string, fromTop: string): string {
  if (fromTop === '') return line;
  const folder = fromTop.replace(/[\\*?[\]]/g, '\\$&');
  const isNegated = line.startsWith('!');
  const pattern = isNegated ? line.slice(1) : line;
  const isAnchored = /\/(?! *$)/.test(pattern);
  return `${isNegated ? '!' : ''}/${folder}${isAnchored ? pattern.replace(/^\//, '') : `**/${pattern}`}`;
}
