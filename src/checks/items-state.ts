import { cantTell, defineCheck, type Fault, verdictOf } from '../conformance/check.ts';
import { fieldName, type JsonPointer, placesAt, valueAt } from '../descriptor/json-pointer.ts';
import { presenceOf } from './presence.ts';
import { missingFault, missingTogether } from './present.ts';

interface Options {
  readonly list: JsonPointer;
  /** What each item says, as pointers below it. */
  readonly fields: readonly JsonPointer[];
}

/**
 * There is a list, and every item says certain things. `{field}` names what is missing: the list, or fields of one item.
 * A word in place of the list, such as none, says all that there is to say.
 */
export const itemsState = defineCheck<Options>({
  name: 'items-state',
  summary: 'A list has at least one item, and each item states the fields; told once for each item.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['list', 'fields'],
    properties: {
      list: { type: 'string', pattern: '^(/[^/*]+)+$' },
      fields: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^(/[^/*]+)+$' } },
    },
  },
  run(target, { list, fields }, context) {
    const whole = valueAt(target, list);
    if (presenceOf(whole, context) === 'absent')
      return verdictOf([missingFault(target, list, fieldName(list))]);
    let isHeld = presenceOf(whole, context) === 'placeholder';
    const faults = placesAt(target, `${list}/*`).flatMap(({ pointer, value }): Fault[] => {
      const presences = fields.map((field) => presenceOf(valueAt(value, field), context));
      if (presences.includes('placeholder')) isHeld = true;
      const absent = fields.filter((_, index) => presences[index] === 'absent');
      return missingTogether(
        target,
        absent.map((field) => pointer + field),
      );
    });
    // The placeholder itself is the mistake, and the rule about placeholders tells it.
    if (faults.length === 0 && isHeld) return cantTell('Only a placeholder stands there.');
    return verdictOf(faults);
  },
});
