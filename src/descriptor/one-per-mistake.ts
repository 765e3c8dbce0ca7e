import { childPointer, isJsonObject, type JsonPointer } from './json-pointer.ts';
import type { KnownFields } from './known-fields.ts';
import { type MeantField, meantField } from './meant-field.ts';
import type { MissingField, Mistake, UnknownField } from './mistake.ts';
import { allowsOwnFields, fieldsOf } from './schema-view.ts';

/**
 * Fuses what a validator sees of one and the same slip: `titel` is an unknown field, and `title` is missing.
 *
 * @param mistakes everything that is wrong, of the branch of each choice that speaks
 * @param known the fields of the whole schema
 */
export function onePerMistake(mistakes: readonly Mistake[], known: () => KnownFields): Mistake[] {
  const single = worstOfEachPlace(mistakes);
  const missing = single.filter((mistake) => mistake.kind === 'missing-field');
  const lacking = new Set(
    missing.flatMap(({ place, fields }) => fields.map((field) => childPointer(place.pointer, field))),
  );
  const unknown = single
    .filter((mistake) => mistake.kind === 'unknown-field')
    .map((mistake) => ({ ...mistake, meant: meantBy(mistake, lacking, known) }));
  const values = single.filter(
    (mistake) => mistake.kind !== 'missing-field' && mistake.kind !== 'unknown-field',
  );
  return [...values, ...fusedFields(unknown, missing)];
}

/** A value has one thing wrong at a time: what is no date need not hear that it is too long as well. */
function worstOfEachPlace(mistakes: readonly Mistake[]): Mistake[] {
  const worst = new Map<string, Mistake>();
  for (const mistake of mistakes) {
    const key = keyOf(mistake);
    const other = worst.get(key);
    if (other === undefined || rankOf(mistake) < rankOf(other)) worst.set(key, mistake);
  }
  const isOfWrongKind = new Set(
    [...worst.values()].filter((mistake) => rankOf(mistake) === 0).map((mistake) => mistake.place.pointer),
  );
  return [...worst.values()].filter(
    (mistake) => !isOfWrongKind.has(mistake.place.pointer) || rankOf(mistake) === 0,
  );
}

function keyOf(mistake: Mistake): string {
  const { kind, place } = mistake;
  if (kind === 'unknown-field') return `field ${childPointer(place.pointer, mistake.field)}`;
  if (kind === 'missing-field') return `missing ${place.pointer} ${mistake.fields.join()}`;
  const isMany = typeof place.value === 'object' && rankOf(mistake) > 0;
  return `value ${place.pointer} ${isMany && kind === 'wrong-value' ? mistake.keyword : ''}`;
}

const keywordsByWeight = ['type', 'const', 'enum', 'format', 'pattern', 'minLength', 'maxLength'];

function rankOf(mistake: Mistake): number {
  if (mistake.kind === 'wrong-choice') return 0;
  if (mistake.kind !== 'wrong-value') return 1;
  const rank = keywordsByWeight.indexOf(mistake.keyword);
  // An empty text is simply empty, whatever form it should have had.
  if (mistake.place.value === '' && mistake.keyword === 'minLength') return 1;
  return rank === -1 ? keywordsByWeight.length : rank;
}

function meantBy(
  { place, view, field }: UnknownField,
  missing: ReadonlySet<JsonPointer>,
  known: () => KnownFields,
): MeantField | undefined {
  const here = {
    place,
    object: isJsonObject(place.value) ? place.value : {},
    allowed: fieldsOf(view),
    missing,
    allowsOwnFields: allowsOwnFields(view),
  };
  return meantField(field, here, known());
}

/** Each missing field goes with the unknown one that comes nearest to it, if any does. */
function fusedFields(unknown: readonly UnknownField[], missing: readonly MissingField[]): Mistake[] {
  const meanings = new Map<JsonPointer, UnknownField[]>();
  for (const mistake of unknown) {
    for (const pointer of surely(mistake.meant)) {
      const others = meanings.get(pointer);
      if (others === undefined) meanings.set(pointer, [mistake]);
      else others.push(mistake);
    }
  }
  const fused = new Map<UnknownField, boolean>();
  const left = missing.filter((mistake) => {
    const pointers = mistake.fields.map((field) => childPointer(mistake.place.pointer, field));
    const [nearest] = pointers
      .flatMap((pointer) => meanings.get(pointer) ?? [])
      .sort((one, other) => (one.meant?.slips ?? 0) - (other.meant?.slips ?? 0));
    if (nearest === undefined) return true;
    const isItself = pointers.length === 1 && pointers[0] === nearest.meant?.places[0]?.pointer;
    fused.set(nearest, isItself || (fused.get(nearest) ?? false));
    return false;
  });
  return [...left, ...unknown.map((mistake) => ({ ...mistake, isRequired: fused.get(mistake) ?? false }))];
}

/** The place that is meant, where there is only one, and those above it: they too are missing as long as it is. */
function surely(meant: MeantField | undefined): JsonPointer[] {
  const [place, ...others] = meant?.places ?? [];
  if (place === undefined || others.length > 0) return [];
  const steps = place.pointer.split('/').slice(1);
  return steps.map((_, index) => `/${steps.slice(0, index + 1).join('/')}`);
}
