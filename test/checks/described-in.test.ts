import { expect, it } from 'vitest';
import { describedIn } from '../../src/checks/described-in.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = {
  field: '/content',
  texts: ['/content/summary'],
  items: '/content/topics/*',
  minimumWords: 4,
  minimumItems: 2,
};

it.each<[string, Json, string]>([
  ['enough words', { content: { summary: 'one two three four' } }, 'passed'],
  ['enough items', { content: { topics: ['a', 'b'] } }, 'passed'],
  ['enough words with those of the items', { content: { summary: 'a b', topics: ['c d'] } }, 'passed'],
  ['one word less', { content: { summary: 'one two three' } }, 'failed'],
  ['one item less', { content: { topics: ['a'] } }, 'failed'],
  ['empty items', { content: { topics: ['a', ' '] } }, 'failed'],
  ['values of other types', { content: { summary: 5, topics: 'a b c d e' } }, 'failed'],
  ['nothing', {}, 'failed'],
  ['a placeholder', { content: { topics: ['a', 'TBC'] } }, 'cantTell'],
  ['a placeholder beside enough', { content: { summary: 'TBC', topics: ['a', 'b'] } }, 'passed'],
])('described-in: %s', (_name, target, outcome) => {
  expect(judge(describedIn, target, options).outcome).toBe(outcome);
});

it('counts what there is, at the group or where the group is missing', () => {
  expect(judge(describedIn, { content: { topics: ['a b'] } }, options)).toEqual({
    outcome: 'failed',
    faults: [{ at: '/content', data: { field: 'content', words: 2, items: 1 } }],
  });
  expect(judge(describedIn, {}, options)).toEqual({
    outcome: 'failed',
    faults: [{ at: '', missing: 'content', data: { field: 'content', words: 0, items: 0 } }],
  });
});
