import type { Framework } from '../conformance/framework.ts';
import type { Answer } from '../report/answer.ts';
import type { RequirementResult } from '../report/verdict.ts';
import { answerCounts } from './answer-counts.ts';
import type { WriteOptions } from './report-format.ts';
import { counted } from './summary-text.ts';
import { visibleText } from './visible-text.ts';
import { answerWords } from './words.ts';
import { wrappedText } from './wrapped-text.ts';

/** What people have answered: who judged how many questions, and in full what they found wanting. Empty without answers. */
export function answersText(
  framework: Framework,
  results: readonly RequirementResult[],
  { style, width, isVerbose }: WriteOptions,
): string {
  const answers = results.flatMap(({ outcome, answer }) =>
    outcome === 'reviewed' && answer !== undefined ? [answer] : [],
  );
  if (answers.length === 0) return '';
  const questions = questionsOf(framework);
  const lines = answers
    .filter(({ outcome }) => isVerbose || outcome === 'not-met' || outcome === 'partly')
    .flatMap((answer) => {
      const said = `${questions.get(answer.requirement) ?? answer.requirement} ${signed(answer)}`;
      return hanging(answer.outcome === 'met' ? style.good('✔') : style.warning('!'), said, width);
    });
  return [
    style.strong(`Judged by people (${answers.length})`),
    ...lines,
    ...reviewersOf(answers).flatMap((reviewer) => hanging('·', reviewer, width)),
  ].join('\n');
}

/** The questions that wait for a person; those whose answer no longer counts say so. Empty when all are answered. */
export function questionsText(
  framework: Framework,
  results: readonly RequirementResult[],
  { style, width }: WriteOptions,
): string {
  const open = results.filter(({ outcome }) => outcome === 'needsReview');
  if (open.length === 0) return '';
  const questions = questionsOf(framework);
  const lines = open.flatMap(({ requirement, level, answer, reason }) => {
    const mark = level === 'must' ? '' : ' (recommended)';
    const before = answer === undefined ? '' : ` Before: ${signed(answer)} ${reason ?? ''}`;
    return hanging('?', `${questions.get(requirement) ?? requirement}${mark}${before}`, width);
  });
  return [style.strong(`For a person to judge (${open.length})`), ...lines].join('\n');
}

function questionsOf({ requirements }: Framework): ReadonlyMap<string, string> {
  return new Map(requirements.flatMap(({ id, review }) => (review ? [[id, review.question]] : [])));
}

function signed({ outcome, reviewer, role, date, remark }: Answer): string {
  const who = role === undefined ? reviewer : `${reviewer}, ${role}`;
  return `${answerWords[outcome]}, by ${who} on ${date}${remark === undefined ? '.' : `: ${remark}`}`;
}

/** One line for each reviewer: name, role, how many questions were answered which way, and when. */
function reviewersOf(answers: readonly Answer[]): string[] {
  const groups = new Map<string, Answer[]>();
  for (const answer of answers) {
    const key = JSON.stringify([answer.reviewer, answer.role ?? '', answer.date]);
    groups.set(key, [...(groups.get(key) ?? []), answer]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const who = first.role === undefined ? first.reviewer : `${first.reviewer}, ${first.role}`;
    return [`${who}, on ${first.date}: ${counted(group.length, 'answer')} (${answerCounts(group)}).`];
  });
}

function hanging(mark: string, content: string, width: number): string[] {
  return wrappedText(visibleText(content), width - 4).map(
    (line, index) => `  ${index === 0 ? mark : ' '} ${line}`,
  );
}
