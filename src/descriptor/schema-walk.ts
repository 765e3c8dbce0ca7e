import type { AjvErrorLike, AjvFacts } from './ajv-facts.ts';
import { branchThatSpeaks } from './branch-that-speaks.ts';
import {
  childPointer,
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  type JsonPointer,
  valueAt,
} from './json-pointer.ts';
import type { KnownFields } from './known-fields.ts';
import type { Mistake, SchemaPlace, WrongValue } from './mistake.ts';
import { onePerMistake } from './one-per-mistake.ts';
import {
  type Choice,
  choicesOf,
  itemView,
  memberView,
  type SchemaView,
  textOf,
  viewOf,
} from './schema-view.ts';

/** What a walk through a document and its schema needs to know. */
export interface Walk {
  readonly facts: AjvFacts;
  readonly known: () => KnownFields;
}

/** Everything that is wrong in a document, walking it together with its schema; of a choice only the best branch speaks. */
export function mistakesIn(data: Json, schema: JsonObject, walk: Walk): Mistake[] {
  const place = { pointer: '', pattern: '', value: data, title: undefined };
  const mistakes = mistakesAt(place, viewOf([schema], schema), walk);
  return onePerMistake([...mistakes, ...untoldMistakes(mistakes, data, walk.facts)], walk.known);
}

function mistakesAt(place: SchemaPlace, written: SchemaView, walk: Walk): Mistake[] {
  if (!walk.facts.isTouched(place.pointer)) return [];
  const view = withConsequences(place, written, walk.facts);
  const own = view.layers.flatMap((layer) =>
    walk.facts.madeBy(layer, place.pointer).flatMap((error) => mistakesOf(error, place, view)),
  );
  const choices = choicesOf(view).flatMap((choice) => choiceMistakes(choice, place, view, walk));
  return [...own, ...choices, ...mistakesBelow(place, view, walk)];
}

/** The view with the `then` or `else` of each `if` that failed. */
function withConsequences(place: SchemaPlace, view: SchemaView, facts: AjvFacts): SchemaView {
  const layers = [...view.layers];
  for (const layer of layers) {
    if (!Object.hasOwn(layer, 'if')) continue;
    for (const { params } of facts.madeBy({ if: true }, place.pointer)) {
      const consequence = layer[params['failingKeyword'] === 'else' ? 'else' : 'then'];
      const added = consequence === undefined ? [] : viewOf([consequence], view.root).layers;
      layers.push(...added.filter((one) => !layers.includes(one)));
    }
  }
  return { ...view, layers };
}

/** What ajv found in schemas that are not at hand: words are made from the error alone. */
function untoldMistakes(told: readonly Mistake[], data: Json, facts: AjvFacts): Mistake[] {
  return facts.untold().flatMap((error) => {
    const { instancePath: pointer, keyword, params } = error;
    const isFramed = frames.has(keyword) && told.some(({ place }) => isAtOrBelow(place.pointer, pointer));
    const isInside = told.some(
      (mistake) => judgesAll(mistake) && isAtOrBelow(pointer, mistake.place.pointer),
    );
    if (isFramed || isInside) return [];
    const own = Object.values(params)[0];
    const view = viewOf([{ [keyword]: own === undefined ? true : (own as Json) }], {});
    const place = { pointer, pattern: pointer, value: valueAt(data, pointer) ?? null, title: undefined };
    const mistakes = mistakesOf(error, place, view);
    return mistakes.length > 0 ? mistakes : [wrongValue(keyword, params, place, view)];
  });
}

function isAtOrBelow(pointer: JsonPointer, above: JsonPointer): boolean {
  return pointer === above || pointer.startsWith(`${above}/`);
}

/** Whether a mistake says all that there is to say about its place and what lies below. */
function judgesAll(mistake: Mistake): boolean {
  if (mistake.kind === 'wrong-choice') return true;
  return mistake.kind === 'wrong-value' && ['contains', 'not', 'oneOf'].includes(mistake.keyword);
}

/** Keywords whose errors are told by what lies below them. */
const frames = new Set(['anyOf', 'oneOf', 'if']);

function mistakesOf(error: AjvErrorLike, place: SchemaPlace, view: SchemaView): Mistake[] {
  const { keyword, params } = error;
  const field = params['additionalProperty'] ?? params['unevaluatedProperty'];
  if (field !== undefined) return [{ kind: 'unknown-field', place, view, field: String(field) }];
  if (keyword === 'required') {
    return [{ kind: 'missing-field', place, view, fields: [String(params['missingProperty'])] }];
  }
  if (keyword === 'dependentRequired') {
    const because = String(params['property']);
    return [{ kind: 'missing-field', place, view, fields: [String(params['missingProperty'])], because }];
  }
  if (keyword === 'uniqueItems') return repeatedItems(place, view);
  return frames.has(keyword) ? [] : [wrongValue(keyword, params, place, view)];
}

function wrongValue(
  keyword: string,
  params: AjvErrorLike['params'],
  place: SchemaPlace,
  view: SchemaView,
): WrongValue {
  return { kind: 'wrong-value', place, view, keyword, params, besides: [] };
}

/** Each item that stands in the list before. ajv names one pair only, whatever their number. */
function repeatedItems(place: SchemaPlace, view: SchemaView): Mistake[] {
  if (!isJsonArray(place.value)) return [];
  const firstIndex = new Map<string, number>();
  return place.value.flatMap((item, index) => {
    const key = JSON.stringify(item, sortedMembers);
    const first = firstIndex.get(key);
    if (first === undefined) firstIndex.set(key, index);
    return first === undefined
      ? []
      : [wrongValue('uniqueItems', { first }, itemPlace(place, view, item, index), view)];
  });
}

/** Objects are equal whatever the order of their members. */
function sortedMembers(_key: string, value: Json): Json {
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}

function choiceMistakes(choice: Choice, place: SchemaPlace, view: SchemaView, walk: Walk): Mistake[] {
  const made = walk.facts
    .madeBy({ [choice.keyword]: true }, place.pointer)
    .filter(({ keyword }) => keyword === choice.keyword);
  if (made.length === 0) return [];
  const several = made.find(({ params }) => Array.isArray(params['passingSchemas']));
  if (several !== undefined) return [wrongValue('oneOf', several.params, place, view)];
  const branches = choice.branches.map((branch) => {
    const mistakes = mistakesAt(place, branch, walk);
    return { view: branch, mistakes, count: onePerMistake(mistakes, walk.known).length };
  });
  return branchThatSpeaks(place, view, branches);
}

function mistakesBelow(place: SchemaPlace, view: SchemaView, walk: Walk): Mistake[] {
  const { value } = place;
  if (isJsonArray(value)) {
    return value.flatMap((item, index) =>
      walk.facts.isTouched(childPointer(place.pointer, index))
        ? mistakesAt(itemPlace(place, view, item, index), itemView(view, index), walk)
        : [],
    );
  }
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([field, member]) => {
    const pointer = childPointer(place.pointer, field);
    if (!walk.facts.isTouched(pointer)) return [];
    const below = memberView(view, field);
    const pattern = childPointer(place.pattern, field);
    return mistakesAt({ pointer, pattern, value: member, title: textOf(below, 'title') }, below, walk);
  });
}

function itemPlace(place: SchemaPlace, view: SchemaView, value: Json, index: number): SchemaPlace {
  const title = textOf(itemView(view, index), 'title');
  return { pointer: childPointer(place.pointer, index), pattern: `${place.pattern}/*`, value, title };
}
