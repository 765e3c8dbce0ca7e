import { describe, expect, it } from 'vitest';
import { isSpecific } from '../../src/checks/is-specific.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = { field: '/title', maximumWords: 4, generic: ['module', 'short course'] };

describe('is-specific', () => {
  it.each<[Json, string]>([
    ['Data Analysis', 'passed'],
    ['One two three four', 'passed'],
    ['One two three four five', 'failed'],
    ['One – two: three & four', 'passed'],
    ['One/two three four five', 'failed'],
    ["Women's self-help in practice", 'passed'],
    ['Module', 'failed'],
    ['MODULE 12.', 'failed'],
    ['Module IV', 'failed'],
    ['Module two', 'failed'],
    ['Short  Course 3b', 'failed'],
    ['Module 12345', 'passed'],
    ['Module: Bees', 'passed'],
    ['Short Course in Bees', 'passed'],
    ['Modules', 'passed'],
    ['TBC', 'cantTell'],
    [7, 'cantTell'],
  ])('%j %s', (title, outcome) => {
    expect(judge(isSpecific, { title }, options).outcome).toBe(outcome);
  });

  it('cites the text and counts its words', () => {
    expect(judge(isSpecific, { title: 'Short Course' }, options)).toEqual({
      outcome: 'failed',
      faults: [{ at: '/title', data: { text: 'Short Course', words: 2 } }],
    });
  });
});
