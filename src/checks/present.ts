import { cantTell, defineCheck, type Fault, passed, verdictOf } from '../conformance/check.ts';
import {
  childOf,
  fieldName,
  formatPointer,
  type Json,
  type JsonPointer,
  type PointerPattern,
  parsePointer,
  placesAt,
  valueAt,
} from '../descriptor/json-pointer.ts';
import { presenceOf } from './presence.ts';

interface Options {
  readonly fields: readonly JsonPointer[];
  readonly need?: 'all' | 'any';
  /** One fault for all that is missing, where the author left out one thing of several parts. */
  readonly together?: boolean;
  /** Fields any one of which says the same in another way, so that these need not be there. */
  readonly instead?: readonly JsonPointer[];
}

/** Fields are there, not empty, and no mere placeholders. `{field}` names what is missing. */
export const present = defineCheck<Options>({
  name: 'present',
  summary: 'All (or, with need: any, at least one) of the fields say something.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['fields'],
    properties: {
      fields: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^(/[^/]+)+$' } },
      need: { enum: ['all', 'any'] },
      together: { type: 'boolean' },
      instead: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^(/[^/]+)+$' } },
    },
  },
  run(target, { fields, need = 'all', together = false, instead = [] }, context) {
    if (instead.some((field) => presenceOf(statedAt(target, field), context) === 'present')) return passed;
    const presences = fields.map((field) => presenceOf(statedAt(target, field), context));
    if (need === 'any') {
      if (presences.includes('present')) return passed;
      if (presences.includes('placeholder')) return cantTell('Only a placeholder stands there.');
      return verdictOf([missingFault(target, fields[0] ?? '', fields.map(fieldName).join(' or '))]);
    }
    const absent = fields.filter((_, index) => presences[index] === 'absent');
    const faults = together
      ? missingTogether(target, absent)
      : absent.map((field) => missingFault(target, field, fieldName(field)));
    // The placeholder itself is the mistake, and the rule about placeholders tells it.
    if (faults.length === 0 && presences.includes('placeholder'))
      return cantTell('Only a placeholder stands there.');
    return verdictOf(faults);
  },
});

/**
 * What a field states; a text in place of the group that would hold it, such as same-as-provider, states it too. A
 * field with `*` states whatever stands in any of its places.
 */
function statedAt(target: Json, field: PointerPattern): Json | undefined {
  if (field.includes('*')) return placesAt(target, field).map(({ value }) => value);
  let value: Json | undefined = target;
  for (const segment of parsePointer(field)) {
    if (typeof value === 'string') return value;
    value = childOf(value, segment);
  }
  return value;
}

/** The one fault of several fields that are not there, at their nearest common ancestor; none when there are no fields. */
export function missingTogether(target: Json, fields: readonly JsonPointer[]): Fault[] {
  const [first, ...others] = fields;
  if (first === undefined) return [];
  if (others.length === 0) return [missingFault(target, first, fieldName(first))];
  const common = fields.reduce(commonAncestor);
  if (valueAt(target, common) === undefined) return [missingFault(target, common, fieldName(common))];
  return [{ at: common, data: { field: inWords(fields.map(fieldName)) } }];
}

function commonAncestor(left: JsonPointer, right: JsonPointer): JsonPointer {
  const segments = parsePointer(left);
  const others = parsePointer(right);
  const parting = segments.findIndex((segment, depth) => segment !== others[depth]);
  return formatPointer(parting === -1 ? segments : segments.slice(0, parting));
}

function inWords(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].join(' and ');
}

/** The fault of a field that is not there: it points at the nearest ancestor that is, and names the member missing in it. */
export function missingFault(target: Json, field: JsonPointer, name: string): Fault {
  const segments = parsePointer(field);
  let value: Json | undefined = target;
  for (const [depth, segment] of segments.entries()) {
    const child: Json | undefined = childOf(value, segment);
    if (child === undefined)
      return { at: formatPointer(segments.slice(0, depth)), missing: segment, data: { field: name } };
    value = child;
  }
  return { at: field, data: { field: name } };
}
