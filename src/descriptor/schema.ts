import { type AjvErrorLike, ajvFacts } from './ajv-facts.ts';
import { compareText } from './finding.ts';
import type { FormFault } from './form-fault.ts';
import {
  childPointer,
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  type JsonPointer,
  parsePointer,
} from './json-pointer.ts';
import { knownFields } from './known-fields.ts';
import type { Mistake } from './mistake.ts';
import { wordingOf } from './schema-messages.ts';
import { mistakesIn } from './schema-walk.ts';

/** A compiled JSON Schema, as ajv gives it (at run time or as standalone code): errors of the last call hang on the function. */
export interface SchemaValidator {
  (data: unknown): boolean;
  errors?: readonly AjvErrorLike[] | null;
}

/**
 * Faults of shape of `data`: one per mistake a person made, in the order of the document.
 *
 * @param schema the schema that `validate` was compiled from, for its titles, descriptions and examples
 * @param validate judges all of the data (ajv's `allErrors`)
 */
export function schemaFaults(schema: JsonObject, validate: SchemaValidator, data: Json): FormFault[] {
  if (validate(data)) return [];
  // The next call overwrites the errors, so they are taken at once.
  const facts = ajvFacts([...(validate.errors ?? [])]);
  const walk = { facts, known: () => knownFields(schema) };
  const faults = mistakesIn(data, schema, walk).map(faultOf);
  return inDocumentOrder(faults, data);
}

function faultOf(mistake: Mistake): FormFault {
  const { pointer } = mistake.place;
  const { part, meant, ...words } = wordingOf(mistake);
  return {
    kind: 'schema',
    ...words,
    pointer: mistake.kind === 'unknown-field' ? childPointer(pointer, mistake.field) : pointer,
    ...(part === undefined ? {} : { part }),
    ...(meant === undefined ? {} : { meant }),
  };
}

/** A group before its members, members and items in their order; equal places by message. */
function inDocumentOrder(faults: readonly FormFault[], data: Json): FormFault[] {
  const ranks = new Map<object, ReadonlyMap<string, number>>();
  const placed = faults.map((fault) => ({ fault, path: pathOf(fault.pointer, data, ranks) }));
  placed.sort(
    (left, right) =>
      comparePaths(left.path, right.path) || compareText(left.fault.message, right.fault.message),
  );
  return placed.map(({ fault }) => fault);
}

/** The 0-based positions of the steps to a place, each among its neighbours. */
function pathOf(pointer: JsonPointer, data: Json, ranks: Map<object, ReadonlyMap<string, number>>): number[] {
  let value: Json | undefined = data;
  return parsePointer(pointer).map((segment) => {
    if (isJsonArray(value)) {
      value = value[Number(segment)];
      return Number(segment);
    }
    if (!isJsonObject(value)) return 0;
    let order = ranks.get(value);
    if (order === undefined) {
      order = new Map(Object.keys(value).map((key, index) => [key, index]));
      ranks.set(value, order);
    }
    value = value[segment];
    return order.get(segment) ?? order.size;
  });
}

function comparePaths(left: readonly number[], right: readonly number[]): number {
  const different = left.findIndex((step, index) => step !== right[index]);
  if (different === -1) return left.length - right.length;
  return (left[different] ?? 0) - (right[different] ?? -1);
}
