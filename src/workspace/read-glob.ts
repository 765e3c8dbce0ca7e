import { basename, dirname, resolve } from 'node:path';
import type { FileSystemAdapter } from 'fast-glob';
import { isThere } from './disk-trouble.ts';

/** A pattern with wildcards, in terms of what has to be read to find its files. */
export interface Glob {
  readonly pattern: string;
  /** The folders to begin with, absolute. */
  readonly folders: readonly string[];
  /** Globs for the folders below these in which, or below which, files can match. */
  readonly ways: readonly string[];
  /** Whether names that begin with a dot can match. */
  readonly withHidden: boolean;
}

/** In characters. The package throws at sixteen times as many, and nobody types half of it. */
const longestGlob = 4_000;

const tooMuch = 'it is too long for a glob or stands for too many names';

/** Reads an argument as a glob: undefined if there is no wildcard in it, a clause if it cannot be expanded. */
export async function readGlob(pattern: string, cwd: string): Promise<Glob | string | undefined> {
  // Loading the package takes longer than checking a descriptor, so ordinary names must not pay for it. A backslash
  // by itself makes no glob either: it is more likely meant as the separator that it is elsewhere.
  if (!/[*?[({]/.test(pattern)) return undefined;
  if (pattern.length > longestGlob) return tooMuch;
  const { default: fastGlob } = await import('fast-glob');
  if (!fastGlob.isDynamicPattern(pattern)) return undefined;
  const glob = asMeant(pattern, cwd, fastGlob.escapePath);
  try {
    const tasks = fastGlob.generateTasks(glob);
    return {
      pattern: glob,
      folders: [...new Set(tasks.map(({ base }) => resolve(cwd, base)))],
      ways: [...new Set(tasks.flatMap(({ patterns }) => patterns.flatMap(waysOf)))].filter(
        (way) => way !== '',
      ),
      withHidden: /(^|[/{,(|])\.[^/.]/.test(pattern),
    };
  } catch (error) {
    if (error instanceof RangeError) return tooMuch;
    throw error;
  }
}

const oneCharacter = '(?|?)';

/**
 * A pattern as the package has to see it. What exists under the very name is meant literally, so the brackets in
 * `2024 (draft)/*.yaml` are escaped. And a `?` becomes a group, for the package takes `specs-?/*.yaml` to begin
 * with a folder of the name `specs-?`.
 */
function asMeant(pattern: string, cwd: string, escaped: (path: string) => string): string {
  const names = pattern.split('/');
  const upTo = (end: number) => names.slice(0, end).join('/');
  const firstOpen = names.findIndex((_, index) => !isThere(resolve(cwd, upTo(index + 1) || '/')));
  const literal = firstOpen === -1 ? pattern : upTo(firstOpen);
  const rest = pattern.slice(literal.length);
  const open = rest.replace(/\\.|\[[^\]]*\]|\?(?!\()/g, (part) => (part === '?' ? oneCharacter : part));
  return (literal === '' ? '' : escaped(literal)) + open;
}

/** For `a/b/*.yaml` these are `a` and `a/b`; `**` or a group may stand for any number of names. */
function waysOf(pattern: string): readonly string[] {
  const names = pattern.split('/');
  const end = names.findIndex((name) => /\*\*|(?<!\\)\(/.test(name.replaceAll(oneCharacter, '')));
  const ways = names.map((_, index) => names.slice(0, index).join('/'));
  return end === -1 ? ways : [...ways.slice(0, end + 1), [...names.slice(0, end), '**'].join('/')];
}

/** Which of the files (absolute paths) the patterns mean. The disk is not consulted. */
export async function filesMatching(
  patterns: readonly string[],
  files: readonly string[],
  settings: { readonly cwd: string; readonly withHidden: boolean },
): Promise<ReadonlySet<string>> {
  const { default: fastGlob } = await import('fast-glob');
  // The package's wildcards stop at line ends, which a name may contain.
  const inOneLine = (path: string) => path.replace(/[\n\r\u2028\u2029]/g, '_');
  const cwd = inOneLine(settings.cwd);
  const fs = diskThatHolds(files.map(inOneLine));
  const matches = fastGlob.sync(patterns.map(inOneLine), { cwd, dot: settings.withHidden, fs });
  const found = new Set(matches.map((path) => resolve(cwd, path)));
  return new Set(files.filter((file) => found.has(inOneLine(file))));
}

/** The globs for a name or pattern that is to be left out with all that lies below it. */
export async function globsBelow(pattern: string, cwd: string): Promise<readonly string[]> {
  const { default: fastGlob } = await import('fast-glob');
  const glob = asMeant(pattern.replace(/\/+$/, ''), cwd, fastGlob.escapePath);
  return [glob, `${glob}/**`];
}

/** A disk with these files and nothing else, so that the one walk through the folders serves globs as well. */
function diskThatHolds(files: readonly string[]): Partial<FileSystemAdapter> {
  const folders = foldersOf(files);
  const statSync = (path: string) => {
    const entry = folders.get(dirname(resolve(path)))?.get(basename(path));
    if (entry !== undefined) return entry;
    throw Object.assign(new Error(`${path} is none of the files`), { code: 'ENOENT' });
  };
  const readdirSync = (path: string) => [...(folders.get(resolve(path))?.values() ?? [])];
  // The package calls these three in exactly this way; Node's own signatures have many more forms.
  return { lstatSync: statSync, statSync, readdirSync } as unknown as Partial<FileSystemAdapter>;
}

type Entry = ReturnType<typeof entryOf>;

function foldersOf(files: readonly string[]): ReadonlyMap<string, ReadonlyMap<string, Entry>> {
  const folders = new Map<string, Map<string, Entry>>();
  for (const file of files) {
    let isFile = true;
    for (let path = file; path !== dirname(path); path = dirname(path)) {
      const entries = folders.get(dirname(path)) ?? new Map<string, Entry>();
      if (entries.has(basename(path))) break;
      folders.set(dirname(path), entries.set(basename(path), entryOf(basename(path), isFile)));
      isFile = false;
    }
  }
  return folders;
}

/** What Node's Dirent and Stats have in common, as far as the package looks at it. */
function entryOf(name: string, isFile: boolean) {
  const isNot = () => false;
  return {
    name,
    isFile: () => isFile,
    isDirectory: () => !isFile,
    isSymbolicLink: isNot,
    isBlockDevice: isNot,
    isCharacterDevice: isNot,
    isFIFO: isNot,
    isSocket: isNot,
  };
}
