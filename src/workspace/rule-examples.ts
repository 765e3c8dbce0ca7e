import { resolve } from 'node:path';
import type { RuleExample } from '../conformance/rule.ts';
import { readDefinitionFolder } from './read-definitions.ts';

/** The examples of a rule: of the built-in catalogue as the build stored them, or of a rules folder. None for an unknown rule. */
export async function exampleSources(
  rule: string,
  cwd: string,
  rulesFolders: readonly string[],
): Promise<readonly RuleExample[]> {
  for (const folder of rulesFolders) {
    const own = readDefinitionFolder(resolve(cwd, folder), folder).definitions.rules.find(
      ({ id }) => id === rule,
    );
    if (own !== undefined) return own.examples;
  }
  const { default: examples } = await import('#examples');
  return Object.hasOwn(examples, rule) ? (examples[rule] ?? []) : [];
}
