import type { Framework } from '../conformance/framework.ts';
import type { Finding, Severity } from '../descriptor/finding.ts';
import type { BaselineSummary } from './baseline.ts';
import type { DescriptorReport } from './report.ts';
import { type ConformanceVerdict, verdicts } from './verdict.ts';

/** The counts of a report. */
export interface Summary {
  /** Files that held at least one descriptor or could not be read. */
  readonly files: number;
  readonly descriptors: number;
  /** Files of a searched folder that are no descriptors. */
  readonly skipped: number;
  /** Files of a searched folder that ignore files leave out. */
  readonly ignored: number;
  /** Those that count: waived ones do not. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** Findings that a waiver covers. */
  readonly waived: number;
  /** What the baseline knows, where one is in use. */
  readonly baseline?: BaselineSummary;
  /** Answers of people that are still missing, over all descriptors. */
  readonly unanswered: number;
  /** Per framework: how many descriptors came out which way. */
  readonly verdicts: readonly {
    readonly framework: string;
    readonly counts: Readonly<Record<ConformanceVerdict, number>>;
  }[];
}

/**
 * Counts a report, once for all formats.
 *
 * @param findings those that are about no one descriptor
 * @param passedOver files that were found but not judged
 */
export function summaryOf(
  descriptors: readonly DescriptorReport[],
  findings: readonly Finding[],
  frameworks: readonly Framework[],
  passedOver: Pick<Summary, 'skipped' | 'ignored'>,
): Summary {
  const all = [findings, ...descriptors.map((descriptor) => descriptor.findings)];
  return {
    files: new Set(descriptors.map(({ path }) => path)).size,
    descriptors: descriptors.length,
    skipped: passedOver.skipped,
    ignored: passedOver.ignored,
    ...countFindings(all),
    unanswered: countUnanswered(descriptors),
    verdicts: frameworks.map(({ id }, index) => ({
      framework: id,
      counts: countVerdicts(descriptors, index),
    })),
  };
}

function countFindings(lists: readonly (readonly Finding[])[]): Pick<Summary, 'findings' | 'waived'> {
  const findings = { error: 0, warning: 0, info: 0 };
  let waived = 0;
  for (const list of lists) {
    for (const { severity, waiver } of list) {
      if (waiver === undefined) findings[severity] += 1;
      else waived += 1;
    }
  }
  return { findings, waived };
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
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<
    ConformanceVerdict,
    number
  >;
  for (const { conformance } of descriptors) {
    const verdict = conformance[framework]?.verdict;
    if (verdict !== undefined) counts[verdict] += 1;
  }
  return counts;
}
