import { cantTell, defineCheck, passed, verdictOf } from '../conformance/check.ts';
import {
  fieldName,
  type Json,
  type JsonPointer,
  type PointerPattern,
  placesAt,
} from '../descriptor/json-pointer.ts';
import { presenceOf } from './presence.ts';
import { missingFault } from './present.ts';
import { countWords } from './sentences.ts';

interface Options {
  /** What holds the description; the fault stands there. */
  readonly field: JsonPointer;
  readonly texts: readonly PointerPattern[];
  readonly items: PointerPattern;
  readonly minimumWords: number;
  readonly minimumItems: number;
}

/**
 * Something is described at some length: in enough words (those of the items included), or in enough items.
 * `{words}` and `{items}` are the numbers found.
 */
export const describedIn = defineCheck<Options>({
  name: 'described-in',
  summary: 'A description has at least a number of words, or a number of items.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['field', 'texts', 'items', 'minimumWords', 'minimumItems'],
    properties: {
      field: { type: 'string', pattern: '^(/[^/]+)+$' },
      texts: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^(/[^/]+)+$' } },
      items: { type: 'string', pattern: '^(/[^/]+)+$' },
      minimumWords: { type: 'integer', minimum: 1 },
      minimumItems: { type: 'integer', minimum: 1 },
    },
  },
  run(target, { field, texts, items, minimumWords, minimumItems }, context) {
    const placesOfItems = placesAt(target, items);
    const places = [...texts.flatMap((text) => placesAt(target, text)), ...placesOfItems];
    const says = (value: Json): boolean => presenceOf(value, context) === 'present';
    const words = places
      .filter(({ value }) => says(value))
      .reduce((sum, { value }) => sum + (typeof value === 'string' ? countWords(value) : 0), 0);
    const count = placesOfItems.filter(({ value }) => says(value)).length;
    if (words >= minimumWords || count >= minimumItems) return passed;
    if (places.some(({ value }) => presenceOf(value, context) === 'placeholder')) {
      return cantTell('A placeholder stands in part of the description.');
    }
    const data = { field: fieldName(field), words, items: count };
    return verdictOf([{ ...missingFault(target, field, fieldName(field)), data }]);
  },
});
