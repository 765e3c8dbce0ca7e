import { defineCheck } from '../conformance/check.ts';
import type { PointerPattern } from '../descriptor/json-pointer.ts';
import { judgeTexts } from './judge-texts.ts';
import { laterClauses, mayHaveLaterClauses } from './later-clauses.ts';
import {
  listedOpening,
  type OpeningOptions,
  openingOf,
  opensPlainly,
  stemsSchema,
} from './outcome-opening.ts';
import { type BookPhrase, bookPhrasesSchema, phraseAt } from './phrase-book.ts';
import { quotedWords } from './placed-words.ts';
import { verbListsSchema } from './verb-list.ts';

interface Options extends OpeningOptions {
  readonly field: PointerPattern;
  readonly listed: readonly BookPhrase[];
}

/**
 * Texts do not go on with certain verbs after another verb: "Describe it and understand it". `{found}` cites the words,
 * `{instead}` says what to write. Texts that open with one of the verbs are not judged.
 */
export const avoidsLaterVerbs = defineCheck<Options>({
  name: 'avoids-later-verbs',
  summary: 'No text joins one of the listed verbs to the verb that it opens with.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['field', 'listed', 'stems', 'verbs'],
    properties: {
      field: { type: 'string', pattern: '^(/[^/]+)+$' },
      listed: bookPhrasesSchema,
      stems: stemsSchema,
      verbs: verbListsSchema,
    },
  },
  run(target, { field, listed, ...options }, context) {
    return judgeTexts(target, field, context, (text) => {
      if (!mayHaveLaterClauses(text) && opensPlainly(text, options.verbs, [listed])) return undefined;
      const opening = openingOf(text, options, [listed]);
      const { words, verb, hasVerb } = opening;
      if (!hasVerb || listedOpening(opening, listed, options.verbs) !== undefined) {
        return { undecided: 'The opening of a text comes first.' };
      }
      for (const place of laterClauses(words, verb, options.verbs)) {
        const match = phraseAt(words, place, listed);
        if (match === undefined) continue;
        return {
          fault: { found: quotedWords(opening.text, words, place, match.end), instead: match.instead },
        };
      }
      return undefined;
    });
  },
});
