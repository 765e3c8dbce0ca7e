import type { DescriptorResult } from '../conformance/check-descriptor.ts';
import type { Evidence } from '../conformance/evidence.ts';
import type { Framework } from '../conformance/framework.ts';
import type { Rule } from '../conformance/rule.ts';
import type { RuleSet } from '../conformance/rule-set.ts';
import type { AwardFacts } from '../descriptor/award-facts.ts';
import { type Citation, compareFindings, compareText, type Finding } from '../descriptor/finding.ts';
import type { PointerPattern } from '../descriptor/json-pointer.ts';
import type { Answer } from './answer.ts';
import type { Scope, ScopeFacts } from './scope.ts';
import { type Summary, summaryOf } from './summary.ts';
import { type Conformance, conformanceOf, isNotMet } from './verdict.ts';
import { applyWaivers, type JudgedWaiver, type Waiver } from './waiver.ts';
import { findingsOfWaiverFiles, waiverFindings } from './waiver-findings.ts';

/** Everything that one run found out: the public contract, `schemas/report.schema.json`. */
export interface Report {
  readonly reportVersion: 1;
  readonly tool: { readonly name: 'microcred'; readonly version: string };
  /** Version of the descriptor format, whose JSON Schema the descriptors were held against. */
  readonly descriptorFormat: 1;
  /** The day judged for, as YYYY-MM-DD. */
  readonly date: string;
  /** To what the report is restricted; absent when it is about all descriptors that there are. */
  readonly scope?: Scope;
  /** SHA-256 over the definitions judged by, so that two reports can be told to rest on the same rules. */
  readonly ruleSetDigest: string;
  readonly frameworks: readonly Framework[];
  /** The rules that were run on each descriptor. */
  readonly rules: readonly RuleReference[];
  /** Sorted by path and document, by code units. */
  readonly descriptors: readonly DescriptorReport[];
  /** About files of waivers, where it is not about one descriptor. */
  readonly findings: readonly Finding[];
  /** The files of waivers that were read. */
  readonly waiverFiles: readonly NamedFile[];
  /** What kept the run from being complete; with any, the run is no proof of anything. */
  readonly incidents: readonly Incident[];
  readonly summary: Summary;
}

/** What a report has to say of a rule so that it can be read without the catalogue. */
export interface RuleReference {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** The fields that it looks at. */
  readonly reads: readonly PointerPattern[];
  readonly sources: readonly Citation[];
}

/** A file that a result rests on, by path and SHA-256 of its bytes. */
export interface NamedFile {
  readonly path: string;
  readonly sha256: string;
}

/** How one descriptor came out. */
export interface DescriptorReport {
  readonly path: string;
  /** 0-based number of the YAML document in the file. */
  readonly document: number;
  readonly status: 'checked' | 'unreadable';
  readonly id?: string;
  readonly title?: string;
  /** SHA-256 of the file's bytes, where it could be read. */
  readonly sha256?: string;
  /** The review file beside it, where there is one. */
  readonly review?: NamedFile;
  readonly award: AwardFacts;
  /** Sorted by place. */
  readonly findings: readonly Finding[];
  /** The waivers that concern it, in the order of their places; absent when there are none. */
  readonly waivers?: readonly JudgedWaiver[];
  /** One for each framework judged by. */
  readonly conformance: readonly Conformance[];
  /** What it says where rules and questions look, in the order of the text; only where a format asked for it. */
  readonly evidence?: readonly Evidence[];
}

/** Something that went wrong with the run rather than with a descriptor. */
export interface Incident {
  readonly kind: 'unreadable-file' | 'unreadable-folder' | 'rule-went-wrong';
  readonly path: string;
  readonly message: string;
}

/** What the run knows of a descriptor beside its results. */
export type JudgedDescriptor = DescriptorResult & {
  readonly sha256?: string;
  readonly review?: NamedFile;
  readonly answers?: readonly Answer[];
  /** Those that concern this descriptor. */
  readonly waivers?: readonly Waiver[];
  /** What is wrong with its review and the waivers in its comments. */
  readonly judgementFindings?: readonly Finding[];
  readonly evidence?: readonly Evidence[];
};

export interface ReportParts {
  readonly version: string;
  readonly date: string;
  readonly ruleSetDigest: string;
  readonly ruleSet: RuleSet;
  readonly results: readonly JudgedDescriptor[];
  /** About files of waivers, where it is not about one descriptor. */
  readonly findings?: readonly Finding[];
  readonly waiverFiles?: readonly NamedFile[];
  readonly incidents: readonly Incident[];
  readonly skipped: number;
  readonly ignored: number;
  readonly restriction?: Restriction;
}

/** Which of the results are reported. All are judged, so that what concerns several comes out as it is. */
export interface Restriction {
  readonly scope: ScopeFacts;
  hasChanged(descriptor: Pick<DescriptorResult, 'path' | 'document'>): boolean;
  /** Whether one that has not changed fails a rule over the whole catalogue because of what has. */
  isConcerned(descriptor: Pick<DescriptorResult, 'path' | 'document'>): boolean;
}

/** Puts a run's results together, sorted once and counted once: the order in which they come makes no difference. */
export function assembleReport(parts: ReportParts): Report {
  const { frameworks } = parts.ruleSet;
  const all = parts.results
    .map((result) => descriptorReport(result, frameworks, parts.date))
    .sort((left, right) => compareText(left.path, right.path) || left.document - right.document);
  const bugs = parts.results.flatMap(({ path, rules }) =>
    rules.flatMap(({ isBug, rule, reason }): Incident[] =>
      isBug ? [{ kind: 'rule-went-wrong', path, message: `${rule}: ${reason ?? ''}` }] : [],
    ),
  );
  const incidents = [...parts.incidents, ...bugs].sort(
    (left, right) => compareText(left.path, right.path) || compareText(left.message, right.message),
  );
  const { descriptors, findings, scope } = restricted(
    all,
    [...(parts.findings ?? []), ...findingsOfWaiverFiles(all)].sort(compareFindings),
    parts.restriction,
  );
  return {
    reportVersion: 1,
    tool: { name: 'microcred', version: parts.version },
    descriptorFormat: 1,
    date: parts.date,
    ...(scope === undefined ? {} : { scope }),
    ruleSetDigest: parts.ruleSetDigest,
    frameworks,
    rules: parts.ruleSet.rules.map(ruleReference),
    descriptors,
    findings,
    waiverFiles: parts.waiverFiles ?? [],
    incidents,
    summary: summaryOf(descriptors, findings, frameworks, parts),
  };
}

interface Reported extends Pick<Report, 'descriptors' | 'findings'> {
  readonly scope?: Scope;
}

/** What is left of a report under a restriction; what is said of files of waivers, where it concerns what is left. */
function restricted(
  descriptors: readonly DescriptorReport[],
  findings: readonly Finding[],
  restriction: Restriction | undefined,
): Reported {
  if (restriction === undefined) return { descriptors, findings };
  const { scope, hasChanged } = restriction;
  const left = descriptors.filter((descriptor) => isReported(descriptor, restriction));
  const waivers = new Set(left.flatMap((descriptor) => descriptor.waivers?.map(placeOf) ?? []));
  return {
    descriptors: left,
    findings: scope.widenedBy === undefined ? findings.filter((one) => waivers.has(placeOf(one))) : findings,
    scope: {
      ...scope,
      descriptors: left.length,
      of: descriptors.length,
      unchanged: left.filter((descriptor) => !hasChanged(descriptor)).length,
    },
  };
}

/** Whether a descriptor is among those that are reported. */
export function isReported(
  descriptor: Pick<DescriptorResult, 'path' | 'document'>,
  restriction: Restriction | undefined,
): boolean {
  return (
    restriction === undefined || restriction.hasChanged(descriptor) || restriction.isConcerned(descriptor)
  );
}

function placeOf({ location: { path, range } }: Pick<Finding, 'location'>): string {
  return `${range.start.offset} ${path}`;
}

function ruleReference({ definition, citations }: Rule): RuleReference {
  const { id, title, why, reads } = definition;
  return { id, title, why: why.trim(), reads, sources: citations };
}

function descriptorReport(
  result: JudgedDescriptor,
  frameworks: readonly Framework[],
  date: string,
): DescriptorReport {
  const { path, document, status, id, title, sha256, review, award, answers, evidence } = result;
  const { rules, waivers } = applyWaivers(result.rules, result.waivers ?? [], date);
  const findings = [
    ...result.findings,
    ...rules.flatMap((rule) => rule.findings),
    ...(result.judgementFindings ?? []),
    ...waiverFindings(waivers, rules),
  ];
  return {
    path,
    document,
    status,
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(review === undefined ? {} : { review }),
    award,
    findings: findings.sort(compareFindings),
    ...(waivers.length === 0 ? {} : { waivers }),
    conformance: frameworks.map((framework) =>
      conformanceOf({ rules, findings: result.findings }, framework, answers),
    ),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

/** What the gate looks at: anything mandatory that does not hold or could not be told, in any framework. */
export function hasMandatoryTrouble({ findings, conformance }: DescriptorReport): boolean {
  return (
    findings.some(isOpenError) ||
    conformance.some(({ requirements }) =>
      requirements.some(
        (result) => result.level === 'must' && (isNotMet(result) || result.outcome === 'cantTell'),
      ),
    )
  );
}

/** Whether a finding is mandatory to mend: no waiver covers it. */
export function isOpenError({ severity, waiver }: Finding): boolean {
  return severity === 'error' && waiver === undefined;
}
