import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Framework } from '../conformance/framework.ts';
import { decodeText } from '../descriptor/decode-text.ts';
import { readDocuments, type SourceDocument } from '../descriptor/descriptor.ts';
import { looksLikeDescriptor } from '../descriptor/descriptor-likeness.ts';
import { childOf, type Json } from '../descriptor/json-pointer.ts';
import { maxTextLength } from '../descriptor/limits.ts';
import { counted, listed, shownName } from '../descriptor/shown-text.ts';
import { suggestionFor } from '../descriptor/unknown-name.ts';
import type { NamedFile } from '../report/report.ts';
import type { CompiledCatalogue } from './compiled-catalogue.ts';
import { reasonOfDiskError } from './disk-trouble.ts';
import { noDescriptor, tooLarge } from './file-faults.ts';
import { loadRuleSet, type RuleSetRequest } from './load-rule-set.ts';
import { statusOf } from './look-up.ts';
import { nearestPath } from './nearest-path.ts';
import { printedPath } from './printed-path.ts';
import type { Problem } from './problem.ts';
import { readBytes } from './read-bytes.ts';
import type { Reviewable } from './review-documents.ts';
import { longestId } from './review-edits.ts';
import { type PresentReview, type ReviewPlace, readReviewFile } from './review-file.ts';
import { reviewPathOf } from './review-path.ts';
import { questionsOf, type ReviewQuestion } from './review-questions.ts';

/** Which descriptor is to be reviewed, by what, and where the review is kept. */
export interface ReviewRequest extends RuleSetRequest {
  readonly path: string;
  /** Id of the award or 1-based number of the YAML document; needed where the file holds several. */
  readonly document?: string;
  /** The review file, if it is not the one beside the descriptor. */
  readonly output?: string;
}

/** A descriptor ready to be reviewed. */
export interface OpenedReview {
  readonly place: ReviewPlace;
  readonly present: PresentReview;
  /** The descriptor's file, by its path from the folder of the review. */
  readonly file: NamedFile;
  readonly title: string | undefined;
  readonly questions: readonly ReviewQuestion[];
  readonly frameworks: readonly Framework[];
  /** Everything that is known, also what was not selected. */
  readonly allFrameworks: readonly Framework[];
  readonly builtIn: CompiledCatalogue;
}

type Opened<T> = T | { readonly problems: readonly Problem[] };

/** Reads the descriptor, the questions about it and the review that there is; or tells what is in the way. */
export async function openReview(request: ReviewRequest): Promise<Opened<OpenedReview>> {
  const loaded = await loadRuleSet(request);
  if (loaded.kind === 'faulty') return { problems: loaded.problems };
  const { default: builtIn } = await import('#catalogue');
  const read = readDescriptor(request);
  if ('problems' in read) return read;
  const chosen = chooseDocument(read.documents, request);
  if ('problems' in chosen) return chosen;
  const { source, descriptor, descriptors } = chosen;
  const file = resolve(request.cwd, request.output ?? reviewPathOf(request.path));
  if (isSameFile(file, read.file)) {
    const message = `The review would overwrite the descriptor \`${request.path}\`.`;
    return { problems: [{ message, help: 'Name another file with `--output`.' }] };
  }
  const place = { file, path: printedPath(file, request.cwd), descriptor, descriptors };
  const present = readReviewFile(place, builtIn);
  if ('problems' in present) return present;
  const { frameworks } = loaded.ruleSet;
  const path = relative(dirname(file), read.file).replaceAll('\\', '/');
  return {
    place,
    present,
    file: { path, sha256: read.sha256 },
    title: textMember(descriptor.data, 'title'),
    questions: questionsOf(frameworks, source, descriptor.data),
    frameworks,
    allFrameworks: [...frameworks, ...loaded.catalogue.frameworks],
    builtIn,
  };
}

interface ReadDescriptor {
  /** Absolute. */
  readonly file: string;
  readonly sha256: string;
  readonly documents: readonly SourceDocument[];
}

function readDescriptor({ path, cwd }: ReviewRequest): Opened<ReadDescriptor> {
  const file = resolve(cwd, path);
  const trouble = pathTrouble(path, file, cwd);
  if (trouble !== undefined) return { problems: [trouble] };
  try {
    const bytes = readBytes(file, maxTextLength);
    const decoded = bytes === undefined ? { fault: tooLarge } : decodeText(bytes);
    if (bytes === undefined || !('text' in decoded)) {
      const fault = 'fault' in decoded ? decoded.fault : tooLarge;
      return {
        problems: [{ message: fault.message, help: fault.help, place: { path, line: 1, column: 1 } }],
      };
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { file, sha256, documents: readDocuments({ path, text: decoded.text }) };
  } catch (error) {
    return {
      problems: [{ message: `The descriptor \`${path}\` cannot be read: ${reasonOfDiskError(error)}.` }],
    };
  }
}

/** A review is of one descriptor in a file, so folders, globs and the standard input are not for it. */
function pathTrouble(path: string, file: string, cwd: string): Problem | undefined {
  const status = path === '' || path === '-' ? undefined : statusOf(file);
  if (typeof status === 'string') return { message: `The descriptor \`${path}\` cannot be read: ${status}.` };
  if (status === undefined) {
    const meant = path === '' || path === '-' ? undefined : nearestPath(file);
    const help = meant
      ? `Did you mean \`${printedPath(meant, cwd)}\`?`
      : 'Name the file of the descriptor to review.';
    return { message: `There is no descriptor at \`${path}\`: no such file.`, help };
  }
  if (status.isFile()) return undefined;
  const what = status.isDirectory() ? 'a folder' : 'no regular file';
  return {
    message: `\`${path}\` is ${what}, but a review is of one descriptor.`,
    help: 'Name the file of the descriptor.',
  };
}

interface ChosenDocument {
  readonly source: SourceDocument;
  readonly descriptor: Reviewable;
  readonly descriptors: readonly Reviewable[];
}

function chooseDocument(
  documents: readonly SourceDocument[],
  { path, document: wish }: ReviewRequest,
): Opened<ChosenDocument> {
  if (!documents.some(looksLikeDescriptor)) {
    const help = /\.review\.[a-z]+$/i.test(path)
      ? 'It seems to be a review: name the descriptor itself.'
      : noDescriptor.help;
    const broken = documents.filter(({ data }) => data === undefined).flatMap((one) => yamlProblems(one));
    return {
      problems:
        broken.length > 0
          ? broken
          : [{ message: noDescriptor.message, help, place: { path, line: 1, column: 1 } }],
    };
  }
  const descriptors = documents.flatMap((one): Reviewable[] =>
    one.data === undefined
      ? []
      : [{ document: one.document, id: textMember(one.data, 'id'), data: one.data }],
  );
  const found = documents.length === 1 && wish === undefined ? documents[0] : namedDocument(documents, wish);
  if (found === undefined) return { problems: [documentProblem(documents, wish)] };
  const descriptor = descriptors.find((one) => one.document === found.document);
  if (descriptor === undefined) return { problems: yamlProblems(found) };
  if (descriptors.length > 1 && !isNameable(descriptor.id, descriptors)) {
    const { line, column } = found.locate('/id').start;
    const message = 'The descriptor cannot be told from the others in its file: it has no `id` of its own.';
    return {
      problems: [
        { message, help: 'Give each descriptor of the file its own `id`.', place: { path, line, column } },
      ],
    };
  }
  return { source: found, descriptor, descriptors };
}

function isNameable(id: string | undefined, descriptors: readonly Reviewable[]): boolean {
  return (
    id !== undefined && id.length <= longestId && descriptors.filter((one) => one.id === id).length === 1
  );
}

function namedDocument(
  documents: readonly SourceDocument[],
  wish: string | undefined,
): SourceDocument | undefined {
  if (wish === undefined) return undefined;
  return (
    documents.find(({ data }) => data !== undefined && textMember(data, 'id') === wish) ??
    documents.find(({ document }) => String(document + 1) === wish)
  );
}

function documentProblem(documents: readonly SourceDocument[], wish: string | undefined): Problem {
  const ids = documents.flatMap(({ data }) => (data === undefined ? [] : (textMember(data, 'id') ?? [])));
  if (wish !== undefined) {
    const message = `The file has no document ${shownName(wish)}.`;
    const numbers = documents.length === 1 ? '1' : `a number from 1 to ${documents.length}`;
    const suggestion = ids.length === 0 ? '' : ` ${suggestionFor(wish, ids)}`;
    return { message, help: `Name ${numbers}, or the id of an award.${suggestion}` };
  }
  const names = ids.length === 0 ? '' : `: ${listed(ids.map(shownName), 'or')}`;
  const message = `The file holds ${counted(documents.length, 'descriptor')}, and a review is of one.`;
  return { message, help: `Add --document with its number or its id${names}.` };
}

function yamlProblems({ source, faults }: SourceDocument): Problem[] {
  return faults.map(({ fault, range }) => ({
    message: fault.message,
    help: `${fault.help} What cannot be read for certain cannot be reviewed.`,
    place: { path: source.path, line: range.start.line, column: range.start.column },
  }));
}

function textMember(data: Json, name: string): string | undefined {
  const value = childOf(data, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isSameFile(left: string, right: string): boolean {
  try {
    return realpathSync.native(left) === realpathSync.native(right);
  } catch {
    return left === right;
  }
}
