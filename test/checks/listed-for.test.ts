import { describe, expect, it } from 'vitest';
import { listedFor } from '../../src/checks/listed-for.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = { field: '/level', by: '/framework', table: { A: [1, 2, 3], B: ['entry', 1] } };

describe('listed-for', () => {
  it.each<[Json, string]>([
    [{ framework: 'A', level: 1 }, 'passed'],
    [{ framework: 'A', level: 3 }, 'passed'],
    [{ framework: 'A', level: 4 }, 'failed'],
    [{ framework: 'A', level: 1.5 }, 'failed'],
    [{ framework: 'A', level: '1' }, 'failed'],
    [{ framework: 'A', level: 'entry' }, 'failed'],
    [{ framework: 'B', level: 'entry' }, 'passed'],
    [{ framework: 'C', level: 1 }, 'cantTell'],
    [{ framework: 'constructor', level: 1 }, 'cantTell'],
    [{ framework: 'A' }, 'cantTell'],
    [{ level: 1 }, 'cantTell'],
    [null, 'cantTell'],
  ])('%j %s', (target, outcome) => {
    expect(judge(listedFor, target, options).outcome).toBe(outcome);
  });

  it('tells the ends of the list', () => {
    expect(judge(listedFor, { framework: 'A', level: 9 }, options)).toEqual({
      outcome: 'failed',
      faults: [{ at: '/level', data: { value: 9, by: 'A', first: 1, last: 3 } }],
    });
  });
});
