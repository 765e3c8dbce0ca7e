import type { Framework, Requirement, RequirementLevel } from '../conformance/framework.ts';
import type { SourceDocument } from '../descriptor/descriptor.ts';
import type { Json } from '../descriptor/json-pointer.ts';
import { type Review, type ReviewAnswer, reviewedContent, signatureOf } from '../report/review.ts';
import { answerFaults } from './answer-faults.ts';
import { type Passages, passagesOf } from './review-passages.ts';

/** A question that a person is to answer about one descriptor. */
export interface ReviewQuestion {
  readonly requirement: string;
  /** Title of the principle that it belongs to. */
  readonly principle: string;
  readonly level: RequirementLevel;
  readonly question: string;
  readonly guidance: string;
  /** 1-based, among all questions of the selected frameworks. */
  readonly number: number;
  /** Digest of what it concerns, as it is now. */
  readonly reviewed: string;
  readonly passages: Passages;
}

/** The questions of the frameworks, each once, in their order. */
export function questionsOf(
  frameworks: readonly Framework[],
  document: SourceDocument,
  data: Json,
): ReviewQuestion[] {
  const asked = new Map<string, Omit<ReviewQuestion, 'number'>>();
  for (const { principles, requirements } of frameworks) {
    const titles = new Map(principles.map(({ id, title }) => [id, title]));
    for (const { id, principle, level, review } of requirements) {
      if (review === undefined || asked.has(id)) continue;
      asked.set(id, {
        requirement: id,
        principle: titles.get(principle) ?? principle,
        level,
        question: review.question,
        guidance: review.guidance,
        reviewed: reviewedContent(data, review.concerns),
        passages: passagesOf(document, review.concerns),
      });
    }
  }
  return [...asked.values()].map((question, index) => ({ ...question, number: index + 1 }));
}

/** How a question stands in a review. */
export interface QuestionState {
  readonly question: ReviewQuestion;
  readonly state: 'answered' | 'stale' | 'open';
  /** What stands in the review, with who gave it and when; also when it cannot be counted. */
  readonly earlier?: ReviewAnswer;
}

/** Whoever reviews is not held to the day that somebody judges for. */
const lastDay = '9999-12-31';

/** How each question stands. An answer that cannot be counted, for whatever reason, leaves its question open. */
export function statesOf(
  questions: readonly ReviewQuestion[],
  review: Review | undefined,
  requirements: readonly Requirement[],
  data: Json,
): QuestionState[] {
  const sound = new Set(review && answerFaults(review, data, requirements, [], lastDay).counted);
  return questions.map((question): QuestionState => {
    const given = review?.answers.find(({ requirement }) => requirement === question.requirement);
    if (review === undefined || given === undefined) return { question, state: 'open' };
    const signature = signatureOf(given, review);
    const earlier = { ...given, ...signature };
    const isComplete =
      sound.has(given) &&
      given.outcome !== undefined &&
      signature.reviewer !== undefined &&
      signature.date !== undefined;
    if (!isComplete) return { question, state: 'open', earlier };
    return { question, state: given.reviewed === question.reviewed ? 'answered' : 'stale', earlier };
  });
}
