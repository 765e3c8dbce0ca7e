import { expect, it } from 'vitest';
import { mentionsAlong } from '../../src/checks/mentions-along.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = {
  fields: ['/title', '/summary'],
  when: [{ phrase: '# credit*' }],
  along: [{ phrase: 'level #' }],
  except: ['# credit card*'],
};

it.each<[string, Json, string]>([
  ['neither', { summary: 'Data' }, 'passed'],
  ['both', { summary: '10 credits at level 8' }, 'passed'],
  ['both, in two texts', { title: 'Level 8', summary: '10 credits' }, 'passed'],
  ['the other only', { summary: 'Level 8' }, 'passed'],
  ['an exception', { summary: '2 credit cards' }, 'passed'],
  ['texts of another type', { title: 10, summary: ['10 credits'] }, 'passed'],
])('mentions-along: %s', (_name, target, outcome) => {
  expect(judge(mentionsAlong, target, options).outcome).toBe(outcome);
});

it('cites the first words', () => {
  expect(judge(mentionsAlong, { title: 'Data', summary: 'ten\ncredits, 10 credits' }, options)).toEqual({
    outcome: 'failed',
    faults: [{ at: '/summary', data: { found: 'ten credits', field: 'summary' } }],
  });
});
