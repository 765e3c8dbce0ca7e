import { type Json, type JsonPointer, type PointerPattern, placesAt } from '../descriptor/json-pointer.ts';
import { mayHaveOneOf, type Words, wordsIn, wordsOfAll } from './phrase-index.ts';
import type { Phrase } from './phrases.ts';

/** A text of a descriptor. */
export interface PlacedText {
  /** Where it stands, below the target that was looked at. */
  readonly pointer: JsonPointer;
  readonly text: string;
}

/** The texts in certain fields of a target, field by field, in document order. */
export function textsOf(target: Json, fields: readonly PointerPattern[]): readonly PlacedText[] {
  return collectionOf(target, fields).texts;
}

/**
 * Those of the texts that may have one of the phrases; in all others findPhrases would find none. Nearly always there
 * is no such text, and a look at the words of all the texts together tells so.
 */
export function textsWith(
  target: Json,
  fields: readonly PointerPattern[],
  phrases: readonly (Phrase | string)[],
): readonly PlacedText[] {
  const collection = collectionOf(target, fields);
  const { texts } = collection;
  if (texts.length >= fewTexts) {
    collection.words ??= wordsOfAll(texts.map(({ text }) => wordsIn(text)));
    if (!mayHaveOneOf(collection.words, phrases)) return none;
  }
  return texts.filter(({ text }) => mayHaveOneOf(wordsIn(text), phrases));
}

const none: readonly PlacedText[] = [];

/** So few texts are looked at one by one as fast as their words are put together. */
const fewTexts = 8;

interface Collection {
  readonly texts: readonly PlacedText[];
  /** Of all the texts, once somebody has asked for them. */
  words?: Words;
}

/** Every rule about wording asks for the same few lists of fields; what is remembered goes with the descriptor. */
const remembered = new WeakMap<object, Map<readonly PointerPattern[], Collection>>();

function collectionOf(target: Json, fields: readonly PointerPattern[]): Collection {
  if (typeof target !== 'object' || target === null) return { texts: collect(target, fields) };
  let collections = remembered.get(target);
  if (collections === undefined) {
    collections = new Map();
    remembered.set(target, collections);
  }
  let collection = collections.get(fields);
  if (collection === undefined) {
    collection = { texts: collect(target, fields) };
    collections.set(fields, collection);
  }
  return collection;
}

function collect(target: Json, fields: readonly PointerPattern[]): PlacedText[] {
  const texts: PlacedText[] = [];
  for (const field of fields) {
    for (const { pointer, value } of placesAt(target, field)) {
      if (typeof value === 'string') texts.push({ pointer, text: value });
    }
  }
  return texts;
}
