import type { Finding, Range, Severity } from '../descriptor/finding.ts';
import type { DescriptorReport, Report } from '../report/report.ts';
import { type Conformance, isNotMet, type RequirementResult } from '../report/verdict.ts';
import { incidentText } from './incidents-text.ts';
import { doesCount } from './judged-finding.ts';
import { waiverSentence } from './outcome-sentences.ts';
import { verdictReasons } from './verdict-reasons.ts';
import { visibleText } from './visible-text.ts';
import { verdictWords } from './words.ts';

/** Something that a platform shows beside a file: a finding, an incident, or a descriptor that nothing else speaks for. */
export interface Annotation {
  readonly severity: Severity;
  /** Id of the rule, the kind of an incident, or `verdict`. */
  readonly code: string;
  /** What is the case, on one line, safe to be looked at. */
  readonly message: string;
  /** What to do about it, likewise; absent for incidents. */
  readonly help?: string;
  /** As the report names the file, without `./`; of some incidents a folder. */
  readonly path: string;
  /** Absent for incidents, and for what concerns a descriptor as a whole. */
  readonly finding?: Finding;
  /** The descriptor that it is about; absent for incidents and for files of waivers. */
  readonly descriptor?: DescriptorReport;
}

/**
 * All that a platform could show: incidents first, for with any the run is no proof of anything; then what is wrong with
 * files of waivers; then the findings of each descriptor. A descriptor that the gate stops without a finding (a person
 * has answered that something mandatory is not met, or nobody can tell) gets an annotation that says so: a gate that
 * fails without a word is as bad as one that passes without a word.
 */
export function* annotationsOf(report: Report): Generator<Annotation> {
  for (const incident of report.incidents) {
    const message = visibleText(incidentText(incident));
    yield { severity: 'error', code: incident.kind, message, path: plainPath(incident.path) };
  }
  for (const finding of report.findings) yield annotationOf(finding);
  for (const descriptor of report.descriptors) {
    for (const finding of descriptor.findings) yield { ...annotationOf(finding), descriptor };
    yield* verdictAnnotations(descriptor);
  }
}

function annotationOf(finding: Finding): Annotation {
  const { severity, rule, message, help, location } = finding;
  const path = plainPath(location.path);
  return { severity, code: rule, message: visibleText(message), help: visibleText(help), path, finding };
}

function* verdictAnnotations(descriptor: DescriptorReport): Generator<Annotation> {
  const isTold = isFaultTold(descriptor);
  for (const conformance of descriptor.conformance) {
    if (!conformance.requirements.some((result) => isStopWithoutFinding(result, isTold))) continue;
    const { framework, verdict } = conformance;
    const message = `By \`${visibleText(framework)}\` it ${isWords(verdict)}: ${verdictReasons(conformance, descriptor)}`;
    const help = 'See each requirement with its reason: `microcred check --verbose`.';
    yield { severity: 'error', code: 'verdict', message, help, path: plainPath(descriptor.path), descriptor };
  }
}

/**
 * Whether an error is told of a descriptor, for which most of what cannot be told only waits until it is mended. One that
 * a baseline knows is told, too.
 */
export function isFaultTold({ findings }: DescriptorReport): boolean {
  return findings.some(({ severity, waiver }) => severity === 'error' && waiver === undefined);
}

/** Whether a requirement is a reason for the gate to stop that no finding stands behind; see hasMandatoryTrouble. */
function isStopWithoutFinding(result: RequirementResult, isTold: boolean): boolean {
  if (result.level !== 'must') return false;
  return result.outcome === 'cantTell' ? !isTold : result.outcome === 'reviewed' && isNotMet(result);
}

function isWords(verdict: Conformance['verdict']): string {
  const { words } = verdictWords[verdict];
  return verdict === 'undecided' ? `is ${words}` : words;
}

/** A path as platforms compare it with those of a repository: relative ones have no `./` at the front. */
export function plainPath(path: string): string {
  return path.replace(/^(?:\.\/+)+(?=[^/])/, '');
}

/** The last line of a range, 1-based, inclusive: one that ends before the first column of a line ends on the line before. */
export function lastLineOf({ start, end }: Range): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
}

/** Why a finding does not count, in a sentence; undefined where it does. */
export function exceptionText(finding: Finding): string | undefined {
  if (finding.waiver !== undefined) return `Waived: ${visibleText(waiverSentence(finding.waiver))}`;
  return doesCount(finding) ? undefined : 'It was so before: the baseline knows it.';
}
