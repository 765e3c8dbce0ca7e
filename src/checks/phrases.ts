import { possiblePhrases } from './phrase-index.ts';
import { type PhrasePattern, patternOf, spansIn } from './phrase-pattern.ts';

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
  const lower = inSmallLetters(prose);
  const matches = possible.flatMap((entry) => {
    const phrase = typeof entry === 'string' ? { phrase: entry } : entry;
    return matchesOf(phrase, prose, lower);
  });
  if (matches.length === 0) return matches;
  const excused = possiblePhrases(text, except).flatMap((phrase) => matchesOf({ phrase }, prose, lower));
  return matches
    .filter((match) => !excused.some((other) => isWithin(match, other)))
    .sort((left, right) => left.index - right.index || right.found.length - left.found.length);
}

function isWithin(inner: PhraseMatch, outer: PhraseMatch): boolean {
  return outer.index <= inner.index && inner.index + inner.found.length <= outer.index + outer.found.length;
}

/** Words found in a text as a message cites them: on one line. */
export function onOneLine(found: string): string {
  return found.replace(/\s+/g, ' ');
}

/** A text with spaces in place of web and mail addresses, so that every other character keeps its index and stops stay. */
export function withoutAddresses(text: string): string {
  // Most texts have none, and then the text itself will do.
  if (!text.includes('/') && !text.includes('@') && !text.toLowerCase().includes('www.')) return text;
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

/** @param lower the text in small letters, each at its own index */
function matchesOf(phrase: Phrase, text: string, lower: string): PhraseMatch[] {
  const matches = spansIn(lower, readyPattern(phrase)).map(({ start, end }) => ({
    ...phrase,
    index: start,
    found: text.slice(start, end),
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

/** Names out of descriptors may be part of phrases, so that there is no end of them. */
const mostRemembered = 5000;
const words = new Map<string, PhrasePattern>();
const spellings = new Map<string, PhrasePattern>();

function readyPattern({ phrase, isSpelling = false }: Phrase): PhrasePattern {
  const patterns = isSpelling ? spellings : words;
  const known = patterns.get(phrase);
  if (known !== undefined) return known;
  const pattern = patternOf(inSmallLetters(phrase), isSpelling);
  if (patterns.size >= mostRemembered) patterns.clear();
  patterns.set(phrase, pattern);
  return pattern;
}

/** Every character keeps its index: the one letter that grows two long in small letters goes by its plain sister. */
function inSmallLetters(text: string): string {
  return text.replaceAll('İ', 'I').toLowerCase();
}
