import { sep } from 'node:path';

/** Whether an absolute path is the folder or lies in it; both as `resolve` gives them. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(asPrefix(folder));
}

/** A folder's path, ready for a name to follow; only the root of the disk ends with a separator already. */
export function asPrefix(folder: string): string {
  return folder.endsWith(sep) ? folder : folder + sep;
}

/** An absolute path as reports print it: relative to `cwd` if it lies there, with '/' on every system. */
export function printedPath(path: string, cwd: string): string {
  if (path === cwd) return '.';
  const shown = isWithin(path, cwd) ? path.slice(asPrefix(cwd).length) : path;
  return sep === '/' ? shown : shown.replaceAll(sep, '/');
}
