import { basename } from 'node:path';
import { listed } from '../descriptor/shown-text.ts';
import { isThere } from './disk-trouble.ts';
import type { IgnoreFileName, IgnoreFiles } from './ignore-files.ts';
import { printedPath } from './printed-path.ts';
import { filesMatching, type Glob } from './read-glob.ts';
import { type FolderWalk, hasDescriptorName, type WalkTrouble, walkFolder } from './walk-folder.ts';
import type { Way } from './way.ts';

/** What a search came to. A file can occur several times, once for each way that leads to it. */
export interface Searched {
  readonly files: readonly Way[];
  readonly ignoredFiles: readonly Way[];
  /** Folders left out whole. */
  readonly ignoredFolders: readonly Way[];
  readonly troubles: readonly WalkTrouble[];
  /** Why no file was found, as a clause without a full stop; undefined if there is one. */
  readonly reason?: string;
  /** The absolute path that does not exist, if that is why. */
  readonly missing?: string;
}

/** Finds the descriptor files in a folder and all folders below it. */
export async function searchFolder(folder: string, ignoreFiles: IgnoreFiles): Promise<Searched> {
  const request = { folder, withHidden: false };
  const walk = await walkFolder({ ...request, ignoreFiles });
  if (walk.files.length > 0) return walk;
  const troubleAtStart = walk.troubles.find(({ path }) => path === folder);
  if (troubleAtStart !== undefined) return { ...walk, reason: troubleAtStart.reason };
  if (walk.troubles.length > 0)
    return { ...walk, reason: 'the folder holds no .yaml, .yml or .json file that can be read' };
  const { files } = await walkFolder({ ...request, ignoreFiles: undefined });
  const ignored = count(files.filter(isNamedLikeDescriptor));
  if (ignored === 0) return { ...walk, reason: 'the folder holds no .yaml, .yml or .json file' };
  return { ...walk, reason: allIgnored(ignored, 'in', walk.ignoredBy) };
}

/** Finds the descriptor files that a glob means. */
export async function searchGlob(glob: Glob, cwd: string, ignoreFiles: IgnoreFiles): Promise<Searched> {
  const [firstFolder = cwd] = glob.folders;
  if (!glob.folders.some(isThere)) {
    const reason = `there is no folder ${printedPath(firstFolder, cwd)}`;
    return { files: [], ignoredFiles: [], ignoredFolders: [], troubles: [], reason, missing: firstFolder };
  }
  const walk = await walkGlob(glob, cwd, ignoreFiles);
  if (walk.files.length > 0) return walk;
  if (walk.troubles.length > 0) return { ...walk, reason: 'no file that can be read matches it' };
  const { files } = await walkGlob(glob, cwd, undefined);
  const ignored = count(files.filter(isNamedLikeDescriptor));
  if (ignored > 0) return { ...walk, reason: allIgnored(ignored, 'matching', walk.ignoredBy) };
  const others = count(files);
  if (others === 0) return { ...walk, reason: 'no file matches it' };
  const none =
    others === 1 ? 'the only file that matches it is not' : `none of the ${others} files that match it is`;
  return { ...walk, reason: `${none} a .yaml, .yml or .json file` };
}

/** Walks the folders in which files can match a glob, and keeps those that do. */
async function walkGlob(glob: Glob, cwd: string, ignoreFiles: IgnoreFiles | undefined): Promise<FolderWalk> {
  const { withHidden } = glob;
  const entered = (folders: readonly string[]) =>
    filesMatching(glob.ways, folders, { cwd, withHidden: true });
  const walks: FolderWalk[] = [];
  for (const folder of glob.folders.filter(isThere)) {
    walks.push(await walkFolder({ folder, entered, withHidden, ignoreFiles }));
  }
  const files = walks.flatMap((walk) => walk.files);
  const ignoredFiles = walks.flatMap((walk) => walk.ignoredFiles);
  const ignoredFolders = walks.flatMap((walk) => walk.ignoredFolders);
  const troubles = walks.flatMap((walk) => walk.troubles);
  const candidates = pathsOf([...files, ...ignoredFiles, ...troubles]);
  const meant = await filesMatching([glob.pattern], candidates, { cwd, withHidden: false });
  const onTheWay = await entered(pathsOf([...ignoredFolders, ...troubles]));
  return {
    files: files.filter(({ path }) => meant.has(path)),
    ignoredFiles: ignoredFiles.filter(({ path }) => meant.has(path)),
    ignoredFolders: ignoredFolders.filter(({ path }) => onTheWay.has(path)),
    ignoredBy: new Set(walks.flatMap((walk) => [...walk.ignoredBy])),
    // What is in a folder that could not be entered is not known, but whether it was on the way is.
    troubles: troubles.filter(({ path, isFolder }) =>
      isFolder ? onTheWay.has(path) || glob.folders.includes(path) : meant.has(path),
    ),
  };
}

function pathsOf(ways: readonly Way[]): readonly string[] {
  return ways.map(({ path }) => path);
}

function isNamedLikeDescriptor({ path }: Way): boolean {
  return hasDescriptorName(basename(path));
}

/** How many files there are, however many ways lead to each. */
function count(files: readonly Way[]): number {
  return new Set(files.map(({ real }) => real)).size;
}

function allIgnored(files: number, place: 'in' | 'matching', ignoredBy: ReadonlySet<IgnoreFileName>): string {
  const by = `${place} it ${files === 1 ? 'is' : 'are'} ignored by ${listed([...ignoredBy].sort(), 'and')}`;
  return files === 1
    ? `the only .yaml, .yml or .json file ${by}`
    : `all ${files} .yaml, .yml and .json files ${by}`;
}
