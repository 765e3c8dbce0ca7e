import type { Requirement } from '../conformance/framework.ts';
import { contentDigest } from '../descriptor/fingerprint.ts';
import { type Json, placesAt } from '../descriptor/json-pointer.ts';
import type { Answer, AnswerOutcome } from './answer.ts';

/**
 * What a review file says of one descriptor; `schemas/review.schema.json` is the same thing and the truth. Reviewer,
 * role and date hold for every answer that names no others; a role is never that of another reviewer.
 */
export interface Review {
  /** Version of the format. */
  readonly review: 1;
  /** Id of the award that was reviewed; needed where a file holds several descriptors. */
  readonly descriptor?: string;
  readonly reviewer?: string;
  readonly role?: string;
  /** The day of the review, as YYYY-MM-DD. */
  readonly date?: string;
  /** The descriptor's file as it was when the review was last written, for the record. */
  readonly file?: { readonly path: string; readonly sha256: string };
  readonly answers: readonly ReviewAnswer[];
}

/** One answer of a review file; without an outcome the question is still open. */
export interface ReviewAnswer {
  readonly requirement: string;
  /** The question as it was asked, for people who read the file. */
  readonly question?: string;
  readonly outcome?: AnswerOutcome;
  readonly remark?: string;
  /** Digest of what was reviewed (see reviewedContent). */
  readonly reviewed: string;
  readonly reviewer?: string;
  readonly role?: string;
  readonly date?: string;
}

/**
 * Digest of everything in a descriptor that a question concerns: 32 hexadecimal digits. The order of fields, comments
 * and the way that the YAML is written make no difference, nor does any other field of the descriptor.
 */
export function reviewedContent(data: Json, concerns: readonly string[]): string {
  const content = [...concerns]
    .sort()
    .map((pattern) => [pattern, placesAt(data, pattern).map(({ pointer, value }) => [pointer, value])]);
  return contentDigest(content as Json);
}

/**
 * The answers of a review that can be counted: those with an outcome, each marked as stale when what it concerns has
 * changed since. Answers to requirements that are not given, or that put no question, are left out.
 */
export function answersOf(review: Review, data: Json, requirements: readonly Requirement[]): Answer[] {
  const concerns = new Map(
    requirements.flatMap(({ id, review: question }) => (question ? [[id, question.concerns]] : [])),
  );
  return review.answers.flatMap((given): Answer[] => {
    const { requirement, outcome, remark, reviewed } = given;
    const concerned = concerns.get(requirement);
    const { reviewer, role, date } = signatureOf(given, review);
    if (outcome === undefined || concerned === undefined) return [];
    if (reviewer === undefined || date === undefined) return [];
    return [
      {
        requirement,
        outcome,
        reviewer,
        ...(role === undefined ? {} : { role }),
        date,
        ...(remark === undefined ? {} : { remark }),
        ...(reviewedContent(data, concerned) === reviewed ? {} : { isStale: true }),
      },
    ];
  });
}

/** Who gave an answer, in what capacity and when: from the answer, or else from the head of the review. */
export function signatureOf(
  answer: Pick<ReviewAnswer, 'reviewer' | 'role' | 'date'>,
  review: Pick<Review, 'reviewer' | 'role' | 'date'>,
): Pick<ReviewAnswer, 'reviewer' | 'role' | 'date'> {
  const named = answer.reviewer ?? review.reviewer;
  const reviewer = named !== undefined && isSomebody(named) ? named : undefined;
  // The role in the head is that of the reviewer named there, and of nobody else.
  const role = answer.role ?? (named === review.reviewer ? review.role : undefined);
  const date = answer.date ?? review.date;
  return {
    ...(reviewer === undefined ? {} : { reviewer }),
    ...(role === undefined ? {} : { role }),
    ...(date === undefined ? {} : { date }),
  };
}

const nobody =
  /^(?:to ?do|tb[acdn]|n ?a|none|nobody|unknown|(?:your |the )?(?:full )?(?:name|reviewer)(?: of .*)?)$/i;

/** Whether a text can be the name of somebody: it has letters, and is not what stands in place of a name. */
export function isSomebody(name: string): boolean {
  const words = name.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return /\p{L}/u.test(words) && !nobody.test(words);
}

/** Whether an outcome says little without a remark, so that one is asked for. */
export function needsRemark(outcome: AnswerOutcome): boolean {
  return outcome !== 'met';
}
