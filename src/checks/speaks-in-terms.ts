import { cantTell, defineCheck, type Fault, verdictOf } from '../conformance/check.ts';
import {
  fieldName,
  type Json,
  type JsonPointer,
  type Place,
  placesAt,
  valueAt,
} from '../descriptor/json-pointer.ts';
import { findPhrases } from './phrases.ts';

interface Options {
  /** The list; its texts are judged together. */
  readonly list: JsonPointer;
  /** The member of each item that holds its text. */
  readonly member: string;
  /** Phrases of which at least one of the texts has one. */
  readonly terms: readonly string[];
  /** What to say when none has one. */
  readonly lacking: string;
  /** Phrases with which a text does not open unless it has one of the terms as well. */
  readonly weak: readonly string[];
  /** How many words count as the opening. */
  readonly opening: number;
  /** The field whose value the message mentions. */
  readonly of: JsonPointer;
}

const pointer = { type: 'string', pattern: '^(/[^/]+)+$' };
const phrases = { type: 'array', minItems: 1, items: { type: 'string', minLength: 2 } };

/**
 * Some of several texts speak in certain terms, and none opens in terms too weak. `{found}` cites the weak term, or is
 * what the options say about lacking terms; `{field}` names where; `{value}` is the value of the field that asks for it.
 */
export const speaksInTerms = defineCheck<Options>({
  name: 'speaks-in-terms',
  summary: 'At least one of several texts has one of certain terms, and none opens with a weak one.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['list', 'member', 'terms', 'lacking', 'weak', 'opening', 'of'],
    properties: {
      list: pointer,
      member: { type: 'string', minLength: 1 },
      terms: phrases,
      lacking: { type: 'string', minLength: 1 },
      weak: phrases,
      opening: { type: 'integer', minimum: 1 },
      of: pointer,
    },
  },
  run(target, options) {
    const { list, member, terms, lacking } = options;
    const texts = placesAt(target, `${list}/*/${member}`);
    if (!texts.some(({ value }) => typeof value === 'string')) return cantTell('There is no text.');
    const value = valueAt(target, options.of) ?? null;
    const others = texts.filter(({ value: text }) => !hasOne(text, terms));
    // Where none of the texts has a term, that is the one thing to mend.
    if (others.length === texts.length)
      return verdictOf([{ at: list, data: { found: lacking, field: fieldName(list), value } }]);
    return verdictOf(others.flatMap((place) => weakFault(place, value, options)));
  },
});

function weakFault({ pointer: at, value: text }: Place, value: Json, { weak, opening }: Options): Fault[] {
  if (typeof text !== 'string') return [];
  const start = text.trim().split(/\s+/, opening).join(' ');
  const [first] = findPhrases(start, weak);
  if (first === undefined) return [];
  return [{ at, data: { found: `“${first.found}”`, field: fieldName(at), value } }];
}

function hasOne(text: Json, terms: readonly string[]): boolean {
  return typeof text === 'string' && findPhrases(text, terms).length > 0;
}
