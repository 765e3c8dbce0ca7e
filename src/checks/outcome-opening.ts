import { type BookPhrase, hasPhraseFrom, type PhraseFound, phraseAt } from './phrase-book.ts';
import { type PlacedWord, placedWords, quotedWords } from './placed-words.ts';
import { findVerb, isPerfectTense, isVerbAt, type VerbLists } from './verb-list.ts';

/** What is needed to find the opening of an outcome. */
export interface OpeningOptions {
  /** Words that may stand before the verb; one that ends in `…` is a lead-in. See the vocabulary `outcome-stems`. */
  readonly stems: readonly string[];
  readonly verbs: VerbLists;
}

/** JSON Schema of `stems`. */
export const stemsSchema = { type: 'array', items: { type: 'string', minLength: 1 } };

/** How an outcome opens. Numbers are those of words, from 0. */
export interface Opening {
  /** The text without a number or a bullet before it. */
  readonly text: string;
  readonly words: readonly PlacedWord[];
  /** Where the outcome can be said to begin: at its first word, and after each stem. */
  readonly starts: readonly number[];
  /** Where the verb should stand: after stems and adverbs. */
  readonly verb: number;
  readonly hasVerb: boolean;
  /** Whether the verb comes right after a lead-in: "With guidance, plan …". */
  readonly hasCondition: boolean;
}

const mostStems = 8;

/**
 * Finds the opening of an outcome behind numbering, stems ("Learners will be able to"), lead-ins ("With guidance,") and
 * adverbs. A lead-in may also end where one of the listed phrases begins.
 */
export function openingOf(
  text: string,
  { stems, verbs }: OpeningOptions,
  listed: readonly (readonly BookPhrase[])[] = [],
): Opening {
  const shown = withoutNumber(text);
  const words = placedWords(shown);
  const reading: Reading = {
    words,
    ...stemLists(stems),
    isVerb: (at) => isVerbAt(words, afterAdverbs(words, at, verbs), verbs),
    isListed: (at) => listed.some((phrases) => phraseAt(words, at, phrases) !== undefined),
  };
  const starts = [0];
  let hasCondition = false;
  for (let at = 0; starts.length <= mostStems; ) {
    // "Safely and with regard for others, use …": a lead-in may come after an adverb.
    const past = afterAdverbs(words, at, verbs);
    const next = past > at && /^(?:and|or)$/.test(words[past]?.plain ?? '') ? past + 1 : past;
    const stem = stemAt(reading, at) ?? (next > at ? stemAt(reading, next) : undefined);
    if (stem === undefined || stem.end >= words.length) break;
    starts.push(stem.end);
    hasCondition = stem.isLeadIn;
    at = stem.end;
  }
  const verb = afterAdverbs(words, starts.at(-1) ?? 0, verbs);
  return { text: shown, words, starts, verb, hasVerb: isVerbAt(words, verb, verbs), hasCondition };
}

/**
 * Whether an outcome plainly opens with a verb, at its very first word, and with none of the listed phrases. Most do, and
 * this is seen at once; `false` says nothing.
 */
export function opensPlainly(
  text: string,
  verbs: VerbLists,
  listed: readonly (readonly BookPhrase[])[] = [],
): boolean {
  const [, first = '', second = ''] = /^([A-Za-z]{2,})(?:\s+([A-Za-z]+))?/.exec(text) ?? [];
  const word = first.toLowerCase();
  const verb = word === '' ? undefined : findVerb(word, verbs);
  if (verb === undefined || verb.isThirdPerson || (verb.isAmbiguous && second.toLowerCase() === 'of'))
    return false;
  return !listed.some((phrases) => hasPhraseFrom(word, phrases));
}

/** The listed phrase with which an outcome opens, with the words of the outcome itself. */
export function listedOpening(
  { text, words, starts, verb }: Opening,
  phrases: readonly BookPhrase[],
  verbs: VerbLists,
): (PhraseFound & { readonly found: string }) | undefined {
  for (const at of [...starts, verb]) {
    const match = isPerfectTense(words, at, verbs) ? undefined : phraseAt(words, at, phrases);
    if (match !== undefined) return { ...match, found: quotedWords(text, words, at, match.end) };
  }
  return undefined;
}

/** The text without a number or a bullet before it: "LO1: ", "2.", "(a)". */
function withoutNumber(text: string): string {
  return text
    .trim()
    .replace(/^[-–—•*]\s*/u, '')
    .replace(
      /^\(?(?:[a-z]{0,3}lo|(?:learning )?outcome)?\s?\d{1,2}(?:\.\d{1,2})?\s?(?:[).:–—-]|(?=\s))\s*/iu,
      '',
    )
    .replace(/^\(?(?:[a-h]|[ivx]{1,4})[).]\s+/u, '');
}

/** Nobody writes more of them in a row. */
const mostAdverbs = 8;
const otherAdverbs: ReadonlySet<string> = new Set(['also', 'both', 'further', 'then', 'together', 'well']);

/** Whether a word says how something is done. */
export function isAdverb(word: PlacedWord | undefined, verbs: VerbLists): boolean {
  if (word === undefined) return false;
  return (
    otherAdverbs.has(word.plain) || (word.plain.endsWith('ly') && findVerb(word.plain, verbs) === undefined)
  );
}

/** The first word at or after one that is no adverb: "critically and systematically analyse" leads to "analyse". */
export function afterAdverbs(words: readonly PlacedWord[], from: number, verbs: VerbLists): number {
  let at = from;
  while (at < from + mostAdverbs && isAdverb(words[at], verbs)) {
    const joins = /^(?:and|or|but)$/.test(words[at + 1]?.plain ?? '');
    at += joins && isAdverb(words[at + 2], verbs) ? 2 : 1;
  }
  return at;
}

interface StemLists {
  readonly plainStems: readonly string[];
  /** Without their dots. */
  readonly leadIns: readonly string[];
}

interface Reading extends StemLists {
  readonly words: readonly PlacedWord[];
  readonly isVerb: (at: number) => boolean;
  readonly isListed: (at: number) => boolean;
}

const knownStemLists = new WeakMap<readonly string[], StemLists>();

function stemLists(stems: readonly string[]): StemLists {
  const known = knownStemLists.get(stems);
  if (known !== undefined) return known;
  const lists = {
    plainStems: stems.filter((stem) => !stem.endsWith('…')),
    leadIns: stems.filter((stem) => stem.endsWith('…')).map((stem) => stem.slice(0, -1)),
  };
  knownStemLists.set(stems, lists);
  return lists;
}

function stemAt(reading: Reading, at: number): { end: number; isLeadIn: boolean } | undefined {
  const stem = phraseAt(reading.words, at, reading.plainStems);
  if (stem !== undefined) return { end: stem.end, isLeadIn: false };
  const leadIn = phraseAt(reading.words, at, reading.leadIns);
  const end = leadIn && leadInEnd(reading, leadIn.end);
  return end === undefined ? undefined : { end, isLeadIn: true };
}

/** A lead-in such as "With guidance and in a team, …" is seldom longer, in words. */
const longestLeadIn = 25;

/**
 * Where a lead-in ends: at the first comma after which an outcome opens, else at the first stem before a verb ("by the
 * end of the course learners will …"), else at a verb before the first comma ("With guidance plan …").
 */
function leadInEnd(reading: Reading, from: number): number | undefined {
  const { words, plainStems, isVerb, isListed } = reading;
  const places = words.slice(from, from + longestLeadIn).map((_, index) => from + index);
  const afterStems = (place: number): number => {
    const stem = phraseAt(words, place, plainStems);
    return stem === undefined ? place : afterStems(stem.end);
  };
  const opensAfterStems = (place: number) => isVerb(afterStems(place)) || isListed(afterStems(place));
  const isAfterComma = (place: number) => /[,:;–—]/u.test(words[place]?.before ?? '');
  const firstComma = places.find(isAfterComma) ?? words.length;
  return (
    places.find((place) => isAfterComma(place) && opensAfterStems(place)) ??
    places.find((place) => afterStems(place) !== place && opensAfterStems(place)) ??
    places.find((place) => place > from && place < firstComma && isVerb(place))
  );
}
