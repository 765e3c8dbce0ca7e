import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileSchema } from '../../src/descriptor/compile-schema.ts';
import type { Json, JsonObject } from '../../src/descriptor/json-pointer.ts';
import { schemaFaults } from '../../src/descriptor/schema.ts';

const { schema }: { schema: JsonObject } = parse(
  readFileSync(new URL('../../fixtures/schema-faults/cases.yaml', import.meta.url), 'utf8'),
);
const validate = compileSchema(schema);

const right: JsonObject = {
  microcred: 1,
  title: 'Data for All',
  version: '1.0',
  kind: 'short-course',
  framework: 'SCQF',
  language: 'en-GB',
  currency: 'GBP',
  lastUpdated: '2026-05-12',
  url: 'https://www.example.org',
  online: true,
  keywords: ['data', 'maps', 'people'],
  provider: { name: 'UHI', type: 'university', country: 'GB' },
  awardingBody: { name: 'University of Stirling', type: 'university' },
  level: 8,
  credit: { points: 10, scheme: 'SCQF' },
  workload: { notionalHours: 100, weeks: 10 },
  outcomes: [
    { id: 'a', text: 'Analyse data' },
    { id: 'b', text: 'Present data' },
  ],
  assessment: { exam: 'Two hours', minutes: 120 },
  evidence: [{ type: 'report', pages: 3 }],
  validity: '10 weeks',
  startDates: ['2026-09-01', '2027-09-01'],
  skills: ['data analysis', { name: 'maps', url: 'https://www.example.org' }],
  contact: { email: 'office@example.org', phone: '1' },
  units: [{ title: 'A', units: [{ title: 'B' }] }],
};

/** A mistake at a field, in place of the field or under another name, and where it is to be found. */
interface Seed {
  readonly name?: string;
  readonly value?: Json;
  readonly at: string;
}

const list = (length: number, at: (index: number) => Json) => Array.from({ length }, (_, index) => at(index));
const number = fc.integer({ min: 1, max: 999 });
const text = fc.stringMatching(/^[a-z]{2,8} [a-z]{2,8}$/);
const group = fc.constant({ some: 'thing' });
const ofKind = (...values: fc.Arbitrary<Json>[]) => fc.oneof(...values);

/** For each field, values that are wrong in one way, with the place below the field where they are. */
const wrong: Readonly<Record<string, readonly (readonly [fc.Arbitrary<Json>, string])[]>> = {
  microcred: [[ofKind(fc.integer({ min: 2 }), text, group), '']],
  title: [
    [ofKind(number, group, fc.boolean(), fc.constant('')), ''],
    [fc.stringMatching(/^[a-z]{31,50}$/), ''],
  ],
  version: [[ofKind(number, fc.double({ min: 0.1, max: 9 }), fc.constant(['1.0']), group), '']],
  kind: [[ofKind(text, number, fc.constant('Short Course'), fc.constant('shrot-course')), '']],
  framework: [[ofKind(fc.constantFrom('SQCF', 'scqf', 'EFQ', 'NQF'), number, group), '']],
  language: [[ofKind(fc.constantFrom('english', 'EN_gb', 'e'), number), '']],
  currency: [[ofKind(fc.constantFrom('gbp', 'pounds', '£'), number), '']],
  lastUpdated: [[ofKind(fc.constantFrom('12/05/2026', '2026-02-30', 'May 2026', ''), text, number), '']],
  url: [[ofKind(fc.constantFrom('www.example.org', 'see there', ''), number, group), '']],
  online: [[ofKind(fc.constantFrom('yes', 'no', 'true'), number, group), '']],
  keywords: [
    [ofKind(text, number, group), ''],
    [fc.constant(['data']), ''],
    [number.map((one) => ['data', one]), '/1'],
    [fc.constant(['data', 'maps', 'data']), '/2'],
    [fc.constant(list(6, (index) => `data ${index}`)), ''],
  ],
  provider: [
    [ofKind(text, number), ''],
    [fc.constant({ type: 'college' }), ''],
    [fc.constant({ nmae: 'UHI' }), '/nmae'],
    [text.map((country) => ({ name: 'UHI', country })), '/country'],
    [fc.constant({ name: 'UHI', type: 'colledge' }), '/type'],
  ],
  awardingBody: [
    [ofKind(text, number, fc.constant('same as provider')), ''],
    [fc.constant({ naem: 'UHI', type: 'college' }), '/naem'],
    [fc.constant({ name: 'UHI', type: 'collage' }), '/type'],
    [number.map((name) => ({ name })), '/name'],
  ],
  level: [[ofKind(fc.constantFrom('8', 13, 0, 8.5, 'entry 1', 'entry-4', true), text, group), '']],
  credit: [
    [ofKind(text, number, fc.constant([])), ''],
    [ofKind(fc.constantFrom('5', 0, 500, 7.3), text).map((points) => ({ points })), '/points'],
    [fc.constant({ pionts: 10 }), '/pionts'],
    [fc.constant({ points: 10, scheme: 'SQCF' }), '/scheme'],
  ],
  workload: [
    [ofKind(text, number), ''],
    [ofKind(text, fc.integer({ max: -1 })).map((notionalHours) => ({ notionalHours })), '/notionalHours'],
    [fc.constant({ notionalHour: 100 }), '/notionalHour'],
    [fc.constantFrom({ weeks: 2.5 }, { weeks: '3 weeks' }), '/weeks'],
  ],
  outcomes: [
    [ofKind(text, number, fc.constant({ text: 'Analyse' })), ''],
    [fc.constant([{ text: 'Analyse' }, { txt: 'Present' }]), '/1/txt'],
    [fc.constant([{ id: '', text: 'Analyse' }]), '/0/id'],
    [text.map((item) => [item]), '/0'],
    [fc.constant([{ id: 'a' }]), '/0'],
  ],
  assessment: [
    [ofKind(text, number), ''],
    [fc.constant({ exm: 'Two hours', minutes: 120 }), '/exm'],
    [fc.constant({ project: 'A poster', words: '500' }), '/words'],
  ],
  evidence: [
    [fc.constant([{ type: 'talk', minutes: 'ten' }]), '/0/minutes'],
    [fc.constant([{ type: 'report', pages: 3 }, 'a talk']), '/1'],
  ],
  validity: [[ofKind(fc.constantFrom('unlimitted', '10weeks', 'for ever', 10, ''), group), '']],
  startDates: [
    [ofKind(fc.constantFrom('on demand', '2026-09-01', 2026), group), ''],
    [fc.constant(['2026-09-01', '2026-09-31']), '/1'],
  ],
  skills: [
    [fc.constant(['maps', 5]), '/1'],
    [fc.constant([{ nmae: 'maps' }]), '/0/nmae'],
    [fc.constant([{ name: 'maps', url: 'www.example.org' }]), '/0/url'],
  ],
  contact: [
    [fc.constant({}), ''],
    [fc.constant({ emial: 'office@example.org' }), '/emial'],
    [fc.constant({ email: 'office' }), '/email'],
  ],
  units: [
    [fc.constant([{ title: 'A', units: [{ titel: 'B' }] }]), '/0/units/0/titel'],
    [fc.constant([{ title: 'A', units: [{ title: 'B', units: 'C' }] }]), '/0/units/0/units'],
  ],
};

const requiredFields = ['microcred', 'title'];

/** A name with two neighbours swapped, a letter doubled or a letter left out. */
const slip = (name: string) =>
  fc
    .tuple(fc.constantFrom('swap', 'double', 'drop'), fc.integer({ min: 1, max: name.length - 2 }))
    .map(([kind, at]) => {
      const [before, letter, next, after] = [name.slice(0, at), name[at], name[at + 1], name.slice(at + 2)];
      if (kind === 'swap') return `${before}${next}${letter}${after}`;
      return kind === 'double' ? `${before}${letter}${letter}${next}${after}` : `${before}${next}${after}`;
    })
    .filter((slipped) => !Object.hasOwn(right, slipped));

function seedAt(field: string): fc.Arbitrary<readonly [string, Seed]> {
  const misspelt = slip(field).map((name): Seed => ({ name, at: `/${name}` }));
  const missing = requiredFields.includes(field) ? [fc.constant<Seed>({ name: '', at: '' })] : [];
  const values = (wrong[field] ?? []).map(([value, below]) =>
    value.map((one): Seed => ({ value: one, at: `/${field}${below}` })),
  );
  return fc.tuple(fc.constant(field), fc.oneof(misspelt, ...missing, ...values));
}

const seeds = fc
  .subarray(Object.keys(right), { minLength: 1 })
  .chain((fields) => fc.tuple(...fields.map(seedAt)))
  .map((pairs) => new Map<string, Seed>(pairs));

function withMistakes(mistakes: ReadonlyMap<string, Seed>): JsonObject {
  const members = Object.entries(right).flatMap(([field, value]) => {
    const seed = mistakes.get(field);
    if (seed === undefined) return [[field, value] as const];
    if (seed.name === '') return [];
    return [[seed.name ?? field, seed.value ?? value] as const];
  });
  return Object.fromEntries(members);
}

describe('mistakes seeded into a document', () => {
  it('are none in the document as it was', () => {
    expect(schemaFaults(schema, validate, right)).toEqual([]);
  });

  it('have every field of the document as their target', () => {
    expect(Object.keys(wrong)).toEqual(Object.keys(right));
  });

  it('are found, each once and where it is', () => {
    fc.assert(
      fc.property(seeds, (mistakes) => {
        const found = schemaFaults(schema, validate, withMistakes(mistakes)).map((fault) => fault.pointer);
        expect(found.sort()).toEqual([...mistakes.values()].map((seed) => seed.at).sort());
      }),
      { numRuns: 1500, seed: 2026 },
    );
  });

  it('are suggested under the name that was misspelt', () => {
    const misspelt = fc
      .constantFrom(...Object.keys(right))
      .chain((field) => slip(field).map((name) => ({ field, name })));
    fc.assert(
      fc.property(misspelt, ({ field, name }) => {
        const data = withMistakes(new Map([[field, { name, at: '' }]]));
        expect(schemaFaults(schema, validate, data)).toMatchObject([
          { data: { field: name, suggestion: field } },
        ]);
      }),
      { numRuns: 500, seed: 2026 },
    );
  });
});
