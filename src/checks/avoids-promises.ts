import { defineCheck, type Fault, passed, verdictOf } from '../conformance/check.ts';
import { fieldName, type PointerPattern } from '../descriptor/json-pointer.ts';
import { findPromises, type PromiseWording } from './promises.ts';
import { textsOf, textsWith } from './texts.ts';

interface Options extends PromiseWording {
  readonly fields: readonly PointerPattern[];
}

const phrases = { type: 'array', minItems: 1, items: { type: 'string', minLength: 2 } } as const;

/** Texts do not make certain promises. `{found}` cites the promise, `{field}` names the field. */
export const avoidsPromises = defineCheck<Options>({
  name: 'avoids-promises',
  summary:
    'None of the texts promises something; a sentence that denies, softens or asks promises nothing, and each sentence is told once.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['fields', 'promises'],
    properties: {
      fields: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^(/[^/]+)+$' } },
      promises: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['phrases'],
          properties: { phrases, about: phrases },
        },
      },
      unless: { type: 'array', minItems: 1, items: phrases },
      idioms: phrases,
      except: phrases,
    },
  },
  run(target, options) {
    const { fields, promises } = options;
    const promising = new Set(promises.flatMap(({ phrases: wanted }) => textsWith(target, fields, wanted)));
    if (promising.size === 0) return passed;
    const texts = textsOf(target, fields).filter((text) => promising.has(text));
    const faults = texts.flatMap(({ pointer, text }): Fault[] => {
      const told = new Set<string>();
      const once = findPromises(text, options).filter((found) => {
        const isNew = !told.has(found.toLowerCase());
        told.add(found.toLowerCase());
        return isNew;
      });
      return once.map((found) => ({ at: pointer, data: { found, field: fieldName(pointer) } }));
    });
    return verdictOf(faults);
  },
});
