import { cantTell, defineCheck, verdictOf } from '../conformance/check.ts';
import { fieldName, isJsonArray, type Json, type JsonPointer, valueAt } from '../descriptor/json-pointer.ts';
import { isSameOrganisation } from './organisation.ts';
import { presenceOf } from './presence.ts';
import { missingFault } from './present.ts';

interface Options {
  readonly field: JsonPointer;
  readonly values: readonly string[];
  /** A value that is needed only where another field says something other than one word. */
  readonly also?: { readonly value: string; readonly where: JsonPointer; readonly isNot: string };
  /** A value that does as well as another where two fields name the same organisation. */
  readonly instead?: {
    readonly of: string;
    readonly value: string;
    readonly where: JsonPointer;
    readonly is: JsonPointer;
  };
  /** What to say when there is no list at all; `failed` unless said otherwise. */
  readonly absent?: 'failed' | 'cantTell';
}

const word = { type: 'string', minLength: 1 };
const pointer = { type: 'string', pattern: '^(/[^/]+)+$' };

/** A list has all of certain values. `{lacking}` lists those that it has not, `{field}` names the list. */
export const containsAll = defineCheck<Options>({
  name: 'contains-all',
  summary: 'A list contains all of certain values; those that it lacks are told together.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['field', 'values'],
    properties: {
      field: pointer,
      values: { type: 'array', minItems: 1, items: word },
      also: {
        type: 'object',
        additionalProperties: false,
        required: ['value', 'where', 'isNot'],
        properties: { value: word, where: pointer, isNot: word },
      },
      instead: {
        type: 'object',
        additionalProperties: false,
        required: ['of', 'value', 'where', 'is'],
        properties: { of: word, value: word, where: pointer, is: pointer },
      },
      absent: { enum: ['failed', 'cantTell'] },
    },
  },
  run(target, options, context) {
    const { field, absent = 'failed' } = options;
    const list = valueAt(target, field);
    const isAbsent = presenceOf(list, context) === 'absent';
    if (isAbsent && absent === 'cantTell') return cantTell(`There is nothing in ${fieldName(field)} yet.`);
    const lacking = neededValues(target, options).filter((value) => !hasValue(target, list, value, options));
    if (lacking.length === 0) return verdictOf([]);
    const data = { lacking, field: fieldName(field) };
    return verdictOf([isAbsent ? { ...missingFault(target, field, data.field), data } : { at: field, data }]);
  },
});

function neededValues(target: Json, { values, also }: Options): readonly string[] {
  if (also === undefined) return values;
  const condition = valueAt(target, also.where);
  return condition === undefined || condition === also.isNot ? values : [...values, also.value];
}

function hasValue(target: Json, list: Json | undefined, value: string, { instead }: Options): boolean {
  if (!isJsonArray(list)) return false;
  if (list.includes(value)) return true;
  if (instead === undefined || instead.of !== value || !list.includes(instead.value)) return false;
  return isSameOrganisation(target, instead.where, instead.is);
}
