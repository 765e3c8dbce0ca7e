import { closestWord, knownWord } from '../descriptor/closest-word.ts';

/**
 * The identifier that somebody meant by one that does not exist: the same in another dress (`lo 1` for `LO1`, `L01`
 * with a zero), the only one with the same number (`Outcome 3` for `LO3`), or the only one a slip away.
 */
export function meantId(written: string, ids: readonly string[]): string | undefined {
  return (
    ids.find((id) => bareId(id) === bareId(written)) ??
    onlyOne(ids.filter((id) => numberOf(id) !== undefined && numberOf(id) === numberOf(written))) ??
    closestWord(written, ids.map(knownWord))?.word
  );
}

/** Without case and separators, and with one sign for what looks alike: O and 0, I and l and 1. */
function bareId(id: string): string {
  return id
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
}

/** The number at the end of an id, without leading zeros: 3 of `LO03`, 2.1 of `LO 2.1`. */
function numberOf(id: string): string | undefined {
  const digits = /[\d.]*\d$/.exec(id.slice(-10))?.[0];
  return digits?.replace(/(?<![\d])0+(?=\d)/g, '');
}

function onlyOne(ids: readonly string[]): string | undefined {
  return ids.length === 1 ? ids[0] : undefined;
}
