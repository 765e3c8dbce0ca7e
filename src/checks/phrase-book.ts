import type { PlacedWord } from './placed-words.ts';

/**
 * Words to look out for at a certain place of a text, and perhaps what to write in their stead. `…` stands for up to four
 * words of the text's own; articles between the words do not count; the first word may be a verb in the third person.
 */
export type BookPhrase = string | { readonly phrase: string; readonly instead?: string };

/** JSON Schema of a list of BookPhrase. */
export const bookPhrasesSchema = {
  type: 'array',
  items: {
    anyOf: [
      { type: 'string', minLength: 1 },
      {
        type: 'object',
        additionalProperties: false,
        required: ['phrase'],
        properties: { phrase: { type: 'string', minLength: 1 }, instead: { type: 'string', minLength: 1 } },
      },
    ],
  },
};

/** A phrase of the book that was found. */
export interface PhraseFound {
  /** The number of the word after it. */
  readonly end: number;
  readonly instead: string;
}

/** The longest phrase of a list that begins with a certain word of a text, or undefined. */
export function phraseAt(
  words: readonly PlacedWord[],
  at: number,
  phrases: readonly BookPhrase[],
): PhraseFound | undefined {
  const first = words[at];
  let longest: PhraseFound | undefined;
  for (const { rest, instead } of bookOf(phrases).get(first?.plain ?? '') ?? []) {
    const end = endOf(words, at + 1, rest);
    if (end !== undefined && end > (longest?.end ?? 0)) longest = { end, instead };
  }
  return longest;
}

/** Whether any phrase of a list begins with a word, which is in small letters. */
export function hasPhraseFrom(word: string, phrases: readonly BookPhrase[]): boolean {
  return bookOf(phrases).has(word);
}

const mostOmitted = 4;
const gap = '…';
const articles: ReadonlySet<string> = new Set(['a', 'an', 'the']);

function endOf(words: readonly PlacedWord[], from: number, rest: readonly string[]): number | undefined {
  const [wanted, ...further] = rest;
  if (wanted === undefined) return from;
  if (wanted === gap) return endAfterGap(words, from, further);
  const word = words[from];
  if (word === undefined || word.before.trim() !== '') return undefined;
  if (word.plain === wanted) return endOf(words, from + 1, further);
  return articles.has(word.plain) ? endOf(words, from + 1, rest) : undefined;
}

function endAfterGap(
  words: readonly PlacedWord[],
  from: number,
  rest: readonly string[],
): number | undefined {
  for (let at = from; at <= from + mostOmitted; at++) {
    const end = endOf(words, at, rest);
    if (end !== undefined) return end;
    if (words[at] === undefined || words[at]?.before.trim() !== '') return undefined;
  }
  return undefined;
}

interface Entry {
  readonly rest: readonly string[];
  readonly instead: string;
}

const books = new WeakMap<readonly BookPhrase[], ReadonlyMap<string, readonly Entry[]>>();

/** The phrases by the word that they begin with, in any form. */
function bookOf(phrases: readonly BookPhrase[]): ReadonlyMap<string, readonly Entry[]> {
  const known = books.get(phrases);
  if (known !== undefined) return known;
  const book = new Map<string, Entry[]>();
  for (const item of phrases) {
    const { phrase, instead = '' } = typeof item === 'string' ? { phrase: item } : item;
    const [first = '', ...rest] = phrase.trim().toLowerCase().split(/\s+/);
    for (const form of formsOf(first)) {
      const entries = book.get(form);
      if (entries === undefined) book.set(form, [{ rest, instead }]);
      else entries.push({ rest, instead });
    }
  }
  books.set(phrases, book);
  return book;
}

function formsOf(word: string): string[] {
  if (word === 'be') return ['be', 'is', 'are'];
  if (word === 'have') return ['have', 'has'];
  return [word, `${word}s`];
}
