import { describe, expect, it } from 'vitest';
import { textAgreesWithFields } from '../../src/checks/text-agrees-with-fields.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = {
  texts: ['/title', '/summary'],
  names: { framework: '/framework' },
  statements: [
    {
      field: '/points',
      known: ['/others/*'],
      phrases: ['# credits', '# credit'],
      except: ['# credit card*'],
    },
    { field: '/level', known: [], phrases: ['{framework} level #', 'level # of the {framework}'] },
  ],
  somethingElse: {
    earlier: ['lead* to'],
    straightBefore: ['about', 'further'],
    straightAfter: ['PgCert', 'towards'],
  },
};

const fields = { framework: 'SCQF', points: 15, level: 8 };

describe('text-agrees-with-fields', () => {
  it.each<[string, Json, string[]]>([
    ['the right numbers', { summary: '15 credits at SCQF level 8' }, []],
    ['no numbers', { summary: 'Credits at a level' }, []],
    ['wrong numbers', { summary: '20 credits at SCQF level 9' }, ['20 credits', 'SCQF level 9']],
    ['in words', { summary: 'Twenty\ncredits' }, ['Twenty credits']],
    ['after the number', { summary: 'Level 9 of the SCQF' }, ['Level 9 of the SCQF']],
    ['another framework', { summary: 'RQF level 9, level 9' }, []],
    ['the right one too', { summary: '20 credits and 15 credits' }, []],
    ['a known number', { others: [20], summary: '20 credits' }, []],
    ['in two texts', { title: '20 credits', summary: '20 credits, 20-credit' }, ['20 credits']],
    ['two wrong numbers', { title: '20 credits', summary: '30 credits' }, ['20 credits', '30 credits']],
    [
      'of another award',
      { summary: 'It leads to 120 credits. 60 credits towards it, a 60-credit PgCert' },
      [],
    ],
    ['an estimate', { summary: 'About 20 credits, a further 30 credits' }, []],
    ['a range', { summary: '10 to 20 credits, 10-20 credits, 10 or 20 credits, SCQF level 7/9' }, []],
    ['a range of levels', { summary: 'SCQF level 7 to 9. SCQF level 7 or 9. SCQF level 9+' }, []],
    ['level and size', { summary: 'SCQF level 9 and 15 credits' }, ['SCQF level 9']],
    ['size after level', { summary: 'SCQF level 8 and 20 credits' }, ['20 credits']],
    ['an exception', { summary: '2 credit cards' }, []],
    ['a decimal number', { summary: '7.15 credits' }, ['7.15 credits']],
    ['a text of another type', { summary: ['20 credits'] }, []],
  ])('%s', (_name, texts, expected) => {
    const verdict = judge(textAgreesWithFields, { ...fields, ...(texts as object) }, options);
    const faults = verdict.outcome === 'failed' ? verdict.faults : [];
    expect(faults.map(({ data }) => data?.['found'])).toEqual(expected);
    expect(verdict.outcome).toBe(expected.length === 0 ? 'passed' : 'failed');
  });

  it('tells field and value, at the first text', () => {
    expect(judge(textAgreesWithFields, { ...fields, summary: '20 credits' }, options)).toEqual({
      outcome: 'failed',
      faults: [{ at: '/summary', data: { found: '20 credits', field: 'points', value: 15 } }],
    });
  });

  it.each<[string, Json]>([
    ['no field', { summary: '20 credits at SCQF level 9' }],
    [
      'a field that is no number',
      { points: '15', level: 'entry-1', framework: 'SCQF', summary: '20 credits' },
    ],
    ['no name', { level: 8, summary: 'SCQF level 9' }],
  ])('says nothing without %s', (_name, target) => {
    expect(judge(textAgreesWithFields, target, options).outcome).toBe('passed');
  });
});
