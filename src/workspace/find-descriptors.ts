import { compareText } from '../descriptor/finding.ts';
import type { DiskTrouble } from './disk-trouble.ts';
import { isExclusion, withoutExcluded } from './exclusions.ts';
import { openIgnoreFiles } from './ignore-files.ts';
import { type Lookup, lookUp } from './look-up.ts';
import { nearestPath } from './nearest-path.ts';
import { printedPath } from './printed-path.ts';
import { byWay, type Way } from './way.ts';

/** A file to be checked. */
export interface FoundFile {
  /** As reports print it: relative to the current folder with '/', absolute if it lies elsewhere; '-' is standard input. */
  readonly path: string;
  /** Absolute; '-' is standard input. */
  readonly file: string;
  /** Whether it was named outright, rather than found in a folder or by a glob. */
  readonly isNamed: boolean;
}

/** Something that was asked for and came to nothing. */
export interface Unmatched {
  readonly pattern: string;
  /** Why, as a clause without a full stop. */
  readonly reason: string;
  /** Whether a file or folder is not there or not usable; otherwise a folder or glob was searched and gave nothing. */
  readonly isMissing: boolean;
  /** An existing path that may have been meant, as reports print it. */
  readonly suggestion?: string;
}

/** What a request to check some paths comes to. */
export interface FileSearch {
  /** Each file once, sorted by path, by code units. */
  readonly files: readonly FoundFile[];
  /** Not empty means that the request is at fault. In the order of the request, with paths that begin with `!` last. */
  readonly unmatched: readonly Unmatched[];
  /** How many files `.gitignore` and `.microcredignore` leave out, not counting those in folders left out whole. */
  readonly ignored: number;
  /** How many folders they leave out whole. Nobody looked into these. */
  readonly ignoredFolders: number;
  /** Folders, links and ignore files that could not be read, sorted by path; with any, files may be missing. */
  readonly unreadable: readonly DiskTrouble[];
  /** Whether a folder or a glob was searched, so that the files may be taken for a whole catalogue. */
  readonly isCatalogue: boolean;
}

export interface FindRequest {
  /** The current folder, absolute. */
  readonly cwd: string;
  /**
   * Files, folders, globs, '-' for standard input. What exists under the very name is never read as a glob.
   * `!` before a name or glob leaves out what folders and globs would find there.
   */
  readonly paths: readonly string[];
}

/** A suggestion may mean reading a large folder, so of a long list of wrong names only the first few get one. */
const mostSuggestions = 20;

/**
 * Finds the files that are to be checked. Folders are searched with all below them for `.yaml`, `.yml` and `.json`
 * files, symbolic links are followed, hidden files, `node_modules` and what ignore files name are left out; a file
 * named outright is taken whatever its name and even if ignored. A file reached in several ways is given once: under
 * the path by which it was named, else the one without links, else the one that sorts first.
 */
export async function findDescriptors({ cwd, paths }: FindRequest): Promise<FileSearch> {
  const ignoreFiles = openIgnoreFiles(cwd);
  const exclusions = new Set(paths.filter((path) => isExclusion(path, cwd)));
  const lookups: Lookup[] = [];
  for (const path of new Set(paths)) {
    if (exclusions.has(path)) continue;
    lookups.push(await lookUp(path, { cwd, ignoreFiles, isSingle: paths.length === 1 }));
  }
  const kept = await withoutExcluded(lookups, [...exclusions], cwd);
  return summedUp(kept, ignoreFiles.troubles, cwd);
}

function summedUp(
  lookups: readonly Lookup[],
  ignoreFileTroubles: readonly DiskTrouble[],
  cwd: string,
): FileSearch {
  const files = eachOnce(lookups.flatMap((lookup) => lookup.files));
  const ignored = eachOnce(lookups.flatMap(({ ignoredFiles }) => ignoredFiles));
  const ownWay = { isLinked: false, isNamed: false };
  const troubles = eachOnce([
    ...lookups.flatMap((lookup) => lookup.troubles),
    ...ignoreFileTroubles.map((trouble) => ({ ...ownWay, real: trouble.path, ...trouble })),
  ]);
  const failures = lookups.filter((lookup) => lookup.files.length === 0);
  const shown = (path: string) => printedPath(path, cwd);
  return {
    files: [...files.values()]
      .map(({ path, isNamed }) => ({ path: shown(path), file: path, isNamed }))
      .sort(byPath),
    unmatched: failures.map((lookup, index) => unmatched(lookup, index < mostSuggestions, cwd)),
    ignored: [...ignored.keys()].filter((real) => !files.has(real)).length,
    ignoredFolders: eachOnce(lookups.flatMap(({ ignoredFolders }) => ignoredFolders)).size,
    unreadable: [...troubles.values()]
      .map(({ path, reason }) => ({ path: shown(path), reason }))
      .sort(byPath),
    isCatalogue: lookups.some(({ isSearch }) => isSearch),
  };
}

/** The best way to each place, by real paths. */
function eachOnce<Found extends Way>(ways: readonly Found[]): ReadonlyMap<string, Found> {
  const best = new Map<string, Found>();
  for (const way of ways) {
    const other = best.get(way.real);
    if (other === undefined || byWay(way, other) < 0) best.set(way.real, way);
  }
  return best;
}

/** Compares what reports name by path. */
export function byPath(left: { readonly path: string }, right: { readonly path: string }): number {
  return compareText(left.path, right.path);
}

function unmatched(lookup: Lookup, isToBeHelped: boolean, cwd: string): Unmatched {
  const { pattern, isSearch, missing, reason = 'no file matches it' } = lookup;
  const meant = isToBeHelped && missing !== undefined ? nearestPath(missing) : undefined;
  return {
    pattern,
    reason,
    isMissing: !isSearch,
    ...(meant === undefined ? {} : { suggestion: printedPath(meant, cwd) }),
  };
}
