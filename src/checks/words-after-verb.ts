import { defineCheck } from '../conformance/check.ts';
import type { PointerPattern } from '../descriptor/json-pointer.ts';
import { judgeTexts } from './judge-texts.ts';
import {
  listedOpening,
  type OpeningOptions,
  openingOf,
  opensPlainly,
  stemsSchema,
} from './outcome-opening.ts';
import { type BookPhrase, bookPhrasesSchema } from './phrase-book.ts';
import { countWords } from './sentences.ts';
import { verbListsSchema } from './verb-list.ts';

interface Options extends OpeningOptions {
  readonly field: PointerPattern;
  readonly minimum: number;
  /** Shorter texts, in words, are not judged. */
  readonly shortest?: number;
  /** Openings of texts that are not judged. */
  readonly except?: readonly (readonly BookPhrase[])[];
}

/** Texts say enough after the verb that they open with. `{verb}` is the verb, `{count}` the number of words after it.
 * Texts whose verb comes after a condition ("With guidance, …") say enough. */
export const wordsAfterVerb = defineCheck<Options>({
  name: 'words-after-verb',
  summary: 'Each text has a least number of words after the verb with which it opens.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['field', 'minimum', 'stems', 'verbs'],
    properties: {
      field: { type: 'string', pattern: '^(/[^/]+)+$' },
      minimum: { type: 'integer', minimum: 1 },
      shortest: { type: 'integer', minimum: 1 },
      stems: stemsSchema,
      verbs: verbListsSchema,
      except: { type: 'array', items: bookPhrasesSchema },
    },
  },
  run(target, { field, minimum, shortest = 0, except = [], ...options }, context) {
    return judgeTexts(target, field, context, (text) => {
      const all = countWords(text);
      if (all < shortest) return { undecided: 'A text is too short to be judged.' };
      if (all > minimum && opensPlainly(text, options.verbs, except)) return undefined;
      const opening = openingOf(text, options, except);
      const verb = opening.words[opening.verb];
      const isListed = except.some((phrases) => listedOpening(opening, phrases, options.verbs) !== undefined);
      if (verb === undefined || !opening.hasVerb || isListed)
        return { undecided: 'The opening of a text comes first.' };
      // "With guidance, plan a lesson" gives the context before the verb.
      if (opening.hasCondition) return undefined;
      const count = countWords(opening.text.slice(verb.end));
      return count < minimum ? { fault: { verb: verb.plain, count } } : undefined;
    });
  },
});
