import { dirname, join, resolve } from 'node:path';
import { diskContents, type FileContents } from './file-contents.ts';
import { byPath, type FileSearch, type FoundFile } from './find-descriptors.ts';
import { keyOf, storedBytes } from './git-files.ts';
import { type GitView, indexedAt, isTrackedAt, keysAt, seenPath } from './git-view.ts';
import { meantFiles } from './meant-files.ts';
import { printedPath } from './printed-path.ts';

/**
 * A search as the next commit will have it: without files that git does not track, and with those that are in the index
 * although they are gone from the disk.
 */
export async function stagedSearch(
  view: GitView,
  { cwd, paths }: { readonly cwd: string; readonly paths: readonly string[] },
  found: FileSearch,
): Promise<FileSearch> {
  const { repository, index, unstaged } = view;
  const missing = [...unstaged.values()].flatMap(({ path, isGone }) =>
    isGone && index.get(keyOf(path))?.kind === 'file' ? [seenPath(path, repository)] : [],
  );
  const meant = await meantFiles(missing, paths, cwd);
  const added = [...meant].map(
    ([file, by]): FoundFile => ({
      path: printedPath(file, cwd),
      file,
      isNamed: by.some((pattern) => resolve(cwd, pattern) === file),
    }),
  );
  const patterns = new Set([...meant.values()].flat());
  // What lies elsewhere is told of later.
  const isKept = ({ file }: FoundFile): boolean => {
    const keys = keysAt(file, repository);
    return keys.length === 0 || isTrackedAt(keys, view);
  };
  return {
    ...found,
    files: [...found.files.filter(isKept), ...added].sort(byPath),
    unmatched: found.unmatched.filter(({ pattern }) => !patterns.has(pattern)),
  };
}

/** Reads files as they are staged; what git does not look after, and what a merge has left open, as it is on the disk. */
export function stagedContents(view: GitView): FileContents {
  const { repository, unstaged } = view;
  const disk = diskContents();
  return {
    isBeside(file, name) {
      const keys = keysAt(join(dirname(file), name), repository);
      return indexedAt(keys, view) !== undefined || (isElsewhere(keys, view) && disk.isBeside(file, name));
    },
    read(file, most) {
      const entry = indexedAt(keysAt(file, repository), view);
      const isOnDisk = entry === undefined || entry.isUnmerged || !unstaged.has(keyOf(entry.path));
      return isOnDisk ? disk.read(file, most) : storedBytes(repository, entry.hash, most);
    },
  };
}

/** Outside the repository, in a submodule, or behind a link that leads there. */
function isElsewhere(keys: readonly string[], view: GitView): boolean {
  return keys.length === 0 || isTrackedAt(keys, view);
}
