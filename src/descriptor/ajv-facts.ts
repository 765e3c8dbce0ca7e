import { type JsonObject, type JsonPointer, parentPointer } from './json-pointer.ts';
import { fieldIsCovered } from './schema-view.ts';

/** What ajv says of one failed keyword, as far as it is the same at run time and from standalone code. */
export interface AjvErrorLike {
  /** JSON Pointer of the value concerned. */
  readonly instancePath: string;
  /** Path of the keyword in the schema; it does not identify a keyword (see AjvFacts). */
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Set for errors inside `propertyNames`, whose instancePath is that of the object. */
  readonly propertyName?: string;
}

/**
 * The errors of one validation as facts: "at this place, this keyword with this value does not hold".
 *
 * The schema path plays no part: with `$ref` ajv gives it relative to the definition, and, where the definition
 * itself holds a `$ref`, without even naming the definition. A fact needs no path: the same keyword with the same
 * value at the same place fails in whatever schema it stands.
 */
export interface AjvFacts {
  /** Whether something is wrong at a place or below it. */
  isTouched(pointer: JsonPointer): boolean;
  /** The errors at a place that a schema's own keywords made; they count as told from then on. */
  madeBy(schema: JsonObject, pointer: JsonPointer): AjvErrorLike[];
  /** The errors that no schema claimed so far, e.g. those of a `$ref` to another file. */
  untold(): AjvErrorLike[];
}

/** The facts of ajv's errors. Errors inside `propertyNames` are left out: the keyword's own error tells of the name. */
export function ajvFacts(all: readonly AjvErrorLike[]): AjvFacts {
  const errors = all.filter((error) => error.propertyName === undefined);
  const at = groupedByPlace(errors);
  const touched = touchedPlaces(errors);
  const told = new Set<AjvErrorLike>();
  return {
    isTouched: (pointer) => touched.has(pointer),
    madeBy(schema, pointer) {
      const made = (at.get(pointer) ?? []).filter((error) => isMadeBy(error, schema));
      for (const error of made) told.add(error);
      return made;
    },
    untold: () => errors.filter((error) => !told.has(error)),
  };
}

function groupedByPlace(errors: readonly AjvErrorLike[]): Map<JsonPointer, AjvErrorLike[]> {
  const groups = new Map<JsonPointer, AjvErrorLike[]>();
  for (const error of errors) {
    const group = groups.get(error.instancePath);
    if (group === undefined) groups.set(error.instancePath, [error]);
    else group.push(error);
  }
  return groups;
}

/** The places of errors and everything above them. */
function touchedPlaces(errors: readonly AjvErrorLike[]): Set<JsonPointer> {
  const touched = new Set<JsonPointer>();
  for (const { instancePath } of errors) {
    for (let place = instancePath; !touched.has(place); place = parentPointer(place)) touched.add(place);
  }
  return touched;
}

/** ajv's parameters that hold a keyword's own value, so that an error can be told from one of another schema. */
const ownValueParameter: Readonly<Record<string, string>> = {
  const: 'allowedValue',
  enum: 'allowedValues',
  exclusiveMaximum: 'limit',
  exclusiveMinimum: 'limit',
  format: 'format',
  maximum: 'limit',
  maxItems: 'limit',
  maxLength: 'limit',
  maxProperties: 'limit',
  minimum: 'limit',
  minItems: 'limit',
  minLength: 'limit',
  minProperties: 'limit',
  multipleOf: 'multipleOf',
  pattern: 'pattern',
  type: 'type',
};

function isMadeBy(error: AjvErrorLike, schema: JsonObject): boolean {
  const { keyword, params } = error;
  if (!Object.hasOwn(schema, keyword)) return false;
  const own = schema[keyword];
  if (keyword === 'required') return Array.isArray(own) && own.includes(params['missingProperty']);
  if (keyword === 'additionalProperties') {
    return own === false && !fieldIsCovered(String(params['additionalProperty']), schema);
  }
  const parameter = ownValueParameter[keyword];
  return parameter === undefined || JSON.stringify(params[parameter]) === JSON.stringify(own);
}
