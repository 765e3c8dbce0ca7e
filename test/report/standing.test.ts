import { describe, expect, it } from 'vitest';
import type { RequirementLevel, RequirementOutcome } from '../../src/conformance/framework.ts';
import type { AnswerOutcome } from '../../src/report/answer.ts';
import { standingOf, worstStanding } from '../../src/report/standing.ts';
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

describe('the standing of a requirement', () => {
  it.each([
    ['passed', 'met'],
    ['failed', 'not-met'],
    ['inapplicable', 'does-not-apply'],
    ['cantTell', 'cannot-be-told'],
    ['waived', 'waived'],
    ['needsReview', 'to-judge'],
    ['untested', 'untested'],
    ['reviewed', 'to-judge'],
  ] as const)('is for %s, where it is mandatory, %s', (outcome, standing) => {
    expect(standingOf(result('must', outcome))).toBe(standing);
  });

  it.each([
    ['must', 'met', 'met'],
    ['must', 'partly', 'partly-met'],
    ['must', 'not-met', 'not-met'],
    ['must', 'not-applicable', 'does-not-apply'],
    ['should', 'met', 'met'],
    ['should', 'partly', 'not-followed'],
    ['should', 'not-met', 'not-followed'],
    ['could', 'not-met', 'not-followed'],
    ['could', 'not-applicable', 'does-not-apply'],
  ] as const)('follows from the answer of a person: %s and %s give %s', (level, outcome, standing) => {
    expect(standingOf(answered(level, outcome))).toBe(standing);
  });

  it.each(['should', 'could'] as const)('is never “not met” for what %s hold', (level) => {
    expect(standingOf(result(level, 'failed'))).toBe('not-followed');
    expect(standingOf(result(level, 'waived'))).toBe('waived');
    expect(standingOf(result(level, 'cantTell'))).toBe('cannot-be-told');
  });

  it('does not take a stale answer for an answer', () => {
    const stale = { ...answered('must', 'not-met'), outcome: 'needsReview' } as const;
    expect(standingOf(stale)).toBe('to-judge');
  });
});

describe('the standing of several requirements', () => {
  it.each([
    ['nothing', [], 'does-not-apply'],
    ['one that is met', [result('must', 'inapplicable'), result('must', 'passed')], 'met'],
    [
      'a recommendation that is not met and one that cannot be told',
      [result('should', 'failed'), result('must', 'cantTell')],
      'not-followed',
    ],
    [
      'a mandatory one that is met in part and a recommendation that is not met',
      [answered('must', 'partly'), result('should', 'failed')],
      'partly-met',
    ],
    [
      'a mandatory one that is not met among others',
      [result('could', 'failed'), result('must', 'failed'), result('must', 'passed')],
      'not-met',
    ],
  ] as const)('is that of the worst: %s', (_what, results, standing) => {
    expect(worstStanding(results)).toBe(standing);
  });
});
