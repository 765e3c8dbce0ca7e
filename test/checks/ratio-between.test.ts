import { describe, expect, it } from 'vitest';
import { ratioBetween } from '../../src/checks/ratio-between.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const tenfold = { numerator: '/hours', denominator: '/points', minimum: 10, maximum: 10 };
const weekly = { numerator: '/hours', denominator: '/weeks', stated: '/weekly', minimum: 0.5, maximum: 40 };

describe('ratio-between', () => {
  it.each<[Json, string]>([
    [{ hours: 100, points: 10 }, 'passed'],
    [{ hours: 3, points: 0.3 }, 'passed'],
    [{ hours: 99, points: 10 }, 'failed'],
    [{ hours: 101, points: 10 }, 'failed'],
    [{ hours: 0, points: 10 }, 'failed'],
    [{ hours: 100, points: 0 }, 'cantTell'],
    [{ hours: 100 }, 'cantTell'],
    [{ hours: '100', points: 10 }, 'cantTell'],
    ['text', 'cantTell'],
  ])('of one number only: %j %s', (target, outcome) => {
    expect(judge(ratioBetween, target, tenfold).outcome).toBe(outcome);
  });

  it.each<[number, string]>([
    [94.9, 'failed'],
    [95, 'passed'],
    [105, 'passed'],
    [105.1, 'failed'],
  ])('with a tolerance of five: %d %s', (hours, outcome) => {
    expect(judge(ratioBetween, { hours, points: 10 }, { ...tenfold, tolerance: 5 }).outcome).toBe(outcome);
  });

  it.each<[Json, string]>([
    [{ hours: 5, weeks: 10 }, 'passed'],
    [{ hours: 4.9, weeks: 10 }, 'failed'],
    [{ hours: 400, weeks: 10 }, 'passed'],
    [{ hours: 401, weeks: 10 }, 'failed'],
    [{ weekly: 40 }, 'passed'],
    [{ weekly: 41 }, 'failed'],
    [{ weekly: 10, hours: 1000, weeks: 1 }, 'passed'],
    [{ weekly: 'ten', hours: 1000, weeks: 1 }, 'failed'],
  ])('between bounds, or stated: %j %s', (target, outcome) => {
    expect(judge(ratioBetween, target, weekly).outcome).toBe(outcome);
  });

  it('tells the numbers and the nearest one that would do', () => {
    expect(judge(ratioBetween, { hours: 120, points: 10 }, tenfold)).toEqual({
      outcome: 'failed',
      faults: [{ at: '/hours', data: { numerator: 120, denominator: 10, ratio: 12, expected: 100 } }],
    });
    expect(judge(ratioBetween, { hours: 1, weeks: 3 }, weekly)).toEqual({
      outcome: 'failed',
      faults: [{ at: '/hours', data: { numerator: 1, denominator: 3, ratio: 0.33, expected: 1.5 } }],
    });
  });
});
