import { defineCheck, passed, verdictOf } from '../conformance/check.ts';
import { type JsonPointer, placesAt } from '../descriptor/json-pointer.ts';

interface Options {
  /** The list, and the field of its items that is compared. */
  readonly list: JsonPointer;
  readonly field: JsonPointer;
}

/** The items of a list do not all say the same in a field. `{value}` is what they say, `{count}` how many there are. */
export const notAllSame = defineCheck<Options>({
  name: 'not-all-same',
  summary: 'A field does not have the same value in every item of a list.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['list', 'field'],
    properties: {
      list: { type: 'string', pattern: '^(/[^/*]+)+$' },
      field: { type: 'string', pattern: '^(/[^/*]+)+$' },
    },
  },
  run(target, { list, field }) {
    const values = placesAt(target, `${list}/*${field}`).map(({ value }) => value);
    const [first] = values;
    if (typeof first !== 'string' || values.length < 2 || values.some((value) => value !== first))
      return passed;
    return verdictOf([{ at: list, data: { value: first, count: values.length } }]);
  },
});
