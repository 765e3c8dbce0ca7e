import type { Json } from '../descriptor/json-pointer.ts';
import type { YamlEdit } from '../descriptor/yaml-edit.ts';
import { type AnswerOutcome, answerOutcomes } from '../report/answer.ts';
import type { NamedFile } from '../report/report.ts';
import type { Review, ReviewAnswer } from '../report/review.ts';

/** An answer as it is to be written down. */
export interface NewAnswer {
  readonly requirement: string;
  readonly question: string;
  readonly outcome: AnswerOutcome;
  readonly remark?: string;
  /** Digest of what was reviewed. */
  readonly reviewed: string;
}

/** A question that is to be written down for somebody to answer by hand. */
export interface OpenQuestion {
  readonly requirement: string;
  readonly question: string;
  readonly reviewed: string;
  /** What stands above it as a comment; the first and the last line are marks between which it is ours. */
  readonly above: readonly string[];
}

/** What is to be written into a review. */
export interface ReviewChange {
  /** The person who gives the answers. */
  readonly reviewer?: string;
  readonly role?: string;
  /** The day of the answers, as YYYY-MM-DD. */
  readonly date?: string;
  /** The descriptor's file, by its path from the folder of the review. */
  readonly file: NamedFile;
  readonly answers: readonly NewAnswer[];
  readonly open: readonly OpenQuestion[];
}

/** The mark of a comment that is ours: rewritten with its question, while a person's own comment stays. */
export function commentMark(text: string): string {
  return `---- ${text} ----`;
}

/** The last line of a comment that is ours. */
export const endOfComment = '----';

type Head = Pick<Review, 'reviewer' | 'role' | 'date'>;

/**
 * The edits that write a change into a review, or make a new one.
 *
 * @param award its id, which a new review names
 */
export function reviewEdits(
  review: Review | undefined,
  change: ReviewChange,
  award: string | undefined,
): YamlEdit[] {
  const head = headAfter(review, change);
  const start = review === undefined ? newReview(change, head, award) : headEdits(review, head, change);
  const positions = new Map(review?.answers.map(({ requirement }, index) => [requirement, index]));
  const edits: YamlEdit[] = [];
  for (const answer of change.answers) {
    const position = positions.get(answer.requirement);
    edits.push(
      ...answerEdits(
        answer,
        signatureBeside(head, change),
        position ?? positions.size,
        position === undefined,
      ),
    );
    positions.set(answer.requirement, position ?? positions.size);
  }
  for (const question of change.open) {
    const position = positions.get(question.requirement);
    edits.push(...openEdits(question, position ?? positions.size, position === undefined));
    positions.set(question.requirement, position ?? positions.size);
  }
  return [...start, ...edits];
}

/**
 * The head of the review when the change is made. What is there stays; what is lacking is added unless some answer
 * lacks it too, for that answer would then seem to be given by somebody who did not give it.
 */
function headAfter(review: Review | undefined, { reviewer, role, date }: ReviewChange): Head {
  const given = review?.answers.filter(({ outcome }) => outcome !== undefined) ?? [];
  const isFree = (name: 'reviewer' | 'date'): boolean =>
    review?.[name] === undefined && given.every((answer) => answer[name] !== undefined);
  const person = isFree('reviewer') ? { reviewer, role } : { reviewer: review?.reviewer, role: review?.role };
  return withoutUndefined({ ...person, date: isFree('date') ? date : review?.date });
}

/** An id that is longer is none that a review may hold. */
export const longestId = 200;

function newReview({ file, answers }: ReviewChange, head: Head, award: string | undefined): YamlEdit[] {
  const isToFillIn = answers.length === 0;
  const line = (name: keyof Head, behind: string): YamlEdit[] => {
    const value = head[name];
    if (value !== undefined) return [{ path: [name], value }];
    return isToFillIn ? [{ path: [name], value: null, behind }] : [];
  };
  return [
    { path: ['review'], value: 1 },
    ...(award === undefined || award.length > longestId ? [] : [{ path: ['descriptor'], value: award }]),
    ...line('reviewer', 'the name of the person who answers'),
    ...line('role', 'in what capacity, such as Quality Officer'),
    ...line('date', 'the day of the answers, as YYYY-MM-DD'),
    { path: ['file'], value: { path: file.path, sha256: file.sha256 } },
    { path: ['answers'], value: [] },
  ];
}

function headEdits(review: Review, head: Head, { file }: ReviewChange): YamlEdit[] {
  const added = (['reviewer', 'role', 'date'] as const).filter((name) => head[name] !== review[name]);
  return [
    ...added.map((name): YamlEdit => ({ path: [name], value: head[name] })),
    ...(review.file === undefined
      ? [{ path: ['file'], value: { path: file.path, sha256: file.sha256 } }]
      : [
          { path: ['file', 'path'], value: file.path },
          { path: ['file', 'sha256'], value: file.sha256 },
        ]),
  ];
}

/** What an answer has to say of its reviewer because the head says something else. */
function signatureBeside(head: Head, { reviewer, role, date }: ReviewChange): Head {
  const isOther = reviewer !== head.reviewer;
  return withoutUndefined({
    reviewer: isOther ? reviewer : undefined,
    role: isOther || role !== head.role ? role : undefined,
    date: date === head.date ? undefined : date,
  });
}

function answerEdits(answer: NewAnswer, signature: Head, index: number, isNew: boolean): YamlEdit[] {
  const { requirement, question, outcome, remark, reviewed } = answer;
  const fields: Record<keyof ReviewAnswer, Json | undefined> = {
    requirement,
    question,
    outcome,
    remark,
    reviewed,
    reviewer: signature.reviewer,
    role: signature.role,
    date: signature.date,
  };
  const path = ['answers', index];
  if (isNew) return [{ path, value: withoutUndefined(fields), above: [] }];
  return Object.entries(fields).map(([name, value]) => ({ path: [...path, name], value }));
}

function openEdits(
  { requirement, question, reviewed, above }: OpenQuestion,
  index: number,
  isNew: boolean,
): YamlEdit[] {
  const path = ['answers', index];
  const outcome: YamlEdit = { path: [...path, 'outcome'], value: null, behind: answerOutcomes.join(', ') };
  if (isNew) {
    const fields = { requirement, question, outcome: null, remark: null, reviewed };
    return [{ path, value: fields, above }, outcome];
  }
  return [
    { path, aboveFrom: (lines) => [...withoutOurs(lines), ...above] },
    { path: [...path, 'question'], value: question },
    outcome,
    { path: [...path, 'reviewed'], value: reviewed },
  ];
}

/** The lines that a person has written: what stands between our marks goes, if both are there. */
function withoutOurs(lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => /^---- .* ----$/.test(line));
  const end = lines.indexOf(endOfComment, start + 1);
  return start === -1 || end === -1 ? [...lines] : [...lines.slice(0, start), ...lines.slice(end + 1)];
}

function withoutUndefined<T extends object>(fields: T): { [Name in keyof T]?: NonNullable<T[Name]> } {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as { [Name in keyof T]?: NonNullable<T[Name]> };
}
