import type { CheckContext } from '../conformance/check.ts';
import { isJsonArray, type Json, type JsonPointer, valueAt } from '../descriptor/json-pointer.ts';
import { type Item, type ItemsOptions, itemsOf, itemsSchema } from './counting-items.ts';
import { meantId } from './meant-id.ts';
import { presenceOf } from './presence.ts';

/** Things with an `id`, and items that refer to them by it. */
export interface ReferenceOptions extends ItemsOptions {
  /** The list of things that can be referred to. */
  readonly things: JsonPointer;
  /** Below each item: the list of ids that it refers to. */
  readonly references: JsonPointer;
}

const pointer = { type: 'string', pattern: '^(/[^/*]+)+$' };

/** JSON Schema of the members of ReferenceOptions. */
export const referencesSchema = {
  ...itemsSchema,
  things: pointer,
  references: { type: 'string', pattern: '^/[^/*]+$' },
};

/** An item, and the ids that it lists. */
export interface ReferringItem extends Item {
  /** Each id with its place in the list, from 0. */
  readonly ids: readonly { readonly id: string; readonly index: number }[];
  /** Whether a placeholder stands among them. */
  readonly isHeld: boolean;
}

/** A reference to something that does not exist. */
export interface UnknownReference {
  readonly written: string;
  /** Where it stands first. */
  readonly at: JsonPointer;
  readonly from: Item;
  /** Whether an item that counts has it. */
  readonly counts: boolean;
  /** What was probably meant. */
  readonly meant: string | undefined;
}

export interface References {
  /** The things that have an id, each id once, and where they are. */
  readonly known: ReadonlyMap<string, JsonPointer>;
  /** How many things have none. */
  readonly unnamed: number;
  /** Whether two things have the same id. */
  readonly isAmbiguous: boolean;
  readonly items: readonly ReferringItem[];
  /** Each unknown id once. */
  readonly unknown: readonly UnknownReference[];
}

/** Who refers to what. */
export function referencesOf(target: Json, options: ReferenceOptions, context: CheckContext): References {
  const known = new Map<string, JsonPointer>();
  let [unnamed, repeated] = [0, 0];
  for (const { pointer: at, value } of itemsOf(target, { list: options.things })) {
    const id = idIn(valueAt(value, '/id'), context);
    if (id === undefined) unnamed++;
    else if (known.has(id)) repeated++;
    else known.set(id, at);
  }
  const items = itemsOf(target, options).map((item) => referringItem(item, options, context));
  return { known, unnamed, isAmbiguous: repeated > 0, items, unknown: unknownIn(items, known, options) };
}

function idIn(value: Json | undefined, context: CheckContext): string | undefined {
  return typeof value === 'string' && presenceOf(value, context) === 'present' ? value : undefined;
}

function referringItem(item: Item, { references }: ReferenceOptions, context: CheckContext): ReferringItem {
  const listed = valueAt(item.value, references);
  const list = isJsonArray(listed) ? listed : [];
  const ids = list.flatMap((value, index) => {
    const id = idIn(value, context);
    return id === undefined ? [] : [{ id, index }];
  });
  return { ...item, ids, isHeld: list.some((value) => presenceOf(value, context) === 'placeholder') };
}

/** Whoever gets more ids wrong has not made slips. */
const mostGuesses = 100;

function unknownIn(
  items: readonly ReferringItem[],
  known: ReadonlyMap<string, JsonPointer>,
  { references }: ReferenceOptions,
): UnknownReference[] {
  const unknown = new Map<string, UnknownReference>();
  for (const item of items) {
    for (const { id: written, index } of item.ids) {
      if (known.has(written)) continue;
      const first = unknown.get(written) ?? {
        written,
        at: `${item.pointer}${references}/${index}`,
        from: item,
        meant: unknown.size < mostGuesses ? meantId(written, [...known.keys()]) : undefined,
      };
      unknown.set(written, { ...first, counts: item.counts || (unknown.get(written)?.counts ?? false) });
    }
  }
  return [...unknown.values()];
}
