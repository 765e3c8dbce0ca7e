import {
  type CheckContext,
  cantTell,
  defineCheck,
  type Fault,
  passed,
  verdictOf,
} from '../conformance/check.ts';
import { fieldName, type Json, type JsonPointer, valueAt } from '../descriptor/json-pointer.ts';
import { dayIn } from './dates.ts';
import { presenceOf } from './presence.ts';
import { missingTogether } from './present.ts';

/** A field with a date, or the day that the descriptor is judged for. */
type DatePlace = JsonPointer | 'judged-date';

interface Options {
  readonly earlier: DatePlace;
  readonly later: DatePlace;
  /** Whether both may be the same day; they may unless said otherwise. */
  readonly mayCoincide?: boolean;
  /** Whether to leave an earlier date that lies after the day judged for alone: then it is wrong itself. */
  readonly unlessInFuture?: boolean;
  /** Fields that have to say something, lest there be nothing to put in order. */
  readonly stated?: readonly JsonPointer[];
}

const place = { type: 'string', pattern: '^(judged-date|(/[^/]+)+)$' };

/**
 * One date does not lie after another, and what belongs to them is stated. `{field}` is the field at fault, `{value}`
 * its date, or `missing`; `{earlier}` and `{later}` are the dates that are in the wrong order,
 * `{today}` the day judged for.
 */
export const dateOrder = defineCheck<Options>({
  name: 'date-order',
  summary: 'Dates are stated and in order: a field, or the day judged for, is not later than another.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['earlier', 'later'],
    properties: {
      earlier: place,
      later: place,
      mayCoincide: { type: 'boolean' },
      unlessInFuture: { type: 'boolean' },
      stated: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^(/[^/]+)+$' } },
    },
  },
  run(target, options, context) {
    const presences = (options.stated ?? []).map((field) => presenceOf(valueAt(target, field), context));
    const absent = (options.stated ?? []).filter((_, index) => presences[index] === 'absent');
    const missing = missingTogether(target, absent).map((fault) => ({
      ...fault,
      data: { ...fault.data, value: 'missing', today: context.date },
    }));
    const disorder = disorderIn(target, options, context);
    const faults = [...missing, ...(typeof disorder === 'object' ? [disorder] : [])];
    if (faults.length > 0) return verdictOf(faults);
    if (presences.includes('placeholder')) return cantTell('Only a placeholder stands there.');
    if (disorder === 'no-such-day') return cantTell('There is no such day in the calendar.');
    return disorder === 'in-future' ? cantTell('The earlier date itself lies in the future.') : passed;
  },
});

/** The fault of two dates in the wrong order; a date that is not there cannot be in the wrong order. */
function disorderIn(
  target: Json,
  { earlier, later, mayCoincide = true, unlessInFuture = false }: Options,
  { date }: CheckContext,
): Fault | 'no-such-day' | 'in-future' | undefined {
  const values = [earlier, later].map((where) => (where === 'judged-date' ? date : valueAt(target, where)));
  if (values.includes(undefined)) return undefined;
  const [first, second] = values.map(dayIn);
  if (first === undefined || second === undefined) return 'no-such-day';
  if (first < second || (mayCoincide && first === second)) return undefined;
  if (unlessInFuture && first > date) return 'in-future';
  const field = later === 'judged-date' ? earlier : later;
  const data = {
    field: fieldName(field),
    value: field === later ? second : first,
    earlier: first,
    later: second,
    today: date,
  };
  const other = field === later && earlier !== 'judged-date' ? earlier : undefined;
  if (other === undefined) return { at: field, data };
  return { at: field, data, related: [{ at: other, message: `${fieldName(other)}: ${first}` }] };
}
