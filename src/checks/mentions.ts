import { cantTell, defineCheck, passed, verdictOf } from '../conformance/check.ts';
import {
  fieldName,
  type Json,
  type JsonPointer,
  type PointerPattern,
  placesAt,
  valueAt,
} from '../descriptor/json-pointer.ts';
import { findPhrases, withoutAddresses } from './phrases.ts';
import { presenceOf } from './presence.ts';
import { missingFault } from './present.ts';
import { textsWith } from './texts.ts';

interface Mention {
  readonly fields: readonly PointerPattern[];
  readonly phrases: readonly string[];
}

interface Options {
  /** Where the statement belongs. */
  readonly field: JsonPointer;
  /** Words of which the field has to have one; without them whatever it says is enough. */
  readonly phrases?: readonly string[];
  /** Whether a web or mail address in the field does as well. */
  readonly orAddress?: boolean;
  /** Other texts that make the statement when they have one of their words. */
  readonly elsewhere?: readonly Mention[];
}

const pointer = { type: 'string', pattern: '^(/[^/]+)+$' };
const phrases = { type: 'array', minItems: 1, items: { type: 'string', minLength: 2 } };

/** A field, or another text, mentions something. `{field}` names the field, `{value}` is what it says, or `missing`. */
export const mentions = defineCheck<Options>({
  name: 'mentions',
  summary: 'A field mentions one of the phrases (or anything), unless another text mentions one of its own.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['field'],
    properties: {
      field: pointer,
      phrases,
      orAddress: { type: 'boolean' },
      elsewhere: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['fields', 'phrases'],
          properties: { fields: { type: 'array', minItems: 1, items: pointer }, phrases },
        },
      },
    },
  },
  run(target, { field, phrases: words, orAddress = false, elsewhere = [] }, context) {
    const isMentioned = ({ fields, phrases: these }: Mention): boolean =>
      textsWith(target, fields, these).some(({ text }) => findPhrases(text, these).length > 0);
    if (elsewhere.some(isMentioned)) return passed;
    const value = valueAt(target, field);
    const presence = presenceOf(value, context);
    if (presence === 'placeholder') return cantTell('Only a placeholder stands there.');
    const name = fieldName(field);
    if (presence === 'absent' || value === undefined)
      return verdictOf([{ ...missingFault(target, field, name), data: { field: name, value: 'missing' } }]);
    if (words === undefined || isSaidIn(value, words)) return passed;
    if (orAddress && typeof value === 'string' && withoutAddresses(value) !== value) return passed;
    return verdictOf([{ at: field, data: { field: name, value } }]);
  },
});

/** Whether a text, or one of the texts in a list or an object, has one of the phrases. */
function isSaidIn(value: Json, words: readonly string[]): boolean {
  const texts = typeof value === 'string' ? [value] : placesAt(value, '/*').map((place) => place.value);
  return texts.some((text) => typeof text === 'string' && findPhrases(text, words).length > 0);
}
