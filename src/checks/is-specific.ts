import { cantTell, defineCheck, passed, verdictOf } from '../conformance/check.ts';
import { type JsonPointer, valueAt } from '../descriptor/json-pointer.ts';
import { isPlaceholder } from './presence.ts';

interface Options {
  readonly field: JsonPointer;
  readonly maximumWords: number;
  /** Texts in lower case that say nothing specific, with or without a number after them. */
  readonly generic: readonly string[];
}

/** A text is short and not one of those that could stand for anything. `{text}` is the text, `{words}` its number of words. */
export const isSpecific = defineCheck<Options>({
  name: 'is-specific',
  summary:
    'A text has at most a certain number of words and is none of the texts that could stand for anything.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['field', 'maximumWords', 'generic'],
    properties: {
      field: { type: 'string', pattern: '^(/[^/]+)+$' },
      maximumWords: { type: 'integer', minimum: 1 },
      generic: { type: 'array', items: { type: 'string', minLength: 1 } },
    },
  },
  run(target, { field, maximumWords, generic }, context) {
    const text = valueAt(target, field);
    if (typeof text !== 'string') return cantTell('There is no text.');
    if (isPlaceholder(text, context)) return cantTell('Only a placeholder stands there.');
    const words = text.toLowerCase().match(/[\p{L}\p{N}][^\s/–—]*/gu) ?? [];
    const plain = words.map((word) => word.replace(/[^\p{L}\p{N}]+$/u, '')).join(' ');
    // "Module 1", "Unit 3b" and "Course IV" say no more than "Module", "Unit" and "Course".
    const withoutNumber = plain.replace(
      / (?:\d{1,4}[a-z]?|[ivx]{1,4}|one|two|three|four|five|six|[a-d])$/u,
      '',
    );
    const isGeneric = generic.includes(plain) || generic.includes(withoutNumber);
    if (!isGeneric && words.length <= maximumWords) return passed;
    return verdictOf([{ at: field, data: { text, words: words.length } }]);
  },
});
