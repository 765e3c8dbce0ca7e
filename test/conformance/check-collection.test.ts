import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkRegistry } from '../../src/checks/index.ts';
import { checkCollection } from '../../src/conformance/check-collection.ts';
import { checkDescriptor } from '../../src/conformance/check-descriptor.ts';
import { compileRuleSet } from '../../src/conformance/rule-set.ts';
import { compilePredicate, compileSchema } from '../../src/descriptor/compile-schema.ts';
import { readDocuments } from '../../src/descriptor/descriptor.ts';
import type { JsonObject } from '../../src/descriptor/json-pointer.ts';
import { schemaFaults } from '../../src/descriptor/schema.ts';
import { readDefinitionFolder } from '../../src/workspace/read-definitions.ts';

const { definitions } = readDefinitionFolder(new URL('../../rules/', import.meta.url));
const schema: JsonObject = JSON.parse(readFileSync('schemas/course-descriptor.schema.json', 'utf8'));
const rules = [
  'catalogue-ids-are-unique',
  'catalogue-titles-are-unique',
  'pathways-agree-with-the-catalogue',
  'pathways-credit-fits',
  'pathways-exist-in-the-catalogue',
  'pathways-form-no-circle',
  'units-agree-with-the-catalogue',
  'units-exist-in-the-catalogue',
];
const framework = {
  id: 'catalogue',
  title: 'Catalogue',
  version: '0.0.0',
  date: '2026-01-01',
  about: '',
  principles: [],
  requirements: [{ id: 'r', principle: 'p', level: 'must', text: 'They hold.', rules } as const],
};
const ruleSet = compileRuleSet({
  catalogue: { ...definitions, frameworks: [framework] },
  form: { schema, validate: compileSchema(schema) },
  frameworks: ['catalogue'],
  checks: checkRegistry,
  predicate: (id, part) => compilePredicate(definitions.rules.find((rule) => rule.id === id)?.[part] ?? {}),
});

/** The outcomes of a run by descriptor and rule, each descriptor a file of its own with the format's mark before its text. */
function run(texts: readonly string[], isComplete = true) {
  const context = { date: '2026-01-15', placeholders: ruleSet.placeholders, isComplete };
  const documents = texts.flatMap((text, index) =>
    readDocuments({ path: `${index}.yaml`, text: `microcred: 1\n${text}` }),
  );
  const first = documents.map((document) => {
    const faults = schemaFaults(schema, ruleSet.form.validate, document.data ?? null);
    return checkDescriptor(document, ruleSet, context, document.data === undefined ? [] : faults);
  });
  const results = checkCollection(first, ruleSet, context, ({ path }) => {
    const found = documents.find(({ source }) => source.path === path);
    if (found === undefined) throw new Error(`There is no ${path}.`);
    return found;
  });
  const outcomeOf = (index: number, rule: string) =>
    results[index]?.rules.find((result) => result.rule === rule)?.outcome;
  const findings = results.flatMap((result) => [
    ...result.findings.map(({ rule }) => `${result.path} ${rule}`),
    ...result.rules.flatMap((one) => one.findings.map(({ rule }) => `${result.path} ${rule}`)),
  ]);
  return { outcomeOf, findings, results };
}

const pathway = (id: string, more = ''): string =>
  `stackability: { status: stackable, pathways: [{ descriptor: ${id}, award: HNC${more} }] }`;

describe('checkCollection', () => {
  it('does not apply rules over the catalogue to a lone descriptor without references', () => {
    const { results, findings } = run(['id: a\ntitle: A']);
    const outcomes = results[0]?.rules.map(({ outcome }) => outcome);
    expect([new Set(outcomes), findings]).toEqual([new Set(['inapplicable']), []]);
  });

  it('does not let a descriptor that is merely referred to pass', () => {
    const { outcomeOf } = run([`id: a\n${pathway('b')}`, 'id: b']);
    expect(outcomeOf(0, 'pathways-exist-in-the-catalogue')).toBe('passed');
    expect(outcomeOf(1, 'pathways-exist-in-the-catalogue')).toBe('inapplicable');
    expect(outcomeOf(1, 'catalogue-ids-are-unique')).toBe('passed');
  });

  it.each([
    ['only some files were read', ['id: c'], false],
    ['a file cannot be read', ['id: [b'], true],
    ['the form of the reference in another one is at fault', ['id: b\nstackability: { pathways: 7 }'], true],
    ['the id of another one is at fault', ['id: b d'], true],
  ])('cannot tell that an award does not exist while %s', (_name, others, isComplete) => {
    const { outcomeOf, findings } = run([`id: a\n${pathway('b')}`, ...others], isComplete);
    expect(outcomeOf(0, 'pathways-exist-in-the-catalogue')).toBe('cantTell');
    expect(outcomeOf(0, 'pathways-agree-with-the-catalogue')).toBe('cantTell');
    expect(findings.filter((finding) => finding.startsWith('0.yaml'))).toEqual([]);
  });

  it.each<[string, string[], string[]]>([
    [
      'an award does not exist',
      [`id: a\n${pathway('x', ', level: 7')}`, 'id: b'],
      ['0.yaml pathways-exist-in-the-catalogue'],
    ],
    ['a file was copied', ['id: a\ntitle: A', 'id: a\ntitle: A'], ['1.yaml catalogue-ids-are-unique']],
    [
      'a title was used again',
      ['id: a\ntitle: A', 'id: b\ntitle: A'],
      ['1.yaml catalogue-titles-are-unique'],
    ],
    [
      'an award leads to itself',
      [`id: a\nlevel: 7\ncredit: { points: 10 }\n${pathway('a', ', level: 8, credit: 96')}`],
      ['0.yaml pathways-form-no-circle'],
    ],
    [
      'an award got the id of the one that it leads to',
      [`id: b\n${pathway('b')}`, 'id: b'],
      ['1.yaml catalogue-ids-are-unique'],
    ],
    [
      'the larger award is given too little credit',
      [
        `id: a\ncredit: { points: 10 }\n${pathway('b', ', credit: 9.6, countedCredit: 10')}`,
        'id: b\ncredit: { points: 96 }',
      ],
      ['0.yaml pathways-credit-fits'],
    ],
    [
      'the larger award is given another level',
      [`id: a\n${pathway('b', ', level: 8')}`, 'id: b\nlevel: 7'],
      ['0.yaml pathways-agree-with-the-catalogue'],
    ],
  ])('tells one mistake once: %s', (_name, texts, told) => {
    expect(run(texts).findings).toEqual(told);
  });

  it('gives the same findings whatever the order of the files', () => {
    const texts = [`id: a\n${pathway('b')}`, `id: b\n${pathway('a')}`, 'id: b', 'title: T', 'title: t'];
    const { results } = run(texts);
    const shuffled = checkCollection(
      [...results].reverse(),
      ruleSet,
      {
        date: '2026-01-15',
        placeholders: ruleSet.placeholders,
        isComplete: true,
      },
      ({ path }) =>
        readDocuments({ path, text: `microcred: 1\n${texts[Number.parseInt(path, 10)]}` })[0] ?? fail(path),
    );
    expect(shuffled.reverse()).toEqual(results);
  });
});

function fail(path: string): never {
  throw new Error(`There is no ${path}.`);
}
