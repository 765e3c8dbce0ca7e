import { describe, expect, it } from 'vitest';
import { ratesAgree } from '../../src/checks/rates-agree.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = {
  amount: '/points',
  units: ['/scheme', '/framework'],
  others: '/others',
  otherAmount: 'points',
  otherUnit: 'scheme',
  rates: { A: 2, B: 1 },
  tolerance: 0.25,
};

describe('rates-agree', () => {
  it.each<[Json, string]>([
    [{ points: 15, scheme: 'A', others: [{ scheme: 'B', points: 7.5 }] }, 'passed'],
    [{ points: 15, scheme: 'A', others: [{ scheme: 'B', points: 7.75 }] }, 'passed'],
    [{ points: 15, scheme: 'A', others: [{ scheme: 'B', points: 7.76 }] }, 'failed'],
    [{ points: 15, scheme: 'A', others: [{ scheme: 'B', points: 7.24 }] }, 'failed'],
    [{ points: 15, framework: 'A', others: [{ scheme: 'B', points: 15 }] }, 'failed'],
    [{ points: 15, scheme: 'B', framework: 'A', others: [{ scheme: 'A', points: 30 }] }, 'passed'],
    [{ points: 15, scheme: 'B', others: [{ scheme: 'A', points: 30.5 }] }, 'passed'],
    [{ points: 15, scheme: 'B', others: [{ scheme: 'A', points: 30.6 }] }, 'failed'],
    [{ points: 15, scheme: 'A', others: [{ scheme: 'A', points: 16 }] }, 'failed'],
    [{ points: 15, scheme: 'A', others: [{ scheme: 'C', points: 1 }, { scheme: 'B' }, 7] }, 'passed'],
    [{ points: 15, scheme: 'C', framework: 'A', others: [{ scheme: 'B', points: 1 }] }, 'cantTell'],
    [{ scheme: 'A', others: [{ scheme: 'B', points: 1 }] }, 'cantTell'],
    [{ points: 15, scheme: 'constructor', others: [] }, 'cantTell'],
  ])('%j %s', (target, outcome) => {
    expect(judge(ratesAgree, target, options).outcome).toBe(outcome);
  });

  it('tells what would be right', () => {
    const target = { points: 15, scheme: 'A', others: [{ scheme: 'B', points: 15 }] };
    expect(judge(ratesAgree, target, options)).toEqual({
      outcome: 'failed',
      faults: [
        { at: '/others/0/points', data: { amount: 15, unit: 'A', other: 15, otherUnit: 'B', expected: 7.5 } },
      ],
    });
  });
});
