import { describe, expect, it } from 'vitest';
import { hasWordsFor } from '../../src/checks/has-words-for.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = {
  text: '/title',
  words: [
    { of: '/size', cases: [{ below: 121, words: ['Small'] }, { words: ['Large'] }] },
    {
      of: '/level',
      cases: [{ value: 'entry', words: ['Entry Level', 'Entry #'] }, { words: ['Level {value}'] }],
    },
  ],
};

describe('has-words-for', () => {
  it.each<[Json, string]>([
    [{ title: 'A Small Thing', size: 120 }, 'passed'],
    [{ title: 'A small thing', size: 120.9 }, 'passed'],
    [{ title: 'A Smaller Thing', size: 120 }, 'failed'],
    [{ title: 'A Small Thing', size: 121 }, 'failed'],
    [{ title: 'A Large Thing', size: 121 }, 'passed'],
    [{ title: 'A Thing, Level 3', level: 3 }, 'passed'],
    [{ title: 'A Thing, Level 31', level: 3 }, 'failed'],
    [{ title: 'A Thing (Entry 3)', level: 'entry' }, 'passed'],
    [{ title: 'A Thing', level: 'entry' }, 'failed'],
    [{ title: 'A Thing', level: 'other', size: 'S' }, 'passed'],
    [{ title: 'A Thing' }, 'passed'],
    [{ title: 'TBC', level: 3 }, 'cantTell'],
    [{ level: 3 }, 'cantTell'],
  ])('%j %s', (target, outcome) => {
    expect(judge(hasWordsFor, target, options).outcome).toBe(outcome);
  });

  it('tells everything that is lacking at once', () => {
    expect(judge(hasWordsFor, { title: 'A Thing', size: 1, level: 2 }, options)).toEqual({
      outcome: 'failed',
      faults: [{ at: '/title', data: { words: ['Small', 'Level 2'] } }],
    });
  });
});
