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
 * words, in the order of the text, the longer of two first. A phrase that ends in `*` matches any ending of its last
 * word, a word `#` any number, a word `…` up to three words, and `any|every` either word. A match inside one of the exceptions does not count, nor does one in the address
 * of a page or mailbox.
 */
export function findPhrases(
  text: string,
  phrases: readonly (Phrase | string)[],
  except: readonly string[] = [],
): PhraseMatch[] {
  const possible = possiblePhrases(text, phrases);
  if (possible.length === 0) return [];
  const prose = withoutAddresses(text);
  const excused = possiblePhrases(text, except).flatMap((phrase) => matchesOf(prose, { phrase }));
  const entries = possible.map((entry) => (typeof entry === 'string' ? { phrase: entry } : entry));
  const matches = entries.flatMap((entry) =>
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
  // Most texts have none, and then the text itself will do.
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
  const matches = [...inSmallLetters(text).matchAll(patternOf(phrase))].map(({ index, 0: { length } }) => ({
    index,
    found: text.slice(index, index + length),
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

/** Every character keeps its index: the one letter that grows two long in small letters goes by its plain sister. */
function inSmallLetters(text: string): string {
  return text.replaceAll('İ', 'I').toLowerCase();
}

/**
 * Letters and digits in any script, near enough: a pattern with Unicode's own classes, and one that ignores case, takes
 * milliseconds to compile, and there are hundreds.
 */
const letter = '[a-z0-9\\u00aa-\\u1fff\\u2c00-\\ud7ff]';

const gap = '…';
/** Up to three words, none of which ends a sentence or a clause. */
const gapPattern = '(?:[^\\s.,;:!?()]+\\s+){0,3}';

const patterns = new Map<string, RegExp>();

/** Only escaped words, single separators, numbers, short gaps and one class of letters: linear in the length of the text. */
function patternOf({ phrase, isSpelling = false }: Phrase): RegExp {
  const key = `${isSpelling} ${phrase}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const words = inSmallLetters(phrase.trim()).split(isSpelling ? /\s+/ : /[\s-]+/);
  const separator = isSpelling ? '\\s+' : '(?:\\s+|\\s?-\\s?)';
  const parts = words.map((word, index) =>
    word === gap ? gapPattern : wordPattern(word) + (index < words.length - 1 ? separator : ''),
  );
  const pattern = new RegExp(
    `(?<!${letter}${words[0] === '#' ? '|\\d[.,]' : ''})${parts.join('')}(?!${letter})`,
    'g',
  );
  patterns.set(key, pattern);
  return pattern;
}

function wordPattern(word: string): string {
  if (word === '#') return numberPattern;
  if (word.includes('|')) return `(?:${word.split('|').map(wordPattern).join('|')})`;
  const literal = word.replace(/\*$/, '').replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return word.endsWith('*') ? `${literal}${letter}*` : literal;
}
