import { defineCheck, type Fault, verdictOf } from '../conformance/check.ts';
import { fieldName, type PointerPattern, placesAt } from '../descriptor/json-pointer.ts';
import { findPhrases, withoutAddresses } from './phrases.ts';

interface Acronym {
  readonly acronym: string;
  /** What it stands for; the first is the one to recommend. */
  readonly long: readonly string[];
}

interface Options {
  readonly fields: readonly PointerPattern[];
  readonly acronyms: readonly Acronym[];
}

/**
 * Acronyms that the texts use are written out in one of them. `{acronym}` is the one that is not, `{long}` what it
 * stands for, `{field}` where it stands first.
 */
export const expandsAcronyms = defineCheck<Options>({
  name: 'expands-acronyms',
  summary: 'Each acronym that one of the texts uses is written out at least once in one of the texts.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['fields', 'acronyms'],
    properties: {
      fields: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^(/[^/]+)+$' } },
      acronyms: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['acronym', 'long'],
          properties: {
            acronym: { type: 'string', pattern: '^[A-Z]{2,10}$' },
            long: { type: 'array', minItems: 1, items: { type: 'string', minLength: 5 } },
          },
        },
      },
    },
  },
  run(target, { fields, acronyms }) {
    const texts = fields
      .flatMap((field) => placesAt(target, field))
      .flatMap(({ pointer, value }) =>
        typeof value === 'string' ? [{ pointer, text: withoutAddresses(value) }] : [],
      );
    const faults = acronyms.flatMap(({ acronym, long }): Fault[] => {
      const use = new RegExp(`(?<![\\p{L}\\p{N}])${acronym}s?(?![\\p{L}\\p{N}])`, 'u');
      const first = texts.find(({ text }) => use.test(text));
      if (first === undefined) return [];
      if (texts.some(({ text }) => findPhrases(text, long).length > 0)) return [];
      const data = { acronym, long: long[0] ?? acronym, field: fieldName(first.pointer) };
      return [{ at: first.pointer, data }];
    });
    return verdictOf(faults);
  },
});
