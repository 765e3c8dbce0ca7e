import { expect, it } from 'vitest';
import type { RequirementLevel, RequirementOutcome } from '../../src/conformance/framework.ts';
import { startOfText } from '../../src/descriptor/finding.ts';
import { formFinding } from '../../src/descriptor/form-fault.ts';
import { verdictReasons } from '../../src/formats/verdict-reasons.ts';
import type { AnswerOutcome } from '../../src/report/answer.ts';
import type { RequirementResult } from '../../src/report/verdict.ts';

function result(
  level: RequirementLevel,
  outcome: RequirementOutcome,
  answer?: AnswerOutcome,
): RequirementResult {
  const given = { requirement: 'r', outcome: answer ?? 'met', reviewer: 'R', date: '2026-01-01' };
  return {
    requirement: 'r',
    principle: 'p',
    level,
    outcome,
    ...(answer === undefined ? {} : { answer: given }),
  };
}
const fault = formFinding(
  { kind: 'schema', message: '', help: '', data: {}, pointer: '' },
  { path: 'a', document: 0, range: startOfText, excerpt: '' },
);

it.each<[string, RequirementResult[], string]>([
  ['everything met', [result('must', 'passed')], 'Everything that applies is met.'],
  ['everything met by a person', [result('must', 'reviewed', 'met')], 'Everything that applies is met.'],
  ['nothing that applies', [result('must', 'inapplicable')], 'Nothing in it was found to hold.'],
  [
    'nothing that a person finds to apply',
    [result('must', 'reviewed', 'not-applicable')],
    'Nothing in it was found to hold.',
  ],
  [
    'one failure',
    [result('must', 'failed'), result('must', 'passed')],
    '1 mandatory requirement is not met.',
  ],
  [
    'a failure by a person’s answer',
    [result('must', 'reviewed', 'partly')],
    '1 mandatory requirement is not met.',
  ],
  [
    'failures of every weight, and a waiver',
    [
      result('must', 'failed'),
      result('must', 'failed'),
      result('should', 'failed'),
      result('could', 'failed'),
      result('must', 'waived'),
    ],
    '2 mandatory requirements are not met; 1 recommendation is not met; 1 possible improvement is not made; 1 requirement is not met but waived.',
  ],
  [
    'what is open',
    [
      result('must', 'cantTell'),
      result('should', 'untested'),
      result('must', 'needsReview'),
      result('should', 'needsReview'),
    ],
    '1 requirement cannot be told (1 mandatory); 1 requirement is not tested; 2 questions are for a person to judge (1 mandatory).',
  ],
  [
    'an answer that has gone stale',
    [result('should', 'needsReview', 'met')],
    '1 question is for a person to judge (1 once more, as what it concerns has changed).',
  ],
])('tells of %s', (_what, requirements, sentence) => {
  expect(verdictReasons({ requirements }, { findings: [], status: 'checked' })).toBe(sentence);
});

it('tells of the form, and of nothing else when nothing could be read', () => {
  const requirements = [result('must', 'passed')];
  expect(verdictReasons({ requirements }, { findings: [fault], status: 'checked' })).toBe(
    'The form is at fault in 1 place.',
  );
  expect(verdictReasons({ requirements }, { findings: [fault], status: 'unreadable' })).toBe(
    'It could not be read, so nothing in it was judged.',
  );
});
