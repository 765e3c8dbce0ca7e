import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CheckContext } from '../conformance/check.ts';
import { unreadableResult } from '../conformance/check-descriptor.ts';
import type { Catalogue, RuleSet } from '../conformance/rule-set.ts';
import { decodeText } from '../descriptor/decode-text.ts';
import { excerptAt, type Range, startOfText } from '../descriptor/finding.ts';
import { withFingerprints } from '../descriptor/fingerprint.ts';
import { type FormFault, formFinding } from '../descriptor/form-fault.ts';
import { maxTextLength } from '../descriptor/limits.ts';
import { assembleReport, type Incident, type JudgedDescriptor, type Report } from '../report/report.ts';
import { reasonOfDiskError } from './disk-trouble.ts';
import { tooLarge, unreadable } from './file-faults.ts';
import { type FileSearch, type FoundFile, findDescriptors } from './find-descriptors.ts';
import { judgeCatalogue, type Reread } from './judge-catalogue.ts';
import { judgeText } from './judge-text.ts';
import { loadRuleSet, type RuleSetRequest } from './load-rule-set.ts';
import type { Problem } from './problem.ts';
import { readBytes } from './read-bytes.ts';
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
  const run = new CheckRun(loaded.ruleSet, { date: request.date, placeholders: loaded.ruleSet.placeholders });
  // It may be long in coming, so the files are read after it, all at one go.
  if (search.files.some(isStdin)) await run.checkStdin(request);
  for (const file of search.files) if (!isStdin(file)) await run.checkFile(file);
  if (run.results.length === 0 && request.allowEmpty !== true) {
    return { kind: 'invalid-request', problems: [nothingToCheck(run.skipped)] };
  }
  const report = assembleReport({
    version: toolVersion,
    date: request.date,
    ruleSetDigest: loaded.digest,
    ruleSet: loaded.ruleSet,
    results: await run.finish(search.isCatalogue),
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

/** The descriptors judged so far in one run. */
class CheckRun {
  readonly results: JudgedDescriptor[] = [];
  readonly incidents: Incident[] = [];
  /** Files of a searched folder that are no descriptors. */
  skipped = 0;
  private readonly ruleSet: RuleSet;
  private readonly context: CheckContext;
  private readonly rereads = new Map<string, Reread>();

  constructor(ruleSet: RuleSet, context: CheckContext) {
    this.ruleSet = ruleSet;
    this.context = context;
  }

  async checkStdin({ readStdin, stdinFilename: path = defaultStdinName }: CheckRequest): Promise<void> {
    let bytes: Uint8Array;
    try {
      bytes = (await readStdin?.()) ?? new Uint8Array();
    } catch (error) {
      this.takeIncident(path, reasonOfDiskError(error));
      return;
    }
    await this.checkBytes(bytes, path, true);
  }

  async checkFile({ path, file, isNamed }: FoundFile): Promise<void> {
    let bytes: Uint8Array | undefined;
    try {
      bytes = readBytes(file, maxTextLength);
    } catch (error) {
      this.takeIncident(path, reasonOfDiskError(error));
      return;
    }
    if (bytes === undefined) this.takeFault(path, tooLarge, startOfText, undefined);
    else await this.checkBytes(bytes, path, isNamed, file);
  }

  async checkBytes(bytes: Uint8Array, path: string, isNamed: boolean, file?: string): Promise<void> {
    if (bytes.length > maxTextLength) {
      this.takeFault(path, tooLarge, startOfText, undefined);
      return;
    }
    const decoded = decodeText(bytes);
    if (!('text' in decoded)) {
      this.takeFault(path, decoded.fault, decoded.range, sha256(bytes));
      return;
    }
    const source = { path, text: decoded.text };
    const results = await judgeText(source, isNamed, this.ruleSet, this.context);
    if (results.length === 0) this.skipped += 1;
    const digest = sha256(bytes);
    for (const result of results) this.results.push({ ...result, sha256: digest });
    this.rereads.set(path, file === undefined ? () => source.text : rereadOf(file, digest));
  }

  /** Judges all descriptors together; to be called once, after the last file. */
  async finish(isComplete: boolean): Promise<JudgedDescriptor[]> {
    const context = { ...this.context, isComplete };
    const judged = await judgeCatalogue(this.results, this.ruleSet, context, this.rereads);
    return judged.map((result, index) => ({ ...this.results[index], ...result }));
  }

  /** What could not be read is neither passed over nor judged. */
  private takeIncident(path: string, message: string): void {
    this.incidents.push({ kind: 'unreadable-file', path, message });
    this.takeFault(path, unreadable(message), startOfText, undefined);
  }

  private takeFault(
    path: string,
    fault: FormFault,
    range: Range,
    digest: string | undefined,
    text = '',
  ): void {
    const place = { path, document: 0 };
    const finding = formFinding(fault, { ...place, range, excerpt: excerptAt(text, range.start) });
    const result = unreadableResult(place, withFingerprints([finding], undefined), this.ruleSet);
    this.results.push(digest === undefined ? result : { ...result, sha256: digest });
  }
}

/**
 * Reads a file's text again; a file that is gone or has changed since has none, for places must belong to what was
 * judged. Made here, apart from the text, so that it does not hold on to it: there may be many thousands.
 */
function rereadOf(file: string, digest: string): Reread {
  return () => {
    try {
      const bytes = readFileSync(file);
      const decoded = decodeText(bytes);
      return 'text' in decoded && sha256(bytes) === digest ? decoded.text : '';
    } catch {
      return '';
    }
  };
}

function sha256(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}
