import { describe, expect, it } from 'vitest';
import { atMost } from '../../src/checks/at-most.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = {
  items: '/items/*',
  pairs: [
    { value: '/items/*/part', limit: '/whole', slack: 1 },
    { value: '/items/*/part', limit: '/items/*/most' },
    { value: '/whole', limit: '/items/*/most', unless: '/items/*/part' },
  ],
};

describe('at-most', () => {
  it.each<[string, Json, string[]]>([
    ['equal to the limit with its slack', { whole: 10, items: [{ part: 11 }] }, []],
    ['just above', { whole: 10, items: [{ part: 11.01 }] }, ['/items/0/part']],
    ['binary dust', { whole: 10, items: [{ part: 0.1 + 0.2, most: 0.3 }] }, []],
    [
      'one fault for each item',
      { whole: 1, items: [{ part: 5, most: 2 }, { part: 3 }] },
      ['/items/0/part', '/items/1/part'],
    ],
    [
      'the limit of its own item',
      { items: [{ part: 5, most: 6 }, { part: 7, most: 6 }, { most: 1 }] },
      ['/items/1/part'],
    ],
    [
      'a value of the top, told in the item',
      { whole: 10, items: [{ most: 9 }, { most: 9, part: 1 }] },
      ['/items/0/most'],
    ],
    ['nothing to compare', { whole: 'ten', items: [{ part: 5, most: null }, 7] }, []],
    ['no items', { whole: 10, items: 'none' }, []],
  ])('%s', (_name, target, told) => {
    const verdict = judge(atMost, target, options);
    expect(verdict.outcome === 'failed' ? verdict.faults.map(({ at }) => at) : []).toEqual(told);
  });

  it('names both fields', () => {
    const verdict = judge(atMost, { items: [{}, { part: 3, most: 2 }] }, options);
    expect(verdict.outcome === 'failed' && verdict.faults[0].data).toEqual({
      value: 3,
      limit: 2,
      field: 'items[1].part',
      limitField: 'items[1].most',
    });
  });
});
