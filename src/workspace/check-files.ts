import type { Catalogue } from '../conformance/rule-set.ts';
import { assembleReport, type Incident, type Report } from '../report/report.ts';
import { CheckRun } from './check-run.ts';
import { type FileSearch, findDescriptors } from './find-descriptors.ts';
import { loadRuleSet, type RuleSetRequest } from './load-rule-set.ts';
import { namedWaivers } from './named-waivers.ts';
import type { Problem } from './problem.ts';
import { isStdin, stdinProblems } from './standard-input.ts';
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
  /** Of which descriptors the report is to say what they state where rules look: of none, of one alone, or of all. */
  readonly evidence?: 'none' | 'single' | 'all';
}

/** A report, or what kept the request from being carried out. */
export type CheckOutcome =
  | { readonly kind: 'judged'; readonly report: Report; readonly catalogue: Catalogue }
  | { readonly kind: 'invalid-request'; readonly problems: readonly Problem[] };

/** The main job: finds the descriptors, judges each of them and all of them together, and reports. */
export async function checkFiles(request: CheckRequest): Promise<CheckOutcome> {
  const loaded = await loadRuleSet(request);
  if (loaded.kind === 'faulty') return { kind: 'invalid-request', problems: loaded.problems };
  const search = await findDescriptors({ cwd: request.cwd, paths: request.paths });
  const problems = [
    ...searchProblems(search, request.allowEmpty === true),
    ...stdinProblems(search.files, request.stdinFilename),
  ];
  if (problems.length > 0) return { kind: 'invalid-request', problems };
  const waivers = await namedWaivers(request, loaded.catalogue);
  if (waivers.problems.length > 0) return { kind: 'invalid-request', problems: waivers.problems };
  const run = new CheckRun(loaded, request, waivers);
  // It may be long in coming, so the files are read after it, all at one go.
  if (search.files.some(isStdin)) await run.checkStdin(request);
  for (const file of search.files) if (!isStdin(file)) await run.checkFile(file);
  if (run.results.length === 0 && request.allowEmpty !== true) {
    return { kind: 'invalid-request', problems: [nothingToCheck(run.skipped)] };
  }
  const results = await run.finish(search.isCatalogue, request.evidence ?? 'none');
  const report = assembleReport({
    version: toolVersion,
    date: request.date,
    ruleSetDigest: loaded.digest,
    ruleSet: loaded.ruleSet,
    results,
    findings: [...waivers.findings, ...(search.isCatalogue ? waivers.unknownDescriptors(results) : [])],
    waiverFiles: waivers.files,
    incidents: [
      ...run.incidents,
      ...search.unreadable.map(
        ({ path, reason }): Incident => ({ kind: 'unreadable-folder', path, message: reason }),
      ),
    ],
    skipped: run.skipped,
    ignored: search.ignored,
  });
  return { kind: 'judged', report, catalogue: loaded.catalogue };
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
