import { describe, expect, it } from 'vitest';
import { countBetween } from '../../src/checks/count-between.ts';
import { itemsStateAny } from '../../src/checks/items-state-any.ts';
import { notAllSame } from '../../src/checks/not-all-same.ts';
import { sumsTo } from '../../src/checks/sums-to.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const list = '/items';
const except = { field: '/kind', is: 'idle' };
const many = (count: number): Json => Array.from({ length: count }, () => ({}));

describe('count-between', () => {
  it.each<[Json, string]>([
    [many(1), 'failed'],
    [many(2), 'passed'],
    [many(3), 'passed'],
    [many(4), 'failed'],
    [[{}, {}, {}, { kind: 'idle' }], 'passed'],
    [{ a: 1, b: 2 }, 'failed'],
  ])('%j: %s', (items, outcome) => {
    expect(judge(countBetween, { items }, { list, except, minimum: 2, maximum: 3 }).outcome).toBe(outcome);
  });

  it('has no limits of its own', () => {
    expect(judge(countBetween, {}, { list }).outcome).toBe('passed');
    expect(judge(countBetween, { items: many(99) }, { list }).outcome).toBe('passed');
    expect(judge(countBetween, { items: many(2) }, { list, maximum: 1 })).toEqual({
      outcome: 'failed',
      faults: [{ at: list, data: { count: 2 } }],
    });
  });
});

describe('not-all-same', () => {
  it.each<[Json, string]>([
    [[{ kind: 'a' }, { kind: 'a' }], 'failed'],
    [[{ kind: 'a' }, { kind: 'b' }], 'passed'],
    [[{ kind: 'a' }], 'passed'],
    [[{ kind: 1 }, { kind: 1 }], 'passed'],
    ['none', 'passed'],
  ])('%j: %s', (items, outcome) => {
    expect(judge(notAllSame, { items }, { list, field: '/kind' }).outcome).toBe(outcome);
  });
});

describe('sums-to', () => {
  const options = { list, except, amount: '/share', total: 100, tolerance: 0.01 };

  it.each<[Json, string, string]>([
    [[{ share: 60 }, { share: 40 }], 'passed', ''],
    [[{ share: 33.33 }, { share: 33.33 }, { share: 33.33 }], 'passed', ''],
    [[{ share: 50 }, { share: 50.01 }], 'passed', ''],
    [[{ share: 50 }, { share: 50.02 }], 'failed', '/items'],
    [[{ share: 60 }, { share: 40 }, {}], 'passed', ''],
    [[{ share: 60 }, {}, {}], 'failed', '/items/1 (share)'],
    [[{ share: 60 }, { share: 40 }, { share: 9, kind: 'idle' }], 'passed', ''],
    [[{ share: 100, kind: 'idle' }], 'cantTell', ''],
    [[{ share: '100' }], 'cantTell', ''],
    ['all', 'cantTell', ''],
  ])('%j: %s %s', (items, outcome, place) => {
    const verdict = judge(sumsTo, { items }, options);
    const [fault] = verdict.outcome === 'failed' ? verdict.faults : [];
    expect(verdict.outcome).toBe(outcome);
    expect(fault === undefined ? '' : `${fault.at}${fault.missing ? ` (${fault.missing})` : ''}`).toBe(place);
  });

  it('gives the sum without the dust of binary fractions', () => {
    const verdict = judge(sumsTo, { items: [{ share: 0.1 }, { share: 0.2 }] }, options);
    expect(verdict.outcome === 'failed' && verdict.faults[0].data).toEqual({ sum: 0.3, total: 100 });
  });
});

describe('items-state-any', () => {
  const options = {
    list,
    except,
    fields: ['/mark', '/text'],
    values: [{ field: '/way', oneOf: ['x', 'y'] }],
    or: ['/whole'],
  };
  const said = { id: 'S', mark: 0 };

  it.each<[string, 'each' | 'one', Json, string[]]>([
    [
      'each says it in its way',
      'each',
      { items: [said, { text: 'so' }, { way: 'y' }, { kind: 'idle' }] },
      ['passed'],
    ],
    ['one does not', 'each', { items: [said, { id: 'T', way: 'z' }] }, ['/items/1 T']],
    ['two do not', 'each', { items: [said, { id: 'T' }, {}] }, ['/items/1 T', '/items/2 3']],
    ['none does', 'each', { items: [{ id: 'T' }, { text: ' ' }, { kind: 'idle', mark: 1 }] }, ['/items T,2']],
    ['the only one does not', 'each', { items: [{ id: 'T' }] }, ['/items/0 T']],
    ['the whole says it', 'each', { items: [{}], whole: 'so' }, ['passed']],
    ['a placeholder', 'each', { items: [{ text: 'TBC' }, said] }, ['cantTell']],
    ['nothing but a placeholder', 'each', { items: [{ way: 'TBC' }] }, ['cantTell']],
    ['a placeholder beside a fault', 'each', { items: [{ text: 'TBC' }, {}] }, ['/items/1 2']],
    ['a placeholder for the whole', 'each', { items: [{}], whole: 'TBC' }, ['cantTell']],
    ['one is enough', 'one', { items: [{}, said] }, ['passed']],
    ['not even one', 'one', { items: [{ id: 'T' }] }, ['/items T']],
    [
      'only one that does not count',
      'one',
      { items: [{ id: 'T' }, { kind: 'idle', mark: 1 }] },
      ['/items T'],
    ],
    ['one is a placeholder', 'one', { items: [{ text: 'TBC' }, {}] }, ['cantTell']],
    ['one is a placeholder, another is enough', 'one', { items: [{ text: 'TBC' }, said] }, ['passed']],
    ['no items', 'one', { items: 'none' }, ['passed']],
  ])('%s (%s)', (_name, need, target, expected) => {
    const verdict = judge(itemsStateAny, target, { ...options, need });
    const told =
      verdict.outcome === 'failed'
        ? verdict.faults.map(({ at, data }) => `${at} ${data?.['items']}`)
        : [verdict.outcome];
    expect(told).toEqual(expected);
  });
});
