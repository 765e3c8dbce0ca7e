import type { Framework } from '../conformance/framework.ts';
import { grouped } from '../descriptor/limits.ts';
import { shownName } from '../descriptor/shown-text.ts';
import { closestName } from '../descriptor/unknown-name.ts';
import { type AnswerOutcome, answerOutcomes } from '../report/answer.ts';
import { needsRemark } from '../report/review.ts';
import type { Problem } from '../workspace/problem.ts';
import type { NewAnswer } from '../workspace/review-edits.ts';
import type { ReviewQuestion } from '../workspace/review-questions.ts';

/** The most characters of a reviewer's name or role, and of a remark; as in `schemas/review.schema.json`. */
const longest = { reviewer: 200, role: 200, remark: 5_000 };

/** What is wrong with a text of a person, or undefined when it will do. */
export function textFault(what: keyof typeof longest, text: string): string | undefined {
  if (text.trim() === '') return `The ${what} is empty.`;
  const most = longest[what];
  return text.length > most ? `The ${what} has more than ${grouped(most)} characters.` : undefined;
}

/** What is wrong with the remark to an outcome. */
export function remarkFault(outcome: AnswerOutcome, remark: string): string | undefined {
  if (remark.trim() !== '') return textFault('remark', remark);
  return needsRemark(outcome) ? `The outcome ${outcome} needs a remark that says why.` : undefined;
}

/** Where the answers of a command line may belong. */
export interface AnswerTargets {
  readonly questions: readonly ReviewQuestion[];
  /** Everything that is known, also what was not selected. */
  readonly allFrameworks: readonly Framework[];
}

/** Reads `<requirement>=<outcome>[:<remark>]`, each a value of --answer. */
export function readAnswers(
  values: readonly string[],
  targets: AnswerTargets,
): { readonly answers: readonly NewAnswer[]; readonly problems: readonly Problem[] } {
  const answers: NewAnswer[] = [];
  const problems: Problem[] = [];
  for (const value of values) {
    const read = readAnswer(value, targets);
    if ('message' in read) problems.push(read);
    else if (answers.some(({ requirement }) => requirement === read.requirement)) {
      const message = `The requirement ${shownName(read.requirement)} is answered twice.`;
      problems.push({ message, help: 'Give one --answer for each requirement.' });
    } else answers.push(read);
  }
  return { answers, problems };
}

function readAnswer(value: string, targets: AnswerTargets): NewAnswer | Problem {
  const [, name = '', rest] = /^([^=]*)(?:=(.*))?$/s.exec(value) ?? [];
  const question = targets.questions.find(({ requirement }) => requirement === name);
  if (question === undefined) return requirementProblem(name, targets);
  const [, said = '', remark = ''] = /^([^:]*)(?::(.*))?$/s.exec(rest ?? '') ?? [];
  const outcome = answerOutcomes.find((one) => one === said);
  if (outcome === undefined) return outcomeProblem(said, name);
  const fault = remarkFault(outcome, remark);
  if (fault !== undefined) {
    return {
      message: `The answer to ${shownName(name)} cannot be taken. ${fault}`,
      help: `Write \`--answer '${name}=${outcome}:<remark>'\`.`,
    };
  }
  const trimmed = remark.trim().replaceAll(/\r\n?/g, '\n');
  return {
    requirement: name,
    question: question.question,
    outcome,
    ...(trimmed === '' ? {} : { remark: trimmed }),
    reviewed: question.reviewed,
  };
}

function outcomeProblem(said: string, requirement: string): Problem {
  const meant = closestName(said, answerOutcomes);
  const suggestion = meant === undefined ? '' : `Did you mean \`${meant}\`? `;
  return {
    message:
      said === ''
        ? `The answer to ${shownName(requirement)} has no outcome.`
        : `There is no outcome ${shownName(said)}.`,
    help: `${suggestion}The outcomes are: ${answerOutcomes.join(', ')}.`,
  };
}

function requirementProblem(name: string, { questions, allFrameworks }: AnswerTargets): Problem {
  const known = allFrameworks.find(({ requirements }) => requirements.some(({ id }) => id === name));
  const requirement = known?.requirements.find(({ id }) => id === name);
  if (known === undefined || requirement === undefined) {
    const meant = closestName(
      name,
      questions.map((one) => one.requirement),
    );
    const help =
      meant === undefined
        ? '`--export` writes all that there are into the review.'
        : `Did you mean \`${meant}\`?`;
    return { message: `There is no question ${shownName(name)}.`, help };
  }
  if (requirement.review === undefined) {
    const message = `The requirement ${shownName(name)} puts no question to people.`;
    return { message, help: `\`microcred explain ${name}\` says how it is decided.` };
  }
  const message = `The requirement ${shownName(name)} is not of a framework that is selected.`;
  return { message, help: `Add \`--framework ${known.id}\`.` };
}
