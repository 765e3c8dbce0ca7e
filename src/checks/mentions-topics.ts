import { defineCheck, passed, verdictOf } from '../conformance/check.ts';
import { type JsonPointer, type PointerPattern, placesAt } from '../descriptor/json-pointer.ts';
import { findPhrases, type Phrase, phraseSchema } from './phrases.ts';
import { presenceOf } from './presence.ts';
import { textsWith } from './texts.ts';

interface Topic {
  readonly topic: string;
  /** Lists of phrases, so that a topic can be made of several vocabularies. */
  readonly phrases: readonly (readonly Phrase[])[];
  /** Fields that are about the topic in whatever words. */
  readonly fields?: readonly PointerPattern[];
}

interface Options {
  readonly fields: readonly PointerPattern[];
  readonly topics: readonly Topic[];
  /** Where the fault stands. */
  readonly at: JsonPointer;
}

/** Texts together touch on every topic, each known by its phrases. `{topics}` lists those that they leave out. */
export const mentionsTopics = defineCheck<Options>({
  name: 'mentions-topics',
  summary: 'Each topic is mentioned, by one of its phrases, in at least one of the texts.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['fields', 'topics', 'at'],
    properties: {
      fields: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^(/[^/]+)+$' } },
      topics: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['topic', 'phrases'],
          properties: {
            topic: { type: 'string', minLength: 2 },
            fields: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^(/[^/]+)+$' } },
            phrases: {
              type: 'array',
              minItems: 1,
              items: { type: 'array', minItems: 1, items: phraseSchema },
            },
          },
        },
      },
      at: { type: 'string', pattern: '^(/[^/]+)+$' },
    },
  },
  run(target, { fields, topics, at }, context) {
    const isMentioned = ({ phrases, fields: own = [] }: Topic): boolean =>
      own.some((field) =>
        placesAt(target, field).some(({ value }) => presenceOf(value, context) === 'present'),
      ) ||
      phrases.some((list) =>
        textsWith(target, fields, list).some(({ text }) => findPhrases(text, list).length > 0),
      );
    const leftOut = topics.filter((topic) => !isMentioned(topic)).map(({ topic }) => topic);
    return leftOut.length === 0 ? passed : verdictOf([{ at, data: { topics: leftOut } }]);
  },
});
