import { describe, expect, it } from 'vitest';
import { belowThresholds } from '../../src/checks/below-thresholds.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = {
  fields: { level: '/level', total: '/points' },
  rows: [
    { award: 'small', level: 9, total: 360 },
    { award: 'large', level: 11, total: 180 },
  ],
  at: '/points',
};

describe('below-thresholds', () => {
  it.each<[Json, string]>([
    [{ level: 9, points: 359 }, 'passed'],
    [{ level: 8, points: 999 }, 'passed'],
    [{ level: 10, points: 180 }, 'passed'],
    [{ level: 11, points: 179 }, 'passed'],
    [{ level: 9, points: 360 }, 'failed'],
    [{ level: 12, points: 180 }, 'failed'],
    [{ level: 9 }, 'cantTell'],
    [{ level: '9', points: 360 }, 'cantTell'],
    [false, 'cantTell'],
  ])('%j %s', (target, outcome) => {
    expect(judge(belowThresholds, target, options).outcome).toBe(outcome);
  });

  it('tells the last row that is reached', () => {
    expect(judge(belowThresholds, { level: 11, points: 400 }, options)).toEqual({
      outcome: 'failed',
      faults: [
        {
          at: '/points',
          data: { award: 'large', level: 11, total: 180, givenLevel: 11, givenTotal: 400 },
        },
      ],
    });
  });

  it('is never reached by a row without a threshold', () => {
    const rows = [{ award: 'vague', level: 9 }];
    expect(judge(belowThresholds, { level: 12, points: 999 }, { ...options, rows }).outcome).toBe('passed');
  });
});
