import type { Requirement, Review } from '../../conformance/framework.ts';
import { fieldName } from '../../descriptor/json-pointer.ts';
import { type Answer, answerOutcomes } from '../../report/answer.ts';
import type { DescriptorReport, Report } from '../../report/report.ts';
import { standingOf } from '../../report/standing.ts';
import { isNotMet, type RequirementResult } from '../../report/verdict.ts';
import { answerCounts, answerDates } from '../answer-counts.ts';
import { counted } from '../summary-text.ts';
import { answerWords, levelWords, standingWords } from '../words.ts';
import { item, strong, table } from './blocks.ts';
import { evidenceFor, linesOf } from './evidence.ts';
import { codeText, proseText, valueText } from './text.ts';

/** A question to a person, with what has become of it. */
export interface Question {
  readonly requirement: Requirement;
  readonly review: Review;
  readonly result: RequirementResult;
}

/** The questions about a descriptor, each once though frameworks may share it. */
export function questionsOf({ conformance }: DescriptorReport, { frameworks }: Report): Question[] {
  const questions = new Map<string, Question>();
  for (const { framework, requirements } of conformance) {
    const asked = frameworks.find(({ id }) => id === framework)?.requirements ?? [];
    const results = new Map(requirements.map((result) => [result.requirement, result]));
    for (const requirement of asked) {
      const result = results.get(requirement.id);
      if (requirement.review === undefined || result === undefined || questions.has(requirement.id)) continue;
      questions.set(requirement.id, { requirement, review: requirement.review, result });
    }
  }
  return [...questions.values()];
}

/** Whether a question still waits for an answer that counts. */
export function isOpen({ result }: Question): boolean {
  return result.outcome === 'needsReview';
}

/** Open questions as a list with boxes to tick. */
export function openQuestions(questions: readonly Question[], descriptor: DescriptorReport): string {
  return questions
    .filter(isOpen)
    .map((question) => {
      const { requirement, review, result } = question;
      const { answer, reason } = result;
      const below = [
        `Look for: ${proseText(review.guidance)}`,
        `Look at: ${passages(review, descriptor)}`,
        ...(answer === undefined
          ? []
          : [`${strong('Stale')}: ${answerText(answer)}. ${proseText(reason ?? '')}`.trimEnd()]),
        ...answerOutcomes.map((outcome) => `[ ] ${answerWords[outcome]}`),
        'Remark, name, role and date: ……………………………………………………',
      ];
      const about = `(${levelWords[requirement.level]}, ${codeText(requirement.id)})`;
      return item('-', `? ${strong(proseText(review.question))} ${about}`, below);
    })
    .join('\n');
}

/** Questions with an answer that counts, as a list: what was answered, by whom, in what role, when, and the remark. */
export function answeredQuestions(questions: readonly Question[]): string {
  return questions
    .flatMap(({ requirement, review, result }) => {
      const { answer, outcome } = result;
      if (answer === undefined || outcome !== 'reviewed') return [];
      const { mark } = standingWords[standingOf(result)];
      const words = answerWords[answer.outcome];
      const about = `(${levelWords[requirement.level]}, ${codeText(requirement.id)})`;
      const remark = answer.remark === undefined ? '' : `Remark: ${proseText(answer.remark)}`;
      const below = [`By ${personText(answer)} on ${valueText(answer.date)}`, remark].filter(
        (line) => line !== '',
      );
      return [item('-', `${mark} ${strong(words)} · ${proseText(review.question)} ${about}`, below)];
    })
    .join('\n');
}

/** What people have found not to be met, or only in part, of a level; as a list, like findings. */
export function unmetAnswers(questions: readonly Question[], level: Requirement['level']): string[] {
  return questions.flatMap(({ requirement, review, result }) => {
    const { answer } = result;
    if (answer === undefined || requirement.level !== level || !isNotMet(result)) return [];
    const { mark } = standingWords[standingOf(result)];
    const words = answerWords[answer.outcome];
    const said = `${mark} ${strong(words)} in the judgement of ${personText(answer)}: ${proseText(review.question)}`;
    return [item('-', said, answer.remark === undefined ? [] : [`Remark: ${proseText(answer.remark)}`])];
  });
}

/** Who has judged, when and what, and a place to sign while a question is open. */
export function signOff(questions: readonly Question[]): string[] {
  const people = new Map<string, Answer[]>();
  for (const { result } of questions) {
    if (result.outcome !== 'reviewed' || result.answer === undefined) continue;
    const person = personText(result.answer);
    people.set(person, [...(people.get(person) ?? []), result.answer]);
  }
  const open = questions.filter(isOpen).length;
  const names = [...people].map(
    ([person, answers]) =>
      `- Reviewed by ${person}, ${valueText(answerDates(answers))}: ${counted(answers.length, 'answer')} (${answerCounts(answers)})`,
  );
  return [
    names.join('\n'),
    open === 0
      ? `All ${counted(questions.length, 'question')} for people ${questions.length === 1 ? 'is' : 'are'} answered.`
      : `${counted(open, 'question')} of ${questions.length} still ${open === 1 ? 'waits' : 'wait'} for an answer.`,
    table(['Name', 'Role', 'Date', 'Signature'], [Array(4).fill('…………………………')]),
  ];
}

function answerText(answer: Answer): string {
  return `answered with “${answerWords[answer.outcome]}” by ${personText(answer)} on ${valueText(answer.date)}`;
}

/** A reviewer's name, and in what capacity. */
export function personText({ reviewer, role }: Answer): string {
  return valueText(reviewer) + (role === undefined ? '' : ` (${valueText(role)})`);
}

/** The fields that bear on a question, with their lines where they are known. */
function passages({ concerns }: Review, { evidence }: DescriptorReport): string {
  return concerns
    .map((pattern) => {
      if (evidence === undefined) return codeText(fieldName(pattern));
      const lines = evidenceFor([pattern], evidence).map(linesOf);
      const first = lines.slice(0, 6).join(', ') + (lines.length > 6 ? ' …' : '');
      return `${codeText(fieldName(pattern))} (${first === '' ? 'not stated' : first})`;
    })
    .join(', ');
}
