import { describe, expect, it } from 'vitest';
import { readDefinitionFolder } from '../src/workspace/read-definitions.ts';
import { markedFindings, ruleSetOf, runExample } from '../src/workspace/run-example.ts';

const { definitions } = readDefinitionFolder(new URL('../rules/', import.meta.url));

// The example is the test is the documentation: to add a case, add an example to the rule's file.
describe.each(definitions.rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  const ruleSet = ruleSetOf(rule, definitions);

  it.each(rule.examples.map((example, index) => [`${index + 1} ${example.outcome}`, example] as const))(
    'example %s',
    (_name, example) => {
      const { outcome, findings } = runExample(ruleSet, example);
      expect({ outcome, findings }).toEqual({ outcome: example.outcome, findings: markedFindings(example) });
    },
  );
});
