import { lstatSync } from 'node:fs';

/** Something on the disk that could not be read, and why, as a clause without a full stop. */
export interface DiskTrouble {
  readonly path: string;
  readonly reason: string;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission to read it is denied',
  EPERM: 'permission to read it is denied',
  ENOENT: 'it vanished during the search',
  ENOTDIR: 'it is not a folder',
  ELOOP: 'its symbolic links lead round in a circle',
  ENAMETOOLONG: 'its path is longer than the system allows',
  ERR_INVALID_ARG_VALUE: 'no path can contain a null character',
};

/** Why the system refused, in words; anything else than a refusal of the system is thrown on, being a bug. */
export function reasonOfDiskError(error: unknown): string {
  const code = errorCode(error);
  if (code === undefined) throw error;
  return reasons[code] ?? `the system reports ${code}`;
}

/** The system's name for what went wrong, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Whether there is something at a path, be it a link that points to nothing. What the system refuses to tell is not there. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
