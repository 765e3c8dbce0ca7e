import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Whether a file of a name lies beside another one; both are asked for by absolute path and plain name. */
export type FilesBeside = (file: string, name: string) => boolean;

/**
 * Answers for thousands of files what else lies beside them. The names in a folder are read once, when it is asked
 * about for the second time: that is many times faster than asking the disk about every file.
 */
export function filesBeside(): FilesBeside {
  const folders = new Map<string, ReadonlySet<string> | 'asked-once'>();
  return (file, name) => {
    const folder = dirname(file);
    const known = folders.get(folder);
    const names = known === 'asked-once' ? namesIn(folder) : known;
    folders.set(folder, names ?? 'asked-once');
    // Where the file itself is known by another name, the disk takes different spellings for the same.
    return names?.has(basename(file)) ? names.has(name) : existsSync(join(folder, name));
  };
}

function namesIn(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    // Nothing is found among no names, and so the disk is asked about each.
    return new Set();
  }
}
