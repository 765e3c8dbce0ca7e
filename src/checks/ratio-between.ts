import { cantTell, defineCheck, passed, verdictOf } from '../conformance/check.ts';
import type { Json, JsonPointer } from '../descriptor/json-pointer.ts';
import { differ, numberAt, rounded } from './amounts.ts';

interface Options {
  readonly numerator: JsonPointer;
  readonly denominator: JsonPointer;
  readonly minimum: number;
  readonly maximum: number;
  /** How far the numerator may lie outside, in its own unit. */
  readonly tolerance?: number;
  /** A field that states the ratio itself; where it does, that is what counts. */
  readonly stated?: JsonPointer;
}

const pointer = { type: 'string', pattern: '^(/[^/]+)+$' };

/**
 * The ratio of two numbers lies within bounds. `{numerator}` and `{denominator}` are the numbers, `{ratio}` their
 * ratio, `{expected}` the nearest numerator that would do.
 */
export const ratioBetween = defineCheck<Options>({
  name: 'ratio-between',
  summary: 'One number divided by another lies within bounds.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['numerator', 'denominator', 'minimum', 'maximum'],
    properties: {
      numerator: pointer,
      denominator: pointer,
      minimum: { type: 'number' },
      maximum: { type: 'number' },
      tolerance: { type: 'number', minimum: 0 },
      stated: pointer,
    },
  },
  run(target, options) {
    const amounts = amountsIn(target, options);
    if (amounts === undefined) return cantTell('There are no two numbers to compare.');
    const { at, numerator, denominator } = amounts;
    const least = options.minimum * denominator;
    const most = options.maximum * denominator;
    const expected = Math.min(Math.max(numerator, least), most);
    if (!differ(numerator, expected, options.tolerance)) return passed;
    const data = {
      numerator: rounded(numerator),
      denominator: rounded(denominator),
      ratio: rounded(numerator / denominator),
      expected: rounded(expected),
    };
    return verdictOf([{ at, data }]);
  },
});

interface Amounts {
  /** The field that a fault points at. */
  readonly at: JsonPointer;
  readonly numerator: number;
  readonly denominator: number;
}

function amountsIn(target: Json, options: Options): Amounts | undefined {
  const stated = options.stated === undefined ? undefined : numberAt(target, options.stated);
  if (options.stated !== undefined && stated !== undefined)
    return { at: options.stated, numerator: stated, denominator: 1 };
  const numerator = numberAt(target, options.numerator);
  const denominator = numberAt(target, options.denominator);
  if (numerator === undefined || denominator === undefined || denominator <= 0) return undefined;
  return { at: options.numerator, numerator, denominator };
}
