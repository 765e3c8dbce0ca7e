import { defineCheck, type Fault, verdictOf } from '../conformance/check.ts';
import { fieldName, type PointerPattern } from '../descriptor/json-pointer.ts';
import { findPhrases, withoutAddresses } from './phrases.ts';
import { textsOf, textsWith } from './texts.ts';

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
    const texts = textsOf(target, fields);
    const faults = acronyms.flatMap(({ acronym, long }): Fault[] => {
      const first = texts.find(({ text }) => uses(text, acronym));
      if (first === undefined) return [];
      if (textsWith(target, fields, long).some(({ text }) => findPhrases(text, long).length > 0)) return [];
      const data = { acronym, long: long[0] ?? acronym, field: fieldName(first.pointer) };
      return [{ at: first.pointer, data }];
    });
    return verdictOf(faults);
  },
});

/** Whether a text has the acronym, or its plural, as a word outside of addresses. */
function uses(text: string, acronym: string): boolean {
  if (!text.includes(acronym)) return false;
  const use = new RegExp(`(?<![\\p{L}\\p{N}])${acronym}s?(?![\\p{L}\\p{N}])`, 'u');
  return use.test(withoutAddresses(text));
}
