import { existsSync } from 'node:fs';
import { decodeText } from '../descriptor/decode-text.ts';
import { readDocuments } from '../descriptor/descriptor.ts';
import { grouped, maxTextLength } from '../descriptor/limits.ts';
import { editedYaml } from '../descriptor/yaml-edit.ts';
import type { Review } from '../report/review.ts';
import type { CompiledCatalogue } from './compiled-catalogue.ts';
import { errorCode, reasonOfDiskError } from './disk-trouble.ts';
import type { Problem } from './problem.ts';
import { readBytes } from './read-bytes.ts';
import { type Reviewable, type ReviewDocument, reviewDocuments } from './review-documents.ts';
import { type ReviewChange, reviewEdits } from './review-edits.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** Where a review is kept, and what it is about. */
export interface ReviewPlace {
  /** Absolute. */
  readonly file: string;
  /** As messages name it. */
  readonly path: string;
  readonly descriptor: Reviewable;
  /** All descriptors of the file that it belongs to. */
  readonly descriptors: readonly Reviewable[];
}

/** A review file as it is now: without a review where nobody has written any of this descriptor yet. */
export interface PresentReview {
  readonly text: string;
  /** 0-based number of the document; where there is none yet, the one that it will get. */
  readonly document: number;
  readonly review?: Review;
}

type Read<T> = T | { readonly problems: readonly Problem[] };

/** Reads the review of a descriptor; a file that is not sound as a whole gives problems, for it must not be written to. */
export function readReviewFile(place: ReviewPlace, builtIn: CompiledCatalogue): Read<PresentReview> {
  const text = readText(place);
  if (typeof text !== 'string') return { problems: [text] };
  return presentReview(text, place, builtIn);
}

function presentReview(text: string, place: ReviewPlace, builtIn: CompiledCatalogue): Read<PresentReview> {
  if (text.trim() === '') return { text, document: 0 };
  const documents = reviewDocuments(readDocuments({ path: place.path, text }), place.descriptors, builtIn);
  const problems = documents.flatMap((document) => problemsOf(document, place.path));
  if (problems.length > 0) return { problems };
  const found = documents.find(({ descriptor }) => descriptor === place.descriptor);
  if (found?.review === undefined) return { text, document: documents.length };
  return { text, document: found.source.document, review: found.review };
}

/** Faults of the whole, and answers that stand twice: which of them is to be replaced nobody can tell. */
function problemsOf({ faults, review, source }: ReviewDocument, path: string): Problem[] {
  const problems = faults.map(({ fault, range }) => problemAt(path, fault.message, fault.help, range.start));
  if (problems.length > 0) return problems;
  const seen = new Set<string>();
  for (const [index, { requirement }] of review?.answers.entries() ?? []) {
    if (seen.has(requirement)) {
      const { start } = source.locate(`/answers/${index}/requirement`);
      const message = `The requirement \`${requirement}\` is answered a second time here.`;
      problems.push(problemAt(path, message, 'Keep the answer that holds, and remove the other.', start));
    }
    seen.add(requirement);
  }
  return problems;
}

function problemAt(
  path: string,
  message: string,
  help: string,
  start: { line: number; column: number },
): Problem {
  return {
    message,
    help: `${help} Nothing was written.`,
    place: { path, line: start.line, column: start.column },
  };
}

/** The text of the file, empty where there is none. */
function readText({ file, path }: ReviewPlace): string | Problem {
  if (!existsSync(file)) return '';
  try {
    const bytes = readBytes(file, maxTextLength);
    if (bytes === undefined) {
      return {
        message: `The review \`${path}\` has more than ${grouped(maxTextLength)} bytes, which is more than is read.`,
      };
    }
    const decoded = decodeText(bytes);
    if ('text' in decoded) return decoded.text;
    return {
      message: `The review \`${path}\` cannot be read: ${decoded.fault.message}`,
      help: decoded.fault.help,
    };
  } catch (error) {
    const reason = errorCode(error) === 'EISDIR' ? 'it is a folder' : reasonOfDiskError(error);
    return { message: `The review \`${path}\` cannot be read: ${reason}.`, help: 'Nothing was written.' };
  }
}

/**
 * Writes a change into the review as the file is at this moment, so that nothing that was written to it meanwhile is
 * lost; gives the review as it is then.
 */
export function changeReviewFile(
  place: ReviewPlace,
  change: ReviewChange,
  builtIn: CompiledCatalogue,
): Read<PresentReview> {
  const present = readReviewFile(place, builtIn);
  if ('problems' in present) return present;
  const text = editedYaml(
    present.text,
    present.document,
    reviewEdits(present.review, change, place.descriptor.id),
  );
  if (text === undefined) {
    const message = `The review \`${place.path}\` is written in a way that cannot be added to.`;
    const help =
      'Write it without aliases (`*name`), and begin each YAML document after the first with a line `---`.';
    return { problems: [{ message, help }] };
  }
  const after = presentReview(text, place, builtIn);
  // What was to be written was looked at before, so that this is a bug of ours; the file is still as it was.
  if ('problems' in after)
    throw new Error(`The review would not be sound: ${after.problems[0]?.message ?? ''}`);
  try {
    writeWholeFile(place.file, [text]);
  } catch (error) {
    return { problems: [unwritable(place.path, error)] };
  }
  return after;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'what should be its folder is a file',
  EISDIR: 'it is a folder',
  EACCES: 'permission to write it is denied',
  EPERM: 'permission to write it is denied',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
};

function unwritable(path: string, error: unknown): Problem {
  const code = errorCode(error);
  if (code === undefined) throw error;
  return {
    message: `The review cannot be written to \`${path}\`: ${reasons[code] ?? `the system reports ${code}`}.`,
    help: 'Name a file in a folder that exists and may be written to, with `--output`.',
  };
}
