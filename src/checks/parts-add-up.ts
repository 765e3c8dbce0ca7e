import { cantTell, defineCheck, type Fault, passed, verdictOf } from '../conformance/check.ts';
import {
  fieldName,
  type Json,
  type JsonPointer,
  type PointerPattern,
  placesAt,
  valueAt,
} from '../descriptor/json-pointer.ts';
import { differ, numberAt, rounded } from './amounts.ts';

interface Options {
  readonly parts: PointerPattern;
  /** Below each part: its amount, and whether people may do without it. */
  readonly amount: JsonPointer;
  readonly optional: JsonPointer;
  readonly total: JsonPointer;
  /** What the total is at least and at most, where the choice of parts makes a difference. */
  readonly least: JsonPointer;
  readonly most: JsonPointer;
}

interface Span {
  readonly least: number;
  readonly most: number;
}

const pointer = { type: 'string', pattern: '^(/[^/]+)+$' } as const;

/**
 * A total is one that its parts can add up to, some of them being a matter of choice. `{field}` is the field at fault,
 * `{stated}` what it says, and `{sum}` what the parts add up to: a number, or the ends of a span.
 */
export const partsAddUp = defineCheck<Options>({
  name: 'parts-add-up',
  summary:
    'Parts add up to a total; with optional parts the total lies between the smallest and the largest sum.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['parts', 'amount', 'optional', 'total', 'least', 'most'],
    properties: {
      parts: pointer,
      amount: pointer,
      optional: pointer,
      total: pointer,
      least: pointer,
      most: pointer,
    },
  },
  run(target, options) {
    const sums = sumsOf(target, options);
    if (sums === undefined) return cantTell('Not every part states its amount.');
    const stated = spanStated(target, options);
    const faults = [
      ...faultOutside(target, options.total, sums),
      ...faultOutside(target, options.least, sums),
      ...faultOutside(target, options.most, sums),
      ...faultOutside(target, options.total, stated),
    ];
    // A wrong amount puts all of them out, and it is one mistake.
    return faults[0] === undefined ? passed : verdictOf([faults[0]]);
  },
});

/** The smallest and the largest sum, or undefined when an amount is missing. */
function sumsOf(target: Json, { parts, amount, optional }: Options): Span | undefined {
  const amounts = placesAt(target, parts).map(({ value }) => ({
    points: numberAt(value, amount),
    isOptional: valueAt(value, optional) === true,
  }));
  let [least, most] = [0, 0];
  for (const { points, isOptional } of amounts) {
    if (points === undefined) return undefined;
    most += points;
    if (!isOptional) least += points;
  }
  return { least, most };
}

/** What the descriptor itself says about the smallest and the largest total. */
function spanStated(target: Json, { least, most }: Options): Span {
  return {
    least: numberAt(target, least) ?? Number.NEGATIVE_INFINITY,
    most: numberAt(target, most) ?? Number.POSITIVE_INFINITY,
  };
}

function faultOutside(target: Json, field: JsonPointer, { least, most }: Span): Fault[] {
  const stated = numberAt(target, field);
  if (stated === undefined) return [];
  const isTooSmall = stated < least && differ(stated, least);
  const isTooLarge = stated > most && differ(stated, most);
  if (!isTooSmall && !isTooLarge) return [];
  const ends = [...new Set([least, most].filter(Number.isFinite).map(rounded))];
  return [{ at: field, data: { field: fieldName(field), stated, sum: ends.join('–') } }];
}
