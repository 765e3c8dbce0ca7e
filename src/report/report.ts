import type { DescriptorResult } from '../conformance/check-descriptor.ts';
import type { Framework } from '../conformance/framework.ts';
import type { RuleSet } from '../conformance/rule-set.ts';
import { compareFindings, compareText, type Finding, type Severity } from '../descriptor/finding.ts';
import type { Answer } from './answer.ts';
import { type Conformance, type ConformanceVerdict, conformanceOf, isNotMet } from './verdict.ts';

/** Everything that one run found out: the public contract, `schemas/report.schema.json`. */
export interface Report {
  readonly reportVersion: 1;
  readonly tool: { readonly name: 'microcred'; readonly version: string };
  /** The day judged for, as YYYY-MM-DD. */
  readonly date: string;
  /** SHA-256 over the definitions judged by, so that two reports can be told to rest on the same rules. */
  readonly ruleSetDigest: string;
  readonly frameworks: readonly Framework[];
  /** How many rules were run on each descriptor. */
  readonly rules: number;
  /** Sorted by path and document, by code units. */
  readonly descriptors: readonly DescriptorReport[];
  /** What kept the run from being complete; with any, the run is no proof of anything. */
  readonly incidents: readonly Incident[];
  readonly summary: Summary;
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
  /** Sorted by place. */
  readonly findings: readonly Finding[];
  /** One for each framework judged by. */
  readonly conformance: readonly Conformance[];
}

/** Something that went wrong with the run rather than with a descriptor. */
export interface Incident {
  readonly kind: 'unreadable-file' | 'unreadable-folder' | 'rule-went-wrong';
  readonly path: string;
  readonly message: string;
}

export interface Summary {
  /** Files that held at least one descriptor or could not be read. */
  readonly files: number;
  readonly descriptors: number;
  /** Files of a searched folder that are no descriptors. */
  readonly skipped: number;
  /** Files of a searched folder that ignore files leave out. */
  readonly ignored: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Answers of people that are still missing, over all descriptors. */
  readonly unanswered: number;
  /** Per framework: how many descriptors came out which way. */
  readonly verdicts: readonly {
    readonly framework: string;
    readonly counts: Readonly<Record<ConformanceVerdict, number>>;
  }[];
}

/** What the run knows of a descriptor beside its results. */
export type JudgedDescriptor = DescriptorResult & {
  readonly sha256?: string;
  readonly answers?: readonly Answer[];
};

export interface ReportParts {
  readonly version: string;
  readonly date: string;
  readonly ruleSetDigest: string;
  readonly ruleSet: RuleSet;
  readonly results: readonly JudgedDescriptor[];
  readonly incidents: readonly Incident[];
  readonly skipped: number;
  readonly ignored: number;
}

/** Puts a run's results together, sorted once and counted once: the order in which they come makes no difference. */
export function assembleReport(parts: ReportParts): Report {
  const { frameworks } = parts.ruleSet;
  const descriptors = parts.results
    .map((result) => descriptorReport(result, frameworks))
    .sort((left, right) => compareText(left.path, right.path) || left.document - right.document);
  const bugs = parts.results.flatMap(({ path, rules }) =>
    rules.flatMap(({ isBug, rule, reason }): Incident[] =>
      isBug ? [{ kind: 'rule-went-wrong', path, message: `${rule}: ${reason ?? ''}` }] : [],
    ),
  );
  const incidents = [...parts.incidents, ...bugs].sort(
    (left, right) => compareText(left.path, right.path) || compareText(left.message, right.message),
  );
  return {
    reportVersion: 1,
    tool: { name: 'microcred', version: parts.version },
    date: parts.date,
    ruleSetDigest: parts.ruleSetDigest,
    frameworks,
    rules: parts.ruleSet.rules.length,
    descriptors,
    incidents,
    summary: {
      files: new Set(descriptors.map(({ path }) => path)).size,
      descriptors: descriptors.length,
      skipped: parts.skipped,
      ignored: parts.ignored,
      findings: countFindings(descriptors),
      unanswered: countUnanswered(descriptors),
      verdicts: frameworks.map(({ id }, index) => ({
        framework: id,
        counts: countVerdicts(descriptors, index),
      })),
    },
  };
}

function descriptorReport(result: JudgedDescriptor, frameworks: readonly Framework[]): DescriptorReport {
  const { path, document, status, id, title, sha256, answers } = result;
  const findings = [...result.findings, ...result.rules.flatMap((rule) => rule.findings)];
  return {
    path,
    document,
    status,
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
    ...(sha256 === undefined ? {} : { sha256 }),
    findings: findings.sort(compareFindings),
    conformance: frameworks.map((framework) => conformanceOf(result, framework, answers)),
  };
}

function countFindings(descriptors: readonly DescriptorReport[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { findings } of descriptors) for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function countUnanswered(descriptors: readonly DescriptorReport[]): number {
  let count = 0;
  for (const { conformance } of descriptors) {
    // Frameworks may share a question; for one descriptor it is asked once.
    const questions = new Set<string>();
    for (const { requirements } of conformance) {
      for (const { requirement, outcome } of requirements)
        if (outcome === 'needsReview') questions.add(requirement);
    }
    count += questions.size;
  }
  return count;
}

function countVerdicts(
  descriptors: readonly DescriptorReport[],
  framework: number,
): Record<ConformanceVerdict, number> {
  const counts = { conforms: 0, 'conforms-with-advice': 0, 'does-not-conform': 0, undecided: 0 };
  for (const { conformance } of descriptors) {
    const verdict = conformance[framework]?.verdict;
    if (verdict !== undefined) counts[verdict] += 1;
  }
  return counts;
}

/** What the gate looks at: anything mandatory that does not hold or could not be told, in any framework. */
export function hasMandatoryTrouble({ findings, conformance }: DescriptorReport): boolean {
  return (
    findings.some(({ severity }) => severity === 'error') ||
    conformance.some(({ requirements }) =>
      requirements.some(
        (result) => result.level === 'must' && (isNotMet(result) || result.outcome === 'cantTell'),
      ),
    )
  );
}
