import type { Requirement } from '../conformance/framework.ts';
import { childPointer, type Json } from '../descriptor/json-pointer.ts';
import { grouped } from '../descriptor/limits.ts';
import { listed, shownField, shownName, shownText } from '../descriptor/shown-text.ts';
import { closestName } from '../descriptor/unknown-name.ts';
import {
  needsRemark,
  type Review,
  type ReviewAnswer,
  reviewedContent,
  signatureOf,
} from '../report/review.ts';
import { type ReviewFault, unsoundAnswer, whyUncounted } from './review-documents.ts';

/** What is wrong with the answers of a review of proper form, and those with which nothing is. */
export interface JudgedAnswers {
  readonly faults: readonly ReviewFault[];
  /** Also those that are open or stale, and those to requirements that this run does not ask for. */
  readonly counted: readonly ReviewAnswer[];
}

/**
 * Judges the answers of a review.
 *
 * @param data the descriptor that was reviewed
 * @param requirements those of the selected frameworks
 * @param others those of every framework that is known: an answer to one of them is not at fault, only not asked for
 * @param date the day judged for, as YYYY-MM-DD: what was answered later does not count for it
 */
export function answerFaults(
  review: Review,
  data: Json,
  requirements: readonly Requirement[],
  others: readonly Requirement[],
  date: string,
): JudgedAnswers {
  const selected = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  const known = new Map([...others, ...requirements].map((requirement) => [requirement.id, requirement]));
  const firstOf = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [index, answer] of review.answers.entries()) {
    const { requirement } = answer;
    if (answer === unsoundAnswer) continue;
    if (firstOf.has(requirement)) repeated.add(requirement);
    else firstOf.set(requirement, index);
  }
  const isLater = (answer: ReviewAnswer): boolean => (signatureOf(answer, review).date ?? '') > date;
  const faults: ReviewFault[] = [...signatureFaults(review), ...laterFaults(review, isLater, date)];
  const kept = review.answers.filter((answer, index) => {
    if (answer === unsoundAnswer) return false;
    const fault =
      requirementFault(answer, index, known) ??
      (repeated.has(answer.requirement) ? repetition(answer, index, firstOf) : remarkFault(answer, index));
    if (fault !== undefined) faults.push(fault);
    else {
      const stale = staleness(answer, index, data, selected.get(answer.requirement));
      if (stale !== undefined) faults.push(stale);
    }
    return fault === undefined && !repeated.has(answer.requirement) && !isLater(answer);
  });
  return { faults, counted: kept };
}

const signatures = {
  reviewer: { one: 'who gave it', many: 'who gave them', what: 'the name of the reviewer' },
  date: {
    one: 'when it was given',
    many: 'when they were given',
    what: 'the day of the review as YYYY-MM-DD',
  },
};

/** One fault for all answers that lack the same thing, for the head of the review is where it belongs. */
function signatureFaults(review: Review): ReviewFault[] {
  const given = review.answers.filter(({ outcome }) => outcome !== undefined);
  return (['reviewer', 'date'] as const).flatMap((missing): ReviewFault[] => {
    const count = given.filter((answer) => signatureOf(answer, review)[missing] === undefined).length;
    if (count === 0) return [];
    const { one, many, what } = signatures[missing];
    const message =
      count === 1 ? `One answer does not say ${one}.` : `${grouped(count)} answers do not say ${many}.`;
    const help = `Add \`${missing}:\` with ${what} at the head of the review.`;
    return [errorAt('', message, help, { missing, answers: count })];
  });
}

/** One fault for all answers that were not given yet on the day judged for. */
function laterFaults(
  review: Review,
  isLater: (answer: ReviewAnswer) => boolean,
  date: string,
): ReviewFault[] {
  const later = review.answers.flatMap((answer, index) =>
    answer.outcome !== undefined && isLater(answer) ? [index] : [],
  );
  const [first] = later;
  if (first === undefined) return [];
  const own = review.answers[first]?.date;
  const pointer = own === undefined ? '/date' : childPointer('/answers', first, 'date');
  const count = later.length === 1 ? 'One answer is' : `${grouped(later.length)} answers are`;
  const message = `${count} dated after ${date}, the day judged for, and so ${later.length === 1 ? 'does' : 'do'} not count.`;
  const help = 'Correct the date, or judge for a later day with `--date`.';
  return [errorAt(pointer, message, help, { date, answers: later.length })];
}

function requirementFault(
  { requirement: id }: ReviewAnswer,
  index: number,
  known: ReadonlyMap<string, Requirement>,
): ReviewFault | undefined {
  const pointer = childPointer('/answers', index, 'requirement');
  const requirement = known.get(id);
  if (requirement?.review !== undefined) return undefined;
  if (requirement !== undefined) {
    const message = `The requirement ${shownName(id)} puts no question to people, so an answer to it does not count.`;
    return errorAt(
      pointer,
      message,
      'Remove the answer; `microcred explain` says how the requirement is decided.',
      {
        requirement: id,
      },
    );
  }
  const questions = [...known.values()].flatMap((one) => (one.review === undefined ? [] : [one.id]));
  const meant = closestName(id, questions);
  const help =
    meant === undefined
      ? "Check how it is spelt; if it is of an institution's own framework, select that with `--rules` and `--framework`."
      : `Write ${shownName(meant)} if that is meant.`;
  const fault = errorAt(pointer, `There is no requirement ${shownName(id)}.`, help, { requirement: id });
  // It may be of a framework that this run does not know; if it is misspelt, the question meant stays open.
  return { ...fault, severity: 'warning' };
}

/** Told once, at the later answers; which of them is right nobody can tell, so none counts. */
function repetition(
  { requirement }: ReviewAnswer,
  index: number,
  firstOf: ReadonlyMap<string, number>,
): ReviewFault | undefined {
  const first = firstOf.get(requirement) ?? index;
  if (first === index) return undefined;
  const message = `The requirement ${shownName(requirement)} is answered a second time here, and neither answer counts.`;
  return {
    ...errorAt(
      childPointer('/answers', index, 'requirement'),
      message,
      'Keep the answer that holds, and remove the other.',
      {
        requirement,
      },
    ),
    other: { message: 'It is answered here first.', pointer: childPointer('/answers', first, 'requirement') },
  };
}

function remarkFault(
  { requirement, outcome, remark = '' }: ReviewAnswer,
  index: number,
): ReviewFault | undefined {
  if (outcome === undefined || !needsRemark(outcome) || remark.trim() !== '') return undefined;
  return errorAt(
    childPointer('/answers', index, 'outcome'),
    `The answer to ${shownName(requirement)} is \`${outcome}\`, but no remark says why.`,
    outcome === 'not-applicable'
      ? 'Add `remark:` with the reason why the question does not apply.'
      : 'Add `remark:` with what is lacking.',
    { requirement, outcome },
  );
}

function staleness(
  answer: ReviewAnswer,
  index: number,
  data: Json,
  requirement: Requirement | undefined,
): ReviewFault | undefined {
  if (answer.outcome === undefined || requirement?.review === undefined) return undefined;
  const { question, concerns } = requirement.review;
  if (reviewedContent(data, concerns) === answer.reviewed) return undefined;
  const fields = concerns.map(shownField);
  const changed = fields.length === 1 ? listed(fields, 'or') : `something in ${listed(fields, 'or')}`;
  return {
    severity: 'warning',
    message: `The answer to “${shownText(question)}” was given before ${changed} changed; it has to be judged again.`,
    help: `Look at ${listed(fields, 'and')} again, and answer anew with \`microcred review\`.`,
    why: 'An answer holds for what the reviewer saw. When that changes, the judgement may change with it.',
    data: { requirement: answer.requirement, fields: [...concerns] },
    pointer: childPointer('/answers', index, 'requirement'),
  };
}

function errorAt(pointer: string, message: string, help: string, data: ReviewFault['data']): ReviewFault {
  return { severity: 'error', message, help, why: whyUncounted, data, pointer };
}
