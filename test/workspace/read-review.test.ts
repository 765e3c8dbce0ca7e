import { describe, expect, it } from 'vitest';
import builtIn from '#catalogue';
import type { Requirement } from '../../src/conformance/framework.ts';
import { readDocuments } from '../../src/descriptor/descriptor.ts';
import { reviewedContent } from '../../src/report/review.ts';
import { readReview } from '../../src/workspace/read-review.ts';
import type { Reviewable } from '../../src/workspace/review-documents.ts';

const question = (id: string, ...concerns: string[]): Requirement => ({
  id,
  principle: 'information',
  level: 'must',
  text: 'It is good.',
  review: { question: `Is ${id} true?`, guidance: 'Look.', concerns },
});
const requirements: readonly Requirement[] = [
  question('title-is-plain', '/title'),
  question('summary-is-fair', '/title', '/summary'),
  {
    id: 'title-is-stated',
    principle: 'information',
    level: 'must',
    text: 'It is stated.',
    rules: ['title-is-stated'],
  },
];
const data = { microcred: 1, id: 'award-a', title: 'Data', summary: 'About data.' };
const alone: readonly Reviewable[] = [{ document: 0, id: 'award-a', data }];
const two: readonly Reviewable[] = [
  ...alone,
  { document: 1, id: 'award-b', data: { ...data, id: 'award-b' } },
];
const ofTitle = reviewedContent(data, ['/title']);
const ofBoth = reviewedContent(data, ['/title', '/summary']);
const other = 'f'.repeat(32);

const head = ['review: 1', 'reviewer: Morag Example', 'date: 2026-11-20', 'answers:'];
const titleMet = ['  - requirement: title-is-plain', '    outcome: met', `    reviewed: ${ofTitle}`];
const text = (...lines: string[]): string => lines.map((line) => `${line}\n`).join('');

const read = (content: string, descriptors: readonly Reviewable[] = alone) =>
  readReview(
    readDocuments({ path: 'a.review.yaml', text: content }),
    { path: 'a.review.yaml', sha256: '0'.repeat(64) },
    descriptors,
    requirements,
    builtIn,
    '2026-11-23',
  );
const findingsOf = (content: string, descriptors = alone): readonly string[] =>
  [...read(content, descriptors).byDocument.values()].flatMap(({ findings }) =>
    findings.map(
      ({ rule, severity, location: { path, range }, message }) =>
        `${path}:${range.start.line}:${range.start.column} ${rule} ${severity} ${message}`,
    ),
  );
const answersOf = (content: string, descriptors = alone, document = 0): readonly string[] =>
  (read(content, descriptors).byDocument.get(document)?.answers ?? []).map(
    ({ requirement, outcome, isStale }) => `${requirement} ${outcome}${isStale ? ' stale' : ''}`,
  );

it('reads answers that can be counted, and says nothing of them', () => {
  const content = text(...head, ...titleMet);
  expect(read(content).byDocument.get(0)).toEqual({
    answers: [
      { requirement: 'title-is-plain', outcome: 'met', reviewer: 'Morag Example', date: '2026-11-20' },
    ],
    findings: [],
  });
});

it('takes an answer of the very day judged for', () => {
  const content = text('review: 1', 'reviewer: Bo', 'date: 2026-11-23', 'answers:', ...titleMet);
  expect(answersOf(content)).toEqual(['title-is-plain met']);
});

it('does not guess which of two descriptors of one id is meant', () => {
  const twins: readonly Reviewable[] = [...alone, { document: 1, id: 'award-a', data }];
  const content = text('descriptor: award-a', ...head, ...titleMet);
  expect(answersOf(content, twins)).toEqual([]);
  expect(findingsOf(content, twins)).toEqual([
    'a.review.yaml:1:13 review error The review is about the award `award-a`, but 2 descriptors in the file have that id.',
  ]);
});

it('takes an answer without an outcome for an open question', () => {
  const content = text(
    'review: 1',
    'answers:',
    '  - requirement: title-is-plain',
    '    outcome:',
    `    reviewed: ${other}`,
  );
  expect(answersOf(content)).toEqual([]);
  expect(findingsOf(content)).toEqual([]);
});

/** What is wrong, the lines of the file, what is said of it, and the answers that count all the same. */
const faults: readonly (readonly [string, readonly string[], readonly string[], readonly string[]])[] = [
  [
    'broken YAML',
    [...head, ...titleMet, '    remark: "It is'],
    ['a.review.yaml:8:13 review error A double quotation mark opens a text here that is never closed.'],
    [],
  ],
  ['an empty file', [''], ['a.review.yaml:1:1 review error The file is empty.'], []],
  [
    'a field that is not known',
    [...head, ...titleMet, '    remarks: Fine.'],
    ['a.review.yaml:8:5 review error `answers[0].remarks` is not a known field. Did you mean `remark`?'],
    [],
  ],
  [
    'an outcome that is not known',
    [...head, '  - requirement: title-is-plain', '    outcome: yes', `    reviewed: ${ofTitle}`],
    [
      'a.review.yaml:6:14 review error `answers[0].outcome` is "yes", which is none of the values known here.',
    ],
    [],
  ],
  [
    'a day that is none',
    ['review: 1', 'reviewer: Morag Example', 'date: 2026-02-30', 'answers:', ...titleMet],
    ['a.review.yaml:3:7 review error `date` is "2026-02-30", which is no day of the calendar.'],
    [],
  ],
  [
    'an unknown requirement',
    [...head, '  - requirement: title-is-plan', '    outcome: met', `    reviewed: ${ofTitle}`, ...titleMet],
    ['a.review.yaml:5:18 review warning There is no requirement `title-is-plan`.'],
    ['title-is-plain met'],
  ],
  [
    'a requirement that puts no question',
    [...head, '  - requirement: title-is-stated', '    outcome: met', `    reviewed: ${ofTitle}`],
    [
      'a.review.yaml:5:18 review error The requirement `title-is-stated` puts no question to people, so an answer to it does not count.',
    ],
    [],
  ],
  [
    'a requirement that is answered twice',
    [...head, ...titleMet, ...titleMet],
    [
      'a.review.yaml:8:18 review error The requirement `title-is-plain` is answered a second time here, and neither answer counts.',
    ],
    [],
  ],
  [
    'another award',
    ['descriptor: award-x', ...head, ...titleMet],
    [
      "a.review.yaml:1:13 review error The review is about the award `award-x`, which the descriptor's file does not hold.",
    ],
    [],
  ],
  ...['TODO', "'-'", '"\\u200b"', 'the name of the person who answers'].map(
    (nobody): (typeof faults)[number] => [
      `a reviewer who is nobody: ${nobody}`,
      ['review: 1', `reviewer: ${nobody}`, 'date: 2026-11-20', 'answers:', ...titleMet],
      ['a.review.yaml:1:1 review error One answer does not say who gave it.'],
      [],
    ],
  ),
  [
    'an answer of a day after the one judged for',
    ['review: 1', 'reviewer: Morag Example', 'date: 2026-11-24', 'answers:', ...titleMet],
    [
      'a.review.yaml:3:7 review error One answer is dated after 2026-11-23, the day judged for, and so does not count.',
    ],
    [],
  ],
  [
    'a question that does not apply, nobody knows why',
    [...head, '  - requirement: title-is-plain', '    outcome: not-applicable', `    reviewed: ${ofTitle}`],
    [
      'a.review.yaml:6:14 review error The answer to `title-is-plain` is `not-applicable`, but no remark says why.',
    ],
    [],
  ],
  [
    'no reviewer, told once for all answers',
    [
      'review: 1',
      'date: 2026-11-20',
      'answers:',
      ...titleMet,
      '  - requirement: summary-is-fair',
      '    outcome: met',
      `    reviewed: ${ofBoth}`,
    ],
    ['a.review.yaml:1:1 review error 2 answers do not say who gave them.'],
    [],
  ],
  [
    'no date',
    ['review: 1', 'reviewer: Morag Example', 'answers:', ...titleMet],
    ['a.review.yaml:1:1 review error One answer does not say when it was given.'],
    [],
  ],
  [
    'no remark where one is needed',
    [
      ...head,
      '  - requirement: title-is-plain',
      '    outcome: partly',
      '    remark: " "',
      `    reviewed: ${ofTitle}`,
    ],
    ['a.review.yaml:6:14 review error The answer to `title-is-plain` is `partly`, but no remark says why.'],
    [],
  ],
  [
    'an answer to what has changed since',
    [...head, '  - requirement: title-is-plain', '    outcome: met', `    reviewed: ${other}`],
    [
      'a.review.yaml:5:18 review warning The answer to “Is title-is-plain true?” was given before `title` changed; it has to be judged again.',
    ],
    ['title-is-plain met stale'],
  ],
  [
    'an answer to several fields of which one has changed',
    [...head, '  - requirement: summary-is-fair', '    outcome: met', `    reviewed: ${other}`],
    [
      'a.review.yaml:5:18 review warning The answer to “Is summary-is-fair true?” was given before something in `title` or `summary` changed; it has to be judged again.',
    ],
    ['summary-is-fair met stale'],
  ],
  [
    'an answer for a framework that is not selected, with which nothing is wrong',
    [...head, '  - requirement: level-fits-the-outcomes', '    outcome: met', `    reviewed: ${other}`],
    [],
    [],
  ],
];

describe('a review with', () => {
  it.each(faults)('%s', (_, lines, messages, answers) => {
    const content = text(...lines);
    expect(findingsOf(content)).toEqual(messages);
    expect(answersOf(content)).toEqual(answers);
  });

  it.each(faults.filter(([, , messages]) => messages.length > 0))(
    '%s gets help, a reason and a fingerprint',
    (_, lines) => {
      for (const { findings } of read(text(...lines)).byDocument.values()) {
        for (const { help, why, fingerprint, excerpt } of findings) {
          expect(help).toMatch(/\.$|\?$/);
          expect(why).toMatch(/\.$/);
          expect(fingerprint).toMatch(/^[0-9a-f]{32}$/);
          expect(lines).toContain(excerpt);
        }
      }
    },
  );
});

it('counts the answers beside one that is not in its proper form', () => {
  const content = text(
    ...head,
    '  - requirement: summary-is-fair',
    '    outcome: mett',
    '    reviewed: 1',
    '  - x',
    ...titleMet,
  );
  expect(findingsOf(content)).toHaveLength(3);
  expect(answersOf(content)).toEqual(['title-is-plain met']);
});

it('suggests the requirement that was meant', () => {
  const content = text(
    ...head,
    '  - requirement: title-is-plan',
    '    outcome: met',
    `    reviewed: ${ofTitle}`,
  );
  expect(read(content).byDocument.get(0)?.findings[0]?.help).toBe('Write `title-is-plain` if that is meant.');
});

it('shows where the first of two answers stands', () => {
  const [finding] = read(text(...head, ...titleMet, ...titleMet)).byDocument.get(0)?.findings ?? [];
  expect(finding?.related).toMatchObject([
    { location: { path: 'a.review.yaml', range: { start: { line: 5 } } } },
  ]);
});

describe('a file with several descriptors', () => {
  const about = (id: string, ...lines: string[]): string => text('review: 1', `descriptor: ${id}`, ...lines);
  const signed = ['reviewer: Morag Example', 'date: 2026-11-20', 'answers:'];

  it('is reviewed document by document, in any order', () => {
    const content = `${about('award-b', ...signed, ...titleMet)}---\n${about('award-a', ...signed, ...titleMet)}`;
    expect(findingsOf(content, two)).toEqual([]);
    expect(answersOf(content, two, 0)).toEqual(['title-is-plain met']);
    expect(answersOf(content, two, 1)).toEqual(['title-is-plain met']);
  });

  it('needs reviews that say which descriptor they are about', () => {
    const content = text(...head, ...titleMet);
    expect(findingsOf(content, two)).toEqual([
      'a.review.yaml:1:1 review error The review does not say which of the 2 descriptors in the file it is about.',
    ]);
  });

  it('is not reviewed twice', () => {
    const once = about('award-a', ...signed, ...titleMet);
    expect(findingsOf(`${once}---\n${once}`, two)).toEqual([
      'a.review.yaml:11:13 review error The award `award-a` is reviewed a second time here, and these answers do not count.',
    ]);
    expect(answersOf(`${once}---\n${once}`, two, 0)).toEqual(['title-is-plain met']);
  });

  it('keeps the answers about one when the review of another is broken', () => {
    const content = `${about('award-a', ...signed, ...titleMet)}---\nreview: [1\n`;
    expect(answersOf(content, two, 0)).toEqual(['title-is-plain met']);
    expect(read(content, two).byDocument.get(0)?.findings).toEqual([]);
    expect(read(content, two).byDocument.get(1)?.findings).toHaveLength(1);
  });
});

it('takes a review that names an id for the award alone in its file that has lost its own', () => {
  const content = text('descriptor: award-a', ...head, ...titleMet);
  expect(findingsOf(content, [{ document: 0, id: undefined, data }])).toEqual([]);
});

it('has nothing to say where no descriptor could be read', () => {
  expect(read(text(...head, ...titleMet), []).byDocument.size).toBe(0);
});

it.each(['<script>alert(1)</script>', '\u202Eevil', 'a'.repeat(5_000), '__proto__', '`x`\\n'])(
  'takes whatever a hostile review names: %j',
  (name) => {
    const content = text(
      ...head,
      `  - requirement: ${JSON.stringify(name)}`,
      '    outcome: met',
      `    reviewed: ${other}`,
    );
    const messages = findingsOf(content);
    expect(messages).toHaveLength(1);
    expect(messages[0]).not.toMatch(/[\u202e\n]/);
    expect(messages[0]?.length).toBeLessThan(300);
  },
);
