import { defineCheck } from '../conformance/check.ts';
import type { PointerPattern } from '../descriptor/json-pointer.ts';
import { judgeTexts } from './judge-texts.ts';
import {
  listedOpening,
  type Opening,
  type OpeningOptions,
  openingOf,
  opensPlainly,
  stemsSchema,
} from './outcome-opening.ts';
import { type BookPhrase, bookPhrasesSchema } from './phrase-book.ts';
import { quotedWords } from './placed-words.ts';
import { verbListsSchema } from './verb-list.ts';

interface Options extends OpeningOptions {
  readonly field: PointerPattern;
  /** Openings without a verb that are not judged here, because somebody else tells them. */
  readonly except?: readonly (readonly BookPhrase[])[];
}

/** Texts open with a verb, behind stems and adverbs. `{found}` cites the words that stand in its place. */
export const startsWithVerb = defineCheck<Options>({
  name: 'starts-with-verb',
  summary: 'Each text opens with one of the verbs, after a stem, a lead-in or adverbs at most.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['field', 'stems', 'verbs'],
    properties: {
      field: { type: 'string', pattern: '^(/[^/]+)+$' },
      stems: stemsSchema,
      verbs: verbListsSchema,
      except: { type: 'array', items: bookPhrasesSchema },
    },
  },
  run(target, { field, except = [], ...options }, context) {
    return judgeTexts(target, field, context, (text) => {
      if (opensPlainly(text, options.verbs)) return undefined;
      const opening = openingOf(text, options, except);
      if (opening.hasVerb) return undefined;
      if (except.some((phrases) => listedOpening(opening, phrases, options.verbs) !== undefined)) {
        return { undecided: 'A text opens with words that come before the question of the verb.' };
      }
      return { fault: { found: openingWords(opening) } };
    });
  },
});

const articles: ReadonlySet<string> = new Set(['a', 'an', 'the']);

/** The word in the verb's place, with the adverbs before it, or with the noun after an article. */
function openingWords({ text, words, starts, verb }: Opening): string {
  const end = articles.has(words[verb]?.plain ?? '') ? verb + 2 : verb + 1;
  return quotedWords(text, words, starts.at(-1) ?? 0, end) || text;
}
