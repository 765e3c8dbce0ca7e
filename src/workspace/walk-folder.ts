import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type DiskTrouble, errorCode, isThere, reasonOfDiskError } from './disk-trouble.ts';
import type { FolderRules, IgnoreFileName, IgnoreFiles } from './ignore-files.ts';
import { asPrefix, isWithin } from './printed-path.ts';
import { byWay, type Way } from './way.ts';

/** Something that could not be read and might have been, or have held, a descriptor. */
export interface WalkTrouble extends Way, DiskTrouble {
  readonly isFolder: boolean;
}

export interface WalkRequest {
  /** Absolute. It is entered whatever its name and even if it is a link. */
  readonly folder: string;
  /**
   * Which of the folders met, given by path, one level at a time, are to be entered, by whatever way.
   * Undefined means all of them, and none again by a link.
   */
  readonly entered?: (folders: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Whether names that begin with a dot count. `.git` and `node_modules` never do. */
  readonly withHidden: boolean;
  /** Undefined: nothing is left out, and files of any name are listed; used to explain why nothing was found. */
  readonly ignoreFiles: IgnoreFiles | undefined;
}

/** What a walk came by. A file can occur several times, once for each way that leads to it. */
export interface FolderWalk {
  readonly files: Way[];
  readonly ignoredFiles: Way[];
  /** Folders left out whole; nobody looked into them. */
  readonly ignoredFolders: Way[];
  readonly ignoredBy: Set<IgnoreFileName>;
  readonly troubles: WalkTrouble[];
}

/** A part of the way that no link interrupts, by real paths: the folder where it begins and the last one on it. */
interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** A folder to be read. */
interface Visit extends Way {
  /** The rules for its entries, or for the folder above as long as it has not been read. */
  readonly rules: FolderRules | undefined;
  /** The stretches of the way that ended at a link, and where the present one began. */
  readonly behind: readonly Stretch[];
  readonly from: string;
}

interface Walk extends FolderWalk {
  readonly request: WalkRequest;
  /** The folders of the next level. */
  pending: Visit[];
  /** The folders entered, by real path. */
  readonly seen: Set<string>;
  /** How many folders were met behind links. */
  linkedFolders: number;
}

/** Folders that link to one another have more ways through them than can be walked; no sane tree comes near this. */
const mostLinkedFolders = 50_000;

/** Clauses that are used for paths named outright as well. */
export const notRegular = 'it is not a regular file';
export const pointsToNothing = 'it is a link that points to nothing';

const notUtf8 = 'its name is not written in UTF-8, so it cannot be opened';

/** Whether a file of this name may hold a descriptor. */
export function hasDescriptorName(name: string): boolean {
  return /\.(ya?ml|json)$/i.test(name);
}

/**
 * Lists the files below a folder, through symbolic links too. A link back to a folder on the way is not followed,
 * so that loops end; a link that leads out above the start is not followed either, and said to be so.
 */
export async function walkFolder(request: WalkRequest): Promise<FolderWalk> {
  const found = {
    files: [],
    ignoredFiles: [],
    ignoredFolders: [],
    ignoredBy: new Set<IgnoreFileName>(),
    troubles: [],
  };
  const walk: Walk = { ...found, request, pending: [], seen: new Set(), linkedFolders: 0 };
  let level = startOf(walk);
  while (level.length > 0) {
    walk.pending = [];
    for (const visit of level.sort(byWay)) await readVisited(visit, walk);
    const entered = await request.entered?.(walk.pending.map(({ path }) => path));
    level = walk.pending.filter(({ path }) => entered?.has(path) ?? true);
  }
  return walk;
}

function startOf(walk: Walk): Visit[] {
  const path = walk.request.folder;
  const way = { path, real: path, isLinked: false, isNamed: false };
  try {
    const real = realpathSync.native(path);
    return [{ ...way, real, isLinked: real !== path, rules: undefined, behind: [], from: real }];
  } catch (error) {
    walk.troubles.push({ ...way, reason: reasonOfDiskError(error), isFolder: true });
    return [];
  }
}

async function readVisited(visit: Visit, walk: Walk): Promise<void> {
  const { ignoreFiles, entered } = walk.request;
  if (visit.behind.length > 0 && entered === undefined && walk.seen.has(visit.real)) return;
  walk.seen.add(visit.real);
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(visit.real, { withFileTypes: true });
  } catch (error) {
    walk.troubles.push({ ...wayOf(visit), reason: reasonOfDiskError(error), isFolder: true });
    return;
  }
  const above = visit.rules;
  const rules = await (above === undefined
    ? ignoreFiles?.of(visit.path)
    : ignoreFiles?.below(above, visit.path, entries));
  const here = { ...visit, rules };
  for (const entry of entries) takeEntry(entry, here, walk);
}

function wayOf({ path, real, isLinked, isNamed }: Way): Way {
  return { path, real, isLinked, isNamed };
}

function takeEntry(entry: Dirent, visit: Visit, walk: Walk): void {
  const { name } = entry;
  if (name === '.git' || name === 'node_modules') return;
  if (!walk.request.withHidden && name.startsWith('.')) return;
  const isFolder = entry.isDirectory();
  const isLink = entry.isSymbolicLink();
  if (!isFolder && !isLink && !isWanted(name, walk)) return;

  const path = asPrefix(visit.path) + name;
  const real = asPrefix(visit.real) + name;
  const way = { path, real, isLinked: visit.isLinked, isNamed: false };
  // Node puts U+FFFD for bytes that are not UTF-8, after which the name names nothing.
  if (name.includes('\uFFFD') && !isThere(real)) {
    walk.troubles.push({ ...way, reason: notUtf8, isFolder });
  } else if (isLink) {
    takeLink({ ...way, isLinked: true }, visit, walk);
  } else if (isFolder) {
    takeFolder({ ...visit, path, real }, visit, walk);
  } else {
    takeFile(way, entry.isFile(), visit, walk);
  }
}

function isWanted(name: string, walk: Walk): boolean {
  return walk.request.ignoreFiles === undefined || hasDescriptorName(name);
}

function takeFile(file: Way, isRegular: boolean, visit: Visit, walk: Walk): void {
  const leftOutBy = visit.rules?.leavesOut(basename(file.path), false);
  if (leftOutBy !== undefined) {
    walk.ignoredBy.add(leftOutBy);
    walk.ignoredFiles.push(file);
  } else if (isRegular) {
    walk.files.push(file);
  } else {
    walk.troubles.push({ ...file, reason: notRegular, isFolder: false });
  }
}

function takeFolder(folder: Visit, above: Visit, walk: Walk): void {
  const leftOutBy = above.rules?.leavesOut(basename(folder.path), true);
  if (leftOutBy !== undefined) {
    walk.ignoredBy.add(leftOutBy);
    walk.ignoredFolders.push(wayOf(folder));
  } else if (folder.behind === above.behind || !leadsBack(folder, walk)) {
    enter(folder, walk);
  }
}

function enter(folder: Visit, walk: Walk): void {
  const isBehindLink = folder.behind.length > 0;
  walk.linkedFolders += isBehindLink ? 1 : 0;
  if (!isBehindLink || walk.linkedFolders <= mostLinkedFolders) {
    walk.pending.push(folder);
  } else if (walk.linkedFolders === mostLinkedFolders + 1) {
    const path = walk.request.folder;
    const reason = `links lead to more than ${mostLinkedFolders} folders in it, so the rest of them were not searched`;
    walk.troubles.push({ path, real: path, isLinked: false, isNamed: false, reason, isFolder: true });
  }
}

function takeLink(link: Way, visit: Visit, walk: Walk): void {
  const name = basename(link.path);
  const target = targetOf(link.real);
  if (typeof target === 'string') {
    if (visit.rules?.leavesOut(name, false) !== undefined) return;
    walk.troubles.push({ ...link, reason: target, isFolder: false });
  } else if (target.stats.isDirectory()) {
    const behind = [...visit.behind, { from: visit.from, to: visit.real }];
    takeFolder({ ...visit, ...link, real: target.real, behind, from: target.real }, visit, walk);
  } else if (isWanted(name, walk)) {
    takeFile({ ...link, real: target.real }, target.stats.isFile(), visit, walk);
  }
}

/** What a link leads to, or why that cannot be told. */
function targetOf(link: string): { readonly real: string; readonly stats: Stats } | string {
  try {
    return { stats: statSync(link), real: realpathSync.native(link) };
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? pointsToNothing : reasonOfDiskError(error);
  }
}

/** Whether a link leads to a folder that the way has come through, or that lies above the start of the way. */
function leadsBack(folder: Visit, walk: Walk): boolean {
  const { real, behind } = folder;
  if (!behind.some((stretch) => isWithin(stretch.to, real))) return false;
  const isSearchedAnyway = behind.some((stretch) => isWithin(real, stretch.from));
  const reason = 'it is a link to a folder above the searched one, so it was not followed';
  if (!isSearchedAnyway) walk.troubles.push({ ...wayOf(folder), reason, isFolder: true });
  return true;
}
