import { checkRegistry } from '../checks/index.ts';
import { checkCollection } from '../conformance/check-collection.ts';
import { checkDescriptor } from '../conformance/check-descriptor.ts';
import { worstOutcome } from '../conformance/framework.ts';
import type { Outcome, RuleDefinition, RuleExample } from '../conformance/rule.ts';
import { type Catalogue, compileRuleSet, type RuleSet } from '../conformance/rule-set.ts';
import { compilePredicate, compileSchema } from '../descriptor/compile-schema.ts';
import { readDocuments } from '../descriptor/descriptor.ts';
import type { Finding } from '../descriptor/finding.ts';

/** The rule set that holds one rule and nothing else; what it waits for counts as given. */
export function ruleSetOf({ after: _, ...rule }: RuleDefinition, catalogue: Catalogue): RuleSet {
  const requirement = {
    id: 'the-rule',
    principle: 'p',
    level: 'must',
    text: 'The rule holds.',
    rules: [rule.id],
  } as const;
  const framework = {
    id: 'one',
    title: 'One',
    version: '0.0.0',
    date: '2026-01-01',
    about: '',
    principles: [],
    requirements: [requirement],
  };
  return compileRuleSet({
    catalogue: { ...catalogue, rules: [rule], frameworks: [framework] },
    // Examples are fragments: the form of whole descriptors is not their subject.
    form: { schema: {}, validate: () => true },
    frameworks: ['one'],
    checks: checkRegistry,
    predicate: (_id, part) =>
      part === 'applies'
        ? compilePredicate(rule.applies ?? {})
        : compileSchema(rule.expect ?? {}, [], { strictTypes: false }),
  });
}

/** Runs a rule set on an example: the outcome of its one rule, and `line: message` of each finding, sorted. */
export function runExample(
  ruleSet: RuleSet,
  example: RuleExample,
): { outcome: Outcome; findings: string[]; all: Finding[] } {
  const source = { path: 'example.yaml', text: example.descriptor };
  const documents = readDocuments(source);
  const context = { date: example.date ?? '2026-01-15', placeholders: ruleSet.placeholders };
  const first = documents.map((document) => checkDescriptor(document, ruleSet, context));
  const results = checkCollection(first, ruleSet, { ...context, isComplete: true }, ({ document }) => {
    const found = documents[document];
    if (found === undefined) throw new Error(`There is no document ${document} in the example.`);
    return found;
  });
  const bug = results.flatMap(({ rules }) => rules).find(({ isBug }) => isBug);
  if (bug !== undefined) throw new Error(bug.reason);
  const broken = results.flatMap(({ findings }) => findings)[0];
  if (broken !== undefined) throw new Error(`The example itself cannot be read: ${broken.message}`);
  const all = results.flatMap(({ rules }) => rules.flatMap(({ findings }) => findings));
  return {
    outcome: worstOutcome(results.flatMap(({ rules }) => rules.map(({ outcome }) => outcome))),
    findings: all.map(({ location, message }) => `${location.range.start.line}: ${message}`).sort(),
    all,
  };
}

/** The findings that an example marks: ` # finding: message` at the end of a line, several times if need be. */
export function markedFindings({ descriptor }: RuleExample): string[] {
  return descriptor
    .split('\n')
    .flatMap((line, index) =>
      line
        .split('# finding: ')
        .slice(1)
        .map((message) => `${index + 1}: ${message.trim()}`),
    )
    .sort();
}
