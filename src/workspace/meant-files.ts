import { basename, dirname, resolve } from 'node:path';
import { isExclusion } from './exclusions.ts';
import { openIgnoreFiles } from './ignore-files.ts';
import { statusOf } from './look-up.ts';
import { asPrefix, isWithin } from './printed-path.ts';
import { filesMatching, globsBelow, readGlob } from './read-glob.ts';
import { hasDescriptorName } from './walk-folder.ts';

/**
 * Which of some files that need not be on the disk the paths of a request would find if they were, each with the paths
 * that mean it. Folders, globs, exclusions and ignore files mean what they mean in a search (see findDescriptors).
 *
 * @param files absolute paths
 */
export async function meantFiles(
  files: readonly string[],
  paths: readonly string[],
  cwd: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const meant = new Map<string, string[]>();
  if (files.length === 0) return meant;
  const exclusions = paths.filter((path) => isExclusion(path, cwd));
  const searchable = await searchableFiles(files, exclusions, cwd);
  for (const path of new Set(paths)) {
    if (exclusions.includes(path) || path === '' || path === '-') continue;
    for (const file of await meantBy(path, files, searchable, cwd)) {
      meant.set(file, [...(meant.get(file) ?? []), path]);
    }
  }
  return meant;
}

async function meantBy(
  path: string,
  files: readonly string[],
  searchable: readonly string[],
  cwd: string,
): Promise<readonly string[]> {
  const place = resolve(cwd, path);
  if (files.includes(place)) return [place];
  const glob = statusOf(place) === undefined ? await readGlob(path, cwd) : undefined;
  if (typeof glob === 'object') {
    const matching = await filesMatching([glob.pattern], searchable, { cwd, withHidden: false });
    return [...matching].filter((file) => glob.folders.some((folder) => isBelow(file, folder, neverEntered)));
  }
  return searchable.filter((file) => isBelow(file, place, notEntered));
}

const neverEntered = /(?:^|[/\\])node_modules[/\\]/;
const notEntered = /(?:^|[/\\])(?:\.|node_modules[/\\])/;

/** Whether the way from a folder to a file leads through nothing that is not entered. */
function isBelow(file: string, folder: string, closed: RegExp): boolean {
  return isWithin(file, folder) && !closed.test(file.slice(asPrefix(folder).length));
}

/** Those that a search may find: named like descriptors, and left out by nothing. */
async function searchableFiles(
  files: readonly string[],
  exclusions: readonly string[],
  cwd: string,
): Promise<readonly string[]> {
  const ignoreFiles = openIgnoreFiles(cwd);
  const kept: string[] = [];
  for (const file of files.filter(hasDescriptorName)) {
    const rules = await ignoreFiles.of(dirname(file));
    if (rules.leavesOut(basename(file), false) === undefined) kept.push(file);
  }
  const globs: string[] = [];
  for (const exclusion of exclusions) globs.push(...(await globsBelow(exclusion.slice(1), cwd)));
  if (globs.length === 0) return kept;
  const excluded = await filesMatching(globs, kept, { cwd, withHidden: true });
  return kept.filter((file) => !excluded.has(file));
}
