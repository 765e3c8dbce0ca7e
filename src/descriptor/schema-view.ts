import { isJsonArray, isJsonObject, type Json, type JsonObject, valueAt } from './json-pointer.ts';

/** Everything that a schema says of one place: the schema written there, what its `$ref`s name, the parts of its `allOf`. */
export interface SchemaView {
  /** The schema nearest to the place first, so that its title and examples go before those of a shared definition. */
  readonly layers: readonly JsonObject[];
  /** The whole schema, in which `$ref`s are resolved. */
  readonly root: JsonObject;
}

/** The kinds of JSON values, as people tell them apart: a whole number is a number. */
export type Kind = 'text' | 'number' | 'truth value' | 'list' | 'group' | 'nothing';

/** The view of schemas that hold together for one place. A boolean schema says nothing. */
export function viewOf(schemas: readonly Json[], root: JsonObject): SchemaView {
  const layers: JsonObject[] = [];
  const open = [...schemas];
  for (let schema = open.shift(); schema !== undefined; schema = open.shift()) {
    if (!isJsonObject(schema) || layers.includes(schema)) continue;
    layers.push(schema);
    const target = referenced(schema['$ref'], root);
    if (target !== undefined) open.push(target);
    if (isJsonArray(schema['allOf'])) open.push(...schema['allOf']);
  }
  return { layers, root };
}

/** A keyword's value in the nearest layer that has it. */
export function keywordOf(view: SchemaView, keyword: string): Json | undefined {
  return view.layers.find((layer) => Object.hasOwn(layer, keyword))?.[keyword];
}

/** A keyword's value where it is a text, e.g. a title. */
export function textOf(view: SchemaView, keyword: string): string | undefined {
  const value = keywordOf(view, keyword);
  return typeof value === 'string' ? value : undefined;
}

/** The examples of the nearest layer that has some. */
export function examplesOf(view: SchemaView): readonly Json[] {
  const examples = keywordOf(view, 'examples');
  return isJsonArray(examples) ? examples : [];
}

/** The names of the fields that an object can have by this view, in the order of the schema. */
export function fieldsOf(view: SchemaView): string[] {
  return [...new Set(view.layers.flatMap((layer) => Object.keys(membersOf(layer, 'properties'))))];
}

/** Fields that have to be there. */
export function requiredOf(view: SchemaView): string[] {
  return view.layers.flatMap((layer) =>
    isJsonArray(layer['required']) ? layer['required'].map(String) : [],
  );
}

/** Whether an object can have fields of the author's own, which begin with `x-`. */
export function allowsOwnFields(view: SchemaView): boolean {
  return view.layers.some((layer) => matchingPatterns('x-own', layer).length > 0);
}

/** The view of one field of an object. */
export function memberView(view: SchemaView, field: string): SchemaView {
  return viewOf(
    view.layers.flatMap((layer) => {
      const properties = membersOf(layer, 'properties');
      const named = Object.hasOwn(properties, field) ? [properties[field] ?? true] : [];
      const own = [...named, ...matchingPatterns(field, layer)];
      return own.length === 0 ? [layer['additionalProperties'] ?? true] : own;
    }),
    view.root,
  );
}

/** The view of one item of a list, by its 0-based index. */
export function itemView(view: SchemaView, index: number): SchemaView {
  return viewOf(
    view.layers.map((layer) => {
      const first = isJsonArray(layer['prefixItems']) ? layer['prefixItems'] : [];
      return first[index] ?? layer['items'] ?? true;
    }),
    view.root,
  );
}

/** A choice between schemas and the layer in which it stands. */
export interface Choice {
  readonly keyword: 'anyOf' | 'oneOf';
  readonly layer: JsonObject;
  readonly branches: readonly SchemaView[];
}

/** The choices that a view offers. */
export function choicesOf(view: SchemaView): Choice[] {
  return view.layers.flatMap((layer) =>
    (['anyOf', 'oneOf'] as const).flatMap((keyword) => {
      const branches = layer[keyword];
      if (!isJsonArray(branches)) return [];
      return [{ keyword, layer, branches: branches.map((branch) => viewOf([branch], view.root)) }];
    }),
  );
}

/** The values that a view lists with `const` or `enum`, or undefined when it lists none. */
export function listedValues(view: SchemaView): readonly Json[] | undefined {
  const constant = keywordOf(view, 'const');
  if (constant !== undefined) return [constant];
  const values = keywordOf(view, 'enum');
  return isJsonArray(values) ? values : undefined;
}

/** The kinds of value that a view accepts, or undefined when it accepts any. */
export function kindsOf(view: SchemaView): ReadonlySet<Kind> | undefined {
  const types = keywordOf(view, 'type');
  if (types !== undefined)
    return new Set([types].flat().map((type) => kindOfType[String(type)] ?? 'nothing'));
  const values = listedValues(view);
  if (values !== undefined) return new Set(values.map(kindOf));
  const kinds = choicesOf(view).map(({ branches }) => branches.map(kindsOf));
  const union = kinds.find((branches) => branches.every((branch) => branch !== undefined));
  return union && new Set(union.flatMap((branch) => [...(branch ?? [])]));
}

/** Whether a value is of a kind that a view accepts. */
export function accepts(view: SchemaView, value: Json): boolean {
  return kindsOf(view)?.has(kindOf(value)) ?? true;
}

/** The kind of a value. */
export function kindOf(value: Json): Kind {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'truth value';
  if (value === null) return 'nothing';
  return isJsonArray(value) ? 'list' : 'group';
}

const kindOfType: Readonly<Record<string, Kind>> = {
  array: 'list',
  boolean: 'truth value',
  integer: 'number',
  null: 'nothing',
  number: 'number',
  object: 'group',
  string: 'text',
};

/** Whether `properties` or `patternProperties` of one schema speak of a field, so that it is not an additional one. */
export function fieldIsCovered(field: string, schema: JsonObject): boolean {
  return Object.hasOwn(membersOf(schema, 'properties'), field) || matchingPatterns(field, schema).length > 0;
}

/** The subschemas under a keyword such as `properties`, by name. */
function membersOf(schema: JsonObject, keyword: string): JsonObject {
  const members = schema[keyword];
  return isJsonObject(members) ? members : {};
}

function matchingPatterns(field: string, schema: JsonObject): Json[] {
  return Object.entries(membersOf(schema, 'patternProperties'))
    .filter(([pattern]) => new RegExp(pattern, 'u').test(field))
    .map(([, member]) => member);
}

/** The definition that a `$ref` inside the schema names; a reference to another file names nothing that is at hand. */
function referenced(reference: Json | undefined, root: JsonObject): Json | undefined {
  if (typeof reference !== 'string') return undefined;
  const own = typeof root['$id'] === 'string' && reference.startsWith(`${root['$id']}#`) ? root['$id'] : '';
  const fragment = reference.slice(own.length);
  if (fragment !== '#' && !fragment.startsWith('#/')) return undefined;
  return valueAt(root, decodeURIComponent(fragment.slice(1)));
}
