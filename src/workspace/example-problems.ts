import type { RuleDefinition, RuleExample } from '../conformance/rule.ts';
import type { Catalogue } from '../conformance/rule-set.ts';
import type { Problem } from './problem.ts';
import type { DefinitionFile } from './read-definitions.ts';
import { markedFindings, ruleSetOf, runExample } from './run-example.ts';

/**
 * Where rules do not do what their own examples say. A slip in a path or a name makes a rule look at nothing, and what
 * looks at nothing would seem to pass: the examples are what shows it.
 */
export function exampleProblems(
  rules: readonly RuleDefinition[],
  catalogue: Catalogue,
  files: readonly DefinitionFile[],
): Problem[] {
  return rules
    .filter(({ status }) => status !== 'draft')
    .flatMap((rule) => {
      const file = files.findLast(({ kind, name }) => kind === 'rule' && name === rule.id);
      const ruleSet = ruleSetOf(rule, catalogue);
      return rule.examples.flatMap((example, index): Problem[] => {
        const message = mismatch(() => runExample(ruleSet, example), example);
        if (message === undefined) return [];
        const start = file?.document.locate(`/examples/${index}/outcome`).start;
        const place = file &&
          start && { path: file.document.source.path, line: start.line, column: start.column };
        const help = 'Correct the rule (its paths, condition, options or message) or the example.';
        return [{ message, help, ...(place ? { place } : {}) }];
      });
    });
}

function mismatch(run: () => ReturnType<typeof runExample>, example: RuleExample): string | undefined {
  try {
    const { outcome, findings, all } = run();
    if (outcome !== example.outcome)
      return `The example is said to be ${example.outcome}, but the rule gives ${outcome}.`;
    const unfilled = all.flatMap(({ message, help }) => /\{\w+\}/.exec(`${message} ${help}`)?.[0] ?? [])[0];
    if (unfilled !== undefined) return `The check gives no value for \`${unfilled}\` in the message or help.`;
    const marked = markedFindings(example);
    if (marked.length === 0 || marked.join('\n') === findings.join('\n')) return undefined;
    return `The example marks "${marked.join('; ')}", but the rule finds "${findings.join('; ')}".`;
  } catch (error) {
    return `The example cannot be run: ${error instanceof Error ? error.message : String(error)}`;
  }
}
