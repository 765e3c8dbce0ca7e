import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkRegistry } from '../src/checks/index.ts';
import { checkDescriptor } from '../src/conformance/check-descriptor.ts';
import { compileRuleSet } from '../src/conformance/rule-set.ts';
import { compilePredicate, compileSchema } from '../src/descriptor/compile-schema.ts';
import { readDocuments } from '../src/descriptor/descriptor.ts';
import { schemaFaults } from '../src/descriptor/schema.ts';
import type { Answer } from '../src/report/answer.ts';
import { conformanceOf } from '../src/report/verdict.ts';
import { readDefinitionFolder } from '../src/workspace/read-definitions.ts';

// The whole descriptors that ship with the project, judged by everything that it knows.

const { definitions } = readDefinitionFolder(new URL('../rules/', import.meta.url));
const schema = JSON.parse(readFileSync('schemas/course-descriptor.schema.json', 'utf8'));
const ruleSet = compileRuleSet({
  catalogue: definitions,
  form: { schema, validate: compileSchema(schema) },
  frameworks: ['scotland-extended', 'scotland'],
  checks: checkRegistry,
  predicate: (id, part) => {
    const found = definitions.rules.find((rule) => rule.id === id)?.[part] ?? {};
    return part === 'applies' ? compilePredicate(found) : compileSchema(found, [], { strictTypes: false });
  },
});
const context = { date: '2026-11-23', placeholders: ruleSet.placeholders };

function judge(name: string, answers: readonly Answer[] = []) {
  const [document = expect.fail('no document')] = readDocuments({
    path: name,
    text: readFileSync(`fixtures/descriptors/${name}.yaml`, 'utf8'),
  });
  const faults = schemaFaults(schema, ruleSet.form.validate, document.data ?? null);
  const result = checkDescriptor(document, ruleSet, context, faults);
  return {
    faults,
    result,
    conformance: ruleSet.frameworks.map((framework) => conformanceOf(result, framework, answers)),
  };
}

const questions = ruleSet.frameworks.flatMap(({ requirements }) =>
  requirements.filter(({ review }) => review),
);
const allMet = questions.map(
  ({ id }): Answer => ({ requirement: id, outcome: 'met', reviewer: 'A. Reviewer', date: '2026-11-20' }),
);

describe('the model', () => {
  it('meets everything that a machine can see, in both frameworks', () => {
    const { conformance } = judge('model-data-for-communities');
    for (const { requirements, verdict } of conformance) {
      expect(requirements.filter(({ outcome }) => outcome === 'failed' || outcome === 'cantTell')).toEqual(
        [],
      );
      expect(verdict).toBe('undecided');
    }
  });

  it('conforms once its questions are answered, and not while one is open', () => {
    const verdicts = (answers: readonly Answer[]) =>
      judge('model-data-for-communities', answers).conformance.map(({ verdict }) => verdict);
    expect(verdicts(allMet)).toEqual(['conforms', 'conforms']);
    expect(verdicts(allMet.filter(({ requirement }) => requirement !== 'assessment-is-valid'))).toEqual([
      'undecided',
      'undecided',
    ]);
  });
});

it('finds that the draft fails at least 25 requirements', () => {
  const { conformance } = judge('draft-first-attempt');
  const failed = conformance[1]?.requirements.filter(({ outcome }) => outcome === 'failed') ?? [];
  expect(failed.length).toBeGreaterThanOrEqual(25);
  expect(conformance.map(({ verdict }) => verdict)).toEqual(['does-not-conform', 'does-not-conform']);
});

const names = readdirSync('fixtures/descriptors')
  .filter((file) => !file.endsWith('.review.yaml'))
  .map((file) => file.replace('.yaml', ''));

it.each(names.filter((name) => name !== 'draft-first-attempt'))(
  '%s has the proper form, and no rule goes wrong on it',
  (name) => {
    const { faults, result } = judge(name);
    expect(faults).toEqual([]);
    expect(result.rules.filter(({ isBug }) => isBug)).toEqual([]);
  },
);

it.each(names.filter((name) => /^(award|case-study)-(?!college|employer)/.test(name)))(
  '%s is marked as illustrative',
  (name) => {
    expect(readFileSync(`fixtures/descriptors/${name}.yaml`, 'utf8')).toMatch(
      /^# Illustrative: .*\n[\s\S]*^x-illustrative: /m,
    );
  },
);
