import { defineCheck, type Fault, verdictOf } from '../conformance/check.ts';
import { type JsonPointer, valueAt } from '../descriptor/json-pointer.ts';
import { bareText } from './bare-text.ts';
import { itemsOf } from './counting-items.ts';
import { type OpeningOptions, openingOf, stemsSchema } from './outcome-opening.ts';
import { presenceOf } from './presence.ts';
import { verbListsSchema } from './verb-list.ts';

interface Options extends OpeningOptions {
  readonly list: JsonPointer;
  /** The text of each item, as a pointer below it. */
  readonly text: JsonPointer;
}

/**
 * No two items have the same text. Case, punctuation, articles, -ize for -ise, numbering and stems make no difference.
 * `{number}` is the number of the item, from 1, `{first}` that of the one whose text it repeats.
 */
export const distinctTexts = defineCheck<Options>({
  name: 'distinct-texts',
  summary: 'No item of a list has a text that says the same as one before it in the same words.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['list', 'text', 'stems', 'verbs'],
    properties: {
      list: { type: 'string', pattern: '^(/[^/*]+)+$' },
      text: { type: 'string', pattern: '^(/[^/*]+)+$' },
      stems: stemsSchema,
      verbs: verbListsSchema,
    },
  },
  run(target, { list, text: field, ...options }, context) {
    const firsts = new Map<string, number>();
    const faults: Fault[] = [];
    for (const [index, { pointer, value }] of itemsOf(target, { list }).entries()) {
      const text = valueAt(value, field);
      if (typeof text !== 'string' || presenceOf(text, context) !== 'present') continue;
      const { words, starts } = openingOf(text, options);
      const bare = bareText(words.slice(starts.at(-1)));
      const first = firsts.get(bare);
      if (first === undefined) firsts.set(bare, index);
      else if (bare !== '')
        faults.push({ at: pointer + field, data: { number: index + 1, first: first + 1 } });
    }
    return verdictOf(faults);
  },
});
