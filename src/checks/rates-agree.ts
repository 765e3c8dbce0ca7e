import { cantTell, defineCheck, type Fault, verdictOf } from '../conformance/check.ts';
import {
  childOf,
  childPointer,
  type Json,
  type JsonPointer,
  placesAt,
  valueAt,
} from '../descriptor/json-pointer.ts';
import { differ, numberAt, rounded } from './amounts.ts';

interface Options {
  readonly amount: JsonPointer;
  /** Fields that may name the unit of the amount; the first that says something counts. */
  readonly units: readonly JsonPointer[];
  /** The list of the same amount in other units. */
  readonly others: JsonPointer;
  readonly otherAmount: string;
  readonly otherUnit: string;
  /** How many of each unit make the same amount. */
  readonly rates: Readonly<Record<string, number>>;
  /** How far two amounts may lie apart once each is divided by its rate. */
  readonly tolerance: number;
}

const pointer = { type: 'string', pattern: '^(/[^/]+)+$' };
const member = { type: 'string', minLength: 1 };

/**
 * The same amount counted in several units agrees by fixed rates. `{amount}` `{unit}` is the amount, `{other}`
 * `{otherUnit}` what is given beside it, `{expected}` what the rates make of it. Units without a rate are left alone.
 */
export const ratesAgree = defineCheck<Options>({
  name: 'rates-agree',
  summary: 'An amount and its equivalents in other units agree by fixed rates.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['amount', 'units', 'others', 'otherAmount', 'otherUnit', 'rates', 'tolerance'],
    properties: {
      amount: pointer,
      units: { type: 'array', minItems: 1, items: pointer },
      others: pointer,
      otherAmount: member,
      otherUnit: member,
      rates: {
        type: 'object',
        minProperties: 2,
        additionalProperties: { type: 'number', exclusiveMinimum: 0 },
      },
      tolerance: { type: 'number', minimum: 0 },
    },
  },
  run(target, options) {
    const { rates } = options;
    const amount = numberAt(target, options.amount);
    const unit = options.units.map((field) => valueAt(target, field)).find((value) => value !== undefined);
    const rate = rateOf(unit, rates);
    if (amount === undefined || rate === undefined) return cantTell('There is no amount in a known unit.');
    const faults = placesAt(target, `${options.others}/*`).flatMap(({ pointer: place, value }): Fault[] => {
      const other = childOf(value, options.otherAmount);
      const otherUnit = childOf(value, options.otherUnit);
      const otherRate = rateOf(otherUnit, rates);
      if (typeof other !== 'number' || otherRate === undefined) return [];
      if (!differ(other / otherRate, amount / rate, options.tolerance)) return [];
      const expected = rounded((amount / rate) * otherRate);
      const data = { amount, unit: unit ?? null, other, otherUnit: otherUnit ?? null, expected };
      return [{ at: childPointer(place, options.otherAmount), data }];
    });
    return verdictOf(faults);
  },
});

function rateOf(unit: Json | undefined, rates: Options['rates']): number | undefined {
  return typeof unit === 'string' && Object.hasOwn(rates, unit) ? rates[unit] : undefined;
}
