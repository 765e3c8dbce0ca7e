import { cantTell, defineCheck, passed, verdictOf } from '../conformance/check.ts';
import { fieldName, type PointerPattern } from '../descriptor/json-pointer.ts';
import { withoutAddresses } from './phrases.ts';
import { countWords, sentencesOf } from './sentences.ts';
import { textsOf } from './texts.ts';

interface Options {
  readonly fields: readonly PointerPattern[];
  readonly maximumAverage: number;
  /** With fewer sentences an average says nothing. */
  readonly minimumSentences: number;
}

/** One or two words, such as "none", are an entry in a form rather than a sentence. */
const shortestSentence = 3;

/**
 * The sentences of all texts together are short on average. `{average}` and `{longest}` count words; the fault stands
 * at the text that has the longest sentence, and `{field}` names it.
 */
export const readable = defineCheck<Options>({
  name: 'readable',
  summary: 'Taken together, the sentences of the texts have at most a number of words on average.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['fields', 'maximumAverage', 'minimumSentences'],
    properties: {
      fields: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^(/[^/]+)+$' } },
      maximumAverage: { type: 'number', minimum: 1 },
      minimumSentences: { type: 'integer', minimum: 1 },
    },
  },
  run(target, { fields, maximumAverage, minimumSentences }) {
    const sentences = textsOf(target, fields)
      .flatMap(({ pointer, text }) =>
        sentencesOf(withoutAddresses(text)).map((sentence) => ({ pointer, words: countWords(sentence) })),
      )
      .filter(({ words }) => words >= shortestSentence);
    const [first] = sentences;
    if (first === undefined || sentences.length < minimumSentences) {
      return cantTell('There are too few sentences to measure.');
    }
    const average = sentences.reduce((sum, { words }) => sum + words, 0) / sentences.length;
    if (average <= maximumAverage) return passed;
    const longest = sentences.reduce(
      (most, sentence) => (sentence.words > most.words ? sentence : most),
      first,
    );
    const data = {
      // Rounded up, so that an average above the limit never reads as the limit.
      average: Math.ceil(average * 10) / 10,
      longest: longest.words,
      field: fieldName(longest.pointer),
    };
    return verdictOf([{ at: longest.pointer, data }]);
  },
});
