import { cantTell, defineCheck, type Fault, verdictOf } from '../conformance/check.ts';
import {
  childOf,
  childPointer,
  isJsonObject,
  type Json,
  type PointerPattern,
  placesAt,
} from '../descriptor/json-pointer.ts';

type Row = Readonly<Record<string, readonly (string | number)[]>>;

interface Options {
  /** The member that names a column; the target and the others both have it. */
  readonly column: string;
  /** The member that is looked for in that column. */
  readonly value: string;
  readonly others: PointerPattern;
  readonly rows: readonly Row[];
}

/**
 * What stands in several objects stands side by side in a table. `{column}` and `{value}` are those of the target,
 * `{otherColumn}` and `{otherValue}` those of the other object, `{expected}` what the table has there.
 */
export const sameRow = defineCheck<Options>({
  name: 'same-row',
  summary: 'Values of other scales stand in the same row of a table as the value of the target.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['column', 'value', 'others', 'rows'],
    properties: {
      column: { type: 'string', minLength: 1 },
      value: { type: 'string', minLength: 1 },
      others: { type: 'string', pattern: '^(/[^/]+)+$' },
      rows: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: { type: 'array', items: { type: ['string', 'number'] } },
        },
      },
    },
  },
  run(target, { column, value, others, rows }) {
    const own = entryOf(target, column, value);
    const row = own && rows.find((candidate) => cellOf(candidate, own.column).includes(own.value));
    if (own === undefined || row === undefined) return cantTell('The table has nothing on this value.');
    const faults = placesAt(target, others).flatMap((place): Fault[] => {
      const other = entryOf(place.value, column, value);
      if (other === undefined || !rows.some((candidate) => Object.hasOwn(candidate, other.column))) return [];
      // A scale compared with itself has only the value itself.
      const cell = other.column === own.column ? [own.value] : cellOf(row, other.column);
      if (cell.includes(other.value)) return [];
      return [{ at: childPointer(place.pointer, value), data: dataOf(own, other, cell) }];
    });
    return verdictOf(faults);
  },
});

interface Entry {
  readonly column: string;
  readonly value: string | number;
}

function entryOf(holder: Json, columnMember: string, valueMember: string): Entry | undefined {
  if (!isJsonObject(holder)) return undefined;
  const column = childOf(holder, columnMember);
  const value = childOf(holder, valueMember);
  if (typeof column !== 'string' || (typeof value !== 'string' && typeof value !== 'number'))
    return undefined;
  return { column, value };
}

function cellOf(row: Row, column: string): readonly (string | number)[] {
  return (Object.hasOwn(row, column) ? row[column] : undefined) ?? [];
}

function dataOf(own: Entry, other: Entry, cell: readonly (string | number)[]): Fault['data'] & object {
  return {
    column: own.column,
    value: own.value,
    otherColumn: other.column,
    otherValue: other.value,
    expected: cell.length === 0 ? 'none' : cell.toSorted().join(' or '),
  };
}
