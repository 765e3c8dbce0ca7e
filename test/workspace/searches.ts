import { type FileSearch, findDescriptors } from '../../src/workspace/find-descriptors.ts';

/** Searches with the given current folder. */
export function find(cwd: string, ...paths: readonly string[]): Promise<FileSearch> {
  return findDescriptors({ cwd, paths });
}

/** The paths found; one that was named outright has a star. */
export async function found(cwd: string, ...paths: readonly string[]): Promise<readonly string[]> {
  const { files } = await find(cwd, ...paths);
  return files.map(({ path, isNamed }) => (isNamed ? `${path} *` : path));
}

/** Why each of the paths came to nothing. */
export async function reasons(cwd: string, ...paths: readonly string[]): Promise<readonly string[]> {
  const { unmatched } = await find(cwd, ...paths);
  return unmatched.map(({ pattern, reason, suggestion }) =>
    suggestion === undefined ? `${pattern}: ${reason}` : `${pattern}: ${reason}; ${suggestion}`,
  );
}
