import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileSchema } from '../../src/descriptor/compile-schema.ts';
import {
  childPointer,
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  parentPointer,
  parsePointer,
  valueAt,
} from '../../src/descriptor/json-pointer.ts';
import { schemaFaults } from '../../src/descriptor/schema.ts';

const schema: JsonObject = JSON.parse(
  readFileSync(new URL('../../schemas/course-descriptor.schema.json', import.meta.url), 'utf8'),
);
const validate = compileSchema(schema);
const faultsOf = (data: Json) => schemaFaults(schema, validate, data);

/** A document with every field that the schema knows; of each choice, the branch that is largest. */
const everything = sampleOf(schema);
const places = placesIn(everything, '');
const fields = places.filter((pointer) => isJsonObject(valueAt(everything, parentPointer(pointer))));

describe('a document with every field of a descriptor', () => {
  it('has no faults', () => {
    expect(faultsOf(everything)).toEqual([]);
    expect(fields.length).toBeGreaterThan(200);
  });

  it.each(fields)('shows that %s is misspelt, whichever slip it is', (pointer) => {
    const name = parsePointer(pointer).at(-1) ?? '';
    for (const slipped of slipsOf(name)) {
      const faults = faultsOf(renamed(everything, parsePointer(pointer), slipped));
      expect(faults, slipped).toMatchObject([
        {
          pointer: childPointer(parentPointer(pointer), slipped),
          part: 'key',
          data: { field: slipped, suggestion: name },
          meant: pointer,
        },
      ]);
    }
  });

  it.each(places)('shows once that %s is of another kind', (pointer) => {
    for (const value of otherKinds(valueAt(everything, pointer))) {
      const faults = faultsOf(replaced(everything, parsePointer(pointer), value));
      expect(
        faults.map((fault) => fault.pointer),
        JSON.stringify(value),
      ).toEqual([pointer]);
    }
  });
});

/** Two neighbours swapped, and a letter too many; names of two letters leave too little to recognise. */
function slipsOf(name: string): string[] {
  if (name.length < 3) return [];
  const middle = Math.floor(name.length / 2);
  const swapped = `${name.slice(0, middle - 1)}${name[middle]}${name[middle - 1]}${name.slice(middle + 1)}`;
  const doubled = `${name.slice(0, middle)}${name[middle]}${name.slice(middle)}`;
  return [swapped, doubled, name.toUpperCase()].filter((slipped) => slipped !== name);
}

/** Values that nothing in the schema accepts in place of another one: of each kind, beside its own. */
function otherKinds(value: Json | undefined): Json[] {
  return [typeof value === 'boolean' ? 'maybe' : true, 0.123, [[]], { 'x-y': 1 }].filter(
    (other) => typeof other !== typeof value || isJsonArray(other) !== isJsonArray(value),
  );
}

function renamed(data: Json, [segment = '', ...rest]: readonly string[], name: string): Json {
  if (rest.length > 0) return mapMember(data, segment, (member) => renamed(member, rest, name));
  if (!isJsonObject(data)) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key === segment ? name : key, value]),
  );
}

function replaced(data: Json, [segment, ...rest]: readonly string[], value: Json): Json {
  return segment === undefined ? value : mapMember(data, segment, (member) => replaced(member, rest, value));
}

function mapMember(data: Json, segment: string, change: (member: Json) => Json): Json {
  if (isJsonArray(data)) return data.map((item, index) => (String(index) === segment ? change(item) : item));
  if (!isJsonObject(data)) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, key === segment ? change(value) : value]),
  );
}

function placesIn(data: Json, pointer: string): string[] {
  if (!isJsonArray(data) && !isJsonObject(data)) return [];
  return Object.entries(data).flatMap(([segment, value]) => {
    const place = childPointer(pointer, segment);
    return [place, ...placesIn(value, place)];
  });
}

function sampleOf(written: Json): Json {
  if (!isJsonObject(written)) return null;
  const reference = written['$ref'];
  const one = typeof reference === 'string' ? { ...target(reference), ...written } : written;
  const { properties, items, anyOf, const: constant, enum: values, examples, minimum } = one;
  if (isJsonObject(properties)) {
    return Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, sampleOf(member)]));
  }
  if (items !== undefined) return [sampleOf(items)];
  if (isJsonArray(anyOf))
    return anyOf.map(sampleOf).sort((left, right) => sizeOf(right) - sizeOf(left))[0] ?? null;
  if (constant !== undefined) return constant;
  return [values, examples].flatMap((list) => (isJsonArray(list) ? list : []))[0] ?? minimum ?? 'text';
}

function target(reference: string): JsonObject {
  const definition = valueAt(schema, reference.slice(1));
  return isJsonObject(definition) ? definition : {};
}

function sizeOf(sample: Json): number {
  return typeof sample === 'object' ? JSON.stringify(sample).length : 0;
}
