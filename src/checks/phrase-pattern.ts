import { numberEndsAt, numberStarts } from './numbers.ts';
import { isLetter } from './word-sieve.ts';

/** Where a phrase stands in a text: 0-based, in UTF-16 units; `end` is the place after its last letter. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A phrase made ready: its words in small letters, each with its alternatives. */
export interface PhrasePattern {
  readonly words: readonly (readonly string[])[];
  /** Whether nothing but space may stand between the words. */
  readonly isSpelling: boolean;
  /** With what it begins: letters, `#`, or nothing in particular. */
  readonly anchor: string;
}

const gap = '…';
/** In words. */
const widestGap = 3;
const anyNumber = '#';

/** Makes a phrase ready; see findPhrases for what its signs mean. The phrase is in small letters. */
export function patternOf(phrase: string, isSpelling: boolean): PhrasePattern {
  const words = phrase.trim().split(isSpelling ? /\s+/ : /[\s-]+/);
  const [first = ''] = words;
  const isOpen = first === gap || first.includes('|');
  return {
    words: words.map((word) => word.split('|')),
    isSpelling,
    anchor: isOpen ? '' : first.replace(/\*$/, ''),
  };
}

/**
 * Every place of a text, in small letters, that fits a pattern; none overlaps the one before. Written by hand, because
 * a regular expression for each of hundreds of phrases takes longer to compile than all of the judging.
 */
export function spansIn(lower: string, pattern: PhrasePattern): Span[] {
  const spans: Span[] = [];
  const { anchor } = pattern;
  for (let from = 0; from < lower.length; ) {
    const start = nextStart(lower, anchor, from);
    if (start === -1) break;
    const isWithin =
      isLetter(lower.charCodeAt(start - 1)) || (anchor === anyNumber && isInNumber(lower, start));
    const end = isWithin ? -1 : endOf(lower, pattern, 0, start);
    if (end > start) spans.push({ start, end });
    from = Math.max(start + 1, end);
  }
  return spans;
}

/** The next place where the pattern can begin at all; -1 without any. */
function nextStart(lower: string, anchor: string, from: number): number {
  if (anchor !== anyNumber) return lower.indexOf(anchor, from);
  return numberStarts(lower).find((start) => start >= from) ?? -1;
}

/** Whether a place is behind the point or comma of a number. */
function isInNumber(lower: string, at: number): boolean {
  const sign = lower[at - 1];
  return (sign === '.' || sign === ',') && isDigit(lower.charCodeAt(at - 2));
}

/** Where the pattern ends when its word with a certain number begins at a place; -1 when it does not fit. */
function endOf(lower: string, pattern: PhrasePattern, number: number, at: number): number {
  const alternatives = pattern.words[number];
  if (alternatives === undefined) return isLetter(lower.charCodeAt(at)) ? -1 : at;
  if (alternatives[0] === gap) return endAfterGap(lower, pattern, number, at);
  const isLast = number === pattern.words.length - 1;
  for (const alternative of alternatives) {
    for (const end of endsOfWord(lower, alternative, at)) {
      const whole = isLast
        ? endOf(lower, pattern, number + 1, end)
        : endAfterSeparator(lower, pattern, number, end);
      if (whole !== -1) return whole;
    }
  }
  return -1;
}

const nowhere: readonly number[] = [];

/** Where a word of a phrase can end, the farthest first. */
function endsOfWord(lower: string, word: string, at: number): readonly number[] {
  if (word === anyNumber) return numberEndsAt(lower, at);
  if (!word.endsWith('*')) return lower.startsWith(word, at) ? [at + word.length] : nowhere;
  const stem = word.length - 1;
  if (!lower.startsWith(word.slice(0, stem), at)) return nowhere;
  let end = at + stem;
  while (isLetter(lower.charCodeAt(end))) end++;
  return [end];
}

/** Behind a word there is space, or a hyphen with a space at either side at most. */
function endAfterSeparator(lower: string, pattern: PhrasePattern, number: number, at: number): number {
  for (let next = afterSpaces(lower, at); next > at; next--) {
    const end = endOf(lower, pattern, number + 1, next);
    if (end !== -1) return end;
  }
  if (pattern.isSpelling) return -1;
  const hyphen = isSpace(lower.charCodeAt(at)) ? at + 1 : at;
  if (lower[hyphen] !== '-') return -1;
  const isSpaced = isSpace(lower.charCodeAt(hyphen + 1));
  const end = isSpaced ? endOf(lower, pattern, number + 1, hyphen + 2) : -1;
  return end === -1 ? endOf(lower, pattern, number + 1, hyphen + 1) : end;
}

/** A gap takes as many words as it can; none of them ends a sentence or a clause. */
function endAfterGap(lower: string, pattern: PhrasePattern, number: number, at: number): number {
  const places = [at];
  for (let place = at; places.length <= widestGap; places.push(place)) {
    let end = place;
    while (end < lower.length && !endsClause(lower.charCodeAt(end))) end++;
    const next = afterSpaces(lower, end);
    if (end === place || next === end) break;
    place = next;
  }
  for (const place of places.reverse()) {
    const end = endOf(lower, pattern, number + 1, place);
    if (end !== -1) return end;
  }
  return -1;
}

function afterSpaces(lower: string, at: number): number {
  let next = at;
  while (isSpace(lower.charCodeAt(next))) next++;
  return next;
}

function endsClause(code: number): boolean {
  return isSpace(code) || '.,;:!?()'.includes(String.fromCharCode(code));
}

function isSpace(code: number): boolean {
  return code < 128 ? code === 32 || (code >= 9 && code <= 13) : /^\s/.test(String.fromCharCode(code));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
