import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkRegistry } from '../src/checks/index.ts';
import { compileSchema } from '../src/descriptor/compile-schema.ts';
import type { JsonObject } from '../src/descriptor/json-pointer.ts';
import {
  type DefinitionForms,
  formProblems,
  meaningProblems,
  schemaNameOf,
} from '../src/workspace/definition-problems.ts';
import { readDefinitionFolder } from '../src/workspace/read-definitions.ts';
import { ruleSetOf, runExample } from '../src/workspace/run-example.ts';

const topics = [
  'approval',
  'assessment',
  'award',
  'awarding',
  'badge',
  'catalogue',
  'certification',
  'contact',
  'content',
  'cost',
  'credit',
  'delivery',
  'employers',
  'entry',
  'information',
  'level',
  'outcomes',
  'partners',
  'pathways',
  'provider',
  'psrb',
  'quality',
  'recognition',
  'review',
  'stackability',
  'support',
  'units',
  'wording',
  'workload',
];

const schemaOf = (name: string): JsonObject =>
  JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8'));
const { files, definitions } = readDefinitionFolder(new URL('../rules/', import.meta.url));
const { rules, frameworks } = definitions;
const requirements = frameworks.flatMap((framework) => framework.requirements);

it('has definitions of proper form that name only what exists', () => {
  const forms: DefinitionForms = {
    schema: (kind) => schemaOf(schemaNameOf(kind)),
    validator: (kind) => compileSchema(schemaOf(schemaNameOf(kind))),
    compile: (schema) => compileSchema(schema, [], { strictTypes: false }),
  };
  expect(formProblems(files, forms)).toEqual([]);
  expect(meaningProblems(files, definitions, checkRegistry, forms)).toEqual([]);
});

it('has the 95 main candidates and the 53 optional ones, each as at least one rule in its framework', () => {
  const counts = Object.fromEntries(
    frameworks.map(({ id, requirements: own }) => [id, own.filter((one) => one.rules).length]),
  );
  expect(counts).toEqual({ scotland: 107, 'scotland-extended': 53 });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const uses = requirements.filter((requirement) => requirement.rules?.includes(id));
  const outcomes = new Set(rule.examples.map(({ outcome }) => outcome));

  it('has examples of every outcome it can have', () => {
    for (const outcome of ['passed', 'failed'] as const) {
      expect(outcomes, `add an example under \`examples\` in rules/${id}.yaml`).toContain(outcome);
    }
    if (rule.applies !== undefined || rule.targets !== '') {
      expect(
        outcomes,
        `add an example that is out of scope under \`examples\` in rules/${id}.yaml`,
      ).toContain('inapplicable');
    }
  });

  it('is named by a framework, or is a draft', () => {
    if (rule.status === 'stable')
      expect(uses.length, `name ${id} under a requirement in rules/frameworks/`).toBeGreaterThan(0);
  });

  it('has an id of a known topic that states what holds', () => {
    expect(topics, `begin the id with a topic, or add the topic to test/catalogue.test.ts`).toContain(
      id.split('-')[0],
    );
    expect(id).not.toMatch(/^(no|valid|check)-/);
  });

  it('says must only where it is mandatory, and should only where it is recommended', () => {
    const levels = new Set(uses.map(({ level }) => level));
    const words = `${rule.message} ${rule.help}`;
    if (/\bmust\b/.test(words)) expect([...levels], `${id} says "must"`).toEqual(['must']);
    if (/\bshould\b/.test(words)) expect([...levels], `${id} says "should"`).toEqual(['should']);
  });

  it('fills every place of its message and help', () => {
    const ruleSet = ruleSetOf(rule, definitions);
    for (const finding of rule.examples.flatMap((example) => runExample(ruleSet, example).all)) {
      expect(finding.message).not.toMatch(/\{\w+\}/);
      expect(finding.help).not.toMatch(/\{\w+\}/);
      expect(finding.message).toMatch(/\.$/);
    }
  });

  it('reads every place that its findings point at', () => {
    const ruleSet = ruleSetOf(rule, definitions);
    for (const { location, data } of rule.examples.flatMap((example) => runExample(ruleSet, example).all)) {
      const missing = data['missing'];
      const pointer = typeof missing === 'string' ? `${location.pointer}/${missing}` : location.pointer;
      const isRead = rule.reads.some((read) => isAlong(read, pointer));
      expect(isRead, `${id} has a finding at ${pointer}: add the field to \`reads\``).toBe(true);
    }
  });
});

/** Whether one of two pointers leads to the other. */
function isAlong(pattern: string, pointer: string): boolean {
  const left = pattern.split('/');
  const right = pointer.split('/');
  return left.slice(0, right.length).every((segment, index) => segment === '*' || segment === right[index]);
}

describe('checks', () => {
  const registered = [...checkRegistry.keys()];
  const source = readdirSync('src/checks').map((file) => readFileSync(`src/checks/${file}`, 'utf8'));
  const defined = source.flatMap((text) =>
    [...text.matchAll(/define(?:Collection)?Check(?:<\w+>)?\(\{\s*name: '([a-z-]+)'/g)].map(
      (match) => match[1],
    ),
  );

  it('are all registered, in the order of their names', () => {
    expect(registered.toSorted()).toEqual(defined.toSorted());
    expect(registered).toEqual(registered.toSorted());
  });

  it.each(registered)('%s is used by a rule', (name) => {
    const users = rules.filter((rule) => rule.check?.name === name);
    expect(users.length, `no rule uses the check ${name}: use it or delete it`).toBeGreaterThan(0);
  });
});

it('names only sources that some rule rests on or that a reader may need', () => {
  const used = new Set(rules.flatMap(({ sources }) => sources.map(({ source }) => source)));
  const idle = definitions.sources.filter(({ id }) => !used.has(id)).map(({ id }) => id);
  expect(idle, 'take these out of rules/sources.yaml, or cite them').toEqual([]);
});
