import { childOf, isJsonArray, type Json, type JsonPointer, valueAt } from '../descriptor/json-pointer.ts';

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

/** An item of a list. */
export interface Item {
  readonly pointer: JsonPointer;
  readonly value: Json;
  /** From 0. */
  readonly index: number;
  readonly counts: boolean;
}

/** All items of the list, those that do not count among them. */
export function itemsOf(target: Json, { list, except }: ItemsOptions): Item[] {
  const items = valueAt(target, list);
  if (!isJsonArray(items)) return [];
  return items.map((value, index) => ({
    pointer: `${list}/${index}`,
    value,
    index,
    counts: except === undefined || valueAt(value, except.field) !== except.is,
  }));
}

/** How people call an item: its `id`, or its number in the list, from 1. */
export function nameOf({ value, index }: Item): string {
  const id = childOf(value, 'id');
  return typeof id === 'string' && id.trim() !== '' ? id.trim() : String(index + 1);
}
