import { describe, expect, it } from 'vitest';
import { citesCurrentEdition } from '../../src/checks/cites-current-edition.ts';
import { judge } from './judge.ts';

const options = {
  document: ['Quality Code'],
  current: ['2024'],
  former: ['2013-18', 'Chapter B6', '2013', '2018'],
  others: ['policy'],
};

describe('cites-current-edition', () => {
  it.each([
    ['UK Quality Code', undefined],
    ['UK Quality Code, 2024', undefined],
    ['UK Quality Code 2024, formerly Chapter B6', undefined],
    ['UK Quality Code, Chapter B6', 'Chapter B6'],
    ['UK Quality Code (2013–18), chapter b6', '2013'],
    ['quality code 2013-18', '2013-18'],
    ['Quality-Code 2018', '2018'],
    ['Policy 2018', undefined],
    ['Policy 2018; UK Quality Code', undefined],
    ['UK Quality Code; Policy 2018', undefined],
    ['UK Quality Code 2024; UK Quality Code 2018', '2018'],
    ['Policy 2018, UK Quality Code', undefined],
    ['UK Quality Code and Policy 2018', undefined],
    ['UK Quality Code, advice and guidance (2018)', '2018'],
    ['UK Quality Code, order no 20181', undefined],
    ['https://example.org/quality-code/2018', undefined],
    ['', undefined],
  ])('%s', (text, found) => {
    const verdict = judge(citesCurrentEdition, text, options);
    expect(verdict.outcome === 'failed' ? verdict.faults[0].data?.['found'] : undefined).toBe(found);
  });

  it('leaves alone what is no text', () => {
    expect(judge(citesCurrentEdition, ['UK Quality Code 2018'], options).outcome).toBe('passed');
  });
});
