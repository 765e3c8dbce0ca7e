import { findPhrases } from './phrases.ts';

/** How a claim is worded. All members but `within` are phrases as findPhrases knows them. */
export interface ClaimWording {
  readonly claims: readonly string[];
  /** What the claim is about; one of these has to follow in the same sentence. Without them the phrase alone is the claim. */
  readonly about?: readonly string[];
  /** How many words may stand between the phrase and what it is about. */
  readonly within?: number;
  /** Words that deny, before the claim or in it. */
  readonly deniedBy?: readonly string[];
  /** Words after which the phrase is no claim. */
  readonly notAfter?: readonly string[];
  /** Words across which the phrase is not about what follows. */
  readonly notAcross?: readonly string[];
  /** Words before which the phrase is no claim, or is taken back. */
  readonly notBefore?: readonly string[];
  /** Longer phrases that have the claim in them but do not make it. */
  readonly except?: readonly string[];
}

/** A claim in a text. */
export interface Claim {
  /** The claim in the words of the text, from the phrase to what it is about. */
  readonly found: string;
}

/** How many words before and after a claim are looked at. */
const reachBefore = 8;
const reachAfter = 6;

/**
 * Every claim that a text makes and does not deny in the same breath; of claims that overlap, the first. A question
 * claims nothing.
 */
export function findClaims(text: string, wording: ClaimWording): Claim[] {
  const { claims, deniedBy = [], notAfter = [], notAcross = [], notBefore = [] } = wording;
  let told = 0;
  return findPhrases(text, claims, wording.except).flatMap(({ index, found }): Claim[] => {
    if (index < told) return [];
    const afterPhrase = index + found.length;
    const sentence = restOfSentence(text, afterPhrase);
    const object = objectIn(sentence, wording);
    if (object === undefined || text[afterPhrase + sentence.length] === '?') return [];
    const before = lastWords(clauseBefore(text, index), reachBefore);
    const across = sentence.slice(0, object.start);
    const after = firstWords(clauseAfter(sentence.slice(object.end)), reachAfter);
    const isDenied =
      says(before, deniedBy) ||
      says(before, notAfter) ||
      says(across, deniedBy) ||
      says(across, notAcross) ||
      says(after, notBefore);
    if (isDenied) return [];
    told = afterPhrase + object.end;
    return [{ found: onOneLine(text.slice(index, told)) }];
  });
}

/** Where in the rest of a sentence the claim's object stands; at its very beginning when the claim needs none. */
function objectIn(
  sentence: string,
  { about, within = 3 }: ClaimWording,
): { start: number; end: number } | undefined {
  if (about === undefined) return { start: 0, end: 0 };
  const [first] = findPhrases(sentence, about);
  if (first === undefined || wordsOf(sentence.slice(0, first.index)).length > within) return undefined;
  return { start: first.index, end: first.index + first.found.length };
}

// A full stop inside a number or an address ends no sentence, a blank line or the next bullet does.
const ends = /[.;:!?](?=\s|$)|\n[^\S\n]*(?=\n|[-*•])/;
/** No clause that anybody reads is longer; it keeps long texts cheap. */
const longestClause = 600;

function restOfSentence(text: string, from: number): string {
  return text.slice(from, from + longestClause).split(ends, 1)[0] ?? '';
}

/** The part of the sentence before an index that can deny what follows: a new statement after `but` or `and` begins afresh. */
function clauseBefore(text: string, index: number): string {
  const sentence =
    text
      .slice(Math.max(0, index - longestClause), index)
      .split(ends)
      .at(-1) ?? '';
  return sentence.split(/\bbut\b|\band (?=(?:is|are|it|this|the|has|have|will|you|we)\b)/i).at(-1) ?? '';
}

/** The part of a sentence that still speaks of the claim. */
function clauseAfter(sentence: string): string {
  return (
    sentence.split(/,|\bbut\b|\bwhich\b|\band (?=(?:is|are|it|this|has|have|will|you|we)\b)/i, 1)[0] ?? ''
  );
}

function says(text: string, phrases: readonly string[]): boolean {
  return phrases.length > 0 && findPhrases(text, phrases).length > 0;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function firstWords(text: string, count: number): string {
  return wordsOf(text).slice(0, count).join(' ');
}

function lastWords(text: string, count: number): string {
  return wordsOf(text).slice(-count).join(' ');
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
