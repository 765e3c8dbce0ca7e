import { cantTell, defineCheck, passed, verdictOf } from '../conformance/check.ts';
import { childOf, type JsonPointer, valueAt } from '../descriptor/json-pointer.ts';

interface Options {
  readonly field: JsonPointer;
  /** The field whose value says which list of the table counts. */
  readonly by: JsonPointer;
  readonly table: Readonly<Record<string, readonly (string | number)[]>>;
}

/**
 * A value is one of those that a table lists for the value of another field. `{value}` is the value, `{by}` the other
 * one, `{first}` and `{last}` the ends of the list.
 */
export const listedFor = defineCheck<Options>({
  name: 'listed-for',
  summary: 'A value is one of those that a table lists for the value of another field.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['field', 'by', 'table'],
    properties: {
      field: { type: 'string', pattern: '^(/[^/]+)+$' },
      by: { type: 'string', pattern: '^(/[^/]+)+$' },
      table: {
        type: 'object',
        minProperties: 1,
        additionalProperties: { type: 'array', minItems: 1, items: { type: ['string', 'number'] } },
      },
    },
  },
  run(target, { field, by, table }) {
    const value = valueAt(target, field);
    const key = valueAt(target, by);
    if (typeof key !== 'string' || value === undefined) return cantTell('There is nothing to look up.');
    const listed = childOf(table, key);
    if (!Array.isArray(listed)) return cantTell(`The table has no list for ${key}.`);
    if (listed.includes(value)) return passed;
    const data = { value, by: key, first: listed.at(0) ?? null, last: listed.at(-1) ?? null };
    return verdictOf([{ at: field, data }]);
  },
});
