import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileSchema, standaloneCode } from '../../src/descriptor/compile-schema.ts';
import { type Json, type JsonObject, valueAt } from '../../src/descriptor/json-pointer.ts';
import { type SchemaValidator, schemaFaults } from '../../src/descriptor/schema.ts';

interface ExpectedFault {
  readonly at: string;
  readonly key?: boolean;
  readonly meant?: string;
  readonly message: string;
  readonly help: string;
}

interface Case {
  readonly name: string;
  readonly document?: Json;
  readonly fields?: JsonObject;
  readonly faults: readonly ExpectedFault[];
}

const fixture: { schema: JsonObject; base: JsonObject; cases: Case[] } = parse(
  readFileSync(new URL('../../fixtures/schema-faults/cases.yaml', import.meta.url), 'utf8'),
);
const { schema, base, cases } = fixture;
const validate = compileSchema(schema);
const validateStandalone = loaded(standaloneCode({ document: schema }));

describe('faults of shape', () => {
  it.each(cases)('$name', ({ document, fields, faults }) => {
    const data = document === undefined ? { ...base, ...fields } : document;
    expect(schemaFaults(schema, validate, data).map(asExpected)).toEqual(faults);
    expect(schemaFaults(schema, validateStandalone, data).map(asExpected)).toEqual(faults);
  });

  it.each(cases.flatMap(({ faults }) => faults))('is told in one sentence: $message', ({ message, help }) => {
    expect(message).toMatch(/^(?=.*[.?]$)[^!]*$/);
    expect(help).toMatch(/^[A-Z].*\.$/);
    expect(`${message} ${help}`).not.toMatch(/\b(please|invalid|property|properties|undefined|keys?|NaN)\b/i);
  });

  it('names the values in data, for machines', () => {
    const data = { ...base, framework: 'SQCF', credit: { points: 500 }, titel: 'x', contact: {} };
    expect(schemaFaults(schema, validate, data).map((fault) => fault.data)).toEqual([
      { value: 'SQCF', allowed: ['SCQF', 'FHEQ', 'CQFW', 'RQF', 'EQF', 'NFQ'], suggestion: 'SCQF' },
      { value: 500, limit: 120 },
      { field: 'titel', suggestion: 'title' },
      { missing: 'email phone' },
    ]);
  });

  it('keeps a field named __proto__ apart from everything inherited', () => {
    const data: Json = JSON.parse(
      '{ "microcred": 1, "title": "Data for All", "__proto__": { "points": "5" } }',
    );
    expect(schemaFaults(schema, validate, data)).toMatchObject([{ pointer: '/__proto__', part: 'key' }]);
  });
});

describe('whatever the document', () => {
  const anything = fc.jsonValue({ maxDepth: 4 }).map((value) => value as Json);
  const names = fc.constantFrom(
    'titel',
    '',
    'constructor',
    'a/b~c',
    '\u202e',
    'credit ',
    ...Object.keys(fields()),
  );
  const nearlyRight = fc.dictionary(names, fc.oneof(anything, fc.constantFrom(...Object.values(fields()))));

  it('finds a fault exactly when ajv does, at a place that exists, in safe letters', () => {
    fc.assert(
      fc.property(fc.oneof(anything, nearlyRight), (data) => {
        const faults = schemaFaults(schema, validate, data);
        expect(faults.length > 0).toBe(!validate(data));
        for (const { pointer, message, help } of faults) {
          expect(valueAt(data, pointer)).toBeDefined();
          expect(message + help).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        }
      }),
      { numRuns: 400, seed: 2026 },
    );
  });
});

/** Every field of the cases with a value that is right or wrong, as the cases have it. */
function fields(): JsonObject {
  return Object.assign({}, ...cases.map((one) => one.fields ?? {}));
}

function asExpected(fault: ReturnType<typeof schemaFaults>[number]): ExpectedFault {
  const { pointer, part, meant, message, help } = fault;
  return {
    at: pointer,
    ...(part === 'key' ? { key: true } : {}),
    ...(meant === undefined ? {} : { meant }),
    message,
    help,
  };
}

function loaded(code: string): SchemaValidator {
  const module: { exports: { document?: SchemaValidator } } = { exports: {} };
  new Function('module', 'exports', 'require', code)(module, module.exports, createRequire(import.meta.url));
  if (module.exports.document === undefined) throw new Error('The standalone code exports no validator.');
  return module.exports.document;
}
