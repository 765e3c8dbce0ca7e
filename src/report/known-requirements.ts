import type { Framework, Requirement } from '../conformance/framework.ts';
import { troubleFingerprint } from './baseline-entry.ts';
import type { DescriptorReport } from './report.ts';
import { isNotMet, type RequirementResult } from './verdict.ts';

/**
 * The mandatory requirements that do not hold or cannot be told, but whose trouble the baseline knows: all that its rules
 * find is known; or the baseline has it as undecided or not met; or it has an entry for a rule that cannot decide now.
 *
 * @param report with its findings marked
 * @param troubles fingerprints of the requirements that entries in force match
 * @param openRules rules that have an entry in force and cannot decide
 */
export function knownRequirements(
  report: DescriptorReport,
  frameworks: readonly Framework[],
  troubles: ReadonlySet<string>,
  openRules: ReadonlySet<string>,
): readonly string[] {
  const isKnown = new Map<string, boolean>();
  for (const [index, { requirements }] of report.conformance.entries()) {
    for (const [position, result] of requirements.entries()) {
      if (!isMandatoryTrouble(result)) continue;
      const { requirement } = result;
      const ruledBy = frameworks[index]?.requirements[position]?.rules ?? [];
      const known = isKnownTrouble(result, ruledBy, report, troubles, openRules);
      // Two frameworks may ask for the same in different ways.
      isKnown.set(requirement, known && isKnown.get(requirement) !== false);
    }
  }
  return [...isKnown].flatMap(([requirement, known]) => (known ? [requirement] : []));
}

/** Whether a requirement is mandatory and does not hold or cannot be told. */
export function isMandatoryTrouble(result: RequirementResult): boolean {
  return result.level === 'must' && (isNotMet(result) || result.outcome === 'cantTell');
}

function isKnownTrouble(
  { requirement, outcome }: RequirementResult,
  rules: NonNullable<Requirement['rules']>,
  { findings }: DescriptorReport,
  troubles: ReadonlySet<string>,
  openRules: ReadonlySet<string>,
): boolean {
  if (outcome === 'reviewed') return troubles.has(troubleFingerprint(requirement, 'not-met'));
  if (outcome === 'cantTell') {
    return (
      troubles.has(troubleFingerprint(requirement, 'undecided')) || rules.some((rule) => openRules.has(rule))
    );
  }
  const found = findings.filter(({ rule, waiver }) => waiver === undefined && rules.includes(rule));
  return found.length > 0 && found.every(({ baseline }) => baseline === 'known');
}
