import type { Finding } from '../descriptor/finding.ts';
import { isFormFinding } from '../descriptor/form-fault.ts';
import type { DescriptorReport } from '../report/report.ts';
import { standingOf } from '../report/standing.ts';
import { type Conformance, isNotMet, type RequirementResult } from '../report/verdict.ts';
import { counted } from './summary-text.ts';
import { capitalised } from './words.ts';

/** Why a verdict is what it is, as one sentence: what is not met, waived, undecided, and left to people. */
export function verdictReasons(
  { requirements }: Pick<Conformance, 'requirements'>,
  { findings, status }: Pick<DescriptorReport, 'findings' | 'status'>,
): string {
  if (status === 'unreadable') return 'It could not be read, so nothing in it was judged.';
  const reasons = [...unmetReasons(requirements, findings), ...openReasons(requirements)];
  if (reasons.length > 0) return `${capitalised(reasons.join('; '))}.`;
  const isAnythingMet = requirements.some((result) => standingOf(result) === 'met');
  return isAnythingMet ? 'Everything that applies is met.' : 'Nothing in it was found to hold.';
}

function unmetReasons(requirements: readonly RequirementResult[], findings: readonly Finding[]): string[] {
  const formFaults = findings.filter(isFormFinding).length;
  const unmet = requirements.filter(isNotMet);
  const ofLevel = (level: string): number => unmet.filter((result) => result.level === level).length;
  const waived = requirements.filter(({ outcome }) => outcome === 'waived').length;
  const waivedFindings = findings.filter(({ waiver }) => waiver !== undefined).length;
  return [
    ...said(ofLevel('must'), 'mandatory requirement is', 'mandatory requirements are', 'not met'),
    ...(formFaults === 0 ? [] : [`the form is at fault in ${counted(formFaults, 'place')}`]),
    ...said(ofLevel('should'), 'recommendation is', 'recommendations are', 'not met'),
    ...said(ofLevel('could'), 'possible improvement is', 'possible improvements are', 'not made'),
    ...said(waived, 'requirement is', 'requirements are', 'not met but waived'),
    // A waiver may cover a part only of what does not hold.
    ...(waived > 0 ? [] : said(waivedFindings, 'finding is', 'findings are', 'waived')),
  ];
}

function openReasons(requirements: readonly RequirementResult[]): string[] {
  const of = (outcome: RequirementResult['outcome']): readonly RequirementResult[] =>
    requirements.filter((result) => result.outcome === outcome);
  const asked = of('needsReview');
  const stale = asked.filter(({ answer }) => answer !== undefined).length;
  const undecided = of('cantTell');
  const again =
    stale > 0
      ? [`${stale} once more, as what ${stale === 1 ? 'it concerns' : 'they concern'} has changed`]
      : [];
  return [
    ...said(
      undecided.length,
      'requirement',
      'requirements',
      `cannot be told${bracketed(mandatory(undecided))}`,
    ),
    ...said(of('untested').length, 'requirement is', 'requirements are', 'not tested'),
    ...said(
      asked.length,
      'question is',
      'questions are',
      `for a person to judge${bracketed([...mandatory(asked), ...again])}`,
    ),
  ];
}

function said(count: number, one: string, many: string, what: string): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many} ${what}`];
}

function mandatory(results: readonly RequirementResult[]): string[] {
  const count = results.filter(({ level }) => level === 'must').length;
  return count === 0 ? [] : [`${count} mandatory`];
}

function bracketed(details: readonly string[]): string {
  return details.length === 0 ? '' : ` (${details.join(', ')})`;
}
