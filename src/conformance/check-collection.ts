import type { SourceDocument } from '../descriptor/descriptor.ts';
import { compareFindings } from '../descriptor/finding.ts';
import { withFingerprints } from '../descriptor/fingerprint.ts';
import type { CatalogueContext, CollectedFact, CollectionVerdict } from './check.ts';
import type { DescriptorResult } from './check-descriptor.ts';
import { findingOfFault, locationIn } from './finding-of-fault.ts';
import type { Rule, RuleResult } from './rule.ts';
import type { RuleSet } from './rule-set.ts';

/** Gives a document of the run again; asked only for those that a finding points into. */
export type DocumentOf = (place: { readonly path: string; readonly document: number }) => SourceDocument;

/**
 * Judges the rules over the whole catalogue by the facts that the descriptors contributed, and puts the outcomes in
 * place. The order of the results does not matter; they are returned in the order given.
 */
export function checkCollection(
  results: readonly DescriptorResult[],
  ruleSet: RuleSet,
  context: CatalogueContext,
  documentOf: DocumentOf,
): DescriptorResult[] {
  const judged = new Map<number, ReadonlyMap<string, RuleResult>>();
  const collectionRules = [...ruleSet.rules.entries()].filter(
    ([, { check }]) => check?.kind === 'collection',
  );
  for (const [index, rule] of ruleSet.rules.entries()) {
    const { check } = rule;
    if (check?.kind !== 'collection') continue;
    const facts = results.flatMap((result) =>
      result.facts.filter((fact) => fact.rule === rule.definition.id),
    );
    if (facts.length === 0) continue;
    try {
      // Whoever could not contribute a fact may be the very descriptor that another one refers to.
      const isComplete =
        context.isComplete && results.every(({ rules }) => rules[index]?.outcome !== 'cantTell');
      const verdict = check.judge(facts.sort(compareFacts), rule.options, { ...context, isComplete });
      judged.set(index, resultsOf(rule, facts, verdict, documentOf));
    } catch (error) {
      const reason = `The rule itself went wrong: ${error instanceof Error ? error.message : String(error)}`;
      const result: RuleResult = {
        rule: rule.definition.id,
        outcome: 'cantTell',
        findings: [],
        reason,
        isBug: true,
      };
      judged.set(index, new Map(facts.map((fact) => [keyOf(fact), result])));
    }
  }
  return results.map((result) => withCollectionResults(result, judged, collectionRules));
}

function withCollectionResults(
  result: DescriptorResult,
  judged: ReadonlyMap<number, ReadonlyMap<string, RuleResult>>,
  collectionRules: readonly (readonly [index: number, rule: Rule])[],
): DescriptorResult {
  if (result.status !== 'checked') return result;
  const rules = result.rules.slice();
  for (const [index, rule] of collectionRules) {
    // Undecided already, because of its form or another rule: that stays.
    if (rules[index]?.outcome === 'cantTell') continue;
    rules[index] = judged.get(index)?.get(keyOf(result)) ?? rule.whenInapplicable;
  }
  return { ...result, rules };
}

/** One result for each descriptor that contributed a fact. */
function resultsOf(
  rule: Rule,
  facts: readonly CollectedFact[],
  { faults, undecided, inapplicable = [] }: CollectionVerdict,
  documentOf: DocumentOf,
): Map<string, RuleResult> {
  const results = new Map<string, RuleResult>();
  for (const fact of facts) results.set(keyOf(fact), rule.whenPassed);
  for (const fact of inapplicable) results.set(keyOf(fact), rule.whenInapplicable);
  for (const { fact, reason } of undecided) {
    results.set(keyOf(fact), { rule: rule.definition.id, outcome: 'cantTell', findings: [], reason });
  }
  for (const { fact, fault, related = [] } of faults) {
    const finding = findingOfFault(rule, fault, documentOf(fact), fact.pointer);
    const others = related.map(({ fact: other, at = '', message }) => ({
      message,
      location: locationIn(documentOf(other), other.pointer + at),
    }));
    const before = results.get(keyOf(fact))?.findings ?? [];
    const findings = [...before, { ...finding, related: [...finding.related, ...others] }].sort(
      compareFindings,
    );
    // The descriptor's data is gone by now; the pointer and the values of the message tell findings apart.
    results.set(keyOf(fact), {
      rule: rule.definition.id,
      outcome: 'failed',
      findings: withFingerprints(findings, undefined),
    });
  }
  return results;
}

function keyOf({ path, document }: { readonly path: string; readonly document: number }): string {
  return `${document} ${path}`;
}

function compareFacts(left: CollectedFact, right: CollectedFact): number {
  if (left.path !== right.path) return left.path < right.path ? -1 : 1;
  return left.document - right.document;
}
