import { describe, expect, it } from 'vitest';
import { sumAgrees } from '../../src/checks/sum-agrees.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = { parts: '/parts/*/hours', total: '/hours', tolerance: 1 };
const partsOf = (...hours: Json[]): Json => hours.map((part) => ({ hours: part }));

describe('sum-agrees', () => {
  it.each<[Json, string]>([
    [{ hours: 150, parts: partsOf(20, 90, 40) }, 'passed'],
    [{ hours: 0.3, parts: partsOf(0.1, 0.2) }, 'passed'],
    [{ hours: 100, parts: partsOf(99) }, 'passed'],
    [{ hours: 100, parts: partsOf(101) }, 'passed'],
    [{ hours: 100, parts: partsOf(98.99) }, 'failed'],
    [{ hours: 100, parts: partsOf(101.01) }, 'failed'],
    [{ hours: 100, parts: [] }, 'cantTell'],
    [{ hours: 100, parts: partsOf('20') }, 'cantTell'],
    [{ parts: partsOf(20) }, 'cantTell'],
    [7, 'cantTell'],
  ])('%j %s', (target, outcome) => {
    expect(judge(sumAgrees, target, options).outcome).toBe(outcome);
  });

  it('allows no difference unless told to', () => {
    const exact = { parts: options.parts, total: options.total };
    expect(judge(sumAgrees, { hours: 0.3, parts: partsOf(0.1, 0.2) }, exact).outcome).toBe('passed');
    expect(judge(sumAgrees, { hours: 100, parts: partsOf(33.3, 33.3, 33.3) }, exact)).toEqual({
      outcome: 'failed',
      faults: [{ at: '/hours', data: { sum: 99.9, total: 100 } }],
    });
  });
});
