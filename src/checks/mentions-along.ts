import { defineCheck, passed, verdictOf } from '../conformance/check.ts';
import { fieldName, type PointerPattern } from '../descriptor/json-pointer.ts';
import { findPhrases, onOneLine, type Phrase, phraseSchema } from './phrases.ts';
import { textsWith } from './texts.ts';

interface Options {
  readonly fields: readonly PointerPattern[];
  /** What calls for the others. */
  readonly when: readonly Phrase[];
  readonly along: readonly Phrase[];
  readonly except?: readonly string[];
}

/**
 * Where the texts use some phrases, they use one of certain others as well, in whichever text. `{found}` cites the
 * first words that call for them, `{field}` names their field.
 */
export const mentionsAlong = defineCheck<Options>({
  name: 'mentions-along',
  summary: 'When one of the texts has a phrase of one list, one of the texts has a phrase of the other list.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['fields', 'when', 'along'],
    properties: {
      fields: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^(/[^/]+)+$' } },
      when: { type: 'array', minItems: 1, items: phraseSchema },
      along: { type: 'array', minItems: 1, items: phraseSchema },
      except: { type: 'array', items: { type: 'string', minLength: 2 } },
    },
  },
  run(target, { fields, when, along, except }) {
    const finds = textsWith(target, fields, when).flatMap(({ pointer, text }) =>
      findPhrases(text, when, except).map(({ found }) => ({ pointer, found })),
    );
    const [first] = finds;
    if (first === undefined) return passed;
    if (textsWith(target, fields, along).some(({ text }) => findPhrases(text, along).length > 0))
      return passed;
    return verdictOf([
      { at: first.pointer, data: { found: onOneLine(first.found), field: fieldName(first.pointer) } },
    ]);
  },
});
