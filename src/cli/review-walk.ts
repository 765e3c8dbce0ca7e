import type { Style } from '../formats/report-format.ts';
import { visibleText } from '../formats/visible-text.ts';
import { answerWords, capitalised } from '../formats/words.ts';
import { type AnswerOutcome, answerOutcomes } from '../report/answer.ts';
import { needsRemark } from '../report/review.ts';
import type { Problem } from '../workspace/problem.ts';
import type { NewAnswer } from '../workspace/review-edits.ts';
import type { QuestionState } from '../workspace/review-questions.ts';
import type { Prompter } from './prompter.ts';
import { remarkFault, textFault } from './review-answers.ts';
import { questionHeading, questionLines } from './review-lines.ts';

/** Who answers. */
export interface Person {
  readonly reviewer: string;
  readonly role?: string;
}

/** What a walk through questions needs. */
export interface Walk {
  readonly prompter: Prompter;
  /** The questions to ask, in their order. */
  readonly states: readonly QuestionState[];
  /** How many questions there are in all. */
  readonly of: number;
  readonly style: Style;
  readonly width: number;
  /** Writes an answer down at once, so that none is lost whatever happens. */
  readonly save: (answer: NewAnswer) => readonly Problem[];
}

/** How a walk ended: all asked, stopped by choice, broken off (Ctrl-C), or because an answer could not be saved. */
export type WalkEnd = 'done' | 'stopped' | 'interrupted' | { readonly problems: readonly Problem[] };

/** Asks for name and role, as far as they are not known; undefined when the person breaks off. */
export async function askPerson(
  prompter: Prompter,
  known: Partial<Person>,
  asksRole: boolean,
): Promise<Person | undefined> {
  const reviewer =
    known.reviewer ??
    (await prompter.write('Who answers? Write your name.', { fault: (line) => textFault('reviewer', line) }));
  if (reviewer === undefined) return undefined;
  const role = known.role ?? (asksRole ? await askRole(prompter) : '');
  if (role === undefined) return undefined;
  return { reviewer: reviewer.trim(), ...(role.trim() === '' ? {} : { role: role.trim() }) };
}

function askRole(prompter: Prompter): Promise<string | undefined> {
  return prompter.write('In what role?', {
    placeholder: 'such as Quality Officer; Enter leaves it out',
    fault: (line) => (line.trim() === '' ? undefined : textFault('role', line)),
  });
}

/** Asks question by question, and saves each answer as it is given. */
export async function walkThrough(walk: Walk): Promise<WalkEnd> {
  for (const state of walk.states) {
    const answer = await askQuestion(state, walk);
    if (answer === 'left-open') continue;
    if (typeof answer === 'string') return answer;
    const problems = walk.save(answer);
    if (problems.length > 0) return { problems };
  }
  return 'done';
}

async function askQuestion(
  state: QuestionState,
  { prompter, of, style, width }: Walk,
): Promise<NewAnswer | 'left-open' | 'stopped' | 'interrupted'> {
  const { question, earlier } = state;
  prompter.show(questionHeading(question, of), questionLines(state, style, width));
  // Long passages push the question out of sight, so it stands below them once more.
  const chosen = await prompter.choose(visibleText(question.question), choices, earlier?.outcome);
  if (chosen === undefined) return 'interrupted';
  if (chosen === 'stop') return 'stopped';
  if (chosen === 'leave-open') return 'left-open';
  const remark = await askRemark(prompter, chosen, earlier?.remark);
  if (remark === undefined) return 'interrupted';
  return {
    requirement: question.requirement,
    question: question.question,
    outcome: chosen,
    ...(remark === '' ? {} : { remark }),
    reviewed: question.reviewed,
  };
}

const choices = [
  ...answerOutcomes.map((value) => ({ value, label: capitalised(answerWords[value]) })),
  { value: 'leave-open' as const, label: 'Leave open', hint: 'it can be answered another time' },
  { value: 'stop' as const, label: 'Stop here', hint: 'what was answered is saved' },
];

/** An earlier remark is given to be changed where it fits on one line and hides nothing. */
async function askRemark(
  prompter: Prompter,
  outcome: AnswerOutcome,
  earlier: string | undefined,
): Promise<string | undefined> {
  const isEditable = earlier !== undefined && visibleText(earlier) === earlier;
  const isNeeded = needsRemark(outcome);
  const written = await prompter.write(isNeeded ? 'What is lacking?' : 'Remark', {
    ...(isEditable ? { initial: earlier } : {}),
    placeholder: isNeeded ? 'needed with this answer' : 'Enter leaves it out',
    fault: (line) => remarkFault(outcome, line),
  });
  return written?.trim();
}
