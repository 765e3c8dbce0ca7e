import { cantTell, defineCheck, passed, verdictOf } from '../conformance/check.ts';
import type { JsonObject, JsonPointer } from '../descriptor/json-pointer.ts';
import { numberAt } from './amounts.ts';

interface Options {
  /** Which field is held against which member of the rows. */
  readonly fields: Readonly<Record<string, JsonPointer>>;
  /** Thresholds; a row is reached when every field reaches its member. The last row that is reached counts. */
  readonly rows: readonly JsonObject[];
  /** The field that a fault points at. */
  readonly at: JsonPointer;
}

/**
 * Several numbers do not reach all the thresholds of any row of a table together. The members of the row that is
 * reached are in the data under their names, the numbers under `given` and the name, as in `{givenLevel}`.
 */
export const belowThresholds = defineCheck<Options>({
  name: 'below-thresholds',
  summary: 'Several numbers together stay below each row of a table of thresholds.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['fields', 'rows', 'at'],
    properties: {
      fields: {
        type: 'object',
        minProperties: 1,
        additionalProperties: { type: 'string', pattern: '^(/[^/]+)+$' },
      },
      rows: { type: 'array', minItems: 1, items: { type: 'object' } },
      at: { type: 'string', pattern: '^(/[^/]+)+$' },
    },
  },
  run(target, { fields, rows, at }) {
    const given = Object.entries(fields).map(([name, field]) => ({ name, amount: numberAt(target, field) }));
    if (given.some(({ amount }) => amount === undefined)) return cantTell('There are no numbers to compare.');
    const reached = rows.findLast((row) =>
      given.every(({ name, amount = 0 }) => {
        const threshold = row[name];
        return typeof threshold === 'number' && amount >= threshold;
      }),
    );
    if (reached === undefined) return passed;
    const numbers = given.map(({ name, amount = 0 }) => [`given${capitalised(name)}`, amount] as const);
    return verdictOf([{ at, data: { ...reached, ...Object.fromEntries(numbers) } }]);
  },
});

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
