import type { SourceDocument } from '../descriptor/descriptor.ts';
import type { FormFault } from '../descriptor/form-fault.ts';
import { type Json, type JsonPointer, parsePointer } from '../descriptor/json-pointer.ts';
import { schemaFaults } from '../descriptor/schema.ts';
import { counted, shownName } from '../descriptor/shown-text.ts';
import { closestName } from '../descriptor/unknown-name.ts';
import type { Review, ReviewAnswer } from '../report/review.ts';
import type { CompiledCatalogue } from './compiled-catalogue.ts';

/** A descriptor as a review refers to it. */
export interface Reviewable {
  /** 0-based number of the YAML document in its file. */
  readonly document: number;
  readonly id: string | undefined;
  readonly data: Json;
}

/** Something wrong with a review file, before it is a finding or a problem. */
export interface ReviewFault extends Pick<FormFault, 'message' | 'help' | 'data' | 'pointer' | 'part'> {
  readonly severity: 'error' | 'warning';
  readonly why: string;
  /** Where in the same document the other half of a contradiction stands. */
  readonly other?: { readonly message: string; readonly pointer: JsonPointer };
}

/** One YAML document of a review file. Nothing may be written to a file that has faults. */
export interface ReviewDocument {
  readonly source: SourceDocument;
  /** Faults of YAML, which have no pointer yet, keep the range that the reader gave them. */
  readonly faults: readonly {
    readonly fault: ReviewFault;
    readonly range: ReturnType<SourceDocument['locate']>;
  }[];
  /** The descriptor that it is about; undefined where that cannot be told. */
  readonly descriptor?: Reviewable;
  /** What can be relied upon; in place of an answer that is not in its proper form stands `unsoundAnswer`. */
  readonly review?: Review;
}

/** Keeps the place of an answer that is not in its proper form. No answer of proper form has so short an id. */
export const unsoundAnswer: ReviewAnswer = { requirement: '', reviewed: '' };

/** What is lost when an answer, or all of them, cannot be counted. */
export const whyUncounted =
  'An answer that cannot be told for certain does not count, and its question stays open.';

/** What the documents of a review file say, each with the descriptor that it is about. Total: whatever they are, it returns. */
export function reviewDocuments(
  sources: readonly SourceDocument[],
  descriptors: readonly Reviewable[],
  builtIn: CompiledCatalogue,
): ReviewDocument[] {
  const taken = new Set<Reviewable>();
  return sources.map((source): ReviewDocument => {
    const { data } = source;
    if (data === undefined) {
      return {
        source,
        faults: source.faults.map(({ fault, range }) => ({ fault: formFault(fault), range })),
      };
    }
    const shape = faultsOfShape(data, builtIn).map(formFault);
    const placed = (faults: readonly ReviewFault[]): ReviewDocument['faults'] =>
      faults.map((fault) => ({ fault, range: source.locate(fault.pointer, fault.part) }));
    const review = soundReview(data, shape);
    if (review === undefined) return { source, faults: placed(shape) };
    const found = descriptorOf(review, descriptors, taken);
    if ('faults' in found) return { source, faults: placed([...shape, ...found.faults]) };
    taken.add(found.descriptor);
    return { source, faults: placed(shape), descriptor: found.descriptor, review };
  });
}

/** The schema itself is parsed only when a fault has to be put into words. */
function faultsOfShape(data: Json, { validators, schema }: CompiledCatalogue): readonly FormFault[] {
  return validators.review(data) ? [] : schemaFaults(schema('review'), validators.review, data);
}

/** A fault within one answer leaves the others as they are; any other leaves nothing to rely upon. */
function soundReview(data: Json, faults: readonly ReviewFault[]): Review | undefined {
  const unsound = new Set<number>();
  for (const { pointer } of faults) {
    const [list, index] = parsePointer(pointer);
    if (list !== 'answers' || index === undefined) return undefined;
    unsound.add(Number(index));
  }
  const review = data as unknown as Review;
  if (unsound.size === 0) return review;
  const answers = review.answers.map((answer, index) => (unsound.has(index) ? unsoundAnswer : answer));
  return { ...review, answers };
}

function formFault(fault: FormFault): ReviewFault {
  const { message, data, pointer, part } = fault;
  const help =
    fault.kind === 'file' ? 'Write a review with `microcred review`, or delete the file.' : fault.help;
  return { severity: 'error', message, help, data, pointer, why: whyUncounted, ...(part && { part }) };
}

/** The descriptor that a review is about, or why there is none. */
function descriptorOf(
  { descriptor: id }: Review,
  descriptors: readonly Reviewable[],
  taken: ReadonlySet<Reviewable>,
): { readonly descriptor: Reviewable } | { readonly faults: readonly ReviewFault[] } {
  const only = descriptors.length === 1 ? descriptors[0] : undefined;
  const candidates = descriptors.filter((one) => (id === undefined ? one === only : isNamed(one, id, only)));
  if (id !== undefined && candidates.length > 1) {
    return {
      faults: [
        { severity: 'error', ...sharedId(id, candidates.length), pointer: '/descriptor', why: whyUncounted },
      ],
    };
  }
  const free = candidates.find((one) => !taken.has(one));
  if (free !== undefined) return { descriptor: free };
  const words = candidates.length > 0 ? secondReview(id) : noDescriptor(id, descriptors);
  const pointer = id === undefined ? '' : '/descriptor';
  return { faults: [{ severity: 'error', ...words, pointer, why: whyUncounted }] };
}

type FaultWords = Pick<ReviewFault, 'message' | 'help' | 'data'>;

function sharedId(id: string, count: number): FaultWords {
  return {
    message: `The review is about the award ${shownName(id)}, but ${count} descriptors in the file have that id.`,
    help: 'Give each descriptor an id of its own.',
    data: { descriptor: id },
  };
}

function secondReview(id: string | undefined): FaultWords {
  const name = id === undefined ? 'The descriptor' : `The award ${shownName(id)}`;
  return {
    message: `${name} is reviewed a second time here, and these answers do not count.`,
    help: 'Put all its answers into one YAML document.',
    data: { descriptor: id ?? '' },
  };
}

function noDescriptor(id: string | undefined, descriptors: readonly Reviewable[]): FaultWords {
  if (id === undefined) {
    const count = counted(descriptors.length, 'descriptor');
    return {
      message: `The review does not say which of the ${count} in the file it is about.`,
      help: 'Add `descriptor:` with the id of the award.',
      data: { missing: 'descriptor' },
    };
  }
  const ids = descriptors.flatMap((one) => one.id ?? []);
  const meant = closestName(id, ids) ?? (descriptors.length === 1 ? ids[0] : undefined);
  return {
    message: `The review is about the award ${shownName(id)}, which the descriptor's file does not hold.`,
    help:
      meant === undefined
        ? 'Name the id of an award in that file.'
        : `Write ${shownName(meant)} if the answers are about that award.`,
    data: { descriptor: id },
  };
}

/** An award alone in its file that lacks its id is what a review beside it must be about. */
function isNamed(one: Reviewable, id: string, only: Reviewable | undefined): boolean {
  return one.id === id || (one === only && one.id === undefined);
}
