import { cantTell, defineCheck, passed, verdictOf } from '../conformance/check.ts';
import { fieldName, type JsonPointer, valueAt } from '../descriptor/json-pointer.ts';
import { dayIn, monthsLater } from './dates.ts';

interface Options {
  readonly from: JsonPointer;
  /** The judged date when there is none. */
  readonly to?: JsonPointer;
  readonly months: number;
}

/**
 * A span of time is not too long. `{from}` and `{to}` are its ends, `{limit}` the last day that `{to}` can be.
 */
export const intervalAtMost = defineCheck<Options>({
  name: 'interval-at-most',
  summary: 'From one date to another, or to the day judged for, it is at most a number of months.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['from', 'months'],
    properties: {
      from: { type: 'string', pattern: '^(/[^/]+)+$' },
      to: { type: 'string', pattern: '^(/[^/]+)+$' },
      months: { type: 'integer', minimum: 1, maximum: 1200 },
    },
  },
  run(target, { from, to, months }, { date }) {
    const begin = dayIn(valueAt(target, from));
    const end = to === undefined ? date : dayIn(valueAt(target, to));
    if (begin === undefined || end === undefined)
      return cantTell('A date is missing, or there is no such day.');
    const limit = monthsLater(begin, months);
    if (end <= limit) return passed;
    const field = to ?? from;
    return verdictOf([{ at: field, data: { from: begin, to: end, limit, field: fieldName(field) } }]);
  },
});
