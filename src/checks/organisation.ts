import { childOf, isJsonObject, type Json, type JsonPointer, valueAt } from '../descriptor/json-pointer.ts';

/** The words that stand in place of an organisation when it is the provider. */
const sameAsProvider = 'same-as-provider';

const provider: JsonPointer = '/provider';

/** The fields in which an award can describe an organisation. */
const organisations: readonly JsonPointer[] = [provider, '/awardingBody', '/creditRatingBody'];

/**
 * Whether two fields stand for the same organisation, by the words same-as-provider or by the same name (case, spaces
 * and a leading "the" aside). False also when they say too little.
 */
export function isSameOrganisation(target: Json, field: JsonPointer, other: JsonPointer): boolean {
  const [left, right] = [describedAt(target, field), describedAt(target, other)];
  if (left === right) return true;
  const name = nameAt(target, left);
  return name !== '' && name === nameAt(target, right);
}

/** Every description of the organisation that a field stands for, its own first: one may say what another leaves out. */
export function descriptionsOf(target: Json, field: JsonPointer): { field: JsonPointer; value: Json }[] {
  const own = describedAt(target, field);
  const others = organisations.filter((other) => other !== own && isSameOrganisation(target, own, other));
  return [own, ...others].flatMap((place) => {
    const value = valueAt(target, place);
    return isJsonObject(value) ? [{ field: place, value }] : [];
  });
}

/** The field that describes an organisation: the provider's where another one says same-as-provider. */
function describedAt(target: Json, field: JsonPointer): JsonPointer {
  return valueAt(target, field) === sameAsProvider ? provider : field;
}

function nameAt(target: Json, field: JsonPointer): string {
  const name = childOf(valueAt(target, field), 'name');
  if (typeof name !== 'string') return '';
  return name.toLowerCase().replace(/\s+/g, ' ').trim().replace(/^the /, '');
}
