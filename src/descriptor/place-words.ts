import { undressed } from './closest-word.ts';
import { type Json, parsePointer } from './json-pointer.ts';
import type { SchemaPlace } from './mistake.ts';
import { shownField, typedValue } from './shown-text.ts';

/** Longer examples would bury the sentence that they stand in, in characters. */
const longestExample = 80;

/** A place as the subject of a sentence: the field, after its title unless the title says the same once more. */
export function subjectOf(place: SchemaPlace): string {
  if (place.pointer === '') return 'The document';
  return addsTitle(place) ? `${place.title}: ${shownField(place.pointer)}` : shownField(place.pointer);
}

/** Whether a place has a title that says more than its name: "Keyword" says nothing beside `keywords[2]`. */
export function addsTitle(place: SchemaPlace): boolean {
  if (place.title === undefined) return false;
  const title = undressed(place.title);
  const names = parsePointer(place.pattern).filter((segment) => segment !== '*');
  const own = names.at(-1) ?? '';
  const owner = names.at(-2) ?? '';
  return [own, owner + own].every((name) => undressed(name) !== title);
}

/** The name of a place's field, without the way to it; that of an item is its list's. */
function ownName(place: SchemaPlace): string {
  return parsePointer(place.pattern).findLast((segment) => segment !== '*') ?? '';
}

/** Whether a place is an item of a list. */
export function isItem(place: SchemaPlace): boolean {
  return place.pattern.endsWith('/*');
}

/** What to type at a place, as one line in backticks: `points: 5`, or `- data` for an item; undefined when that is long. */
export function typedLine(place: SchemaPlace, value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  const typed = typedValue(value);
  const lead = isItem(place) ? '- ' : place.pointer === '' ? '' : `${typedValue(ownName(place))}: `;
  return typed.length > longestExample ? undefined : `\`${lead}${typed}\``;
}
