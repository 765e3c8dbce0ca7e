import { type ClosestWord, closestWord } from './closest-word.ts';
import {
  childPointer,
  formatPointer,
  type JsonObject,
  type JsonPointer,
  type PointerPattern,
  parentPointer,
  parsePointer,
} from './json-pointer.ts';
import type { KnownField, KnownFields } from './known-fields.ts';
import type { SchemaPlace } from './mistake.ts';

/** The field that somebody meant when they wrote an unknown one. */
export interface MeantField {
  readonly name: string;
  /**
   * Where it belongs: in the same object; there, where it already stands; elsewhere in the document; in another form
   * that the object can have; or it is a field of the author's own, spelt without the `x-`.
   */
  readonly where: 'here' | 'stands-already' | 'elsewhere' | 'other-form' | 'own';
  /** The places it can have, nearest first. */
  readonly places: readonly MeantPlace[];
  readonly slips: number;
}

/** A place that a field can have; that of a field in the items of another list is the list itself. */
export interface MeantPlace {
  readonly pointer: JsonPointer;
  readonly isInItems: boolean;
}

/** What is known at the place of an unknown field. */
export interface FieldSurroundings {
  /** The object that has the unknown field, and where it is. */
  readonly place: SchemaPlace;
  readonly object: JsonObject;
  /** Names of the fields that the object can have. */
  readonly allowed: readonly string[];
  /** The places of the whole document that are required and empty. */
  readonly missing: ReadonlySet<JsonPointer>;
  readonly allowsOwnFields: boolean;
}

/** Names that stand in more places than this are too general to say where one of them belongs. */
const mostPlaces = 3;

/** What the author of an unknown field meant, or undefined when nothing is plausible. */
export function meantField(
  written: string,
  here: FieldSurroundings,
  known: KnownFields,
): MeantField | undefined {
  if (written.length > 100) return undefined;
  if (here.allowsOwnFields && /^(x[^a-z]|X-)./.test(written)) return ownField(written, here);
  const stands = (name: string) => Object.hasOwn(here.object, name);
  const wordsThat = (isWanted: (name: string) => boolean) => here.allowed.filter(isWanted).map(known.word);
  const isMissing = (name: string) => here.missing.has(childPointer(here.place.pointer, name));
  const near = closestWord(
    written,
    wordsThat((name) => !stands(name)),
    isMissing,
  );
  const twin = closestWord(written, wordsThat(stands));
  const titled = known.called(written).find((field) => field.parent === here.place.pattern);
  if (titled?.name === written) return { name: written, where: 'other-form', places: [], slips: 0 };
  if (isSure(near)) return inObject('here', near, here);
  if (isSure(twin)) return inObject('stands-already', twin, here);
  if (titled !== undefined) {
    return inObject(stands(titled.name) ? 'stands-already' : 'here', { word: titled.name, slips: 1 }, here);
  }
  return (
    elsewhere(written, here, known) ??
    (near && inObject('here', near, here)) ??
    (twin && inObject('stands-already', twin, here)) ??
    misspeltElsewhere(written, here, known)
  );
}

function isSure(word: ClosestWord | undefined): word is ClosestWord {
  return word !== undefined && word.slips <= 1;
}

function inObject(where: 'here' | 'stands-already', near: ClosestWord, here: FieldSurroundings): MeantField {
  return { name: near.word, where, places: [placeIn(here, near.word)], slips: near.slips };
}

function ownField(written: string, here: FieldSurroundings): MeantField {
  const name = `x-${written.slice(1).replace(/^[-_:. ]+/, '')}`;
  return { name, where: 'own', places: [placeIn(here, name)], slips: 1 };
}

function placeIn(here: FieldSurroundings, name: string): MeantPlace {
  return { pointer: childPointer(here.place.pointer, name), isInItems: false };
}

function elsewhere(written: string, here: FieldSurroundings, known: KnownFields): MeantField | undefined {
  const called = known.called(written).filter((field) => field.parent !== here.place.pattern);
  const exact = called.filter((field) => field.name === written);
  const fields = exact.length > 0 ? exact : called;
  const name = fields[0]?.name;
  if (name === undefined || fields.length > mostPlaces || fields.some((field) => field.name !== name))
    return undefined;
  const byDistance = [...fields].sort(
    (left, right) => stepsTo(left.parent, here) - stepsTo(right.parent, here),
  );
  const places = byDistance.map((field) => placeOf(field, here));
  const lacking = places.filter((place) => here.missing.has(place.pointer) && !place.isInItems);
  return {
    name,
    where: 'elsewhere',
    places: lacking.length === 1 ? lacking : withoutNested(places),
    slips: 0,
  };
}

/** `points` belongs in `credit`; that the equivalents in there have points of their own would only confuse. */
function withoutNested(places: readonly MeantPlace[]): MeantPlace[] {
  const owner = parentPointer(places[0]?.pointer ?? '');
  return places.filter(
    (place, index) => index === 0 || owner === '' || !place.pointer.startsWith(`${owner}/`),
  );
}

/** A slip in the name of a field of another object; only long names are told apart well enough. */
function misspeltElsewhere(
  written: string,
  here: FieldSurroundings,
  known: KnownFields,
): MeantField | undefined {
  if (written.length < 6) return undefined;
  const near = closestWord(written, known.words);
  return isSure(near) ? elsewhere(near.word, here, known) : undefined;
}

/** Steps from the object up to what both have in common and down again to the other object. */
function stepsTo(parent: PointerPattern, here: FieldSurroundings): number {
  const from = parsePointer(here.place.pattern);
  const to = parsePointer(parent);
  return from.length + to.length - 2 * sharedSteps(from, to);
}

/** A field's place as seen from an object: within the same item of a list, else at the list. */
function placeOf(field: KnownField, here: FieldSurroundings): MeantPlace {
  const to = parsePointer(field.parent);
  const shared = sharedSteps(parsePointer(here.place.pattern), to);
  const below = [...to.slice(shared), field.name];
  const list = below.indexOf('*');
  const reached = list === -1 ? below : below.slice(0, list);
  const pointer = formatPointer([...parsePointer(here.place.pointer).slice(0, shared), ...reached]);
  return { pointer, isInItems: list !== -1 };
}

function sharedSteps(left: readonly string[], right: readonly string[]): number {
  const different = left.findIndex((segment, index) => segment !== right[index]);
  return different === -1 ? left.length : different;
}
