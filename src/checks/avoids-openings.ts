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
import { verbListsSchema } from './verb-list.ts';

interface Options extends OpeningOptions {
  readonly field: PointerPattern;
  readonly openings: readonly BookPhrase[];
  /** Whether a text that opens without a verb cannot be told, rather than being as good as any other. */
  readonly needsVerb?: boolean;
}

/** Texts do not open with certain words. `{found}` cites the words, `{instead}` says what to write. */
export const avoidsOpenings = defineCheck<Options>({
  name: 'avoids-openings',
  summary: 'No text opens with one of the listed phrases, also not after a stem, a lead-in or adverbs.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['field', 'openings', 'stems', 'verbs'],
    properties: {
      field: { type: 'string', pattern: '^(/[^/]+)+$' },
      openings: bookPhrasesSchema,
      stems: stemsSchema,
      verbs: verbListsSchema,
      needsVerb: { type: 'boolean' },
    },
  },
  run(target, { field, openings, needsVerb = false, ...options }, context) {
    return judgeTexts(target, field, context, (text) => {
      if (opensPlainly(text, options.verbs, [openings])) return undefined;
      const opening = openingOf(text, options, [openings]);
      const match = listedOpening(opening, openings, options.verbs);
      if (match !== undefined) return { fault: { found: match.found, instead: match.instead } };
      return needsVerb && !opening.hasVerb ? { undecided: 'A text does not open with a verb.' } : undefined;
    });
  },
});
