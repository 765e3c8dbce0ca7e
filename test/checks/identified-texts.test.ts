import { describe, expect, it } from 'vitest';
import { identifiedTexts } from '../../src/checks/identified-texts.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = {
  list: '/items',
  minimum: 2,
  maximum: 3,
  says: {
    item: 'Item',
    every: 'Every item',
    noId: 'noId',
    noText: 'noText',
    neither: 'neither',
    sameId: 'sameId',
    short: 'short',
    long: 'long',
  },
};

/** `place: who fault` for each fault. */
function told(items: Json): string[] {
  const verdict = judge(identifiedTexts, { items }, options);
  if (verdict.outcome !== 'failed') return [verdict.outcome];
  return verdict.faults.map(({ at, missing, data }) => {
    const place = missing === undefined ? at : `${at} (${missing})`;
    return `${place}: ${data?.['who']} ${data?.['fault']}`;
  });
}

describe('identified-texts', () => {
  it.each<[string, Json, string[]]>([
    [
      'all is well',
      [
        { id: 'a', text: 'one two' },
        { id: 'b', text: 'one two three' },
      ],
      ['passed'],
    ],
    ['a text one word short', [{ id: 'a', text: 'one –' }], ['/items/0/text: Item 1 short']],
    ['a text one word long', [{ id: 'a', text: '1 2 3 4' }], ['/items/0/text: Item 1 long']],
    ['no id', [{ text: 'one two' }, { id: 'b', text: 'one two' }], ['/items/0 (id): Item 1 noId']],
    ['the only one has no id', [{ text: 'one two' }], ['/items/0 (id): Item 1 noId']],
    [
      'none has an id',
      [{ text: 'one two' }, { id: '' }],
      ['/items: Every item noId', '/items/1 (text): Item 2 noText'],
    ],
    ['no text', [{ id: 'a' }], ['/items/0 (text): Item 1 noText']],
    ['nothing', [{}, { id: 'b', text: 'one two' }], ['/items/0 (id): Item 1 neither']],
    [
      'one id for different texts',
      [{ id: 'a', text: 'one two' }, { id: 'a', text: 'three four' }, { id: 'a' }],
      ['/items/2 (text): Item 3 noText', '/items/1/id: Item 2 sameId', '/items/2/id: Item 3 sameId'],
    ],
    [
      'the same item twice',
      [
        { id: 'a', text: 'One two.' },
        { id: 'a', text: 'one, two' },
      ],
      ['passed'],
    ],
    ['a placeholder', [{ id: 'a', text: 'TBC' }], ['cantTell']],
    ['nothing but a placeholder', [{ text: 'TBC' }], ['cantTell']],
    [
      'a placeholder beside a fault',
      [
        { id: 'a', text: 'TBC' },
        { id: 'b', text: 'one' },
      ],
      ['/items/1/text: Item 2 short'],
    ],
    [
      'values of other types',
      [7, { id: 7, text: ['x'] }, null],
      ['/items/0 (id): Item 1 neither', '/items/2 (id): Item 3 neither'],
    ],
    ['an object in place of the list', { a: {} }, ['passed']],
  ])('%s', (_name, items, expected) => {
    expect(told(items)).toEqual(expected);
  });
});
