import { cantTell, defineCheck, passed, verdictOf } from '../conformance/check.ts';
import { childOf, type Json, type JsonPointer, placesAt, valueAt } from '../descriptor/json-pointer.ts';
import { isSameOrganisation } from './organisation.ts';
import { presenceOf } from './presence.ts';

interface Options {
  readonly organisation: JsonPointer;
  /** Organisations that need no agreement with themselves. */
  readonly own: readonly JsonPointer[];
  readonly partners: JsonPointer;
  readonly role: string;
}

const pointer = { type: 'string', pattern: '^(/[^/]+)+$' };

/** An agreement with an organisation from outside has a reference, there or with a partner of its role. `{name}` is the organisation's. */
export const agreementIsReferenced = defineCheck<Options>({
  name: 'agreement-is-referenced',
  summary: 'Where an organisation is none of those of the award, the agreement with it has a reference.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['organisation', 'own', 'partners', 'role'],
    properties: {
      organisation: pointer,
      own: { type: 'array', minItems: 1, items: pointer },
      partners: pointer,
      role: { type: 'string', minLength: 1 },
    },
  },
  run(target, { organisation, own, partners, role }, context) {
    if (own.some((other) => isSameOrganisation(target, organisation, other))) return passed;
    const body = valueAt(target, organisation);
    const name = childOf(body, 'name');
    if (typeof name !== 'string') return cantTell('The organisation has no name.');
    const presences = [body, ...partnersInRole(target, partners, role)].map((partner) =>
      presenceOf(childOf(partner, 'agreement'), context),
    );
    if (presences.includes('present')) return passed;
    if (presences.includes('placeholder')) return cantTell('Only a placeholder stands there.');
    return verdictOf([{ at: organisation, missing: 'agreement', data: { name } }]);
  },
});

function partnersInRole(target: Json, partners: JsonPointer, role: string): Json[] {
  return placesAt(target, `${partners}/*`)
    .map(({ value }) => value)
    .filter((partner) => childOf(partner, 'role') === role);
}
