import { describe, expect, it } from 'vitest';
import { coversAll } from '../../src/checks/covers-all.ts';
import { meantId } from '../../src/checks/meant-id.ts';
import { refersToKnown } from '../../src/checks/refers-to-known.ts';
import type { Verdict } from '../../src/conformance/check.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = {
  things: '/things',
  list: '/items',
  references: '/refs',
  except: { field: '/kind', is: 'idle' },
};
const ids = (...names: (string | null)[]): Json => names.map((id) => (id === null ? {} : { id }));

/** `place data` for each fault, or the outcome. */
function told(verdict: Verdict, name: string): string[] {
  if (verdict.outcome !== 'failed') return [verdict.outcome];
  return verdict.faults.map(({ at, data }) => `${at} ${data?.[name]}`);
}

describe('covers-all', () => {
  it.each<[string, Json, Json, string[]]>([
    ['all are named', ids('a1', 'a2'), [{ refs: ['a1'] }, { refs: ['a2'] }], ['passed']],
    ['one is left out', ids('a1', 'a2'), [{ refs: ['a1'] }], ['/things/1 a2']],
    [
      'an idle item does not count',
      ids('a1', 'a2'),
      [{ refs: ['a1'] }, { kind: 'idle', refs: ['a2'] }],
      ['/things/1 a2'],
    ],
    ['none is named at all', ids('a1', 'a2'), [{}, { refs: [] }], ['/items a1,a2']],
    ['an item that counts names none', ids('a1', 'a2'), [{ refs: ['a1'] }, {}], ['cantTell']],
    ['an idle item names none', ids('a1', 'a2'), [{ refs: ['a1'] }, { kind: 'idle' }], ['/things/1 a2']],
    ['a placeholder', ids('a1', 'a2'), [{ refs: ['a1', 'TBC'] }], ['cantTell']],
    ['only a placeholder', ids('a1'), [{ refs: ['TBC'] }], ['cantTell']],
    ['an unknown id for the one left out', ids('a1', 'a2'), [{ refs: ['a1', 'b9'] }], ['cantTell']],
    ['one unknown id for two', ids('a1', 'a2', 'a3'), [{ refs: ['a1', 'A2'] }], ['/things/2 a3']],
    [
      'the unknown id of an idle item',
      ids('a1', 'a2'),
      [{ refs: ['a1'] }, { kind: 'idle', refs: ['A2'] }],
      ['/things/1 a2'],
    ],
    [
      'an unknown id of both',
      ids('a1', 'a2'),
      [{ kind: 'idle', refs: ['A2'] }, { refs: ['a1', 'A2'] }],
      ['cantTell'],
    ],
    ['a thing without an id', ids('a1', null), [{ refs: ['a1'] }], ['cantTell']],
    ['a thing with a placeholder for an id', ids('a1', 'tbc'), [{ refs: ['a1'] }], ['cantTell']],
    ['two things with one id', ids('a1', 'a1'), [{ refs: ['a1'] }], ['cantTell']],
    ['two things with one id, and left out', ids('a1', 'a1', 'a2'), [{ refs: ['a2'] }], ['/things/0 a1']],
    ['values of other types', [{ id: 7 }, 'a', null], [{ refs: 'a' }, { refs: [7, null] }, 7], ['cantTell']],
  ])('%s', (_name, things, items, expected) => {
    expect(told(judge(coversAll, { things, items }, options), 'ids')).toEqual(expected);
  });
});

describe('refers-to-known', () => {
  const known = { ...options, nothing: 'nothing' };

  it.each<[string, Json, Json, string[]]>([
    ['all are known', ids('a1', 'a2'), [{ refs: ['a1', 'a2'] }], ['passed']],
    ['an unknown one', ids('a1', 'a2'), [{ refs: ['a1', 'a3'] }], ['/items/0/refs/1 a3']],
    ['an unknown one twice', ids('a1'), [{ refs: ['b'] }, { refs: ['b', 'a1'] }], ['/items/0/refs/0 b']],
    [
      'an item without any',
      ids('a1'),
      [{ refs: ['a1'] }, {}, { kind: 'idle', refs: [] }],
      ['/items/1 nothing', '/items/2 nothing'],
    ],
    ['no item has any', ids('a1'), [{}, { refs: [] }], ['cantTell']],
    ['nothing to refer to', ids(null), [{ refs: ['a1'] }], ['cantTell']],
    ['as many unknown ones as things without an id', ids('a1', null), [{ refs: ['a1', 'a2'] }], ['cantTell']],
    [
      'more unknown ones than that',
      ids('a1', null),
      [{ refs: ['b', 'c'] }],
      ['/items/0/refs/0 b', '/items/0/refs/1 c'],
    ],
    ['a placeholder', ids('a1'), [{ refs: ['a1'] }, { refs: ['TBC'] }], ['cantTell']],
    ['values of other types', ids('a1'), [{ refs: ['a1', 7] }, { refs: { x: 1 } }], ['/items/1 nothing']],
  ])('%s', (_name, things, items, expected) => {
    expect(told(judge(refersToKnown, { things, items }, known), 'reference')).toEqual(expected);
  });

  it('says who refers to what, and what was probably meant', () => {
    const things = ids('LO1', 'LO2');
    const verdict = judge(
      refersToKnown,
      { things, items: [{ id: 'A1', refs: ['L02'] }, { refs: ['x'] }] },
      known,
    );
    expect(verdict.outcome === 'failed' && verdict.faults.map(({ data }) => data)).toEqual([
      { item: 'A1', reference: 'L02', listed: ['LO1', 'LO2'], meant: 'LO2' },
      { item: '2', reference: 'x', listed: ['LO1', 'LO2'], meant: ['LO1', 'LO2'] },
    ]);
  });
});

describe('meantId', () => {
  it.each([
    ['lo1', 'LO1'],
    ['LO-1', 'LO1'],
    ['L01', 'LO1'],
    ['LOl', 'LO1'],
    ['1', 'LO1'],
    ['Outcome 2', 'LO2'],
    ['LO02', 'LO2'],
    ['LO3', undefined],
    ['LO22', undefined],
    ['LO1.2', undefined],
    ['', undefined],
    ['x'.repeat(5000), undefined],
  ])('%s', (written, meant) => {
    expect(meantId(written, ['LO1', 'LO2'])).toBe(meant);
  });

  it('is not sure between two with the same number', () => {
    expect(meantId('3', ['K3', 'S3'])).toBeUndefined();
    expect(meantId('comunication', ['communication', 'practice'])).toBe('communication');
  });
});
