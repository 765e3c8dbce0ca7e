import { describe, expect, it } from 'vitest';
import { sameRow } from '../../src/checks/same-row.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = {
  column: 'scale',
  value: 'level',
  others: '/others/*',
  rows: [
    { A: [3], B: [2], C: ['high'] },
    { A: [1, 2], B: [1, 0] },
    { A: [0], C: [] },
  ],
};

function target(scale: Json, level: Json, ...others: readonly (readonly [Json, Json])[]): Json {
  return { scale, level, others: others.map(([otherScale, other]) => ({ scale: otherScale, level: other })) };
}

describe('same-row', () => {
  it.each<[string, Json, string]>([
    ['the same row', target('A', 3, ['B', 2], ['C', 'high']), 'passed'],
    ['either of two', target('A', 1, ['B', 1], ['B', 0]), 'passed'],
    ['the other direction', target('B', 0, ['A', 2]), 'passed'],
    ['another row', target('A', 3, ['B', 1]), 'failed'],
    ['an empty cell', target('A', 0, ['C', 'high']), 'failed'],
    ['no such cell', target('A', 1, ['C', 'high']), 'failed'],
    ['a scale with itself', target('A', 1, ['A', 1]), 'passed'],
    ['a scale with its neighbour', target('A', 1, ['A', 2]), 'failed'],
    ['a scale that is not in the table', target('A', 1, ['D', 7], ['constructor', 1]), 'passed'],
    ['nothing to compare', target('A', 1), 'passed'],
    ['a value that is not in the table', target('A', 9, ['B', 1]), 'cantTell'],
    ['a scale of its own', target('D', 1, ['B', 1]), 'cantTell'],
    ['no scale', { level: 1, others: [] }, 'cantTell'],
    ['wrong types', { scale: 'A', level: 1, others: [7, null, { scale: 1, level: [] }] }, 'passed'],
  ])('%s', (_name, value, outcome) => {
    expect(judge(sameRow, value, options).outcome).toBe(outcome);
  });

  it('tells each wrong value with what stands in the row', () => {
    const own = { column: 'A', value: 1 };
    expect(judge(sameRow, target('A', 1, ['B', 2], ['B', 1], ['C', 'high']), options)).toEqual({
      outcome: 'failed',
      faults: [
        { at: '/others/0/level', data: { ...own, otherColumn: 'B', otherValue: 2, expected: '0 or 1' } },
        { at: '/others/2/level', data: { ...own, otherColumn: 'C', otherValue: 'high', expected: 'none' } },
      ],
    });
  });
});
