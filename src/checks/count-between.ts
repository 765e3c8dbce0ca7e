import { defineCheck, passed, verdictOf } from '../conformance/check.ts';
import { type ItemsOptions, itemsOf, itemsSchema } from './counting-items.ts';

interface Options extends ItemsOptions {
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The number of items of a list that count lies between limits. `{count}` is how many it has. */
export const countBetween = defineCheck<Options>({
  name: 'count-between',
  summary: 'A list has at least and at most a number of items that count.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['list'],
    properties: {
      ...itemsSchema,
      minimum: { type: 'integer', minimum: 0 },
      maximum: { type: 'integer', minimum: 0 },
    },
  },
  run(target, { minimum = 0, maximum = Number.POSITIVE_INFINITY, ...items }) {
    const count = itemsOf(target, items).filter(({ counts }) => counts).length;
    return count >= minimum && count <= maximum ? passed : verdictOf([{ at: items.list, data: { count } }]);
  },
});
