import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { CheckContext } from '../conformance/check.ts';
import { checkCollection } from '../conformance/check-collection.ts';
import { checkDescriptor, unreadableResult } from '../conformance/check-descriptor.ts';
import type { Catalogue, RuleSet } from '../conformance/rule-set.ts';
import {
  decodeText,
  firstLineRange,
  maxTextLength,
  readDocuments,
  type Source,
  type SourceDocument,
} from '../descriptor/descriptor.ts';
import { looksLikeDescriptor } from '../descriptor/descriptor-likeness.ts';
import { excerptAt, type Range } from '../descriptor/finding.ts';
import { withFingerprints } from '../descriptor/fingerprint.ts';
import { type FormFault, formFinding } from '../descriptor/form-fault.ts';
import { assembleReport, type Incident, type JudgedDescriptor, type Report } from '../report/report.ts';
import { reasonOfDiskError } from './disk-trouble.ts';
import { noDescriptor, tooLarge, unreadable } from './file-faults.ts';
import { type FileSearch, type FoundFile, findDescriptors } from './find-descriptors.ts';
import { loadRuleSet, type RuleSetRequest } from './load-rule-set.ts';
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
  for (const file of search.files) if (!isStdin(file)) run.checkFile(file);
  if (run.results.length === 0 && request.allowEmpty !== true) {
    return { kind: 'invalid-request', problems: [nothingToCheck(run.skipped)] };
  }
  const report = assembleReport({
    version: toolVersion,
    date: request.date,
    ruleSetDigest: loaded.digest,
    ruleSet: loaded.ruleSet,
    results: run.finish(search.isCatalogue),
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
  /** How to read a file again, for the few places that rules over the whole catalogue point at. */
  private readonly rereaders = new Map<string, () => readonly SourceDocument[]>();

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
    this.checkBytes(bytes, path, true);
  }

  checkFile({ path, file, isNamed }: FoundFile): void {
    let bytes: Uint8Array;
    try {
      const { size } = statSync(file);
      if (size > maxTextLength) {
        this.takeFault(path, tooLarge, firstLineRange(''), undefined);
        return;
      }
      bytes = readFileSync(file);
    } catch (error) {
      this.takeIncident(path, reasonOfDiskError(error));
      return;
    }
    this.checkBytes(bytes, path, isNamed, file);
  }

  checkBytes(bytes: Uint8Array, path: string, isNamed: boolean, file?: string): void {
    if (bytes.length > maxTextLength) {
      this.takeFault(path, tooLarge, firstLineRange(''), undefined);
      return;
    }
    const decoded = decodeText(bytes);
    if (!('text' in decoded)) {
      this.takeFault(path, decoded.fault, decoded.range, sha256(bytes));
      return;
    }
    const source = { path, text: decoded.text };
    const documents = readDocuments(source);
    if (!documents.some(looksLikeDescriptor)) {
      if (!isNamed) this.skipped += 1;
      else if (documents.some(({ data }) => data !== undefined)) {
        this.takeFault(path, noDescriptor, firstLineRange(source.text), sha256(bytes), source.text);
      } else this.takeDocuments(documents, sha256(bytes));
      return;
    }
    this.takeDocuments(documents, sha256(bytes));
    const digest = sha256(bytes);
    this.rereaders.set(path, file === undefined ? () => readDocuments(source) : rereader(path, file, digest));
  }

  /** Judges all descriptors together; to be called once, after the last file. */
  finish(isComplete: boolean): JudgedDescriptor[] {
    const reread = new Map<string, readonly SourceDocument[]>();
    const judged = checkCollection(this.results, this.ruleSet, { ...this.context, isComplete }, (place) => {
      const documents = reread.get(place.path) ?? this.rereaders.get(place.path)?.() ?? [];
      reread.set(place.path, documents);
      const found = documents[place.document] ?? documents[0];
      if (found === undefined) throw new Error(`${place.path} can no longer be read.`);
      return found;
    });
    return judged.map((result, index) => ({ ...this.results[index], ...result }));
  }

  private takeDocuments(documents: readonly SourceDocument[], digest: string): void {
    for (const document of documents) {
      this.results.push({ ...checkDescriptor(document, this.ruleSet, this.context), sha256: digest });
    }
  }

  /** What could not be read is neither passed over nor judged. */
  private takeIncident(path: string, message: string): void {
    this.incidents.push({ kind: 'unreadable-file', path, message });
    this.takeFault(path, unreadable(message), firstLineRange(''), undefined);
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

/** In a function of its own, so that it holds on to no text: there may be many thousands of them. */
function rereader(path: string, file: string, digest: string): () => readonly SourceDocument[] {
  return () => readDocuments(reread(path, file, digest));
}

/** The text again. A file that is gone or has changed since gives an empty one: places must belong to what was judged. */
function reread(path: string, file: string, digest: string): Source {
  try {
    const bytes = readFileSync(file);
    const decoded = decodeText(bytes);
    return { path, text: 'text' in decoded && sha256(bytes) === digest ? decoded.text : '' };
  } catch {
    return { path, text: '' };
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
