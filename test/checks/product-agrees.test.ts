import { describe, expect, it } from 'vitest';
import { productAgrees } from '../../src/checks/product-agrees.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = { factors: ['/weeks', '/weekly'], total: '/hours', tolerance: 0.1 };

describe('product-agrees', () => {
  it.each<[Json, string]>([
    [{ weeks: 10, weekly: 10, hours: 100 }, 'passed'],
    [{ weeks: 12, weekly: 13, hours: 150 }, 'passed'],
    [{ weeks: 10, weekly: 11, hours: 100 }, 'passed'],
    [{ weeks: 10, weekly: 11.01, hours: 100 }, 'failed'],
    [{ weeks: 10, weekly: 9, hours: 100 }, 'passed'],
    [{ weeks: 10, weekly: 8.99, hours: 100 }, 'failed'],
    [{ weeks: 0, weekly: 10, hours: 100 }, 'failed'],
    [{ weeks: 10, weekly: 10, hours: 0 }, 'cantTell'],
    [{ weeks: 10, weekly: 10 }, 'cantTell'],
    [{ weeks: 10, hours: 100 }, 'cantTell'],
    [{ weekly: 10, hours: 100 }, 'cantTell'],
    [[], 'cantTell'],
  ])('%j %s', (target, outcome) => {
    expect(judge(productAgrees, target, options).outcome).toBe(outcome);
  });

  it('tells all numbers', () => {
    expect(judge(productAgrees, { weeks: 12, weekly: 10.4, hours: 150 }, options)).toEqual({
      outcome: 'failed',
      faults: [
        { at: '/hours', data: { first: 12, second: 10.4, product: 124.8, total: 150, percent: 16.8 } },
      ],
    });
  });
});
