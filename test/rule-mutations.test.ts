import { describe, expect, it } from 'vitest';
import { type Check, type CollectionFault, passed, type Verdict } from '../src/conformance/check.ts';
import type { Predicate, RuleExample } from '../src/conformance/rule.ts';
import type { RuleSet } from '../src/conformance/rule-set.ts';
import { readDefinitionFolder } from '../src/workspace/read-definitions.ts';
import { markedFindings, ruleSetOf, runExample } from '../src/workspace/run-example.ts';

// A rule that nobody would miss, or that could say the opposite, is not held by its examples. Each rule is broken in
// several ways here, and some example has to turn red each time.

const { definitions } = readDefinitionFolder(new URL('../rules/', import.meta.url));

type Mutant = (rule: RuleSet['rules'][number]) => RuleSet['rules'][number] | undefined;

const always: Predicate = () => true;

const mutants: readonly (readonly [string, Mutant])[] = [
  ['switched off', (rule) => ({ ...rule, expect: always, check: undefined })],
  [
    'inverted',
    (rule) => {
      const { expect: expectation, check } = rule;
      if (expectation !== undefined) return { ...rule, expect: inverted(expectation) };
      return check === undefined ? undefined : { ...rule, check: opposite(check) };
    },
  ],
  [
    'applied to everything',
    (rule) => (rule.applies === undefined ? undefined : { ...rule, applies: always }),
  ],
  ['applied to nothing', (rule) => ({ ...rule, applies: () => false })],
];

function inverted(predicate: Predicate): Predicate {
  const mutant: Predicate = (data) => {
    mutant.errors = [{ keyword: 'mutant', instancePath: '', params: {} }];
    return !predicate(data);
  };
  return mutant;
}

function opposite(check: Check): Check {
  if (check.kind === 'target') {
    const flip = (verdict: Verdict): Verdict =>
      verdict.outcome === 'passed'
        ? { outcome: 'failed', faults: [{}] }
        : verdict.outcome === 'failed'
          ? passed
          : verdict;
    return { ...check, run: (target, options, context) => flip(check.run(target, options, context)) };
  }
  return {
    ...check,
    judge(facts, options, context) {
      const verdict = check.judge(facts, options, context);
      const faulty = new Set(verdict.faults.map(({ fact }) => fact));
      const faults = facts
        .filter((fact) => !faulty.has(fact))
        .map((fact): CollectionFault => ({ fact, fault: {} }));
      return { ...verdict, faults };
    },
  };
}

function isRed(ruleSet: RuleSet, example: RuleExample): boolean {
  const { outcome, findings } = runExample(ruleSet, example);
  return outcome !== example.outcome || findings.join('\n') !== markedFindings(example).join('\n');
}

describe.each(definitions.rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const ruleSet = ruleSetOf(rule, definitions);

  it.each(mutants)('is missed when %s', (name, mutate) => {
    const mutated = ruleSet.rules.map(mutate);
    if (mutated[0] === undefined) return;
    const mutant = { ...ruleSet, rules: mutated.flatMap((one) => one ?? []) };
    const red = rule.examples.filter((example) => isRed(mutant, example));
    expect(
      red.length,
      `${id} can be ${name} and no example notices: add one to rules/${id}.yaml`,
    ).toBeGreaterThan(0);
  });
});
