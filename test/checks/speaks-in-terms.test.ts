import { describe, expect, it } from 'vitest';
import { speaksInTerms } from '../../src/checks/speaks-in-terms.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = {
  list: '/outcomes',
  member: 'text',
  of: '/level',
  terms: ['evaluat*', 'analys*'],
  lacking: 'no strong word',
  weak: ['basic'],
  opening: 3,
};
const withTexts = (...texts: Json[]): Json => ({ level: 11, outcomes: texts.map((text) => ({ text })) });

describe('speaks-in-terms', () => {
  it.each<[string, Json, string]>([
    ['one of them does', withTexts('List bees.', 'Evaluate hives.'), 'passed'],
    ['none does', withTexts('List bees.', 'Name hives.'), 'failed'],
    ['one opens weakly', withTexts('Analyse bees.', 'Use some basic tools.'), 'failed'],
    ['weak, but not at the opening', withTexts('Analyse bees.', 'Use tools of basic kinds.'), 'passed'],
    ['weak beside a term', withTexts('Analyse basic tools.'), 'passed'],
    ['weak as a part of a word', withTexts('Analyse bees.', 'Use basically good tools.'), 'passed'],
    ['no texts', { outcomes: [{ id: 'LO1' }] }, 'cantTell'],
    ['no list', {}, 'cantTell'],
    ['wrong types beside a text', withTexts('Analyse bees.', 7, null), 'passed'],
  ])('%s', (_name, target, outcome) => {
    expect(judge(speaksInTerms, target, options).outcome).toBe(outcome);
  });

  it('tells the lack of terms once, at the list', () => {
    expect(judge(speaksInTerms, withTexts('Use basic tools.', 'Name bees.'), options)).toEqual({
      outcome: 'failed',
      faults: [{ at: '/outcomes', data: { found: 'no strong word', field: 'outcomes', value: 11 } }],
    });
  });

  it('cites each weak opening', () => {
    expect(judge(speaksInTerms, withTexts('Evaluate hives.', 'Use Basic tools.'), options)).toEqual({
      outcome: 'failed',
      faults: [{ at: '/outcomes/1/text', data: { found: '“Basic”', field: 'outcomes[1].text', value: 11 } }],
    });
  });
});
