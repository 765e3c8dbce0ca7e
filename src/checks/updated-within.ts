import { cantTell, defineCheck, passed, verdictOf } from '../conformance/check.ts';
import { fieldName, type JsonPointer, valueAt } from '../descriptor/json-pointer.ts';
import { dayIn, monthsLater } from './dates.ts';
import { presenceOf } from './presence.ts';
import { missingFault } from './present.ts';

interface Options {
  readonly field: JsonPointer;
  readonly months: number;
}

/**
 * A date is there and not older than a number of months on the day judged for. `{limit}` is the oldest day that will
 * do, `{field}` names the field.
 */
export const updatedWithin = defineCheck<Options>({
  name: 'updated-within',
  summary: 'A date is given, and it lies at most a number of months before the day judged for.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['field', 'months'],
    properties: {
      field: { type: 'string', pattern: '^(/[^/]+)+$' },
      months: { type: 'integer', minimum: 1, maximum: 1200 },
    },
  },
  run(target, { field, months }, context) {
    const value = valueAt(target, field);
    const data = { field: fieldName(field), limit: monthsLater(context.date, -months) };
    if (presenceOf(value, context) === 'absent') {
      return verdictOf([{ ...missingFault(target, field, data.field), data }]);
    }
    const day = dayIn(value);
    if (day === undefined) return cantTell('There is no such day.');
    if (day > context.date) return cantTell('The date lies in the future.');
    return day >= data.limit ? passed : verdictOf([{ at: field, data: { ...data, found: day } }]);
  },
});
