import type { Catalogue } from '../conformance/rule-set.ts';
import { compareText } from '../descriptor/finding.ts';
import { assembleReport, type Incident, type Report } from '../report/report.ts';
import { isReported } from '../report/restricted.ts';
import type { BaselineChange, BaselineRequest, NamedBaseline } from './baseline-run.ts';
import type { Changes } from './changed-files.ts';
import { CheckRun } from './check-run.ts';
import { type FileSearch, findDescriptors } from './find-descriptors.ts';
import { isGitTrouble } from './git-trouble.ts';
import type { ChangeRequest } from './git-view.ts';
import { dayProblems } from './judged-day.ts';
import { loadRuleSet, type RuleSetRequest } from './load-rule-set.ts';
import { namedWaivers } from './named-waivers.ts';
import type { Problem } from './problem.ts';
import { defaultStdinName, isStdin, stdinProblems } from './standard-input.ts';
import { toolVersion } from './tool-version.ts';

/** What to check, and by what. */
export interface CheckRequest extends RuleSetRequest {
  /** Files, folders and globs; `-` is the standard input. */
  readonly paths: readonly string[];
  /** The day judged for, as YYYY-MM-DD. */
  readonly date: string;
  /** Whether it is all right that there is nothing to check. */
  readonly allowEmpty?: boolean;
  /** Reads the standard input; asked at most once. */
  readonly readStdin?: () => Promise<Uint8Array>;
  /** The name that reports give to the standard input. */
  readonly stdinFilename?: string;
  /** A file of waivers (`schemas/waivers.schema.json`). */
  readonly waiversFile?: string;
  /** A baseline (`schemas/baseline.schema.json`), and what to do with it. */
  readonly baseline?: BaselineRequest;
  /** Of which descriptors the report is to say what they state where rules look: of none, of one alone, or of all. */
  readonly evidence?: 'none' | 'single' | 'all';
  /** To restrict the report to what has changed, as git tells. */
  readonly changes?: ChangeRequest;
}

/** A report, or what kept the request from being carried out. */
export type CheckOutcome =
  | {
      readonly kind: 'judged';
      readonly report: Report;
      readonly catalogue: Catalogue;
      /** The paths of all files that were judged, be they reported or not; sorted. */
      readonly checked: readonly string[];
      /** Writes the baseline, if that was asked for and the run is complete. */
      readonly changeBaseline: () => BaselineChange | undefined;
    }
  | { readonly kind: 'invalid-request'; readonly problems: readonly Problem[] };

/** The main job: finds the descriptors, judges each of them and all of them together, and reports. */
export async function checkFiles(request: CheckRequest): Promise<CheckOutcome> {
  try {
    return await judgeFiles(request);
  } catch (error) {
    if (isGitTrouble(error)) return { kind: 'invalid-request', problems: [error.problem] };
    throw error;
  }
}

async function judgeFiles(request: CheckRequest): Promise<CheckOutcome> {
  const loaded = await loadRuleSet(request);
  if (loaded.kind === 'faulty') return { kind: 'invalid-request', problems: loaded.problems };
  const found = await findDescriptors({ cwd: request.cwd, paths: request.paths });
  const changes = await changesAmong(found, request);
  const search = changes?.search ?? found;
  const problems = [
    ...dayProblems(request.date),
    ...searchProblems(search, request.allowEmpty === true),
    ...stdinProblems(search.files, request.stdinFilename),
  ];
  if (problems.length > 0) return { kind: 'invalid-request', problems };
  const waivers = await namedWaivers(request, loaded.catalogue);
  if (waivers.problems.length > 0) return { kind: 'invalid-request', problems: waivers.problems };
  const baseline = await baselineOf(request, search);
  if (baseline !== undefined && baseline.problems.length > 0) {
    return { kind: 'invalid-request', problems: baseline.problems };
  }
  const run = new CheckRun(loaded, request, waivers, changes?.contents);
  // It may be long in coming, so the files are read after it, all at one go.
  if (search.files.some(isStdin)) await run.checkStdin(request);
  for (const file of search.files) if (!isStdin(file)) await run.checkFile(file);
  const isAnyUntracked = search.files.length < found.files.length;
  if (run.results.length === 0 && request.allowEmpty !== true && !isAnyUntracked) {
    return { kind: 'invalid-request', problems: [nothingToCheck(run.skipped)] };
  }
  const judged = await run.finish(search.isCatalogue);
  const restriction = changes === undefined ? undefined : await run.restriction(changes);
  const results = await run.withEvidence(judged, request, (result) => isReported(result, restriction));
  const report = assembleReport({
    version: toolVersion,
    date: request.date,
    ruleSetDigest: loaded.digest,
    ruleSet: loaded.ruleSet,
    results,
    findings: [...waivers.findings, ...(search.isCatalogue ? waivers.unknownDescriptors(results) : [])],
    waiverFiles: waivers.files,
    ...(baseline?.marking === undefined ? {} : { baseline: baseline.marking }),
    incidents: [
      ...run.incidents,
      ...search.unreadable.map(
        ({ path, reason }): Incident => ({ kind: 'unreadable-folder', path, message: reason }),
      ),
    ],
    skipped: run.skipped,
    ignored: search.ignored,
    ...(restriction === undefined ? {} : { restriction }),
  });
  const checked = [...new Set(results.map(({ path }) => path))].sort(compareText);
  const changeBaseline = () => baseline?.change(report, results);
  return { kind: 'judged', report, catalogue: loaded.catalogue, checked, changeBaseline };
}

/** What has changed among the files found; what asks git is loaded only when that is asked for. */
async function changesAmong(
  found: FileSearch,
  { cwd, paths, changes, rulesFolders, clausesFile, waiversFile, baseline }: CheckRequest,
): Promise<Changes | undefined> {
  if (changes === undefined) return undefined;
  const { changedFiles } = await import('./changed-files.ts');
  const named = [clausesFile, waiversFile, baseline?.file].filter((file) => file !== undefined);
  return await changedFiles({ cwd, paths, changes, restsOn: [...rulesFolders, ...named] }, found);
}

/** The baseline that the request names; nothing, and nothing loaded, without one. */
async function baselineOf(request: CheckRequest, { files }: FileSearch): Promise<NamedBaseline | undefined> {
  if (request.baseline === undefined) return undefined;
  const { namedBaseline } = await import('./baseline-run.ts');
  const { stdinFilename = defaultStdinName } = request;
  const checked = files.map((file) => (isStdin(file) ? stdinFilename : file.path));
  return namedBaseline(request, request.baseline, checked);
}

/** Patterns that matched nothing: a gate that checked no file has not passed. */
function searchProblems(search: FileSearch, allowEmpty: boolean): Problem[] {
  const unmatched = allowEmpty ? search.unmatched.filter(({ isMissing }) => isMissing) : search.unmatched;
  return unmatched.map(({ pattern, reason, suggestion }) => ({
    message: `Nothing to check at \`${pattern}\`: ${reason}.`,
    ...(suggestion === undefined ? {} : { help: `Did you mean \`${suggestion}\`?` }),
  }));
}

function nothingToCheck(skipped: number): Problem {
  const found =
    skipped === 1
      ? 'the one file found is no descriptor'
      : `none of the ${skipped} files found is a descriptor`;
  return {
    message: `Nothing was checked: ${found}.`,
    help: 'A descriptor is a YAML file with the field `microcred: 1`. Use --allow-empty if there need not be any.',
  };
}
