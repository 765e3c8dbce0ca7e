import { hash } from 'node:crypto';
import { basename } from 'node:path';
import type { CheckContext } from '../conformance/check.ts';
import { unreadableResult } from '../conformance/check-descriptor.ts';
import type { Catalogue, RuleSet } from '../conformance/rule-set.ts';
import { decodeText } from '../descriptor/decode-text.ts';
import type { Source } from '../descriptor/descriptor.ts';
import { excerptAt, type Range, startOfText } from '../descriptor/finding.ts';
import { withFingerprints } from '../descriptor/fingerprint.ts';
import { type FormFault, formFinding } from '../descriptor/form-fault.ts';
import { maxTextLength } from '../descriptor/limits.ts';
import type { Incident, JudgedDescriptor } from '../report/report.ts';
import type { Restriction } from '../report/restricted.ts';
import type { Changes } from './changed-files.ts';
import type { CheckRequest } from './check-files.ts';
import { reasonOfDiskError } from './disk-trouble.ts';
import { diskContents, type FileContents } from './file-contents.ts';
import { tooLarge, unreadable } from './file-faults.ts';
import type { FoundFile } from './find-descriptors.ts';
import { judgeCatalogue, type Reread } from './judge-catalogue.ts';
import { judgeText } from './judge-text.ts';
import type { ReviewText } from './judgements-of.ts';
import type { NamedWaivers } from './named-waivers.ts';
import { isReviewPath, reviewPathOf } from './review-path.ts';
import { defaultStdinName } from './standard-input.ts';

/** Whether a text may hold a waiver, or what its author took for one; only then are its comments looked at. */
const waiverHint = /#[ \t]*microcred[-_: \t]*(?!ential)[a-z]/i;

/** The parts of a loaded rule set that a run needs. */
interface LoadedRules {
  readonly ruleSet: RuleSet;
  readonly catalogue: Catalogue;
}

/** The descriptors judged so far in one run. */
export class CheckRun {
  readonly results: JudgedDescriptor[] = [];
  readonly incidents: Incident[] = [];
  private readonly skippedFiles: string[] = [];
  private readonly reviews = new Set<string>();
  private readonly loaded: LoadedRules;
  private readonly ruleSet: RuleSet;
  private readonly context: CheckContext;
  private readonly waivers: NamedWaivers;
  private readonly contents: FileContents;
  private readonly rereads = new Map<string, Reread>();

  constructor(
    loaded: LoadedRules,
    { date }: CheckRequest,
    waivers: NamedWaivers,
    contents: FileContents = diskContents(),
  ) {
    this.loaded = loaded;
    this.ruleSet = loaded.ruleSet;
    this.context = { date, placeholders: loaded.ruleSet.placeholders };
    this.waivers = waivers;
    this.contents = contents;
  }

  /** How many files of a searched folder are neither descriptors nor reviews of one. */
  get skipped(): number {
    return this.skippedFiles.filter((path) => !this.reviews.has(path)).length;
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
      bytes = this.contents.read(file, maxTextLength);
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
    // A shell's glob names reviews as well; they are read with the descriptors that they belong to.
    const isAsked = isNamed && !isReviewPath(path);
    const results = await judgeText(source, isAsked, this.ruleSet, this.context);
    if (results.length === 0) this.skippedFiles.push(path);
    const digest = sha256(bytes);
    const judged = results.map((result): JudgedDescriptor => ({ ...result, sha256: digest }));
    this.results.push(...(await this.withJudgements(judged, source, file)));
    this.rereads.set(path, file === undefined ? () => source.text : rereadOf(file, digest, this.contents));
  }

  /** Most files have neither a review beside them nor a waiver in them, and are done at once. */
  private async withJudgements(
    results: readonly JudgedDescriptor[],
    source: Source,
    file: string | undefined,
  ): Promise<readonly JudgedDescriptor[]> {
    if (results.length === 0) return results;
    const review = file === undefined ? undefined : this.reviewBeside(file, source.path);
    const hasWaivers = waiverHint.test(source.text);
    if (review === undefined && !hasWaivers) return results;
    const { withJudgements } = await import('./judgements-of.ts');
    const { default: builtIn } = await import('#catalogue');
    const ruleIds = this.loaded.catalogue.rules.map(({ id }) => id);
    const { date } = this.context;
    const judgements = { source, review, ruleSet: this.ruleSet, builtIn, ruleIds, hasWaivers, date };
    return withJudgements(results, judgements);
  }

  private reviewBeside(file: string, path: string): ReviewText | undefined {
    const reviewFile = reviewPathOf(file);
    if (reviewFile === file || !this.contents.isBeside(file, basename(reviewFile))) return undefined;
    const reviewPath = reviewPathOf(path);
    this.reviews.add(reviewPath);
    let reason = 'it is larger than is read';
    try {
      const bytes = this.contents.read(reviewFile, maxTextLength);
      const decoded = bytes === undefined ? undefined : decodeText(bytes);
      if (bytes !== undefined && decoded !== undefined && 'text' in decoded) {
        return { file: { path: reviewPath, sha256: sha256(bytes) }, text: decoded.text };
      }
      if (decoded !== undefined) reason = 'it is not a text in UTF-8';
    } catch (error) {
      reason = reasonOfDiskError(error);
    }
    this.incidents.push({ kind: 'unreadable-file', path: reviewPath, message: reason });
    return undefined;
  }

  /** Judges all descriptors together; to be called once, after the last file. */
  async finish(isComplete: boolean): Promise<readonly JudgedDescriptor[]> {
    const context = { ...this.context, isComplete };
    const judged = await judgeCatalogue(this.results, this.ruleSet, context, this.rereads);
    return judged.map((result, index): JudgedDescriptor => {
      const whole = { ...this.results[index], ...result };
      const named = this.waivers.waiversFor(whole);
      return named.length === 0 ? whole : { ...whole, waivers: [...(whole.waivers ?? []), ...named] };
    });
  }

  /** Adds what the descriptors that are reported say where rules look, if that is asked for. */
  async withEvidence(
    results: readonly JudgedDescriptor[],
    { evidence = 'none' }: CheckRequest,
    isReported: (result: JudgedDescriptor) => boolean,
  ): Promise<readonly JudgedDescriptor[]> {
    const reported = results.filter(isReported);
    if (evidence === 'none' || (evidence === 'single' && reported.length > 1)) return results;
    const { withEvidence } = await import('./collect-evidence.ts');
    const others = results.filter((result) => !isReported(result));
    return [...withEvidence(reported, this.ruleSet, this.rereads), ...others];
  }

  /** Which of the descriptors judged are reported when only what has changed is. */
  async restriction(changes: Changes): Promise<Restriction> {
    const { restrictionBy } = await import('./restriction.ts');
    const { results, ruleSet, context } = this;
    return restrictionBy(changes, { results, ruleSet, context, isCatalogue: changes.search.isCatalogue });
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
function rereadOf(file: string, digest: string, contents: FileContents): Reread {
  return () => {
    try {
      const bytes = contents.read(file, maxTextLength);
      if (bytes === undefined || sha256(bytes) !== digest) return '';
      const decoded = decodeText(bytes);
      return 'text' in decoded ? decoded.text : '';
    } catch {
      return '';
    }
  };
}

function sha256(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}
