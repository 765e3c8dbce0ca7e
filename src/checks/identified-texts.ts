import { cantTell, defineCheck, type Fault, verdictOf } from '../conformance/check.ts';
import { type Json, type JsonPointer, valueAt } from '../descriptor/json-pointer.ts';
import { bareText } from './bare-text.ts';
import { type Item, itemsOf } from './counting-items.ts';
import { placedWords } from './placed-words.ts';
import { presenceOf } from './presence.ts';
import { countWords } from './sentences.ts';

interface Options {
  readonly list: JsonPointer;
  /** How many words a text has at least and at most. */
  readonly minimum: number;
  readonly maximum: number;
  /** What to call an item (its number follows), all of them, and what is wrong with them. */
  readonly says: {
    readonly item: string;
    readonly every: string;
    readonly noId: string;
    readonly noText: string;
    readonly neither: string;
    readonly sameId: string;
    readonly short: string;
    readonly long: string;
  };
}

const words = { type: 'string', minLength: 1 };

/**
 * Items have an `id` of their own and a `text` of a certain length. `{who}` is the item by its number, or all of them
 * when none has an `id`; `{fault}` says what is wrong, `{count}` is the number of words. That the same item stands there
 * twice, text and all, is not told here.
 */
export const identifiedTexts = defineCheck<Options>({
  name: 'identified-texts',
  summary:
    'Every item of a list has an id that no other has, and a text with a number of words within limits.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['list', 'minimum', 'maximum', 'says'],
    properties: {
      list: { type: 'string', pattern: '^(/[^/*]+)+$' },
      minimum: { type: 'integer', minimum: 1 },
      maximum: { type: 'integer', minimum: 1 },
      says: {
        type: 'object',
        additionalProperties: false,
        required: ['item', 'every', 'noId', 'noText', 'neither', 'sameId', 'short', 'long'],
        properties: {
          item: words,
          every: words,
          noId: words,
          noText: words,
          neither: words,
          sameId: words,
          short: words,
          long: words,
        },
      },
    },
  },
  run(target, options, context) {
    const all = itemsOf(target, options).map((item) => ({
      item,
      who: `${options.says.item} ${item.index + 1}`,
      id: presenceOf(valueAt(item.value, '/id'), context),
      text: presenceOf(valueAt(item.value, '/text'), context),
    }));
    // An item that is nothing but a placeholder is told by the rule about placeholders.
    const items = all.filter(({ item }) => presenceOf(item.value, context) !== 'placeholder');
    const isNoneNamed = items.length > 1 && items.every(({ id }) => id === 'absent');
    const faults = [
      ...(isNoneNamed ? [faultOf(options.list, options.says.every, options.says.noId)] : []),
      ...items.flatMap((one) => [...absences(one, isNoneNamed, options), ...lengthFaults(one, options)]),
      ...repeatedIds(items, options),
    ];
    const isHeld = all.some(({ id, text }) => id === 'placeholder' || text === 'placeholder');
    return faults.length === 0 && isHeld ? cantTell('Only a placeholder stands there.') : verdictOf(faults);
  },
});

interface JudgedItem {
  readonly item: Item;
  readonly who: string;
  readonly id: ReturnType<typeof presenceOf>;
  readonly text: ReturnType<typeof presenceOf>;
}

function faultOf(at: JsonPointer, who: string, fault: string): Fault {
  return { at, data: { who, fault } };
}

function absences({ item, who, id, text }: JudgedItem, isNoneNamed: boolean, { says }: Options): Fault[] {
  const lacksId = id === 'absent' && !isNoneNamed;
  const lacksText = text === 'absent';
  if (lacksId && lacksText) return [{ ...faultOf(item.pointer, who, says.neither), missing: 'id' }];
  if (lacksId) return [{ ...faultOf(item.pointer, who, says.noId), missing: 'id' }];
  return lacksText ? [{ ...faultOf(item.pointer, who, says.noText), missing: 'text' }] : [];
}

function lengthFaults({ item, who, text }: JudgedItem, { minimum, maximum, says }: Options): Fault[] {
  const written = valueAt(item.value, '/text');
  if (typeof written !== 'string' || text !== 'present') return [];
  const count = countWords(written);
  if (count >= minimum && count <= maximum) return [];
  const fault = count < minimum ? says.short : says.long;
  return [{ at: `${item.pointer}/text`, data: { who, fault, count } }];
}

function repeatedIds(items: readonly JudgedItem[], { says }: Options): Fault[] {
  const firsts = new Map<Json, Json>();
  return items.flatMap(({ item, who, id }) => {
    const written = valueAt(item.value, '/id');
    if (typeof written !== 'string' || id !== 'present') return [];
    const first = firsts.get(written);
    if (first === undefined) {
      firsts.set(written, item.value);
      return [];
    }
    // The whole item stands there twice: one mistake, which is told of its text.
    const text = bareTextOf(item.value);
    if (text !== '' && text === bareTextOf(first)) return [];
    return [faultOf(`${item.pointer}/id`, who, says.sameId)];
  });
}

function bareTextOf(item: Json): string {
  const text = valueAt(item, '/text');
  return typeof text === 'string' ? bareText(placedWords(text)) : '';
}
