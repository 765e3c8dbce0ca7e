import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileSchema } from '../../src/descriptor/compile-schema.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../src/descriptor/json-pointer.ts';
import { schemaFaults } from '../../src/descriptor/schema.ts';
import { type Keyword, keywordsWithSentence } from '../../src/descriptor/schema-messages.ts';

/** Keywords that tell of a schema or hold other schemas, and judge nothing themselves. */
const silent = new Set(
  [
    '$comment $defs $id $ref $schema allOf deprecated description else examples items maxContains minContains',
    'patternProperties prefixItems properties then title',
  ]
    .join(' ')
    .split(' '),
);

const folder = new URL('../../schemas/', import.meta.url);

describe('the keywords of our schemas', () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.json')))(
    'have a sentence each: %s',
    (name) => {
      const schema: Json = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
      const known = new Set([...keywordsWithSentence, 'if']);
      const untold = [...keywordsOf(schema)].filter((keyword) => !silent.has(keyword) && !known.has(keyword));
      expect(untold, 'Write a sentence for these keywords in src/descriptor/schema-messages.ts').toEqual([]);
    },
  );
});

/** For each keyword a schema, a value that it refuses, and what is said of it. */
const refusals: Record<Keyword, readonly [schema: JsonObject, data: Json, message: string, help: string]> = {
  additionalProperties: [
    { type: 'object', additionalProperties: false, properties: { a: {} } },
    { colour: 1 },
    '`colour` is not a known field.',
    'Remove it; known here is `a`.',
  ],
  anyOf: [
    { anyOf: [{ type: 'array' }, { type: 'boolean' }] },
    'a',
    'The document is the text "a", but a list or true or false belongs here.',
    'Write `[a]` or true or false.',
  ],
  const: [{ const: 'a' }, 'x1', 'The document is "x1", but only `a` is known here.', 'Write `a`.'],
  contains: [
    { type: 'array', contains: { const: 'a' } },
    ['b'],
    'The document lacks an item that is needed.',
    'Add the item that is missing.',
  ],
  dependentRequired: [
    { type: 'object', dependentRequired: { hours: ['phone'] } },
    { hours: 1 },
    'The document lacks `phone`, which `hours` makes necessary.',
    'Add `phone`.',
  ],
  enum: [
    { enum: ['red', 'green'] },
    'gren',
    'The document is "gren", which is none of the values known here. Did you mean `green`?',
    'Write `green`; known here are `red` and `green`.',
  ],
  exclusiveMaximum: [
    { type: 'number', exclusiveMaximum: 5 },
    5,
    'The document is 5, but it has to be less than 5.',
    'Write a number that is less than 5.',
  ],
  exclusiveMinimum: [
    { type: 'number', exclusiveMinimum: 5 },
    5,
    'The document is 5, but it has to be more than 5.',
    'Write a number that is more than 5.',
  ],
  'false schema': [
    { type: 'object', properties: { old: false } },
    { old: 1 },
    '`old` has no place here.',
    'Remove it.',
  ],
  format: [
    { type: 'string', format: 'uuid' },
    'a',
    'The document is "a", but a text of the form "uuid" belongs here.',
    'Write a text of the form "uuid".',
  ],
  maxItems: [
    { type: 'array', maxItems: 1 },
    [1, 2],
    'The document has 2 items, but at most 1 is allowed.',
    'Remove at least 1 item.',
  ],
  maxLength: [
    { type: 'string', maxLength: 1 },
    'abc',
    'The document has 3 characters, but at most 1 is allowed.',
    'Remove at least 2 characters.',
  ],
  maxProperties: [
    { type: 'object', maxProperties: 1 },
    { a: 1, b: 2 },
    'The document has 2 fields, but at most 1 is allowed.',
    'Remove at least 1 field.',
  ],
  maximum: [
    { type: 'number', maximum: 5 },
    6,
    'The document is 6, but it cannot be more than 5.',
    'Write a number that is at most 5.',
  ],
  minItems: [
    { type: 'array', minItems: 2 },
    [],
    'The document has 0 items, but at least 2 are needed.',
    'Add at least 2 items.',
  ],
  minLength: [
    { type: 'string', minLength: 2 },
    'a',
    'The document has 1 character, but at least 2 are needed.',
    'Add at least 1 character.',
  ],
  minProperties: [
    { type: 'object', minProperties: 1 },
    {},
    'The document has 0 fields, but at least 1 is needed.',
    'Add at least 1 field.',
  ],
  minimum: [
    { type: 'number', minimum: 5, maximum: 9 },
    4,
    'The document is 4, but it cannot be less than 5.',
    'Write a number from 5 to 9.',
  ],
  multipleOf: [
    { type: 'number', multipleOf: 0.5 },
    0.7,
    'The document is 0.7, but it has to be a multiple of 0.5.',
    'Write a number that is a multiple of 0.5.',
  ],
  not: [
    { not: { const: 'a' }, description: 'Any letter but a.' },
    'a',
    'The document is of a form that is not allowed here.',
    'Write any letter but a.',
  ],
  oneOf: [
    { oneOf: [{ type: 'number' }, { type: 'integer' }] },
    1,
    'The document has more than one of the forms allowed here, so nobody can tell which is meant.',
    'Keep to one of the forms.',
  ],
  pattern: [
    { type: 'string', pattern: '^b' },
    'a',
    'The document is "a", which does not have the form that belongs here.',
    'Write a text that matches `^b`.',
  ],
  propertyNames: [
    { type: 'object', propertyNames: { pattern: '^a' } },
    { b: 1 },
    'The document has a field of the name `b`, which is not allowed here.',
    'Rename the field.',
  ],
  required: [
    { type: 'object', required: ['a'] },
    {},
    'The document lacks the required field `a`.',
    'Add `a`.',
  ],
  type: [
    { type: 'number' },
    [],
    'The document is an empty list, but a number belongs here.',
    'Write a number.',
  ],
  unevaluatedProperties: [
    { type: 'object', properties: { title: {} }, unevaluatedProperties: false },
    { titel: 1 },
    '`titel` is not a known field. Did you mean `title`?',
    'Rename it to `title`.',
  ],
  uniqueItems: [
    { type: 'array', uniqueItems: true },
    [{ a: 1, b: 2 }, 5, { b: 2, a: 1 }],
    '`[2]` is the same as `[0]`.',
    'Remove one of the two.',
  ],
};

describe('each keyword that has a sentence', () => {
  it('is shown below', () => {
    expect(Object.keys(refusals).sort()).toEqual([...keywordsWithSentence].sort());
  });

  it.each(Object.entries(refusals))(
    'says what is the case: %s',
    (_keyword, [schema, data, message, help]) => {
      const validate = compileSchema(schema, [], { strictTypes: false });
      expect(schemaFaults(schema, validate, data).map((fault) => [fault.message, fault.help])).toEqual([
        [message, help],
      ]);
    },
  );
});

describe('what stands in another schema', () => {
  const other: JsonObject = {
    $id: 'https://microcred.example/other',
    type: 'object',
    additionalProperties: false,
    required: ['name'],
    properties: { name: { type: 'string' }, size: { enum: ['small', 'large'] } },
  };
  const schema: JsonObject = {
    $id: 'https://microcred.example/this',
    type: 'object',
    properties: { body: { $ref: 'https://microcred.example/other' } },
  };
  const validate = compileSchema(schema, [other]);

  it('is told without its help, but told', () => {
    const data = { body: { nam: 'x', size: 'lrage' } };
    expect(schemaFaults(schema, validate, data).map((fault) => fault.message)).toEqual([
      '`body` lacks the required field `name`.',
      '`body.nam` is not a known field.',
      '`body.size` is "lrage", which is none of the values known here. Did you mean `large`?',
    ]);
  });
});

/** The keywords of a schema and the schemas in it; what stands under `examples` and the like is no schema. */
function keywordsOf(schema: Json): Set<string> {
  const keywords = new Set<string>();
  const open: Json[] = [schema];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (isJsonArray(one)) open.push(...one);
    if (!isJsonObject(one)) continue;
    for (const [keyword, value] of Object.entries(one)) {
      keywords.add(keyword);
      const isNamed = ['properties', 'patternProperties', '$defs', 'dependentSchemas'].includes(keyword);
      if (isNamed && isJsonObject(value)) open.push(...Object.values(value));
      else if (!['examples', 'const', 'enum', 'default', 'required'].includes(keyword)) open.push(value);
    }
  }
  return keywords;
}
