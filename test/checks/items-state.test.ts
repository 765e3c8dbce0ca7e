import { describe, expect, it } from 'vitest';
import { itemsState } from '../../src/checks/items-state.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = { list: '/in/list', fields: ['/name', '/what'] };

describe('items-state', () => {
  it.each<[string, Json, string, string[]]>([
    ['everything', { in: { list: [{ name: 'a', what: 0 }] } }, 'passed', []],
    ['no list at all', {}, 'failed', ['in.list']],
    ['an empty list', { in: { list: [] } }, 'failed', ['in.list']],
    ['a word in its place', { in: { list: 'none' } }, 'passed', []],
    ['a placeholder in its place', { in: { list: 'TBC' } }, 'cantTell', []],
    [
      'one field of one item',
      { in: { list: [{ name: 'a', what: 'b' }, { name: 'c' }] } },
      'failed',
      ['in.list[1].what'],
    ],
    [
      'both fields of an item',
      { in: { list: [{ more: 1 }] } },
      'failed',
      ['in.list[0].name and in.list[0].what'],
    ],
    ['a placeholder in an item', { in: { list: [{ name: 'TBC', what: 'b' }] } }, 'cantTell', []],
    ['a placeholder and a gap', { in: { list: [{ name: 'TBC' }] } }, 'failed', ['in.list[0].what']],
    ['an item of another form', { in: { list: [7] } }, 'failed', ['in.list[0].name and in.list[0].what']],
  ])('%s', (_name, target, outcome, fields) => {
    const verdict = judge(itemsState, target, options);
    expect(verdict.outcome).toBe(outcome);
    expect(verdict.outcome === 'failed' ? verdict.faults.map(({ data }) => data?.['field']) : []).toEqual(
      fields,
    );
  });

  it('points at the item', () => {
    const verdict = judge(itemsState, { in: { list: [{ more: 1 }, { name: 'a' }] } }, options);
    expect(verdict.outcome === 'failed' && verdict.faults.map(({ at, missing }) => [at, missing])).toEqual([
      ['/in/list/0', undefined],
      ['/in/list/1', 'what'],
    ]);
  });
});
