import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { compilePredicate, compileSchema, standaloneCode } from '../../src/descriptor/compile-schema.ts';
import type { SchemaValidator } from '../../src/descriptor/schema.ts';

const required = { required: ['a', 'b'] };

describe('a compiled schema', () => {
  it('finds everything that is wrong', () => {
    const validate = compileSchema({ type: 'object', properties: { a: {}, b: {} }, ...required });
    expect(validate({})).toBe(false);
    expect(validate.errors).toHaveLength(2);
  });

  it('refers to others by their names', () => {
    const other = { $id: 'https://microcred.example/other', type: 'number' };
    const validate = compileSchema({ $ref: 'https://microcred.example/other' }, [other]);
    expect([validate(1), validate('1')]).toEqual([true, false]);
  });

  it.each([
    ['an unknown keyword', { tpye: 'object' }],
    ['an unknown format', { type: 'string', format: 'colour' }],
    ['a keyword without its type', { maxLength: 5 }],
    ['a $ref to nothing', { $ref: '#/$defs/nothing' }],
  ])('is refused for %s', (_what, schema) => {
    expect(() => compileSchema(schema)).toThrow();
  });

  it('needs no type where that is asked for', () => {
    expect(compileSchema({ maxLength: 5 }, [], { strictTypes: false })('abcdef')).toBe(false);
  });
});

describe('a predicate', () => {
  it('stops at the first error and needs no type', () => {
    const validate = compilePredicate(required);
    expect(validate({})).toBe(false);
    expect(validate.errors).toHaveLength(1);
    expect(validate({ a: 1, b: 2 })).toBe(true);
  });

  it('is compiled apart from those before it, even under the same name', () => {
    const named = (type: string) => compilePredicate({ $id: 'https://microcred.example/same', type });
    expect([named('string')('a'), named('number')('a'), named('string')('a')]).toEqual([true, false, true]);
  });

  it('is refused for an unknown keyword', () => {
    expect(() => compilePredicate({ requird: ['a'] })).toThrow('requird');
  });
});

describe('standalone code', () => {
  it('holds several validators, which can refer to one another', () => {
    const size = { $id: 'https://microcred.example/size', type: 'integer', minimum: 1 };
    const name = { type: 'string', format: 'email', maxLength: 20 };
    const both = {
      type: 'object',
      properties: { size: { $ref: 'https://microcred.example/size' } },
      required: ['size'],
    };
    const validators = loaded(standaloneCode({ size, name, both }));
    expect(Object.keys(validators).sort()).toEqual(['both', 'name', 'size']);
    expect([validators['size']?.(1), validators['size']?.(0)]).toEqual([true, false]);
    expect([validators['name']?.('ann@example.org'), validators['name']?.('ann')]).toEqual([true, false]);
    expect([validators['both']?.({ size: 1 }), validators['both']?.({ size: 0 })]).toEqual([true, false]);
  });
});

function loaded(code: string): Record<string, SchemaValidator> {
  const module: { exports: Record<string, SchemaValidator> } = { exports: {} };
  new Function('module', 'exports', 'require', code)(module, module.exports, createRequire(import.meta.url));
  return module.exports;
}
