import { cantTell, defineCheck, passed, verdictOf } from '../conformance/check.ts';
import { childOf, fieldName, type JsonPointer } from '../descriptor/json-pointer.ts';
import { descriptionsOf, isSameOrganisation } from './organisation.ts';

interface Options {
  readonly organisation: JsonPointer;
  readonly kinds: readonly string[];
  /** Kinds of which some organisations qualify and others do not. */
  readonly undecided?: readonly string[];
  /** The name of a truth value in an organisation that makes up for its kind. */
  readonly unless?: string;
  /** Looks only at an organisation that is this one as well. */
  readonly onlyIf?: JsonPointer;
}

const pointer = { type: 'string', pattern: '^(/[^/]+)+$' };
const words = { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } };

/**
 * An organisation is of one of certain kinds. The words same-as-provider stand for the provider. `{kind}` is its kind,
 * `{field}` the field that describes it.
 */
export const organisationOfKind = defineCheck<Options>({
  name: 'organisation-of-kind',
  summary: 'An organisation, or the provider in its place, is of one of certain kinds.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['organisation', 'kinds'],
    properties: {
      organisation: pointer,
      kinds: words,
      undecided: words,
      unless: { type: 'string', minLength: 1 },
      onlyIf: pointer,
    },
  },
  run(target, { organisation, kinds, undecided = [], unless, onlyIf }) {
    if (onlyIf !== undefined && !isSameOrganisation(target, organisation, onlyIf)) return passed;
    const described = descriptionsOf(target, organisation);
    if (unless !== undefined && described.some(({ value }) => childOf(value, unless) === true)) return passed;
    const kind = described
      .map(({ value }) => childOf(value, 'type'))
      .find((type) => typeof type === 'string');
    const field = fieldName(described[0]?.field ?? organisation);
    if (kind === undefined)
      return cantTell(`The field ${field}.type does not say what kind of organisation it is.`);
    if (kinds.includes(kind)) return passed;
    if (undecided.includes(kind)) return cantTell(`The kind ${kind} in ${field}.type leaves it open.`);
    return verdictOf([{ at: organisation, data: { kind, field } }]);
  },
});
