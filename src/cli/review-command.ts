import { counted } from '../descriptor/shown-text.ts';
import { visibleText } from '../formats/visible-text.ts';
import { cutText } from '../formats/wrapped-text.ts';
import { type OpenedReview, openReview } from '../workspace/open-review.ts';
import type { Problem } from '../workspace/problem.ts';
import type { NewAnswer, OpenQuestion } from '../workspace/review-edits.ts';
import { changeReviewFile, type PresentReview } from '../workspace/review-file.ts';
import { type QuestionState, statesOf } from '../workspace/review-questions.ts';
import { exitCodes } from './exit-code.ts';
import { type Io, widthOf } from './io.ts';
import { reportProblems } from './problems.ts';
import type { Prompter } from './prompter.ts';
import { readAnswers, textFault } from './review-answers.ts';
import { questionComment } from './review-lines.ts';
import { askPerson, type Person, type WalkEnd, walkThrough } from './review-walk.ts';
import { makeStyle, plainStyle, usesColour } from './style.ts';
import { today } from './today.ts';

/** The options of `microcred review` as the command line gives them. */
export interface ReviewOptions {
  readonly framework?: readonly string[];
  readonly rules?: readonly string[];
  readonly clauses?: string;
  readonly date?: string;
  readonly reviewer?: string;
  readonly role?: string;
  readonly answer?: readonly string[];
  readonly export?: boolean;
  readonly output?: string;
  readonly document?: string;
  readonly all?: boolean;
  readonly color?: boolean;
}

/** The exit code of a process that Ctrl-C ends. */
const interrupted = 130;

/** Makes a prompter; what it needs is loaded only when a person is asked. */
type OpenPrompter = (io: Io, hasColour: boolean) => Promise<Prompter>;

/** Runs `microcred review`: takes answers from the command line or from a person, and writes them down. Returns the exit code. */
export async function review(
  path: string,
  options: ReviewOptions,
  io: Io,
  openPrompter: OpenPrompter = clackPrompter,
): Promise<number> {
  const faulty = personProblems(options);
  if (faulty.length > 0) return reportProblems(faulty, io);
  const opened = await openReview({
    cwd: io.cwd(),
    path,
    frameworks: options.framework ?? ['scotland'],
    rulesFolders: options.rules ?? [],
    ...(options.clauses === undefined ? {} : { clausesFile: options.clauses }),
    ...(options.document === undefined ? {} : { document: options.document }),
    ...(options.output === undefined ? {} : { output: options.output }),
  });
  if ('problems' in opened) return reportProblems(opened.problems, io);
  if (opened.questions.length === 0) return reportProblems([noQuestions], io);
  if (options.answer === undefined && options.export !== true)
    return reviewByPrompts(opened, options, io, openPrompter);
  return reviewByOptions(opened, options, io);
}

async function clackPrompter(io: Io, hasColour: boolean): Promise<Prompter> {
  const { openPrompter } = await import('./prompter.ts');
  return openPrompter(io, hasColour);
}

const noQuestions: Problem = {
  message: 'No framework that is selected puts a question to people, so there is nothing to review.',
  help: 'Select another with --framework.',
};

function personProblems(options: ReviewOptions): Problem[] {
  return (['reviewer', 'role'] as const).flatMap((name) => {
    const text = options[name];
    const message = text === undefined ? undefined : textFault(name, text);
    return message === undefined ? [] : [{ message, help: `Write it after --${name}.` }];
  });
}

/** The person of the options, or of the head of the review; a role there is that of the reviewer named with it. */
function personOf({ reviewer, role }: ReviewOptions, { review: head }: PresentReview): Partial<Person> {
  const name = reviewer?.trim() ?? head?.reviewer;
  const capacity = role?.trim() ?? (name === head?.reviewer ? head?.role : undefined);
  return {
    ...(name === undefined ? {} : { reviewer: name }),
    ...(capacity === undefined ? {} : { role: capacity }),
  };
}

function reviewByOptions(opened: OpenedReview, options: ReviewOptions, io: Io): number {
  const { answers, problems } = readAnswers(options.answer ?? [], opened);
  if (problems.length > 0) return reportProblems(problems, io);
  const person = personOf(options, opened.present);
  if (answers.length > 0 && person.reviewer === undefined) return reportProblems([noReviewer], io);
  const open = options.export === true ? openQuestions(opened, answers) : [];
  if (answers.length + open.length === 0) {
    io.stdout.write(
      `Every question stands in ${visibleText(opened.place.path)} already: ${tally(opened, opened.present)}.\n`,
    );
    return exitCodes.withinGate;
  }
  // Who fills in an empty review does so on another day.
  const date = options.date ?? (answers.length > 0 ? today() : undefined);
  const change = { ...person, ...(date === undefined ? {} : { date }), file: opened.file, answers, open };
  const replaced = replacedLines(opened, answers);
  const present = changeReviewFile(opened.place, change, opened.builtIn);
  if ('problems' in present) return reportProblems(present.problems, io);
  io.stdout.write(`${[...replaced, written(opened, present)].join('\n')}\n`);
  return exitCodes.withinGate;
}

/** Whose answers are replaced by new ones: nobody's judgement goes without a word. */
function replacedLines(opened: OpenedReview, answers: readonly NewAnswer[]): string[] {
  const given = new Set(answers.map(({ requirement }) => requirement));
  return statesIn(opened, opened.present).flatMap(({ question, earlier }) => {
    if (!given.has(question.requirement) || earlier?.outcome === undefined) return [];
    const { outcome, reviewer = 'nobody', date = 'no day', remark } = earlier;
    const said = remark === undefined ? '' : ` (“${remark}”)`;
    return [visibleText(`Replaced ${question.requirement}: ${outcome}, by ${reviewer} on ${date}${said}.`)];
  });
}

const noReviewer: Problem = {
  message: 'Nobody is named as the reviewer.',
  help: 'Add --reviewer with the name of the person who answers, and --role if it matters.',
};

/** The questions that do not stand in the review yet, and those that stand there unanswered for an older text. */
function openQuestions(opened: OpenedReview, answers: readonly NewAnswer[]): OpenQuestion[] {
  const { questions, file } = opened;
  const given = new Set(answers.map(({ requirement }) => requirement));
  return statesIn(opened, opened.present).flatMap(({ question, earlier }): OpenQuestion[] => {
    const isUntouched = earlier?.outcome === undefined && earlier?.remark === undefined;
    if (given.has(question.requirement) || !isUntouched || earlier?.reviewed === question.reviewed) return [];
    const { requirement, question: words, reviewed } = question;
    const above = questionComment(question, questions.length, file.path, plainStyle);
    return [{ requirement, question: words, reviewed, above }];
  });
}

async function reviewByPrompts(
  opened: OpenedReview,
  options: ReviewOptions,
  io: Io,
  openPrompter: OpenPrompter,
): Promise<number> {
  const states = statesIn(opened, opened.present).filter(
    ({ state }) => options.all === true || state !== 'answered',
  );
  if (states.length === 0) {
    io.stdout.write(
      `Nothing is open in ${visibleText(opened.place.path)}: ${tally(opened, opened.present)}. Use --all to go through them again.\n`,
    );
    return exitCodes.withinGate;
  }
  if (!isAtTerminal(io)) return reportProblems([noTerminal], io);
  const hasColour = usesColour({ flag: options.color, env: io.env, isTerminal: true });
  const prompter = await openPrompter(io, hasColour);
  // The prompts draw a line and two spaces before each line of ours.
  const width = widthOf(io.stdout, io.env) - 4;
  prompter.begin(cutText(`Review of ${visibleText(opened.title ?? opened.file.path)}`, width));
  prompter.show(`${tally(opened, opened.present)}.`, ['Each answer is saved as soon as it is given.']);
  const person = await personAsked(opened, options, prompter);
  const saving = savingTo(opened, options.date ?? today(), person ?? {});
  const style = await makeStyle(hasColour);
  const walk = { prompter, states, of: opened.questions.length, style, width, save: saving.save };
  const end = person === undefined ? 'interrupted' : await walkThrough(walk);
  prompter.end(saving.present === undefined ? 'Nothing was written.' : written(opened, saving.present));
  return exitCodeOf(end, io);
}

function personAsked(
  { present }: OpenedReview,
  options: ReviewOptions,
  prompter: Prompter,
): Promise<Person | undefined> {
  const known = personOf(options, present);
  // A reviewer whom the file names without a role has been asked before.
  const isNew = known.reviewer === undefined || known.reviewer !== present.review?.reviewer;
  return askPerson(prompter, known, isNew);
}

/** Saves answer by answer; `present` is the review as it was last written, if it was. */
interface Saving {
  present?: PresentReview;
  readonly save: (answer: NewAnswer) => readonly Problem[];
}

function savingTo({ place, file, builtIn }: OpenedReview, date: string, person: Partial<Person>): Saving {
  const saving: Saving = {
    save(answer) {
      const saved = changeReviewFile(place, { ...person, date, file, answers: [answer], open: [] }, builtIn);
      if ('problems' in saved) return saved.problems;
      saving.present = saved;
      return [];
    },
  };
  return saving;
}

function exitCodeOf(end: WalkEnd, io: Io): number {
  if (typeof end === 'object') return reportProblems(end.problems, io);
  return end === 'interrupted' ? interrupted : exitCodes.withinGate;
}

const noTerminal: Problem = {
  message: 'There is no terminal to ask questions on.',
  help: 'Answer with `--answer <requirement>=<outcome>:<remark>`, or write an empty review with --export and fill it in.',
};

function isAtTerminal({ stdin, stdout, env }: Io): boolean {
  const ci = env['CI'] ?? '';
  const isCi = ci !== '' && ci !== '0' && ci !== 'false';
  return !isCi && stdout.isTTY === true && 'isTTY' in stdin && stdin.isTTY === true;
}

function statesIn(
  { questions, frameworks, place }: OpenedReview,
  { review: given }: PresentReview,
): QuestionState[] {
  const requirements = frameworks.flatMap((framework) => framework.requirements);
  return statesOf(questions, given, requirements, place.descriptor.data);
}

function written(opened: OpenedReview, present: PresentReview): string {
  return `Wrote ${visibleText(opened.place.path)}: ${tally(opened, present)}.`;
}

/** `12 of 14 questions answered, 2 open (1 to judge again)`. */
function tally(opened: OpenedReview, present: PresentReview): string {
  const states = statesIn(opened, present);
  const countOf = (wanted: QuestionState['state']): number =>
    states.filter(({ state }) => state === wanted).length;
  const stale = countOf('stale');
  const open = countOf('open') + stale;
  const again = stale === 0 ? '' : ` (${stale} to judge again)`;
  return `${countOf('answered')} of ${counted(states.length, 'question')} answered, ${open} open${again}`;
}
