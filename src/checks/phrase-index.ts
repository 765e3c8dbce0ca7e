import type { Phrase } from './phrases.ts';

/**
 * The phrases of a list that can be in a text at all. Nearly every phrase is in nearly no text, and a look at the
 * text's words tells so a hundred times faster than looking for each phrase.
 */
export function possiblePhrases<P extends Phrase | string>(
  text: string,
  phrases: readonly P[],
): readonly P[] {
  if (phrases.length === 0) return phrases;
  const { byWord, byStem, others } = indexOf(phrases);
  const found = wordsIn(text);
  const possible = new Set<number>();
  const consider = ({ number, parts }: Entry): void => {
    if (parts.every((alternatives) => alternatives.some((needed) => isIn(found, needed))))
      possible.add(number);
  };
  for (const word of found.words) for (const entry of byWord.get(word) ?? []) consider(entry);
  for (const [stem, entry] of byStem) if (found.lower.includes(stem)) consider(entry);
  for (const entry of others) consider(entry);
  if (possible.size === 0) return [];
  // In the order of the list, so that what is found does not depend on the order of the words.
  return phrases.filter((_, number) => possible.has(number));
}

/** Letters and digits without a break, in small letters, that a text needs to have. */
interface Needed {
  readonly letters: string;
  /** Whether other letters may follow them in the text. */
  readonly isStem: boolean;
}

interface Entry {
  /** The place of the phrase in its list. */
  readonly number: number;
  /** For each word of the phrase, its alternatives; a text needs one of each. */
  readonly parts: readonly (readonly Needed[])[];
}

interface PhraseIndex {
  /** By a whole word that the text has to have. */
  readonly byWord: ReadonlyMap<string, readonly Entry[]>;
  /** By the beginning of a word that the text has to have. */
  readonly byStem: readonly (readonly [string, Entry])[];
  /** Without any such word. */
  readonly others: readonly Entry[];
}

const indexes = new WeakMap<readonly (Phrase | string)[], PhraseIndex>();

function indexOf(phrases: readonly (Phrase | string)[]): PhraseIndex {
  const known = indexes.get(phrases);
  if (known !== undefined) return known;
  const byWord = new Map<string, Entry[]>();
  const byStem: [string, Entry][] = [];
  const others: Entry[] = [];
  for (const [number, phrase] of phrases.entries()) {
    const entry = { number, parts: partsOf(typeof phrase === 'string' ? phrase : phrase.phrase) };
    const telling = mostTelling(entry.parts);
    if (telling.length === 0) others.push(entry);
    for (const { letters, isStem } of telling) {
      const entries = byWord.get(letters);
      if (isStem) byStem.push([letters, entry]);
      else if (entries === undefined) byWord.set(letters, [entry]);
      else entries.push(entry);
    }
  }
  const index = { byWord, byStem, others };
  indexes.set(phrases, index);
  return index;
}

/** The words of a phrase with their alternatives, but for those that stand for any word: `#`, `…`, `*`. */
function partsOf(phrase: string): Needed[][] {
  return (
    phrase
      .toLowerCase()
      .split(/[\s-]+/)
      // An apostrophe divides a word for the text as well: `isn't` needs `isn` and `t`.
      .flatMap((part) => (/[|*]/.test(part) ? [part] : part.split(/['’]/)))
      .map((part) => part.split('|').map(neededLetters))
      .filter((alternatives) => alternatives.every(({ letters }) => letters !== ''))
  );
}

/** The longest run of letters in a word: `isn` of `isn't`. */
function neededLetters(word: string): Needed {
  const runs = word.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
  return { letters, isStem: word.endsWith(`${letters}*`) };
}

/** The part that the fewest texts have: with long words and few alternatives. */
function mostTelling(parts: readonly (readonly Needed[])[]): readonly Needed[] {
  const weight = (alternatives: readonly Needed[]): number =>
    Math.min(...alternatives.map(({ letters }) => letters.length)) - alternatives.length;
  return parts.reduce<readonly Needed[]>(
    (best, alternatives) => (best.length === 0 || weight(alternatives) > weight(best) ? alternatives : best),
    [],
  );
}

function isIn({ words, lower }: Words, { letters, isStem }: Needed): boolean {
  return isStem ? lower.includes(letters) : words.has(letters);
}

interface Words {
  readonly lower: string;
  readonly words: ReadonlySet<string>;
}

/** As many texts as one descriptor may have; every rule about wording looks at the same ones. */
const mostRemembered = 256;
const remembered = new Map<string, Words>();

function wordsIn(text: string): Words {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const lower = text.toLowerCase();
  const found = { lower, words: new Set(lower.match(/[\p{L}\p{N}]+/gu)) };
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(text, found);
  return found;
}
