import { cantTell, defineCheck, passed, verdictOf } from '../conformance/check.ts';
import type { JsonPointer } from '../descriptor/json-pointer.ts';
import { differ, numberAt, rounded } from './amounts.ts';
import { type ItemsOptions, itemsOf, itemsSchema } from './counting-items.ts';

interface Options extends ItemsOptions {
  /** The number of each item, as a pointer below it. */
  readonly amount: JsonPointer;
  readonly total: number;
  /** How far the sum may lie from the total. */
  readonly tolerance?: number;
}

/**
 * The numbers of items add up to a fixed total. `{sum}` is what they add up to. Where a number is missing, the first
 * item without one is at fault, unless the others add up without it.
 */
export const sumsTo = defineCheck<Options>({
  name: 'sums-to',
  summary: 'The numbers that the items of a list state add up to a fixed total.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['list', 'amount', 'total'],
    properties: {
      ...itemsSchema,
      amount: { type: 'string', pattern: '^/[^/*]+$' },
      total: { type: 'number' },
      tolerance: { type: 'number', minimum: 0 },
    },
  },
  run(target, { amount, total, tolerance, ...options }) {
    const items = itemsOf(target, options)
      .filter(({ counts }) => counts)
      .map(({ pointer, value }) => ({ pointer, number: numberAt(value, amount) }));
    if (items.every(({ number }) => number === undefined)) return cantTell('There are no numbers to add up.');
    const sum = items.reduce((before, { number = 0 }) => before + number, 0);
    if (!differ(sum, total, tolerance)) return passed;
    const data = { sum: rounded(sum), total };
    const without = items.find(({ number }) => number === undefined);
    if (without === undefined) return verdictOf([{ at: options.list, data }]);
    return verdictOf([{ at: without.pointer, missing: amount.slice(1), data }]);
  },
});
