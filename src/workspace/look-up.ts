import { realpathSync, type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { errorCode, isThere, reasonOfDiskError } from './disk-trouble.ts';
import type { IgnoreFiles } from './ignore-files.ts';
import { readGlob } from './read-glob.ts';
import { type Searched, searchFolder, searchGlob } from './search-folders.ts';
import { notRegular, pointsToNothing } from './walk-folder.ts';

/** What became of one of the paths asked for. */
export interface Lookup extends Searched {
  readonly pattern: string;
  /** A folder or a glob is searched; a file, and what is not there, is only named. */
  readonly isSearch: boolean;
}

/** What a look-up has to know besides the path. */
export interface LookupSettings {
  readonly cwd: string;
  readonly ignoreFiles: IgnoreFiles;
  /** Whether one path is asked for, so that no other can lead to the same file. */
  readonly isSingle: boolean;
}

/** Finds the files that are meant by one path, which may be a file, a folder, a glob or '-'. */
export async function lookUp(pattern: string, settings: LookupSettings): Promise<Lookup> {
  const { cwd, ignoreFiles } = settings;
  if (pattern === '-')
    return named(pattern, { files: [{ path: '-', real: '-', isLinked: false, isNamed: true }] });
  if (pattern === '') return named(pattern, { reason: 'it is empty' });
  const path = resolve(cwd, pattern);
  const status = statusOf(path);
  if (status === undefined) return lookUpGlob(pattern, settings);
  if (typeof status === 'string') return named(pattern, { reason: status });
  if (status.isDirectory()) return { pattern, isSearch: true, ...(await searchFolder(path, ignoreFiles)) };
  if (status.isFIFO()) return named(pattern, { reason: isPipe });
  if (!status.isFile()) return named(pattern, { reason: notRegular });
  const real = settings.isSingle ? path : realPath(path);
  return named(pattern, { files: [{ path, real, isLinked: real !== path, isNamed: true }] });
}

async function lookUpGlob(pattern: string, { cwd, ignoreFiles }: LookupSettings): Promise<Lookup> {
  const glob = await readGlob(pattern, cwd);
  if (typeof glob === 'string') return named(pattern, { reason: glob });
  if (glob !== undefined) return { pattern, isSearch: true, ...(await searchGlob(glob, cwd, ignoreFiles)) };
  const path = resolve(cwd, pattern);
  // Nothing was found behind the path: so if there is something at it, it is a link.
  if (isThere(path)) return named(pattern, { reason: pointsToNothing });
  return named(pattern, { reason: 'no such file or folder', missing: path });
}

const isPipe = 'it is a pipe, so feed it to the standard input and write - instead';

/** A look-up that took no search. */
export function named(pattern: string, came: Partial<Searched>): Lookup {
  return { pattern, isSearch: false, files: [], ignoredFiles: [], ignoredFolders: [], troubles: [], ...came };
}

/** What is at a path, links being followed: undefined if nothing is, a clause if that cannot be told. */
export function statusOf(path: string): Stats | string | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    // Nothing has so long a name, but a glob may; and nothing lies below a file.
    return ['ENAMETOOLONG', 'ENOTDIR'].includes(errorCode(error) ?? '')
      ? undefined
      : reasonOfDiskError(error);
  }
}

/** The path itself if the file vanished in the meantime: whoever reads it will say so. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
