import { defineCheck, type Fault, verdictOf } from '../conformance/check.ts';
import {
  fieldName,
  type Json,
  type JsonPointer,
  type PointerPattern,
  placesAt,
  valueAt,
} from '../descriptor/json-pointer.ts';
import { differ, numberAt } from './amounts.ts';

interface Pair {
  /** Pointers from the target; where they begin like `items`, they stand for the item that is judged. */
  readonly value: PointerPattern;
  readonly limit: PointerPattern;
  /** How far the value may lie above the limit. */
  readonly slack?: number;
  /** A field whose presence makes the comparison pointless. */
  readonly unless?: PointerPattern;
}

interface Options {
  /** The items that are judged one by one. */
  readonly items: PointerPattern;
  /** What is compared for each item; the first pair that does not fit is told, and no other of that item. */
  readonly pairs: readonly Pair[];
}

const pattern = { type: 'string', pattern: '^(/[^/]+)+$' } as const;

/** Numbers keep to limits that other fields set: `{field}` is `{value}`, but `{limitField}` is only `{limit}`. */
export const atMost = defineCheck<Options>({
  name: 'at-most',
  summary: 'For each item of a list, numbers are at most as large as those in other fields.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['items', 'pairs'],
    properties: {
      items: pattern,
      pairs: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['value', 'limit'],
          properties: {
            value: pattern,
            limit: pattern,
            slack: { type: 'number', minimum: 0 },
            unless: pattern,
          },
        },
      },
    },
  },
  run(target, { items, pairs }) {
    const faults = placesAt(target, items).flatMap(({ pointer: item }): Fault[] => {
      const [first] = pairs.flatMap((pair) => faultOf(target, pair, items, item));
      return first === undefined ? [] : [first];
    });
    return verdictOf(faults);
  },
});

function faultOf(
  target: Json,
  { value, limit, slack = 0, unless }: Pair,
  items: PointerPattern,
  item: JsonPointer,
): Fault[] {
  const inItem = (field: PointerPattern): JsonPointer =>
    field.startsWith(`${items}/`) ? item + field.slice(items.length) : field;
  if (unless !== undefined && valueAt(target, inItem(unless)) !== undefined) return [];
  const [valueField, limitField] = [inItem(value), inItem(limit)];
  const [amount, most] = [numberAt(target, valueField), numberAt(target, limitField)];
  if (amount === undefined || most === undefined) return [];
  if (amount <= most + slack || !differ(amount, most + slack)) return [];
  const names = { field: fieldName(valueField), limitField: fieldName(limitField) };
  // Each item has a place of its own, so that two items at fault are two findings.
  const at = valueField.startsWith(`${item}/`) ? valueField : limitField;
  return [{ at, data: { value: amount, limit: most, ...names } }];
}
