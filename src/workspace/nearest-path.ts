import { readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { closestWord, knownWord } from '../descriptor/closest-word.ts';
import { compareText } from '../descriptor/finding.ts';
import { isThere } from './disk-trouble.ts';
import { hasDescriptorName } from './walk-folder.ts';

/** Comparing with more names than this would take longer than anybody waits for a suggestion. */
const mostNamesCompared = 10_000;

/** The existing path, absolute, that somebody most likely meant by one that does not exist. */
export function nearestPath(path: string): string | undefined {
  const { root } = parse(path);
  let nearest = root;
  let isMended = false;
  for (const name of path.slice(root.length).split(/[/\\]/)) {
    const next = isThere(join(nearest, name)) ? name : closestName(name, nearest);
    // A folder that is spelt right is no news; one with its spelling mended helps, even if the file in it is unknown.
    if (next === undefined) return isMended ? nearest : undefined;
    isMended ||= next !== name;
    nearest = join(nearest, next);
  }
  return nearest;
}

/** The ending is left aside, for it would make every short name look like every other. */
function closestName(name: string, folder: string): string | undefined {
  const names = namesIn(folder).sort(compareText);
  if (names.length > mostNamesCompared) return undefined;
  const closest = closestWord(withoutEnding(name), names.map(withoutEnding).map(knownWord));
  return names.find((other) => withoutEnding(other) === closest?.word);
}

function withoutEnding(name: string): string {
  return hasDescriptorName(name) ? parse(name).name : name;
}

/** Empty as well if the folder cannot be read or is none: then there is nothing to suggest. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
