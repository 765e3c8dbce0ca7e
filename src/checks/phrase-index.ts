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
  const { words, lower } = wordsIn(text);
  const possible = new Set(others);
  for (const word of words) for (const phrase of byWord.get(word) ?? []) possible.add(phrase);
  for (const [stem, phrase] of byStem) if (lower.includes(stem)) possible.add(phrase);
  // In the order of the list, so that what is found does not depend on the order of the words.
  return possible.size === 0 ? [] : phrases.filter((phrase) => possible.has(phrase));
}

interface PhraseIndex {
  /** By a whole word that the text has to have, in small letters. */
  readonly byWord: ReadonlyMap<string, readonly (Phrase | string)[]>;
  /** By the beginning of a word that the text has to have. */
  readonly byStem: readonly (readonly [string, Phrase | string])[];
  /** Without any such word. */
  readonly others: readonly (Phrase | string)[];
}

const indexes = new WeakMap<readonly (Phrase | string)[], PhraseIndex>();

function indexOf(phrases: readonly (Phrase | string)[]): PhraseIndex {
  const known = indexes.get(phrases);
  if (known !== undefined) return known;
  const byWord = new Map<string, (Phrase | string)[]>();
  const byStem: [string, Phrase | string][] = [];
  const others: (Phrase | string)[] = [];
  for (const phrase of phrases) {
    const parts = (typeof phrase === 'string' ? phrase : phrase.phrase).toLowerCase().split(/[\s-]+/);
    const word = longest(parts.filter((part) => /^[\p{L}\p{N}]+$/u.test(part)));
    const stem = longest(
      parts.filter((part) => /^[\p{L}\p{N}]+\*$/u.test(part)).map((part) => part.slice(0, -1)),
    );
    if (word !== '') byWord.set(word, [...(byWord.get(word) ?? []), phrase]);
    else if (stem !== '') byStem.push([stem, phrase]);
    else others.push(phrase);
  }
  const index = { byWord, byStem, others };
  indexes.set(phrases, index);
  return index;
}

function longest(words: readonly string[]): string {
  return words.reduce((best, word) => (word.length > best.length ? word : best), '');
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
