import { numberPattern } from './numbers.ts';
import { possiblePhrases } from './phrase-index.ts';

/** A phrase to look for in text, and what to write in its place. */
export interface Phrase {
  readonly phrase: string;
  readonly instead?: string;
  /** Hyphen, space and nothing between the words are told apart, as where the spelling itself is the matter. */
  readonly isSpelling?: boolean;
  /** Words one of which has to follow, unless the sentence or clause ends there; whatever follows when absent. */
  readonly before?: readonly string[];
}

/** JSON Schema of a Phrase, for the options of checks. */
export const phraseSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['phrase'],
  properties: {
    phrase: { type: 'string', minLength: 2 },
    instead: { type: 'string', minLength: 1 },
    isSpelling: { type: 'boolean' },
    before: { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
  },
} as const;

export interface PhraseMatch extends Phrase {
  /** The words as the text has them. */
  readonly found: string;
  readonly index: number;
}

/**
 * Every place where a text has one of the phrases as whole words, whatever the case, with hyphen or space between the
 * words, in the order of the text, the longer of two first; a phrase that ends in `*` matches any ending of its last word, a word `#` any number, a word `…` up to three
 * words, and `any|every` either word. A match inside one of the exceptions does not count, nor does one in the address
 * of a page or mailbox.
 */
export function findPhrases(
  text: string,
  phrases: readonly Phrase[],
  except: readonly string[] = [],
): PhraseMatch[] {
  const possible = possiblePhrases(text, phrases);
  if (possible.length === 0) return [];
  const prose = withoutAddresses(text);
  const excused = possiblePhrases(text, except).flatMap((phrase) => matchesOf(prose, { phrase }));
  const matches = possible.flatMap((entry) =>
    matchesOf(prose, entry)
      .filter(
        ({ index, found }) =>
          !excused.some(
            (other) => other.index <= index && index + found.length <= other.index + other.found.length,
          ),
      )
      .map((match) => ({ ...entry, ...match })),
  );
  return matches.sort((left, right) => left.index - right.index || right.found.length - left.found.length);
}

/** Words found in a text as a message cites them: on one line. */
export function onOneLine(found: string): string {
  return found.replace(/\s+/g, ' ');
}

/** A text with spaces in place of web and mail addresses, so that every other character keeps its index and stops stay. */
export function withoutAddresses(text: string): string {
  if (!/[@/]|www\./i.test(text)) return text;
  return text.replace(/\S+/g, (token) => {
    if (!isAddress(token)) return token;
    const stops = /[.,;:!?)]*$/.exec(token)?.[0] ?? '';
    return ' '.repeat(token.length - stops.length) + stops;
  });
}

function isAddress(token: string): boolean {
  return (
    token.includes('://') || /^\(?www\./i.test(token) || /@[\w-]+\.\w|^[\w.-]+\.[a-z]{2,}\/./i.test(token)
  );
}

function matchesOf(text: string, phrase: Phrase): { index: number; found: string }[] {
  const matches = [...text.matchAll(patternOf(phrase))].map((match) => ({
    index: match.index,
    found: match[0],
  }));
  const { before } = phrase;
  if (before === undefined) return matches;
  return matches.filter(({ index, found }) => {
    const next = /^[\s-]+([\p{L}\p{N}]+)/u.exec(
      text.slice(index + found.length, index + found.length + 60),
    )?.[1];
    return next === undefined || before.includes(next.toLowerCase());
  });
}

const gap = '…';
/** Up to three words, none of which ends a sentence or a clause. */
const gapPattern = '(?:[^\\s.,;:!?()]+\\s+){0,3}';

const patterns = new Map<string, RegExp>();

/** Only escaped words, single separators, numbers, short gaps and one class of letters: linear in the length of the text. */
function patternOf({ phrase, isSpelling = false }: Phrase): RegExp {
  const key = `${isSpelling} ${phrase}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const words = phrase.trim().split(isSpelling ? /\s+/ : /[\s-]+/);
  const separator = isSpelling ? '\\s+' : '(?:\\s+|\\s?-\\s?)';
  const parts = words.map((word, index) =>
    word === gap ? gapPattern : wordPattern(word) + (index < words.length - 1 ? separator : ''),
  );
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}]${words[0] === '#' ? '|\\p{N}[.,]' : ''})${parts.join('')}(?![\\p{L}\\p{N}])`,
    'giu',
  );
  patterns.set(key, pattern);
  return pattern;
}

function wordPattern(word: string): string {
  if (word === '#') return numberPattern;
  if (word.includes('|')) return `(?:${word.split('|').map(wordPattern).join('|')})`;
  const literal = word.replace(/\*$/, '').replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return word.endsWith('*') ? `${literal}[\\p{L}\\p{N}]*` : literal;
}
