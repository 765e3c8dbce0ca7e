import { cantTell, defineCheck, type Fault, verdictOf } from '../conformance/check.ts';
import {
  fieldName,
  type Json,
  type JsonPointer,
  type PointerPattern,
  placesAt,
  valueAt,
} from '../descriptor/json-pointer.ts';
import { presenceOf } from './presence.ts';
import { missingFault } from './present.ts';
import { bareWords } from './same-words.ts';

interface Options {
  readonly items: PointerPattern;
  /** Whose an item is: a pointer below it. An item that does not say is one's own. */
  readonly owner: JsonPointer;
  /** Who one is oneself: a pointer below the target. */
  readonly self: JsonPointer;
  /** Only items that say these things are judged. */
  readonly where: readonly JsonPointer[];
  /** What an item of somebody else says. */
  readonly field: JsonPointer;
}

const pointer = { type: 'string', pattern: '^(/[^/]+)+$' } as const;

/** Items that belong to somebody else state a field. `{field}` names it, `{owner}` whose the item is. */
export const othersItemsState = defineCheck<Options>({
  name: 'others-items-state',
  summary: 'Every item of a list that belongs to another organisation states a field.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['items', 'owner', 'self', 'where', 'field'],
    properties: {
      items: pointer,
      owner: pointer,
      self: pointer,
      where: { type: 'array', items: pointer },
      field: pointer,
    },
  },
  run(target, { items, owner, self, where, field }, context) {
    const own = nameAt(target, self);
    let isHeld = false;
    const faults = placesAt(target, items).flatMap(({ pointer: item, value }): Fault[] => {
      const name = nameAt(value, owner);
      if (name === undefined || isSame(name, own)) return [];
      if (where.some((needed) => valueAt(value, needed) === undefined)) return [];
      const presence = presenceOf(valueAt(value, field), context);
      if (presence === 'placeholder') isHeld = true;
      if (presence !== 'absent') return [];
      const at = item + field;
      return [{ ...missingFault(target, at, fieldName(at)), data: { field: fieldName(at), owner: name } }];
    });
    // The placeholder itself is the mistake, and the rule about placeholders tells it.
    if (faults.length === 0 && isHeld) return cantTell('Only a placeholder stands there.');
    return verdictOf(faults);
  },
});

function nameAt(target: Json, field: JsonPointer): string | undefined {
  const value = valueAt(target, field);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function isSame(name: string, other: string | undefined): boolean {
  return other !== undefined && bareWords(name) === bareWords(other);
}
