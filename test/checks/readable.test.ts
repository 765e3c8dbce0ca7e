import { expect, it } from 'vitest';
import { readable } from '../../src/checks/readable.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = { fields: ['/summary', '/content'], maximumAverage: 4, minimumSentences: 2 };

it.each<[string, Json, string]>([
  ['at the limit', { summary: 'One two three four. Five six seven eight.' }, 'passed'],
  ['above it', { summary: 'One two three four. Five six seven eight nine.' }, 'failed'],
  ['two texts together', { summary: 'One two three.', content: 'One two three four five six.' }, 'failed'],
  ['one sentence', { summary: 'One two three four five six seven.' }, 'cantTell'],
  ['entries of one or two words', { summary: 'None.', content: 'Not yet.' }, 'cantTell'],
  ['no text', { summary: 5 }, 'cantTell'],
  ['addresses', { summary: 'See here now https://a.example/b x@a.example. Four words are here.' }, 'passed'],
])('readable: %s', (_name, target, outcome) => {
  expect(judge(readable, target, options).outcome).toBe(outcome);
});

it('rounds up and points at the longest sentence', () => {
  const target = { summary: 'One two three four. One two three four.', content: 'One two three four five.' };
  expect(judge(readable, target, options)).toEqual({
    outcome: 'failed',
    faults: [{ at: '/content', data: { average: 4.4, longest: 5, field: 'content' } }],
  });
});
