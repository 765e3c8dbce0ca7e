import { cantTell, defineCheck, passed, verdictOf } from '../conformance/check.ts';
import { type JsonPointer, type PointerPattern, placesAt } from '../descriptor/json-pointer.ts';
import { differ, numberAt, rounded } from './amounts.ts';

interface Options {
  readonly parts: PointerPattern;
  readonly total: JsonPointer;
  /** How far the sum may lie from the total, in their unit. */
  readonly tolerance?: number;
}

/** The parts of something add up to its total. `{sum}` is what they add up to, `{total}` what is stated. */
export const sumAgrees = defineCheck<Options>({
  name: 'sum-agrees',
  summary: 'Numbers add up to the total that another field states.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['parts', 'total'],
    properties: {
      parts: { type: 'string', pattern: '^(/[^/]+)+$' },
      total: { type: 'string', pattern: '^(/[^/]+)+$' },
      tolerance: { type: 'number', minimum: 0 },
    },
  },
  run(target, options) {
    const total = numberAt(target, options.total);
    const parts = placesAt(target, options.parts).flatMap(({ value }) =>
      typeof value === 'number' ? [value] : [],
    );
    if (total === undefined || parts.length === 0)
      return cantTell('There are no parts and total to compare.');
    const sum = parts.reduce((before, part) => before + part, 0);
    if (!differ(sum, total, options.tolerance)) return passed;
    return verdictOf([{ at: options.total, data: { sum: rounded(sum), total: rounded(total) } }]);
  },
});
