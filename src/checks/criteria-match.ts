import {
  type CheckContext,
  cantTell,
  defineCheck,
  type Fault,
  passed,
  type Verdict,
  verdictOf,
} from '../conformance/check.ts';
import {
  fieldName,
  isJsonArray,
  type Json,
  type JsonPointer,
  placesAt,
  valueAt,
} from '../descriptor/json-pointer.ts';
import { findClaims } from './claims.ts';
import { findPhrases } from './phrases.ts';
import { presenceOf } from './presence.ts';
import { missingFault } from './present.ts';

interface Options {
  /** The list of identifiers that the criteria stand for. */
  readonly ids: JsonPointer;
  /** The list of things with an `id` that they have to be. */
  readonly of: JsonPointer;
  /** The criteria in words. */
  readonly text: JsonPointer;
  /** Words that tie criteria to what is achieved. */
  readonly achievement: readonly string[];
  /** Words of criteria that ask for presence alone. */
  readonly presence: readonly string[];
  /** Words that deny what is beside them. */
  readonly deniedBy?: readonly string[];
}

const pointer = { type: 'string', pattern: '^(/[^/]+)+$' };
const words = { type: 'array', minItems: 1, items: { type: 'string', minLength: 2 } };

/**
 * Criteria are those of the whole: they list all its identifiers and no others, or say in words that they ask for
 * achievement. `{field}` is the field at fault, `{value}` the identifiers that are in one list only, the words found,
 * or `missing`.
 */
export const criteriaMatch = defineCheck<Options>({
  name: 'criteria-match',
  summary: 'Criteria list the same identifiers as another list, or ask in words for achievement.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['ids', 'of', 'text', 'achievement', 'presence'],
    properties: {
      ids: pointer,
      of: pointer,
      text: pointer,
      achievement: words,
      presence: words,
      deniedBy: words,
    },
  },
  run(target, options, context) {
    const list = verdictOnList(target, options);
    const text = verdictOnText(target, options, context);
    const faults = [list, text].flatMap((verdict) => (verdict?.outcome === 'failed' ? verdict.faults : []));
    if (faults.length > 0) return verdictOf(faults);
    const verdict = list ?? text;
    if (verdict !== undefined) return verdict;
    const name = fieldName(options.text);
    return verdictOf([
      { ...missingFault(target, options.text, name), data: { field: name, value: 'missing' } },
    ]);
  },
});

/** The verdict on the identifiers listed, or undefined when none are. */
function verdictOnList(target: Json, { ids, of }: Options): Verdict | undefined {
  const list = valueAt(target, ids);
  if (!isJsonArray(list) || list.length === 0) return undefined;
  const expected = placesAt(target, `${of}/*/id`).map(({ value }) => value);
  if (expected.length < placesAt(target, `${of}/*`).length)
    return cantTell(`Not every item of ${fieldName(of)} has an identifier.`);
  const inOneOnly = [
    ...expected.filter((id) => !list.includes(id)),
    ...list.filter((id) => !expected.includes(id)),
  ];
  if (inOneOnly.length === 0) return passed;
  return verdictOf([fault(ids, inOneOnly)]);
}

/** The verdict on the criteria in words, or undefined when there are none. */
function verdictOnText(target: Json, options: Options, context: CheckContext): Verdict | undefined {
  const text = valueAt(target, options.text);
  if (typeof text !== 'string') return undefined;
  const presence = presenceOf(text, context);
  if (presence === 'absent') return undefined;
  if (presence === 'placeholder') return cantTell('Only a placeholder stands there.');
  if (findPhrases(text, options.achievement).length > 0) return passed;
  const { presence: claims, deniedBy = [] } = options;
  const [claim] = findClaims(text, { claims, deniedBy, notBefore: deniedBy });
  if (claim !== undefined) return verdictOf([fault(options.text, claim.found)]);
  return cantTell('The criteria do not say in known words whether they ask for achievement.');
}

function fault(at: JsonPointer, value: Json): Fault {
  return { at, data: { field: fieldName(at), value } };
}
