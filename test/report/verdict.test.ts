import { describe, expect, it } from 'vitest';
import type { Framework, Requirement } from '../../src/conformance/framework.ts';
import type { Outcome } from '../../src/conformance/rule.ts';
import { startOfText } from '../../src/descriptor/finding.ts';
import { formFinding } from '../../src/descriptor/form-fault.ts';
import type { Answer } from '../../src/report/answer.ts';
import { conformanceOf } from '../../src/report/verdict.ts';

const base = { principle: 'p', text: 'Something holds.' };
const byRule = (level: Requirement['level'], ...rules: string[]): Requirement => ({
  ...base,
  id: `${level}-${rules.join('-')}`,
  level,
  rules,
});
const byPerson = (level: Requirement['level']): Requirement => ({
  ...base,
  id: `${level}-question`,
  level,
  review: { question: 'Does it hold?', guidance: 'Look.', concerns: ['/title'] },
});
const framework = (...requirements: Requirement[]): Framework => ({
  id: 'f',
  title: 'F',
  version: '1.0.0',
  date: '2026-01-01',
  about: '',
  principles: [{ id: 'p', title: 'P', about: '' }],
  requirements,
});
const results = (outcomes: Record<string, Outcome>) => ({
  findings: [],
  rules: Object.entries(outcomes).map(([rule, outcome]) => ({
    rule,
    outcome,
    findings: [],
    ...(outcome === 'cantTell' ? { reason: 'Because.' } : {}),
  })),
});
const answer = (outcome: Answer['outcome']): Answer => ({
  requirement: 'must-question',
  outcome,
  reviewer: 'R',
  date: '2026-01-01',
});

describe('the verdict', () => {
  it.each([
    [
      'everything met',
      [byRule('must', 'a'), byRule('should', 'b')],
      { a: 'passed', b: 'passed' },
      'conforms',
    ],
    [
      'something mandatory failed',
      [byRule('must', 'a'), byRule('must', 'b')],
      { a: 'failed', b: 'cantTell' },
      'does-not-conform',
    ],
    [
      'something recommended failed',
      [byRule('must', 'a'), byRule('should', 'b')],
      { a: 'passed', b: 'failed' },
      'conforms-with-advice',
    ],
    [
      'something possible failed',
      [byRule('must', 'a'), byRule('could', 'b')],
      { a: 'passed', b: 'failed' },
      'conforms-with-advice',
    ],
    [
      'something mandatory cannot be told',
      [byRule('must', 'a'), byRule('must', 'b')],
      { a: 'passed', b: 'cantTell' },
      'undecided',
    ],
    [
      'something recommended cannot be told',
      [byRule('must', 'a'), byRule('should', 'b')],
      { a: 'passed', b: 'cantTell' },
      'conforms',
    ],
    ['nothing applies', [byRule('must', 'a')], { a: 'inapplicable' }, 'undecided'],
    [
      'the worst rule of a requirement counts',
      [byRule('must', 'a', 'b')],
      { a: 'passed', b: 'failed' },
      'does-not-conform',
    ],
    [
      'an inapplicable rule beside a passed one',
      [byRule('must', 'a', 'b')],
      { a: 'passed', b: 'inapplicable' },
      'conforms',
    ],
    ['a rule that was not run', [byRule('must', 'a'), byRule('must', 'b')], { a: 'passed' }, 'undecided'],
    ['an open mandatory question', [byRule('must', 'a'), byPerson('must')], { a: 'passed' }, 'undecided'],
    ['an open recommended question', [byRule('must', 'a'), byPerson('should')], { a: 'passed' }, 'conforms'],
    [
      'something mandatory untested',
      [byRule('must', 'a'), { ...base, id: 'u', level: 'must', untested: 'No data.' }],
      { a: 'passed' },
      'undecided',
    ],
  ] as const)('%s', (_why, requirements, outcomes, verdict) => {
    expect(conformanceOf(results(outcomes), framework(...requirements)).verdict).toBe(verdict);
  });

  it.each([
    ['met', 'conforms'],
    ['not-applicable', 'conforms'],
    ['partly', 'does-not-conform'],
    ['not-met', 'does-not-conform'],
  ] as const)('with a mandatory question answered "%s"', (outcome, verdict) => {
    const conformance = conformanceOf(
      results({ a: 'passed' }),
      framework(byRule('must', 'a'), byPerson('must')),
      [answer(outcome)],
    );
    expect(conformance.verdict).toBe(verdict);
    expect(conformance.requirements[1]).toMatchObject({ outcome: 'reviewed', answer: { reviewer: 'R' } });
  });

  it('is undecided while the form is at fault, although everything else is met', () => {
    const fault = { kind: 'schema', message: '', help: '', data: {}, pointer: '/titel' } as const;
    const findings = [formFinding(fault, { path: 'a.yaml', document: 0, range: startOfText, excerpt: '' })];
    expect(
      conformanceOf({ ...results({ a: 'passed' }), findings }, framework(byRule('must', 'a'))).verdict,
    ).toBe('undecided');
    expect(
      conformanceOf({ ...results({ a: 'failed' }), findings }, framework(byRule('must', 'a'))).verdict,
    ).toBe('does-not-conform');
  });

  it('does not count an answer that has gone stale, and says why', () => {
    const stale = { ...answer('met'), isStale: true } as const;
    const conformance = conformanceOf(
      results({ a: 'passed' }),
      framework(byRule('must', 'a'), byPerson('must')),
      [stale],
    );
    expect(conformance.verdict).toBe('undecided');
    expect(conformance.requirements[1]).toMatchObject({
      outcome: 'needsReview',
      reason: expect.stringContaining('changed'),
      answer: { reviewer: 'R', isStale: true },
    });
  });

  it('says who asserts each outcome, as EARL does', () => {
    const conformance = conformanceOf(
      results({ a: 'passed', b: 'failed', c: 'inapplicable', d: 'cantTell' }),
      framework(
        ...['a', 'b', 'c', 'd'].map((rule) => byRule('should', rule)),
        byPerson('must'),
        byPerson('should'),
        { ...base, id: 'u', level: 'could', untested: 'No data.' },
      ),
      [answer('met')],
    );
    expect(conformance.requirements.map(({ mode }) => mode)).toEqual([
      'automatic',
      'automatic',
      'automatic',
      'automatic',
      'manual',
      undefined,
      undefined,
    ]);
  });

  it('counts the outcomes of each principle', () => {
    const conformance = conformanceOf(
      results({ a: 'failed', b: 'failed', c: 'passed' }),
      framework(byRule('must', 'a'), byRule('should', 'b'), byRule('must', 'c'), byPerson('must')),
    );
    expect(conformance.principles).toEqual([
      {
        principle: 'p',
        failedMust: 1,
        // 3 of 3 + 2 + 3 + 3.
        score: { met: 3, of: 11, percent: 27 },
        outcomes: {
          passed: 1,
          failed: 2,
          inapplicable: 0,
          cantTell: 0,
          waived: 0,
          needsReview: 1,
          reviewed: 0,
          untested: 0,
        },
      },
    ]);
  });
});
