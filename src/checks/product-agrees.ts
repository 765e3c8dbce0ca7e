import { cantTell, defineCheck, passed, verdictOf } from '../conformance/check.ts';
import type { JsonPointer } from '../descriptor/json-pointer.ts';
import { differ, numberAt, rounded } from './amounts.ts';

interface Options {
  readonly factors: readonly [JsonPointer, JsonPointer];
  readonly total: JsonPointer;
  /** How far the product may lie from the total, as a share of the total. */
  readonly tolerance: number;
}

const pointer = { type: 'string', pattern: '^(/[^/]+)+$' };

/**
 * The product of two numbers agrees with a third. `{first}` and `{second}` are the factors, `{product}` is their
 * product, `{total}` the third number, `{percent}` how far apart the two are.
 */
export const productAgrees = defineCheck<Options>({
  name: 'product-agrees',
  summary: 'The product of two numbers agrees with a third within a tolerance.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['factors', 'total', 'tolerance'],
    properties: {
      factors: { type: 'array', minItems: 2, maxItems: 2, items: pointer },
      total: pointer,
      tolerance: { type: 'number', minimum: 0 },
    },
  },
  run(target, { factors, total: totalField, tolerance }) {
    const first = numberAt(target, factors[0]);
    const second = numberAt(target, factors[1]);
    const total = numberAt(target, totalField);
    if (first === undefined || second === undefined || total === undefined || total <= 0)
      return cantTell('There are no numbers to compare.');
    const product = first * second;
    if (!differ(product, total, tolerance * total)) return passed;
    const data = {
      first: rounded(first),
      second: rounded(second),
      product: rounded(product),
      total: rounded(total),
      percent: Math.round((Math.abs(product - total) / total) * 1000) / 10,
    };
    return verdictOf([{ at: totalField, data }]);
  },
});
