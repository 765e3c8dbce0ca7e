import { describe, expect, it } from 'vitest';
import { partsAddUp } from '../../src/checks/parts-add-up.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = {
  parts: '/parts/*',
  amount: '/n',
  optional: '/free',
  total: '/sum',
  least: '/min',
  most: '/max',
};
const parts = [{ n: 10 }, { n: 5, free: true }, { n: 10, free: true }];

describe('parts-add-up', () => {
  it.each<[string, Json, Json]>([
    ['the exact sum', { sum: 15, parts: [{ n: 10 }, { n: 5, free: false }] }, 'passed'],
    ['binary dust', { sum: 0.3, parts: [{ n: 0.1 }, { n: 0.2 }] }, 'passed'],
    ['one too few', { sum: 14, parts: [{ n: 10 }, { n: 5 }] }, { field: 'sum', stated: 14, sum: '15' }],
    ['the smallest sum', { sum: 10, parts }, 'passed'],
    ['the largest sum', { sum: 25, parts }, 'passed'],
    ['below the smallest', { sum: 9.5, parts }, { field: 'sum', stated: 9.5, sum: '10–25' }],
    ['above the largest', { sum: 25.5, parts }, { field: 'sum', stated: 25.5, sum: '10–25' }],
    ['ends that fit', { sum: 15, min: 15, max: 20, parts }, 'passed'],
    ['an end outside', { sum: 15, min: 15, max: 30, parts }, { field: 'max', stated: 30, sum: '10–25' }],
    [
      'a total outside its own ends',
      { sum: 12, min: 15, max: 20, parts },
      { field: 'sum', stated: 12, sum: '15–20' },
    ],
    ['only one end given', { sum: 12, min: 15, parts }, { field: 'sum', stated: 12, sum: '15' }],
    [
      'everything wrong is one fault',
      { sum: 40, min: 1, max: 50, parts },
      { field: 'sum', stated: 40, sum: '10–25' },
    ],
    ['an amount is missing', { sum: 10, parts: [{ n: 5 }, {}] }, 'cantTell'],
    ['an amount is no number', { sum: 10, parts: [{ n: '5' }] }, 'cantTell'],
    ['no total', { parts: [{ n: 5 }] }, 'passed'],
  ])('%s', (_name, target, expected) => {
    const verdict = judge(partsAddUp, target, options);
    expect(verdict.outcome === 'failed' ? verdict.faults.map(({ data }) => data) : verdict.outcome).toEqual(
      typeof expected === 'string' ? expected : [expected],
    );
  });
});
