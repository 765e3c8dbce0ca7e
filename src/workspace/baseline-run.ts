import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Baseline, entriesToWrite } from '../report/baseline.ts';
import { type BaselineEntry, canBeKnown } from '../report/baseline-entry.ts';
import { type BaselineMatch, type EntryState, matchBaseline } from '../report/baseline-match.ts';
import { type JudgedDescriptor, type Report, ruledDescriptors } from '../report/report.ts';
import type { ReadEntry } from './baseline-entries.ts';
import { baselineText, tooLong, withoutEntries } from './baseline-text.ts';
import type { CheckRequest } from './check-files.ts';
import type { CompiledCatalogue } from './compiled-catalogue.ts';
import { errorCode } from './disk-trouble.ts';
import { printedPath } from './printed-path.ts';
import type { Problem } from './problem.ts';
import { assertSound, problemAt, type ReadBaseline, readBaseline } from './read-baseline.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** A baseline and what to do with it: mark what it knows, take away what it no longer needs as well, or write it. */
export interface BaselineRequest {
  readonly file: string;
  readonly use: 'mark' | 'prune' | 'write';
}

/** What was done to a baseline, or what kept it from being done. */
export type BaselineChange =
  | { readonly kind: 'pruned'; readonly path: string; readonly removed: number }
  | {
      readonly kind: 'written';
      readonly path: string;
      readonly entries: number;
      /** Entries that were there before and are for nothing any more. */
      readonly removed: number;
      readonly expired: number;
      /** Findings that no baseline can know. */
      readonly left: number;
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** The baseline of a run. */
export interface NamedBaseline {
  /** What keeps it from being used. */
  readonly problems: readonly Problem[];
  /** For the report; undefined where findings are not to be marked. */
  readonly marking: Baseline | undefined;
  /** Writes the file, if that was asked for. To be called once, with the report that the run came to. */
  change(report: Report, results: readonly JudgedDescriptor[]): BaselineChange | undefined;
}

/**
 * Reads the baseline that a request names.
 *
 * @param checked the files that are looked at, as reports name them
 */
export async function namedBaseline(
  { cwd, date }: CheckRequest,
  { file, use }: BaselineRequest,
  checked: readonly string[],
): Promise<NamedBaseline> {
  const { default: builtIn } = await import('#catalogue');
  const read = readBaseline(file, cwd, builtIn);
  const shown = printedPath(resolve(cwd, file), cwd);
  const problems = problemsWith(read, use, shown);
  if (problems.length > 0) return { problems, marking: undefined, change: () => undefined };
  const entries = read?.entries ?? [];
  const files = { checked: new Set(checked), gone: goneFiles(entries, checked, cwd) };
  const marking =
    read === undefined || use === 'write'
      ? undefined
      : { ...files, file: read.file, entries, findings: read.findings, isPruned: use === 'prune' };
  const change: NamedBaseline['change'] = (report, results) => {
    // What could not be read might be taken for mended.
    if (use === 'mark' || report.incidents.length > 0) return undefined;
    const ruled = ruledDescriptors(results, report.frameworks, date);
    const match = matchBaseline(ruled, report.frameworks, entries, files, date);
    const target = { file: resolve(cwd, file), path: shown };
    if (use === 'prune') return read && prune(read, match, files.gone, target);
    const descriptors = ruled.map((one) => one.report);
    const all = entriesToWrite(descriptors, match, entries, date);
    const problem = writeEntries(all, date, target, builtIn);
    if (problem !== undefined) return { kind: 'refused', problems: [problem] };
    return { kind: 'written', path: shown, entries: all.length, ...countsOf(match, report) };
  };
  return { problems, marking, change };
}

function writeEntries(
  entries: readonly BaselineEntry[],
  date: string,
  target: Target,
  builtIn: CompiledCatalogue,
): Problem | undefined {
  const text = baselineText(entries, date);
  const long = tooLong(entries, text, target.path);
  if (long !== undefined) return long;
  assertSound(text, builtIn);
  return write(target, text);
}

/** What keeps a baseline from being used: it has to be there to be read, and to be sound as a whole to be written anew. */
function problemsWith(
  read: ReadBaseline | undefined,
  use: BaselineRequest['use'],
  path: string,
): readonly Problem[] {
  if (use !== 'write') {
    if (read !== undefined) return read.problems;
    const message = `There is no baseline \`${path}\`.`;
    return [{ message, help: 'Write it with `--write-baseline`, or name the one that there is.' }];
  }
  // An empty file, as some tools make one, loses nothing.
  if (read === undefined || read.isEmpty) return [];
  const faults = read.findings.map(
    ({ message, help, location }): Problem => problemAt(path, { message, help }, location.range),
  );
  return [...read.problems, ...faults].map((problem) => ({
    ...problem,
    help: `${problem.help === undefined ? '' : `${problem.help} `}Nothing was written.`,
  }));
}

/** The files that entries name and that are certain not to be there any more. */
function goneFiles(
  entries: readonly ReadEntry[],
  checked: readonly string[],
  cwd: string,
): ReadonlySet<string> {
  const others = new Set(entries.map(({ path }) => path));
  for (const path of checked) others.delete(path);
  return new Set([...others].filter((path) => isGone(resolve(cwd, path))));
}

function isGone(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) === undefined;
  } catch {
    // What the system refuses to tell may be there.
    return false;
  }
}

interface Target {
  /** Absolute. */
  readonly file: string;
  /** As messages name it. */
  readonly path: string;
}

/** Takes away the entries that match nothing. */
function prune(
  { text, entries }: ReadBaseline,
  { states }: BaselineMatch,
  gone: ReadonlySet<string>,
  target: Target,
): BaselineChange {
  const stale = entries.filter((_, index) => states[index] === 'stale');
  const { path } = target;
  if (stale.length === 0) return { kind: 'pruned', path, removed: 0 };
  if (stale.length === entries.length && entries.every((entry) => gone.has(entry.path))) {
    const message = `None of the files that the baseline \`${path}\` names is there, so nothing was taken away.`;
    const help = 'Run it in the folder in which the baseline was written; or delete the baseline.';
    return { kind: 'refused', problems: [{ message, help }] };
  }
  const pruned = withoutEntries(text, stale);
  const problem = pruned === undefined ? unchangeable(path) : write(target, pruned);
  return problem === undefined
    ? { kind: 'pruned', path, removed: stale.length }
    : { kind: 'refused', problems: [problem] };
}

function unchangeable(path: string): Problem {
  return {
    message: `The baseline \`${path}\` is written in a way that entries cannot be taken out of.`,
    help: 'Write it without aliases (`*name`), and begin each YAML document after the first with a line `---`.',
  };
}

function countsOf(
  { states }: BaselineMatch,
  report: Report,
): Pick<BaselineChange & { kind: 'written' }, 'removed' | 'expired' | 'left'> {
  const count = (state: EntryState): number => states.filter((one) => one === state).length;
  const findings = [report.findings, ...report.descriptors.map((one) => one.findings)].flat();
  const left = findings.filter(({ rule, waiver }) => waiver === undefined && !canBeKnown(rule)).length;
  return { removed: count('stale'), expired: count('expired'), left };
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'what should be its folder is a file',
  EACCES: 'permission to write it is denied',
  EPERM: 'permission to write it is denied',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
};

/** Writes the file; gives what kept it from being written. */
function write({ file, path }: Target, text: string): Problem | undefined {
  try {
    writeWholeFile(file, [text]);
    return undefined;
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return {
      message: `The baseline cannot be written to \`${path}\`: ${reasons[code] ?? `the system reports ${code}`}.`,
      help: 'Name a file in a folder that exists and may be written to.',
    };
  }
}
