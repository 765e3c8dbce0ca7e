import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRegistry } from '../../src/checks/index.ts';
import { compileRuleSet, resolveVocabularies } from '../../src/conformance/rule-set.ts';
import type { Json, JsonObject } from '../../src/descriptor/json-pointer.ts';
import { readDefinitionFolder } from '../../src/workspace/read-definitions.ts';

const { definitions } = readDefinitionFolder(new URL('../../rules/', import.meta.url));
const vocabularies = new Map(definitions.vocabularies.map(({ id, entries }) => [id, entries]));
const { placeholders } = compileRuleSet({
  catalogue: definitions,
  form: { schema: {}, validate: () => true },
  frameworks: ['scotland'],
  checks: checkRegistry,
  predicate: () => () => true,
});
const context = { date: '2026-01-15', placeholders };

/** Every way in which a rule of the catalogue calls a check. */
const calls = definitions.rules.flatMap(({ id, check }) => {
  const found = check && checkRegistry.get(check.name);
  return found ? [[id, found, resolveVocabularies(check.with, vocabularies) as JsonObject] as const] : [];
});

/** Names and values that descriptors have, so that random data reaches the insides of the checks. */
const names = [
  'title',
  'summary',
  'credit',
  'points',
  'scheme',
  'equivalents',
  'level',
  'framework',
  'workload',
  'notionalHours',
  'breakdown',
  'hours',
  'directed',
  'outcomes',
  'id',
  'text',
  'assessment',
  'type',
  'weight',
  'qualityAssurance',
  'approval',
  'review',
  'date',
  'due',
  'certification',
  'types',
  'badge',
  'stackability',
  'pathways',
  'units',
  'descriptor',
  'countedCredit',
  'provider',
  'name',
  'role',
  'partners',
  'psrb',
  '__proto__',
];
const texts = fc.oneof(
  fc.string(),
  fc.constantFrom(
    'SCQF',
    'TBC',
    'micro-credential',
    '2026-02-30',
    '2028-02-29',
    '15 credits at SCQF level 9',
    'none',
    'summative',
    'LO1',
    '👩‍🏫 e\u0301',
    '\u202e',
  ),
);
const json = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    texts,
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), tie('json'), {
      maxKeys: 6,
    }) as fc.Arbitrary<Json>,
  ),
})).json;

describe('every check, as the catalogue calls it', () => {
  it.each(calls)('%s never throws, whatever the target', (_id, check, options) => {
    fc.assert(
      fc.property(json, json, (target, other) => {
        if (check.kind === 'target') {
          const verdict = check.run(target, options, context);
          if (verdict.outcome === 'failed') expect(verdict.faults.length).toBeGreaterThan(0);
          return;
        }
        const facts = [target, other].flatMap((value, index) => {
          const fact = check.collect(value, options);
          return fact === undefined
            ? []
            : [{ rule: 'r', path: `${index}.yaml`, document: 0, pointer: '', value: fact }];
        });
        const { faults, undecided } = check.judge(facts, options, { ...context, isComplete: true });
        for (const { fact } of [...faults, ...undecided]) expect(facts).toContain(fact);
      }),
      { numRuns: 150 },
    );
  });

  it.each(calls)('%s gives the same verdict for the same target', (_id, check, options) => {
    if (check.kind !== 'target') return;
    fc.assert(
      fc.property(json, (target) => {
        expect(check.run(target, options, context)).toEqual(
          check.run(structuredClone(target), options, context),
        );
      }),
      { numRuns: 40 },
    );
  });
});
