import { describe, expect, it } from 'vitest';
import type { RequirementLevel, RequirementOutcome } from '../../src/conformance/framework.ts';
import type { AnswerOutcome } from '../../src/report/answer.ts';
import { scoreOf } from '../../src/report/score.ts';
import type { RequirementResult } from '../../src/report/verdict.ts';

const result = (level: RequirementLevel, outcome: RequirementOutcome): RequirementResult => ({
  requirement: 'r',
  principle: 'p',
  level,
  outcome,
});
const answered = (level: RequirementLevel, outcome: AnswerOutcome): RequirementResult => ({
  ...result(level, 'reviewed'),
  answer: { requirement: 'r', outcome, reviewer: 'R', date: '2026-01-01' },
});

describe('the score', () => {
  it.each([
    ['nothing at all', [], { met: 0, of: 0 }],
    ['nothing that applies', [result('must', 'inapplicable')], { met: 0, of: 0 }],
    [
      'everything met',
      [result('must', 'passed'), result('could', 'passed')],
      { met: 4, of: 4, percent: 100 },
    ],
    [
      'weights of three, two and one',
      [result('must', 'passed'), result('should', 'failed'), result('could', 'failed')],
      { met: 3, of: 6, percent: 50 },
    ],
    [
      'what nobody has decided',
      [
        result('must', 'cantTell'),
        result('must', 'needsReview'),
        result('must', 'untested'),
        result('must', 'passed'),
      ],
      { met: 3, of: 12, percent: 25 },
    ],
    [
      'what is only waived',
      [result('must', 'waived'), result('must', 'passed')],
      { met: 3, of: 6, percent: 50 },
    ],
    ['an answer that it is met', [answered('must', 'met')], { met: 3, of: 3, percent: 100 }],
    ['an answer that it is partly met', [answered('must', 'partly')], { met: 1.5, of: 3, percent: 50 }],
    ['an answer that it is not met', [answered('must', 'not-met')], { met: 0, of: 3, percent: 0 }],
    [
      'an answer that it does not apply',
      [answered('must', 'not-applicable'), result('should', 'passed')],
      { met: 2, of: 2, percent: 100 },
    ],
    [
      'a hair less than everything',
      [...Array(400).fill(result('must', 'passed')), result('could', 'failed')],
      { met: 1200, of: 1201, percent: 99 },
    ],
  ] as const)('of %s', (_what, results, score) => {
    expect(scoreOf(results)).toEqual(score);
  });
});
