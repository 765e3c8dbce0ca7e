import type { DescriptorResult } from '../conformance/check-descriptor.ts';
import type { Evidence } from '../conformance/evidence.ts';
import type { Framework } from '../conformance/framework.ts';
import type { Rule } from '../conformance/rule.ts';
import type { RuleSet } from '../conformance/rule-set.ts';
import type { AwardFacts } from '../descriptor/award-facts.ts';
import { type Citation, compareFindings, compareText, type Finding } from '../descriptor/finding.ts';
import type { PointerPattern } from '../descriptor/json-pointer.ts';
import type { Answer } from './answer.ts';
import { applyBaseline, type Baseline } from './baseline.ts';
import type { RuledDescriptor } from './baseline-entry.ts';
import { isMandatoryTrouble } from './known-requirements.ts';
import { type Restriction, restricted } from './restricted.ts';
import type { Scope } from './scope.ts';
import { type Summary, summaryOf } from './summary.ts';
import { type Conformance, conformanceOf } from './verdict.ts';
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
  /** About files of waivers and the baseline, where it is not about one descriptor. */
  readonly findings: readonly Finding[];
  /** The files of waivers that were read. */
  readonly waiverFiles: readonly NamedFile[];
  /** The baseline that the findings are marked by, where there is one. */
  readonly baselineFile?: NamedFile;
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
  /** Mandatory requirements that do not hold or cannot be told, as the baseline knows; only where one is in use. */
  readonly knownRequirements?: readonly string[];
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
  /** By which findings are marked as known or new. */
  readonly baseline?: Baseline;
  readonly incidents: readonly Incident[];
  readonly skipped: number;
  readonly ignored: number;
  readonly restriction?: Restriction;
}

/** Puts a run's results together, sorted once and counted once: the order in which they come makes no difference. */
export function assembleReport(parts: ReportParts): Report {
  const { frameworks } = parts.ruleSet;
  const judged = ruledDescriptors(parts.results, frameworks, parts.date);
  const bugs = parts.results.flatMap(({ path, rules }) =>
    rules.flatMap(({ isBug, rule, reason }): Incident[] =>
      isBug ? [{ kind: 'rule-went-wrong', path, message: `${rule}: ${reason ?? ''}` }] : [],
    ),
  );
  const incidents = [...parts.incidents, ...bugs].sort(
    (left, right) => compareText(left.path, right.path) || compareText(left.message, right.message),
  );
  const unmarked = judged.map(({ report }) => report);
  const about = [...(parts.findings ?? []), ...findingsOfWaiverFiles(unmarked)];
  const { baseline } = parts;
  const marked = baseline && applyBaseline(judged, about, frameworks, baseline, parts.date);
  const { descriptors, findings, scope } = restricted(
    marked?.descriptors ?? unmarked,
    [...(marked?.findings ?? about)].sort(compareFindings),
    parts.restriction,
  );
  const summary = summaryOf(descriptors, findings, frameworks, parts);
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
    ...(baseline === undefined ? {} : { baselineFile: baseline.file }),
    incidents,
    summary: marked === undefined ? summary : { ...summary, baseline: marked.baseline },
  };
}

/** The descriptors of a run in the order of a report, each with the results of its rules. */
export function ruledDescriptors(
  results: readonly JudgedDescriptor[],
  frameworks: readonly Framework[],
  date: string,
): RuledDescriptor[] {
  return results
    .map((result) => ({ report: descriptorReport(result, frameworks, date), rules: result.rules }))
    .sort(
      ({ report: left }, { report: right }) =>
        compareText(left.path, right.path) || left.document - right.document,
    );
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
    conformance.some(({ requirements }) => requirements.some(isMandatoryTrouble))
  );
}

/** The same, but for what a baseline knows. */
export function hasNewMandatoryTrouble(descriptor: DescriptorReport): boolean {
  const { findings, conformance, knownRequirements = [] } = descriptor;
  return (
    findings.some((finding) => isOpenError(finding) && finding.baseline !== 'known') ||
    conformance.some(({ requirements }) =>
      requirements.some(
        (result) => isMandatoryTrouble(result) && !knownRequirements.includes(result.requirement),
      ),
    )
  );
}

/** Whether a finding is mandatory to mend: no waiver covers it. */
export function isOpenError({ severity, waiver }: Finding): boolean {
  return severity === 'error' && waiver === undefined;
}
