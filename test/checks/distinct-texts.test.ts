import { describe, expect, it } from 'vitest';
import { distinctTexts } from '../../src/checks/distinct-texts.ts';
import { judge } from './judge.ts';

const options = {
  list: '/items',
  text: '/text',
  stems: ['learners', 'will', 'be able to'],
  verbs: { unmistakable: ['analyse'], ambiguous: [] },
};

describe('distinct-texts', () => {
  it.each([
    ['Analyse data.', 'analyse   the data'],
    ['Analyse data', 'Analyze data'],
    ['Analyse data', 'Learners will be able to: analyse data'],
    ['1. Analyse data', '2. Analyse data'],
    ['Analyse people’s data', "Analyse people's data"],
  ])('"%s" is "%s"', (left, right) => {
    expect(judge(distinctTexts, { items: [{ text: left }, {}, { text: right }] }, options)).toEqual({
      outcome: 'failed',
      faults: [{ at: '/items/2/text', data: { number: 3, first: 1 } }],
    });
  });

  it.each([
    ['Analyse data', 'Analyse big data'],
    ['Law shapes policy', 'Policy shapes law'],
    ['TBC', 'tbc'],
    ['', ''],
    ['…', '…'],
    ['Analyse co-operation', 'Analyse cooperation'],
  ])('"%s" is not "%s"', (left, right) => {
    expect(
      judge(distinctTexts, { items: [{ text: left }, { text: right }, { text: 7 }, 7] }, options),
    ).toEqual({
      outcome: 'passed',
    });
  });

  it('compares with the first of them', () => {
    const verdict = judge(
      distinctTexts,
      { items: ['a', 'a', 'a'].map((text) => ({ text: `analyse ${text}1` })) },
      options,
    );
    expect(verdict.outcome === 'failed' && verdict.faults.map(({ data }) => data)).toEqual([
      { number: 2, first: 1 },
      { number: 3, first: 1 },
    ]);
  });
});
