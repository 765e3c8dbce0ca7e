import { type KnownWord, knownWord, undressed } from './closest-word.ts';
import {
  formatPointer,
  isJsonArray,
  type JsonObject,
  type PointerPattern,
  parsePointer,
} from './json-pointer.ts';
import { fieldsOf, itemView, memberView, type SchemaView, textOf, viewOf } from './schema-view.ts';

/** A field that a schema knows somewhere. */
export interface KnownField {
  readonly name: string;
  /** The object that has the field; `*` stands for items of lists. */
  readonly parent: PointerPattern;
  readonly title: string | undefined;
}

/** Where a schema knows fields of a name. */
export interface KnownFields {
  /** Fields that are called like that, up to dress: by name, with the parent's name in front, or by title. */
  called(written: string): readonly KnownField[];
  /** A name of a field, ready for comparison. */
  word(name: string): KnownWord;
  /** All names of fields, each once. */
  readonly words: readonly KnownWord[];
}

/** The fields of a schema take longer to gather than all the rest, and never change. */
const gathered = new WeakMap<JsonObject, KnownFields>();

/** Every field that a schema knows, outer ones first. */
export function knownFields(schema: JsonObject): KnownFields {
  const known = gathered.get(schema) ?? gatheredFields(schema);
  gathered.set(schema, known);
  return known;
}

function gatheredFields(schema: JsonObject): KnownFields {
  const fields = fieldsBelow(viewOf([schema], schema), '', []);
  fields.sort((left, right) => parsePointer(left.parent).length - parsePointer(right.parent).length);
  const byWord = new Map<string, KnownField[]>();
  for (const field of fields) {
    for (const word of new Set(wordsFor(field))) {
      const others = byWord.get(word);
      if (others === undefined) byWord.set(word, [field]);
      else others.push(field);
    }
  }
  const words = new Map(fields.map(({ name }) => [name, knownWord(name)]));
  return {
    called: (written) => byWord.get(undressed(written)) ?? [],
    word: (name) => words.get(name) ?? knownWord(name),
    words: [...words.values()],
  };
}

function wordsFor(field: KnownField): string[] {
  const owner = parsePointer(field.parent).findLast((segment) => segment !== '*') ?? '';
  const words = [field.name, owner + field.name, field.title ?? ''].map(undressed);
  // `providerNames` is no field, but the plural of `providers` may be lost on the way to `providerName`.
  return [...words, undressed(owner) + undressed(field.name)].filter((word) => word !== '');
}

/** @param above the schemas on the way here; one that holds itself is followed once */
function fieldsBelow(view: SchemaView, parent: PointerPattern, above: readonly JsonObject[]): KnownField[] {
  if (view.layers.some((layer) => above.includes(layer))) return [];
  const way = [...above, ...view.layers];
  const here = fieldsOf(view).flatMap((name) => {
    const member = memberView(view, name);
    const field = { name, parent, title: textOf(member, 'title') };
    return [field, ...fieldsBelow(member, parent + formatPointer([name]), way)];
  });
  const hasItems = view.layers.some((layer) => layer['items'] !== undefined);
  const items = hasItems ? fieldsBelow(itemView(view, 0), `${parent}/*`, way) : [];
  return [...here, ...items, ...branchesOf(view).flatMap((branch) => fieldsBelow(branch, parent, way))];
}

function branchesOf(view: SchemaView): SchemaView[] {
  const branches = view.layers.flatMap((layer) =>
    ['anyOf', 'oneOf'].flatMap((keyword) => (isJsonArray(layer[keyword]) ? layer[keyword] : [])),
  );
  return branches.map((branch) => viewOf([branch], view.root));
}
