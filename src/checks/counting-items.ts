import {
  isJsonArray,
  type Json,
  type JsonPointer,
  type PointerPattern,
  placesAt,
  valueAt,
} from '../descriptor/json-pointer.ts';

/** Items of a list, without those that do not count because a field of theirs has a certain value. */
export interface ItemsOptions {
  /** The list; its items are judged. */
  readonly list: JsonPointer;
  /** An item does not count when this field below it is this word. */
  readonly except?: { readonly field: JsonPointer; readonly is: string };
}

const pointer = { type: 'string', pattern: '^(/[^/*]+)+$' };

/** JSON Schema of the members of ItemsOptions. */
export const itemsSchema = {
  list: pointer,
  except: {
    type: 'object',
    additionalProperties: false,
    required: ['field', 'is'],
    properties: { field: pointer, is: { type: 'string', minLength: 1 } },
  },
};

/** An item, and how people call it. */
export interface Item {
  readonly pointer: JsonPointer;
  readonly value: Json;
  /** Its `id`, or its number in the list, from 1. */
  readonly name: string;
  readonly counts: boolean;
}

/** All items of the list, those that do not count among them. */
export function itemsOf(target: Json, { list, except }: ItemsOptions): Item[] {
  // Members of an object are no items, whatever `*` says.
  if (!isJsonArray(valueAt(target, list))) return [];
  return placesAt(target, `${list}/*` satisfies PointerPattern).map(({ pointer: at, value }, index) => ({
    pointer: at,
    value,
    name: nameOf(value) ?? String(index + 1),
    counts: except === undefined || valueAt(value, except.field) !== except.is,
  }));
}

function nameOf(item: Json): string | undefined {
  const id = valueAt(item, '/id');
  return typeof id === 'string' && id.trim() !== '' ? id.trim() : undefined;
}
