import type { Requirement } from '../conformance/framework.ts';
import type { Finding, Severity } from '../descriptor/finding.ts';
import type { DescriptorReport, Incident, Report } from '../report/report.ts';
import { type Standing, standingOf } from '../report/standing.ts';
import { isNotMet, type RequirementResult } from '../report/verdict.ts';
import { exceptionText, isFaultTold } from './annotations.ts';
import { incidentText } from './incidents-text.ts';
import { doesCount } from './judged-finding.ts';
import { answerSentence } from './outcome-sentences.ts';
import { shortened, standingWords } from './words.ts';

/** A test point before it is text: words of users in it are as they came. */
export interface TestPoint {
  readonly isOk: boolean;
  readonly description: string;
  /** SKIP: does not apply; TODO: not met or not known, but no failure (yet). */
  readonly directive?: { readonly word: 'SKIP' | 'TODO'; readonly reason: string };
  /** What is behind it; absent where nothing is to be said. */
  readonly message?: string;
  readonly severity?: Severity;
  readonly path?: string;
  /** The findings behind it, first those that count; the first speaks for all. */
  readonly findings: readonly Finding[];
}

/** Every test point of a report, in its order: incidents, files of waivers, then descriptor by descriptor. */
export function* testPoints(report: Report): Generator<TestPoint> {
  const requirements = report.frameworks.map((framework) => new Map(framework.requirements.map(byId)));
  const ruled = new Set(
    report.frameworks.flatMap((framework) => framework.requirements.flatMap(({ rules = [] }) => rules)),
  );
  for (const incident of report.incidents) yield incidentPoint(incident);
  for (const finding of report.findings) yield findingPoint(finding, finding.location.path);
  for (const descriptor of report.descriptors) {
    const subject = subjectOf(descriptor);
    for (const finding of descriptor.findings) {
      if (!ruled.has(finding.rule)) yield findingPoint(finding, subject);
    }
    yield* requirementPoints(descriptor, subject, requirements);
  }
}

function byId(requirement: Requirement): [string, Requirement] {
  return [requirement.id, requirement];
}

function subjectOf({ path, document }: DescriptorReport): string {
  return document > 0 ? `${path} (document ${document + 1})` : path;
}

/** No bail-out, for after that a reader would take no notice of what could be judged. */
function incidentPoint(incident: Incident): TestPoint {
  const message = incidentText(incident);
  const description = `${incident.path}: the run is incomplete (${incident.kind})`;
  return { isOk: false, description, message, severity: 'error', path: incident.path, findings: [] };
}

function findingPoint(finding: Finding, subject: string): TestPoint {
  const description = `${subject}: ${shortened(finding.message, longestText)} (${finding.rule})`;
  const point = { isOk: false, description, findings: [finding] };
  const exception = exceptionText(finding);
  return exception === undefined ? point : { ...point, directive: { word: 'TODO', reason: exception } };
}

/** In UTF-16 units. */
const longestText = 300;

/** One for each requirement; frameworks may share some, with the same words, which then are one. */
function* requirementPoints(
  descriptor: DescriptorReport,
  subject: string,
  requirements: readonly ReadonlyMap<string, Requirement>[],
): Generator<TestPoint> {
  const told = new Set<string>();
  const isShared = descriptor.conformance.length > 1;
  const byRule = findingsByRule(descriptor);
  const isTold = isFaultTold(descriptor);
  for (const [index, { requirements: results }] of descriptor.conformance.entries()) {
    for (const result of results) {
      const requirement = requirements[index]?.get(result.requirement);
      const text = requirement?.text ?? '';
      const key = isShared ? `${result.requirement} ${result.level} ${text}` : '';
      if (isShared && told.has(key)) continue;
      told.add(key);
      const all = (requirement?.rules ?? []).flatMap((rule) => byRule.get(rule) ?? []);
      const findings = [...all.filter(doesCount), ...all.filter((finding) => !doesCount(finding))];
      const description = `${subject}: ${shortened(text, longestText)} (${result.requirement})`;
      yield { description, path: descriptor.path, ...outcomeOf(result, findings, isTold) };
    }
  }
}

function findingsByRule({ findings }: DescriptorReport): ReadonlyMap<string, readonly Finding[]> {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = byRule.get(finding.rule);
    if (known === undefined) byRule.set(finding.rule, [finding]);
    else known.push(finding);
  }
  return byRule;
}

const severities: Record<RequirementResult['level'], Severity> = {
  must: 'error',
  should: 'warning',
  could: 'info',
};

/**
 * What is not met is not ok, whatever its level, for TAP knows no grades; the severity says how much it weighs. What
 * nobody can tell fails where it is mandatory and no other point of the descriptor says what is wrong; otherwise it is
 * still to do, as is what is left to people, what is waived, and what a baseline knows.
 */
function outcomeOf(
  result: RequirementResult,
  findings: readonly Finding[],
  isTold: boolean,
): Pick<TestPoint, 'isOk' | 'directive' | 'message' | 'severity' | 'findings'> {
  const standing = standingOf(result);
  const severity = severities[result.level];
  if (standing === 'met') return { isOk: true, findings: [] };
  const message = reasonOf(result, standing);
  if (standing === 'does-not-apply') {
    return { isOk: true, findings: [], directive: { word: 'SKIP', reason: message } };
  }
  const exceptions = findings.map(exceptionText);
  const [exception] = exceptions;
  const isAnyOpen = exceptions.includes(undefined);
  const isUnmet = isNotMet(result) && findings.length === 0;
  const isUntoldFault = standing === 'cannot-be-told' && result.level === 'must' && !isTold;
  if (isAnyOpen || isUnmet || isUntoldFault) return { isOk: false, severity, message, findings };
  return {
    isOk: false,
    severity,
    message,
    findings,
    directive: { word: 'TODO', reason: exception ?? message },
  };
}

/** Why a requirement stands as it does, in words of its own or of the person who answered. */
function reasonOf({ reason, answer }: RequirementResult, standing: Standing): string {
  const { words } = standingWords[standing];
  if (reason !== undefined) return `${words}: ${reason}`;
  return answer === undefined ? words : `${words}: ${answerSentence(answer)}`;
}
