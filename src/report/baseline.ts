import type { Framework } from '../conformance/framework.ts';
import { compareText, type Finding, type KnownSince, type Severity } from '../descriptor/finding.ts';
import { type BaselineEntry, baselineId, type RuledDescriptor } from './baseline-entry.ts';
import { expiredFault, findingsOfBaseline } from './baseline-fault.ts';
import { type BaselineMatch, type CheckedFiles, matchBaseline } from './baseline-match.ts';
import { knownRequirements } from './known-requirements.ts';
import type { DescriptorReport, NamedFile } from './report.ts';

/** A baseline as a run uses it. */
export interface Baseline extends CheckedFiles {
  readonly file: NamedFile;
  readonly entries: readonly BaselineEntry[];
  /** What is wrong with single entries; those do not count. */
  readonly findings: readonly Finding[];
  /** Whether the entries that match nothing are being taken away. */
  readonly isPruned: boolean;
}

/** The counts that a baseline adds to a report. */
export interface BaselineSummary {
  /** Findings that count and are known. */
  readonly known: number;
  /** Findings that count and are not known, or no longer. */
  readonly new: Readonly<Record<Severity, number>>;
  /** Entries that have expired while what they are for is still there. */
  readonly expired: number;
  /** Entries for something in what was checked that is not there any more. */
  readonly stale: number;
}

/** The parts of a report after a baseline. */
export interface BaselinedParts {
  readonly descriptors: readonly DescriptorReport[];
  /** About no one descriptor: those given and those about the baseline itself. */
  readonly findings: readonly Finding[];
  readonly baseline: BaselineSummary;
  readonly match: BaselineMatch;
}

/**
 * Marks what a baseline knows. Nothing is taken away, and no outcome, verdict or score changes.
 *
 * @param findings those that are about no one descriptor
 * @param date the day judged for, as YYYY-MM-DD
 */
export function applyBaseline(
  descriptors: readonly RuledDescriptor[],
  findings: readonly Finding[],
  frameworks: readonly Framework[],
  baseline: Baseline,
  date: string,
): BaselinedParts {
  const match = matchBaseline(descriptors, frameworks, baseline.entries, baseline, date);
  const isInForce = ({ expires }: BaselineEntry): boolean => expires === undefined || expires >= date;
  const marked = descriptors.map(({ report }, index) =>
    markedDescriptor(report, index, frameworks, match, isInForce),
  );
  const expired = baseline.entries.filter((_, index) => match.states[index] === 'expired');
  const about = [...findings, ...baseline.findings, ...findingsOfBaseline(expired.flatMap(expiredFault))].map(
    (finding): Finding => ({ ...finding, baseline: 'new' }),
  );
  return {
    descriptors: marked,
    findings: about,
    baseline: {
      ...countMarked([about, ...marked.map((one) => one.findings)]),
      expired: expired.length,
      stale: baseline.isPruned ? 0 : match.states.filter((state) => state === 'stale').length,
    },
    match,
  };
}

function markedDescriptor(
  report: DescriptorReport,
  index: number,
  frameworks: readonly Framework[],
  match: BaselineMatch,
  isInForce: (entry: BaselineEntry) => boolean,
): DescriptorReport {
  const entries = new Map<Finding, BaselineEntry>();
  const knownTroubles = new Set<string>();
  for (const knowable of match.knowables[index] ?? []) {
    const entry = match.entries.get(knowable);
    if (entry === undefined) continue;
    if (knowable.finding !== undefined) entries.set(knowable.finding, entry);
    else if (isInForce(entry)) knownTroubles.add(knowable.fingerprint);
  }
  const findings = report.findings.map((finding): Finding => {
    const entry = entries.get(finding);
    if (entry === undefined) return { ...finding, baseline: 'new' };
    return { ...finding, baseline: isInForce(entry) ? 'known' : 'new', baselineEntry: knownSince(entry) };
  });
  const openRules = match.openRules[index] ?? new Set();
  const marked = { ...report, findings };
  return {
    ...marked,
    knownRequirements: knownRequirements(marked, frameworks, knownTroubles, openRules),
  };
}

function knownSince({ addedOn, reason, owner, expires }: BaselineEntry): KnownSince {
  return {
    addedOn,
    ...(reason === undefined ? {} : { reason }),
    ...(owner === undefined ? {} : { owner }),
    ...(expires === undefined ? {} : { expires }),
  };
}

function countMarked(lists: readonly (readonly Finding[])[]): Pick<BaselineSummary, 'known' | 'new'> {
  const fresh = { error: 0, warning: 0, info: 0 };
  let known = 0;
  for (const { baseline, severity, waiver } of lists.flat()) {
    if (waiver !== undefined) continue;
    if (baseline === 'known') known += 1;
    else fresh[severity] += 1;
  }
  return { known, new: fresh };
}

/**
 * The entries of a baseline of what a run has found and no waiver covers: those that are known with everything that
 * people wrote into them, the others as of the date, and those that this run cannot speak of as they are. In the order
 * of path, id, rule and fingerprint.
 *
 * @param date the day judged for, as YYYY-MM-DD
 */
export function entriesToWrite(
  descriptors: readonly DescriptorReport[],
  { knowables, entries, outgrown, states }: BaselineMatch,
  present: readonly BaselineEntry[],
  date: string,
): readonly BaselineEntry[] {
  const found = descriptors.flatMap((descriptor, index) =>
    (knowables[index] ?? []).flatMap((knowable): BaselineEntry[] => {
      if (knowable.finding?.waiver !== undefined) return [];
      const { rule, fingerprint, message, parts } = knowable;
      const id = baselineId(descriptor);
      const entry = entries.get(knowable) ?? outgrown.get(knowable);
      const told = entry === undefined ? { addedOn: date } : knownSince(entry);
      const named = { ...(id === undefined ? {} : { id }), ...(parts === undefined ? {} : { parts }) };
      return [{ rule, path: descriptor.path, ...named, fingerprint, message: shortened(message), ...told }];
    }),
  );
  const unseen = present.filter((_, index) => states[index] === 'unseen');
  return [...found, ...unseen].sort(compareEntries);
}

const longestMessage = 300;

function shortened(message: string): string {
  const line = message.replace(/\s+/g, ' ').trim();
  if (line.length <= longestMessage) return line;
  return `${line.slice(0, longestMessage).replace(/\p{Cs}$/u, '')}…`;
}

function compareEntries(left: BaselineEntry, right: BaselineEntry): number {
  return (
    compareText(left.path, right.path) ||
    compareText(left.id ?? '', right.id ?? '') ||
    compareText(left.rule, right.rule) ||
    compareText(left.fingerprint, right.fingerprint)
  );
}
