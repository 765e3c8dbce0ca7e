import type { Requirement } from '../conformance/framework.ts';
import type { SourceDocument } from '../descriptor/descriptor.ts';
import { compareFindings, excerptAt, type Finding, type Range } from '../descriptor/finding.ts';
import { withFingerprints } from '../descriptor/fingerprint.ts';
import type { Answer } from '../report/answer.ts';
import type { NamedFile } from '../report/report.ts';
import { answersOf } from '../report/review.ts';
import { answerFaults } from './answer-faults.ts';
import type { CompiledCatalogue } from './compiled-catalogue.ts';
import {
  type Reviewable,
  type ReviewDocument,
  type ReviewFault,
  reviewDocuments,
} from './review-documents.ts';

export type { Reviewable } from './review-documents.ts';

/** What a review file comes to. */
export interface ReadReview {
  /** As the report names it. */
  readonly file: NamedFile;
  /** By the number of the document: the answers that were given about it, and what is wrong with them. */
  readonly byDocument: ReadonlyMap<number, ReviewOfDescriptor>;
}

/** What a review file says of one descriptor. */
export interface ReviewOfDescriptor {
  readonly answers: readonly Answer[];
  readonly findings: readonly Finding[];
}

/**
 * Reads a review file. What is wrong with it is a finding at its place in that file, and the answers concerned do not
 * count; nothing about its content throws.
 *
 * @param sources the documents of the file
 * @param descriptors those of the file that it belongs to
 * @param requirements those of the selected frameworks
 * @param date the day judged for, as YYYY-MM-DD
 */
export function readReview(
  sources: readonly SourceDocument[],
  file: NamedFile,
  descriptors: readonly Reviewable[],
  requirements: readonly Requirement[],
  builtIn: CompiledCatalogue,
  date: string,
): ReadReview {
  const byDocument = new Map<number, ReviewOfDescriptor>();
  const others = builtIn.catalogue.frameworks.flatMap((framework) => framework.requirements);
  const documents = reviewDocuments(sources, descriptors, builtIn);
  const reviewed = new Set(documents.flatMap(({ descriptor }) => descriptor ?? []));
  // What nobody can lay at a descriptor's door is told of one that has no review that could be read.
  const stray = descriptors.find((descriptor) => !reviewed.has(descriptor)) ?? descriptors[0];
  for (const document of documents) {
    const descriptor = document.descriptor ?? stray;
    if (descriptor === undefined) continue;
    const said = saidIn(document, requirements, others, date);
    const before = byDocument.get(descriptor.document) ?? { answers: [], findings: [] };
    byDocument.set(descriptor.document, {
      answers: [...before.answers, ...said.answers],
      findings: [...before.findings, ...said.findings].sort(compareFindings),
    });
  }
  return { file, byDocument };
}

function saidIn(
  document: ReviewDocument,
  requirements: readonly Requirement[],
  others: readonly Requirement[],
  date: string,
): ReviewOfDescriptor {
  const { source, descriptor, review } = document;
  if (descriptor === undefined || review === undefined) {
    return { answers: [], findings: findingsOf(document.faults, document) };
  }
  const { faults, counted } = answerFaults(review, descriptor.data, requirements, others, date);
  const placed = faults.map((fault) => ({ fault, range: source.locate(fault.pointer, fault.part) }));
  return {
    answers: answersOf({ ...review, answers: counted }, descriptor.data, requirements),
    findings: findingsOf([...document.faults, ...placed], document),
  };
}

function findingsOf(
  faults: readonly { readonly fault: ReviewFault; readonly range: Range }[],
  { source }: ReviewDocument,
): Finding[] {
  const { path, text } = source.source;
  const findings = faults.map(({ fault, range }): Finding => {
    const { severity, message, help, why, data, pointer, other } = fault;
    const place = { path, document: source.document };
    return {
      rule: 'review',
      severity,
      principles: [],
      message,
      help,
      why,
      sources: [],
      data,
      location: { ...place, pointer, range },
      related: other
        ? [
            {
              message: other.message,
              location: { ...place, pointer: other.pointer, range: source.locate(other.pointer) },
            },
          ]
        : [],
      excerpt: excerptAt(text, range.start),
      fingerprint: '',
    };
  });
  return withFingerprints(findings, source.data);
}
