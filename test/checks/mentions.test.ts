import { describe, expect, it } from 'vitest';
import { mentions } from '../../src/checks/mentions.ts';
import type { Json, JsonObject } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const learners = { field: '/inputs', phrases: ['learner*'] };
const elsewhere = [{ fields: ['/text', '/list/*'], phrases: ['examiner'] }];

describe('mentions', () => {
  it.each<[string, JsonObject, Json, string]>([
    ['the words in a text', learners, { inputs: 'From Learners’ point of view' }, 'passed'],
    ['the words in a list', learners, { inputs: ['results', 'learner-survey'] }, 'passed'],
    ['other words', learners, { inputs: ['results'] }, 'failed'],
    ['part of a word only', learners, { inputs: ['relearners'] }, 'failed'],
    ['nothing', learners, {}, 'failed'],
    ['an empty list', learners, { inputs: [] }, 'failed'],
    ['a placeholder', learners, { inputs: ['TBC'] }, 'cantTell'],
    ['another form', learners, { inputs: { learner: 5 } }, 'failed'],
    ['anything will do', { field: '/role' }, { role: 'somebody' }, 'passed'],
    ['nothing will not do', { field: '/role' }, { role: ' ' }, 'failed'],
    ['the words elsewhere', { field: '/role', elsewhere }, { text: 'An examiner reads it.' }, 'passed'],
    ['the words in an item elsewhere', { field: '/role', elsewhere }, { list: ['x', 'examiner'] }, 'passed'],
    ['other words elsewhere', { field: '/role', elsewhere }, { text: 'Examiners read it.' }, 'failed'],
    [
      'elsewhere beside a placeholder',
      { field: '/role', elsewhere },
      { role: 'TBC', text: 'examiner' },
      'passed',
    ],
    ['an address', { ...learners, orAddress: true }, { inputs: 'See https://example.org/work' }, 'passed'],
    ['an address that will not do', learners, { inputs: 'See https://example.org/learner' }, 'failed'],
  ])('%s', (_name, options, target, outcome) => {
    expect(judge(mentions, target, options).outcome).toBe(outcome);
  });

  it('cites what the field says, and says where it is missing', () => {
    expect(judge(mentions, { inputs: ['results'] }, learners)).toEqual({
      outcome: 'failed',
      faults: [{ at: '/inputs', data: { field: 'inputs', value: ['results'] } }],
    });
    expect(judge(mentions, {}, learners)).toEqual({
      outcome: 'failed',
      faults: [{ at: '', missing: 'inputs', data: { field: 'inputs', value: 'missing' } }],
    });
  });
});
