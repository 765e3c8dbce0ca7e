import type { Phrase } from './phrases.ts';
import { isMarked, lettersIn, numberOf, type WordSieve } from './word-sieve.ts';

/**
 * The phrases of a list that can be in a text at all. Nearly every phrase is in nearly no text, and a look for its
 * letters tells so far faster than a look for the phrase.
 */
export function possiblePhrases<P extends Phrase | string>(
  text: string,
  phrases: readonly P[],
): readonly P[] {
  const lower = text.toLowerCase();
  let possible: P[] | undefined;
  let number = 0;
  for (const needs of needsOf(phrases)) {
    const phrase = phrases[number++];
    if (phrase === undefined || !hasLetters(lower, needs)) continue;
    possible ??= [];
    possible.push(phrase);
  }
  return possible ?? none;
}

const none: readonly never[] = [];

/** What those of the phrases need that can be in the texts of a sieve at all. */
export function needsAmong(sieve: WordSieve, phrases: readonly (Phrase | string)[]): readonly Needs[] {
  let met: Needs[] | undefined;
  for (const needs of needsOf(phrases)) {
    if (!hasWords(sieve, needs)) continue;
    met ??= [];
    met.push(needs);
  }
  return met ?? none;
}

/** Whether a text in small letters has what one of several phrases needs. */
export function meetsOneOf(lower: string, all: readonly Needs[]): boolean {
  for (const needs of all) if (hasLetters(lower, needs)) return true;
  return false;
}

/** Letters and digits without a break, in small letters, that a text needs to have. */
interface Needed {
  readonly letters: string;
  /** The number of the letters in a sieve. */
  readonly number: number;
  /** Whether other letters may follow them in the text. */
  readonly isStem: boolean;
}

/** For each word of a phrase, its alternatives, the most telling word first; a text needs one of each. */
export type Needs = readonly (readonly Needed[])[];

function hasWords({ words, beginnings }: WordSieve, needs: Needs): boolean {
  for (const alternatives of needs) {
    let isMet = false;
    for (const { number, isStem } of alternatives) {
      isMet = isMarked(isStem ? beginnings : words, number);
      if (isMet) break;
    }
    if (!isMet) return false;
  }
  return true;
}

function hasLetters(lower: string, needs: Needs): boolean {
  for (const alternatives of needs) {
    let isMet = false;
    for (const { letters } of alternatives) {
      isMet = lower.includes(letters);
      if (isMet) break;
    }
    if (!isMet) return false;
  }
  return true;
}

const indexes = new WeakMap<readonly (Phrase | string)[], readonly Needs[]>();

/** What each phrase of a list needs. */
function needsOf(phrases: readonly (Phrase | string)[]): readonly Needs[] {
  const known = indexes.get(phrases);
  if (known !== undefined) return known;
  const needs = phrases.map((phrase) => needsOfPhrase(typeof phrase === 'string' ? phrase : phrase.phrase));
  indexes.set(phrases, needs);
  return needs;
}

/** The words of a phrase with their alternatives, but for those that stand for any word: `#`, `…`, `*`. */
function needsOfPhrase(phrase: string): Needs {
  const lower = phrase.toLowerCase();
  const parts = /[^a-z ]/.test(lower)
    ? lower.split(/[\s-]+/).flatMap(alternativesOf)
    : lower.split(' ').map((letters) => [needed(letters, false)]);
  return parts
    .filter((alternatives) => alternatives.every(({ letters }) => letters !== ''))
    .sort((left, right) => weight(right) - weight(left));
}

/** An apostrophe divides a word for the text as well: `isn't` needs `isn` and `t`. */
function alternativesOf(part: string): Needed[][] {
  const words = /[|*]/.test(part) ? [part] : part.split(/['’]/);
  return words.map((word) => word.split('|').map(neededLetters));
}

/** The longest run of letters in a word: `isn` of `isn't`. */
function neededLetters(word: string): Needed {
  const runs = lettersIn(word);
  const letters = runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
  return needed(letters, word.endsWith(`${letters}*`));
}

function needed(letters: string, isStem: boolean): Needed {
  return { letters, number: numberOf(letters), isStem };
}

/** The fewest texts have a long word with few alternatives. */
function weight(alternatives: readonly Needed[]): number {
  return Math.min(...alternatives.map(({ letters }) => letters.length)) - alternatives.length;
}
