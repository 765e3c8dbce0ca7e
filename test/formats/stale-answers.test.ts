import { expect, it } from 'vitest';
import { plainStyle } from '../../src/cli/style.ts';
import { isStaleAnswer, staleQuestionWords } from '../../src/formats/stale-answers.ts';
import { text } from '../../src/formats/text.ts';
import {
  exampleAnswer,
  exampleDescriptor,
  exampleFinding,
  exampleReport,
  exampleStaleFinding,
} from './example-report.ts';

it.each([
  ['an answer that is older than what it concerns', exampleStaleFinding('title-is-fair'), true],
  ['an unknown requirement', exampleFinding({ rule: 'review', severity: 'warning' }), false],
  ['a review that is unsound', exampleFinding({ rule: 'review', severity: 'error' }), false],
  ['a rule that does not hold', exampleFinding({ rule: 'points', severity: 'warning' }), false],
])('tells a stale answer from other findings: %s', (_what, finding, isStale) => {
  expect(isStaleAnswer(finding)).toBe(isStale);
});

it.each([
  ['title-is-fair', 'mandatory question'],
  ['hours-are-fair', 'recommended question'],
  ['unheard-of', undefined],
])('says how much the question %s weighs', (requirement, words) => {
  const [descriptor = { conformance: [] }] = exampleReport([exampleDescriptor()]).descriptors;
  expect(staleQuestionWords(exampleStaleFinding(requirement), descriptor)).toBe(words);
});

it('gives stale answers a block of their own in text', () => {
  const answers = [exampleAnswer('title-is-fair', { isStale: true }), exampleAnswer('hours-are-fair')];
  const judgementFindings = [exampleStaleFinding('title-is-fair')];
  const report = exampleReport([exampleDescriptor({ answers, judgementFindings })]);
  const written = [
    ...text.write(report, { style: plainStyle, width: 200, isQuiet: false, isVerbose: false }),
  ].join('');
  expect(written).toContain('To judge again (1)\n\n  ? The answer is older than the title.');
  expect(written).toContain('Do: Look at the title again.');
  expect(written).toContain('a.review.yaml, line 4, column 5 · mandatory question · review');
  expect(written).toContain('0 advised, 1 question for people (1 to judge again).');
  expect(written).not.toContain('Should be mended');
});
