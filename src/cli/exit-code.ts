import { scopeText } from '../formats/scope-text.ts';
import { capitalised } from '../formats/words.ts';
import {
  type DescriptorReport,
  hasMandatoryTrouble,
  hasNewMandatoryTrouble,
  isOpenError,
  type Report,
} from '../report/report.ts';
import { isNotMet } from '../report/verdict.ts';

/** The four numbers that a run may end with, and what they mean. */
export const exitCodes = {
  withinGate: 0,
  outsideGate: 1,
  couldNotJudge: 2,
  incomplete: 3,
} as const;

/** What makes a run fail: mandatory trouble; also recommendations; also open questions to people; nothing. */
export type FailOn = 'must' | 'should' | 'review' | 'never';
export const failOnValues: readonly FailOn[] = ['must', 'should', 'review', 'never'];

export interface Gate {
  readonly failOn: FailOn;
  /** More warnings than this are outside the gate; undefined for any number. */
  readonly maxWarnings: number | undefined;
  /** A descriptor whose score is lower in any framework is outside the gate, in percent; undefined for any score. */
  readonly minScore: number | undefined;
  /** Whether every question to people has to be answered, whatever else makes the run fail. */
  readonly requireReview: boolean;
  /** Whether mandatory trouble and warnings count only where the baseline does not know them. */
  readonly isNewOnly: boolean;
}

/** How a run ends: the number for the shell and the reason in one sentence. */
export interface Ending {
  readonly code: number;
  readonly reason: string;
}

/** Decides about the end of a run. Counts never go into the code, and an incomplete run is never taken for a clean one. */
export function endingOf(report: Report, gate: Gate): Ending {
  const { incidents, summary } = report;
  if (incidents.length > 0) {
    return {
      code: exitCodes.incomplete,
      reason: `The run is incomplete: ${counted(incidents.length, 'thing')} went wrong.`,
    };
  }
  const reason = reasonToFail(report, gate);
  if (reason !== undefined) return { code: exitCodes.outsideGate, reason };
  if (report.scope?.descriptors === 0) return { code: exitCodes.withinGate, reason: scopeText(report.scope) };
  const nothing = gate.isNewOnly
    ? 'Nothing that the baseline does not know is outside the gate.'
    : 'Nothing is outside the gate.';
  const within = gate.failOn === 'never' ? 'Nothing fails this run (--fail-on never).' : nothing;
  return {
    code: exitCodes.withinGate,
    reason: summary.descriptors === 0 ? 'There was nothing to check (--allow-empty).' : within,
  };
}

function reasonToFail(report: Report, gate: Gate): string | undefined {
  const { failOn, maxWarnings, minScore, requireReview, isNewOnly } = gate;
  const { findings, baseline, unanswered } = report.summary;
  const { warning } = isNewOnly && baseline !== undefined ? baseline.new : findings;
  const warnings = counted(warning, isNewOnly ? 'new warning' : 'warning');
  if (failOn !== 'never') {
    const mandatory = mandatoryReason(report, isNewOnly);
    if (mandatory !== undefined) return mandatory;
    if (failOn === 'should' && warning > 0) {
      return `Recommendations are not met: ${warnings} (--fail-on should).`;
    }
    if (failOn === 'review' && unanswered > 0) return unansweredReason(unanswered, '--fail-on review');
  }
  if (requireReview && unanswered > 0) return unansweredReason(unanswered, '--require-review');
  const below = minScore === undefined ? 0 : report.descriptors.filter(hasLessThan(minScore)).length;
  if (below > 0) {
    const verb = below === 1 ? 'has' : 'have';
    return `${counted(below, 'descriptor')} ${verb} a score below ${minScore} percent, or none (--min-score).`;
  }
  if (maxWarnings !== undefined && warning > maxWarnings) {
    const verb = warning === 1 ? 'is' : 'are';
    return `There ${verb} ${warnings}, more than the ${maxWarnings} allowed (--max-warnings).`;
  }
  return undefined;
}

function unansweredReason(unanswered: number, option: string): string {
  const verb = unanswered === 1 ? 'is' : 'are';
  return `${counted(unanswered, 'question')} to people ${verb} not answered (${option}).`;
}

/** What has no score has not reached one. */
function hasLessThan(minScore: number): (descriptor: DescriptorReport) => boolean {
  return ({ conformance }) => conformance.some(({ score }) => (score.percent ?? -1) < minScore);
}

/** Something mandatory that does not hold, or that nobody can tell of: a gate that lets through what it could not judge is none. */
function mandatoryReason({ descriptors }: Report, isNewOnly: boolean): string | undefined {
  const troubled = descriptors.filter(isNewOnly ? hasNewMandatoryTrouble : hasMandatoryTrouble);
  if (troubled.length === 0) return undefined;
  const isUnmet = isNewOnly ? isNewlyUnmet : doesNotConform;
  const unmet = troubled.filter(isUnmet).length;
  const unsound = troubled.filter((one) => !isUnmet(one) && one.findings.some(isOpenError)).length;
  const undecided = troubled.length - unmet - unsound;
  const sentences = [
    ...(unmet > 0 ? [`mandatory requirements are not met in ${counted(unmet, 'descriptor')}`] : []),
    ...(unsound > 0 ? [`errors keep ${counted(unsound, 'descriptor')} from being judged for certain`] : []),
    ...(undecided > 0
      ? [`mandatory requirements cannot be told in ${counted(undecided, 'descriptor')}`]
      : []),
  ];
  const lead = isNewOnly ? 'beside what the baseline knows, ' : '';
  return `${capitalised(`${lead}${sentences.join('; ')}`)}.`;
}

function doesNotConform({ conformance }: DescriptorReport): boolean {
  return conformance.some(({ verdict }) => verdict === 'does-not-conform');
}

function isNewlyUnmet({ findings, conformance, knownRequirements = [] }: DescriptorReport): boolean {
  return (
    findings.some((finding) => isOpenError(finding) && finding.baseline !== 'known') ||
    conformance.some(({ requirements }) =>
      requirements.some(
        (result) =>
          result.level === 'must' && isNotMet(result) && !knownRequirements.includes(result.requirement),
      ),
    )
  );
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
