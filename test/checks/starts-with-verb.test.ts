import { describe, expect, it } from 'vitest';
import { startsWithVerb } from '../../src/checks/starts-with-verb.ts';
import { judge } from './judge.ts';

const options = {
  field: '/texts/*',
  stems: ['learners', 'will', 'be able to', 'to', 'by …', 'with …', 'in …'],
  verbs: {
    unmistakable: [
      '*ify',
      'analyse',
      'apply',
      'choose',
      'develop',
      'evaluate',
      'identify',
      'optimise',
      'write',
    ],
    ambiguous: ['design', 'plan', 'report', 'use'],
  },
  except: [['be … aware of'], ['this course']],
};

describe('starts-with-verb', () => {
  it.each([
    'Analyse data',
    'analyze data',
    'Optimizes data with learners',
    'Verify results',
    'Redesign a service',
    'Co-design a service',
    'Re-analyse data',
    'Apply theories',
    'Critically analyse data',
    'Critically, and then systematically, analyse data',
    'Clearly, concisely and accurately write a report',
    'Learners will be able to analyse data',
    'Learners will be able to: analyse data',
    'To analyse data',
    'By the end of the course learners will analyse data',
    'By the end of the course, the learners will also analyse data',
    'With guidance, analyse data',
    'With guidance from patients, carers and families, analyse data',
    'With guidance plan a survey',
    'Safely and with regard for others, use tools',
    'In a team, and with guidance, plan a survey',
    'Learners have developed a service',
    'Learners have recently written a report',
    'Learners report findings',
    'Learners reports findings',
    'Identify/evaluate risks',
    'Analyses data',
    '1. Analyse data',
    'LO2: analyse data',
    'CLO 3 – analyse data',
    'Learning outcome 4: analyse data',
    '(b) Analyse data',
    'iv. Analyse data',
    '• Analyse data',
    '“Analyse” data',
  ])('knows the verb of "%s"', (text) => {
    expect(judge(startsWithVerb, { texts: [text] }, options)).toEqual({ outcome: 'passed' });
  });

  it.each([
    ['Knowledge of data', 'Knowledge'],
    ['An understanding of data', 'An understanding'],
    ['The', 'The'],
    ['Analysing data', 'Analysing'],
    ['Analyses of data', 'Analyses'],
    ['Designs and plans', 'Designs'],
    ['Use of tools', 'Use'],
    ['Critical design of tools', 'Critical'],
    ['Newly developed skills', 'Newly developed'],
    ['Learners will be competent', 'be'],
    ['Learners have data', 'have'],
    ['Learners will be able to', 'be'],
    ['In-depth analysis', 'In-depth'],
    ['By the end, knowledge of design tools', 'By'],
    ['3 key ideas', 'key'],
    ['LO1: Knowledge\n of data', 'Knowledge'],
    ['???!', '???!'],
  ])('finds none in "%s"', (text, found) => {
    expect(judge(startsWithVerb, { texts: [text] }, options)).toEqual({
      outcome: 'failed',
      faults: [{ at: '/texts/0', data: { found } }],
    });
  });

  it.each(['This course will analyse data', 'Learners will be fully aware of data', 'TBC'])(
    'cannot tell of "%s"',
    (text) => {
      expect(judge(startsWithVerb, { texts: [text] }, options).outcome).toBe('cantTell');
    },
  );

  it('judges each text by itself', () => {
    const texts = ['Analyse data', 'Knowledge', 'This course', '', 7, 'Skills'];
    const verdict = judge(startsWithVerb, { texts }, options);
    expect(verdict.outcome === 'failed' && verdict.faults.map(({ at }) => at)).toEqual([
      '/texts/1',
      '/texts/5',
    ]);
  });
});
