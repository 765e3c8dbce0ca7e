import { cantTell, defineCheck, verdictOf } from '../conformance/check.ts';
import { type Json, type JsonPointer, valueAt } from '../descriptor/json-pointer.ts';
import { findPhrases } from './phrases.ts';
import { isPlaceholder } from './presence.ts';

interface Case {
  /** The case of exactly this value. */
  readonly value?: string | number;
  /** The case of every number below this one. */
  readonly below?: number;
  /**
   * Phrases as findPhrases knows them, with `{value}` for the value; one of them has to be there, the first is the
   * usual one.
   */
  readonly words: readonly string[];
}

interface Options {
  readonly text: JsonPointer;
  /** For each field, the words that go with its values; the first case that fits counts, none means any words will do. */
  readonly words: readonly { readonly of: JsonPointer; readonly cases: readonly Case[] }[];
}

const pointer = { type: 'string', pattern: '^(/[^/]+)+$' };

/** A text has the words that go with the values of other fields. `{words}` are those that it lacks. */
export const hasWordsFor = defineCheck<Options>({
  name: 'has-words-for',
  summary:
    'A text has the words that go with the values of other fields; those that it lacks are told together.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['text', 'words'],
    properties: {
      text: pointer,
      words: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['of', 'cases'],
          properties: {
            of: pointer,
            cases: {
              type: 'array',
              minItems: 1,
              items: {
                type: 'object',
                additionalProperties: false,
                required: ['words'],
                properties: {
                  value: { type: ['string', 'number'] },
                  below: { type: 'number' },
                  words: { type: 'array', minItems: 1, items: { type: 'string', minLength: 2 } },
                },
              },
            },
          },
        },
      },
    },
  },
  run(target, { text: textField, words }, context) {
    const text = valueAt(target, textField);
    if (typeof text !== 'string') return cantTell('There is no text.');
    if (isPlaceholder(text, context)) return cantTell('Only a placeholder stands there.');
    const lacking = words.flatMap(({ of, cases }) => {
      const value = valueAt(target, of);
      const fitting = cases.find((candidate) => fits(value, candidate));
      if (fitting === undefined) return [];
      const phrases = fitting.words.map((phrase) => ({ phrase: phrase.replace('{value}', String(value)) }));
      return findPhrases(text, phrases).length > 0 ? [] : (phrases[0]?.phrase ?? []);
    });
    return verdictOf(lacking.length === 0 ? [] : [{ at: textField, data: { words: lacking } }]);
  },
});

function fits(given: Json | undefined, { value, below }: Case): boolean {
  if (value !== undefined) return given === value;
  return typeof given === 'number' && (below === undefined || given < below);
}
