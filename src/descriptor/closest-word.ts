import { plainLetters } from './lookalike-letters.ts';

/** A word to be compared with what people write, made ready once. */
export interface KnownWord {
  readonly word: string;
  /** The word undressed (see there). */
  readonly bare: string;
  readonly digits: string;
  /** Which letters occur, one bit for each; letters that share a bit only make the comparison longer. */
  readonly letters: number;
}

/** The word that somebody most likely meant. */
export interface ClosestWord {
  readonly word: string;
  /** 0 for the same word in another dress (case, hyphens, plural, look-alike letters), else the number of slips. */
  readonly slips: number;
}

/** Swapping two neighbours is the commonest slip of all, so it weighs less than a wrong letter: EFQ is EQF, not NFQ. */
const swapWeight = 0.75;

/** Makes a word ready for comparison. */
export function knownWord(word: string): KnownWord {
  const bare = undressed(word);
  return { word, bare, digits: word.replace(/\D/g, ''), letters: lettersOf(bare) };
}

/**
 * The word of a list that is nearest to what was written, or undefined when none is plausible.
 *
 * @param preferred whether a word wins over another one that is as near
 */
export function closestWord(
  written: string,
  words: readonly KnownWord[],
  preferred: (word: string) => boolean = () => false,
): ClosestWord | undefined {
  // Nobody slips into a word of hundreds of letters, and comparing one would take time.
  if (written.length > 100) return undefined;
  const own = knownWord(written);
  const near = words
    .map((known) => ({ word: known.word, slips: slipsBetween(own, known) }))
    .filter(({ slips }) => slips < Number.POSITIVE_INFINITY)
    .sort(
      (left, right) =>
        left.slips - right.slips || Number(preferred(right.word)) - Number(preferred(left.word)),
    );
  return near[0] ?? shortenedWord(own, words) ?? wordWithin(own, words);
}

/** A word without its dress: small letters and digits only, no accents, singular. Equal for `Credit points` and `creditPoint`. */
export function undressed(word: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII, which most words are, needs no normalising.
  const plain = /^[\x00-\x7f]*$/.test(word) ? word : plainLetters(word).normalize('NFKD');
  const bare = plain.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (bare.length < 4) return bare;
  return bare.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');
}

/**
 * How many slips lie between two words: letters left out, added, mistaken or swapped with their neighbour
 * (optimal string alignment).
 */
export function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
        isSwap ? at(beforeLast, column - 2) + swapWeight : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, right.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

/** The slips between two words, infinitely many when there are more than can be believed. */
function slipsBetween(written: KnownWord, known: KnownWord): number {
  const tolerated = toleratedSlips(Math.max(written.bare.length, known.bare.length));
  if (written.bare === known.bare && known.bare !== '') return 0;
  const isTooLong = Math.abs(written.bare.length - known.bare.length) > tolerated;
  // A slip changes two letters at most.
  const isTooDifferent = bitsIn(written.letters ^ known.letters) > 2 * tolerated;
  // `entry-4` is not a slip for `entry-1`: another number is another thing.
  const isNumbered = written.digits !== '' && known.digits !== '' && written.digits !== known.digits;
  if (isTooLong || isTooDifferent || isNumbered) return Number.POSITIVE_INFINITY;
  const slips = editDistance(written.bare, known.bare);
  return slips <= tolerated ? slips : Number.POSITIVE_INFINITY;
}

/** The more letters, the more slips are plausible. */
function toleratedSlips(letters: number): number {
  if (letters < 3) return 0;
  if (letters < 5) return 1;
  return letters < 8 ? 2 : 3;
}

function lettersOf(bare: string): number {
  let letters = 0;
  for (let index = 0; index < bare.length; index++) letters |= 1 << (bare.charCodeAt(index) & 31);
  return letters;
}

function bitsIn(letters: number): number {
  let count = 0;
  for (let left = letters; left !== 0; left &= left - 1) count++;
  return count;
}

/** `desc` is short for `description`, as long as no other word begins like that. */
function shortenedWord({ bare }: KnownWord, words: readonly KnownWord[]): ClosestWord | undefined {
  if (bare.length < 3) return undefined;
  const [known, ...others] = words.filter((candidate) => candidate.bare.startsWith(bare));
  if (known === undefined || others.length > 0) return undefined;
  return { word: known.word, slips: known.bare.length - bare.length };
}

/** `courseTitle` says `title` and more. */
function wordWithin({ word }: KnownWord, words: readonly KnownWord[]): ClosestWord | undefined {
  const parts = word.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u);
  const end = undressed(parts.slice(1).join(''));
  if (parts.length < 2 || end.length < 4) return undefined;
  const known = words.find((candidate) => candidate.bare === end);
  return known === undefined ? undefined : { word: known.word, slips: parts.length };
}
