import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Lookup, named } from './look-up.ts';
import { filesMatching, globsBelow, readGlob } from './read-glob.ts';

/** Whether a path asked for says what to leave out. `!(a|b).yaml` is a glob, and a file may be called `!important.yaml`. */
export function isExclusion(path: string, cwd: string): boolean {
  return path.startsWith('!') && !path.startsWith('!(') && !existsSync(resolve(cwd, path));
}

/** Takes away what the exclusions name from what folders and globs gave; a file named outright stays. */
export async function withoutExcluded(
  lookups: readonly Lookup[],
  exclusions: readonly string[],
  cwd: string,
): Promise<readonly Lookup[]> {
  const globs: string[] = [];
  const faults: Lookup[] = [];
  for (const exclusion of exclusions) {
    const body = exclusion.slice(1);
    const reason = lookups.length === 0 ? loneExclusion : await faultOf(body, cwd);
    if (reason === undefined) globs.push(...(await globsBelow(body, cwd)));
    else faults.push(named(exclusion, { reason }));
  }
  if (globs.length === 0) return [...lookups, ...faults];
  const searches = lookups.filter(({ isSearch }) => isSearch);
  const paths = searches.flatMap(({ files, troubles }) => [...files, ...troubles].map(({ path }) => path));
  const excluded = await filesMatching(globs, paths, { cwd, withHidden: true });
  return [...lookups.map((lookup) => (lookup.isSearch ? remaining(lookup, excluded) : lookup)), ...faults];
}

const loneExclusion = 'it only leaves files out, so name what is to be checked as well';

async function faultOf(body: string, cwd: string): Promise<string | undefined> {
  if (body === '') return 'a name or a glob has to follow the !';
  const glob = await readGlob(body, cwd);
  return typeof glob === 'string' ? glob : undefined;
}

function remaining(lookup: Lookup, excluded: ReadonlySet<string>): Lookup {
  const files = lookup.files.filter(({ path }) => !excluded.has(path));
  const troubles = lookup.troubles.filter(({ path }) => !excluded.has(path));
  const isEmptied = lookup.files.length > 0 && files.length === 0;
  const reason = 'all that it finds is left out by the paths that begin with !';
  return { ...lookup, files, troubles, ...(isEmptied ? { reason } : {}) };
}
