import { describe, expect, it } from 'vitest';
import { wordsAfterVerb } from '../../src/checks/words-after-verb.ts';
import { judge } from './judge.ts';

const options = {
  field: '/texts/*',
  minimum: 3,
  shortest: 4,
  stems: ['learners', 'will', 'with …', 'by …'],
  verbs: { unmistakable: ['analyse', 'introduce', 'know'], ambiguous: [] },
  except: [['know'], ['introduce learners to']],
};

describe('words-after-verb', () => {
  it.each<[string, string]>([
    ['Learners will analyse two data sets', 'passed'],
    ['Learners will analyse data sets', 'failed'],
    ['Learners will analyse – data', 'failed'],
    ['By then, learners will analyse data', 'failed'],
    ['With guidance, analyse data', 'passed'],
    ['Learners analyse data', 'cantTell'],
    ['Learners will know data', 'cantTell'],
    ['Learners will introduce learners to data', 'cantTell'],
    ['A sound knowledge of data', 'cantTell'],
    ['TBC', 'cantTell'],
  ])('%s: %s', (text, outcome) => {
    expect(judge(wordsAfterVerb, { texts: [text] }, options).outcome).toBe(outcome);
  });

  it('counts the words', () => {
    expect(judge(wordsAfterVerb, { texts: ['1. Learners will analyze data'] }, options)).toEqual({
      outcome: 'failed',
      faults: [{ at: '/texts/0', data: { verb: 'analyze', count: 1 } }],
    });
  });
});
