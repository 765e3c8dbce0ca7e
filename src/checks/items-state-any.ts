import {
  type CheckContext,
  cantTell,
  defineCheck,
  passed,
  type Verdict,
  verdictOf,
} from '../conformance/check.ts';
import { type Json, type JsonPointer, valueAt } from '../descriptor/json-pointer.ts';
import { type Item, type ItemsOptions, itemsOf, itemsSchema, nameOf } from './counting-items.ts';
import { presenceOf } from './presence.ts';

interface Options extends ItemsOptions {
  /** Fields of which an item has at least one, as pointers below it. */
  readonly fields?: readonly JsonPointer[];
  /** Values of fields that do as well. */
  readonly values?: readonly { readonly field: JsonPointer; readonly oneOf: readonly string[] }[];
  /** Fields of the whole that do for all items. */
  readonly or?: readonly JsonPointer[];
  /** Whether each item that counts says it, or one of them is enough. */
  readonly need: 'each' | 'one';
}

type Presence = 'present' | 'absent' | 'placeholder';

const pointers = { type: 'array', minItems: 1, items: { type: 'string', pattern: '^(/[^/*]+)+$' } };

/**
 * Items of a list state something in one field or another, or the whole does so for all. `{items}` names those that do
 * not. When none does, it is one fault of the list.
 */
export const itemsStateAny = defineCheck<Options>({
  name: 'items-state-any',
  summary:
    'Each item of a list that counts (or one of them) has one of the fields, unless the whole states it for all.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['list', 'need'],
    properties: {
      ...itemsSchema,
      fields: pointers,
      values: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['field', 'oneOf'],
          properties: {
            field: { type: 'string', pattern: '^(/[^/*]+)+$' },
            oneOf: { type: 'array', minItems: 1, items: { type: 'string' } },
          },
        },
      },
      or: pointers,
      need: { enum: ['each', 'one'] },
    },
  },
  run(target, options, context) {
    const whole = bestPresence(target, options.or ?? [], context);
    if (whole === 'present') return passed;
    const items = itemsOf(target, options).filter(({ counts }) => counts);
    const presences = items.map((item) => presenceIn(item, options, context));
    const isEnough = options.need === 'one' && presences.includes('present');
    const lacking = items.filter((_, index) => presences[index] === 'absent');
    if (isEnough || lacking.length === 0) {
      return !isEnough && presences.includes('placeholder') ? heldPlace : passed;
    }
    if (whole === 'placeholder' || (options.need === 'one' && presences.includes('placeholder')))
      return heldPlace;
    return faultsOf(options, lacking, items.length);
  },
});

/** The placeholder itself is the mistake, and the rule about placeholders tells it. */
const heldPlace = cantTell('Only a placeholder stands there.');

function faultsOf({ list, need }: Options, lacking: readonly Item[], count: number): Verdict {
  if (need === 'one' || (lacking.length === count && count > 1)) {
    return verdictOf([{ at: list, data: { items: lacking.map(nameOf) } }]);
  }
  return verdictOf(lacking.map((item) => ({ at: item.pointer, data: { items: [nameOf(item)] } })));
}

function presenceIn({ value }: Item, { fields = [], values = [] }: Options, context: CheckContext): Presence {
  // An item that is nothing but a placeholder is told by the rule about placeholders.
  if (presenceOf(value, context) === 'placeholder') return 'placeholder';
  const isAmong = values.some(({ field, oneOf }) => oneOf.some((word) => valueAt(value, field) === word));
  return isAmong ? 'present' : bestPresence(value, fields, context);
}

function bestPresence(from: Json, fields: readonly JsonPointer[], context: CheckContext): Presence {
  const presences = fields.map((field) => presenceOf(valueAt(from, field), context));
  return (
    presences.find((one) => one === 'present') ?? presences.find((one) => one === 'placeholder') ?? 'absent'
  );
}
