import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonPointer,
  type PointerPattern,
  placesAt,
} from '../descriptor/json-pointer.ts';
import { meetsOneOf, needsAmong } from './phrase-index.ts';
import type { Phrase } from './phrases.ts';
import { addWords, emptySieve, type WordSieve } from './word-sieve.ts';

/** A text of a descriptor. */
export interface PlacedText {
  /** Where it stands, below the target that was looked at. */
  readonly pointer: JsonPointer;
  readonly text: string;
  /** The text in small letters, which every list of phrases asks for. */
  readonly lower: string;
}

/** The texts in certain fields of a target, field by field, in document order. */
export function textsOf(target: Json, fields: readonly PointerPattern[]): readonly PlacedText[] {
  const known = readingOf(target).texts;
  const texts = known.get(fields) ?? collect(target, fields);
  known.set(fields, texts);
  return texts;
}

/**
 * Those of the texts that may have one of the phrases; in all others findPhrases would find none. Nearly always there
 * is no such text, and a look at the words of the whole target tells so.
 */
export function textsWith(
  target: Json,
  fields: readonly PointerPattern[],
  phrases: readonly (Phrase | string)[],
): readonly PlacedText[] {
  const reading = readingOf(target);
  reading.words ??= sieveOf(target);
  const needs = needsAmong(reading.words, phrases);
  if (needs.length === 0) return none;
  return textsOf(target, fields).filter(({ lower }) => meetsOneOf(lower, needs));
}

const none: readonly PlacedText[] = [];

interface Reading {
  readonly texts: Map<readonly PointerPattern[], readonly PlacedText[]>;
  /** Of all that the target says, once somebody has asked for them. */
  words?: WordSieve;
}

/** Every rule about wording asks for the same few lists of fields; what is remembered goes with the descriptor. */
const remembered = new WeakMap<object, Reading>();

function readingOf(target: Json): Reading {
  if (typeof target !== 'object' || target === null) return { texts: new Map() };
  let reading = remembered.get(target);
  if (reading === undefined) {
    reading = { texts: new Map() };
    remembered.set(target, reading);
  }
  return reading;
}

function collect(target: Json, fields: readonly PointerPattern[]): PlacedText[] {
  const texts: PlacedText[] = [];
  for (const field of fields) {
    for (const { pointer, value } of placesAt(target, field)) {
      if (typeof value === 'string') texts.push({ pointer, text: value, lower: value.toLowerCase() });
    }
  }
  return texts;
}

/** The words of every text below a value. Data is acyclic, and what aliases repeat has its limit (see limits.ts). */
function sieveOf(value: Json): WordSieve {
  const sieve = emptySieve();
  addTexts(sieve, value);
  return sieve;
}

function addTexts(sieve: WordSieve, part: Json): void {
  if (typeof part === 'string') addWords(sieve, part);
  else if (isJsonArray(part)) for (const item of part) addTexts(sieve, item);
  else if (isJsonObject(part)) for (const key of Object.keys(part)) addTexts(sieve, part[key] ?? null);
}
