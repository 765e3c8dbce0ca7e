import { describe, expect, it } from 'vitest';
import { hasOneMainVerb } from '../../src/checks/has-one-main-verb.ts';
import { judge } from './judge.ts';

const options = {
  field: '/texts/*',
  stems: ['learners', 'the learner', 'with …'],
  verbs: {
    unmistakable: ['analyse', 'compare', 'describe', 'evaluate', 'explain', 'identify', 'understand'],
    ambiguous: ['contrast', 'design', 'plan', 'report', 'research', 'test', 'use'],
  },
  pairs: [['compare', 'contrast']],
  except: ['this course'],
  uncounted: ['understand'],
};

describe('has-one-main-verb', () => {
  it.each([
    ['Analyse and evaluate data', ['analyse', 'evaluate']],
    ['Design, carefully test and then evaluate a tool', ['design', 'test', 'evaluate']],
    ['Design, test', ['design']],
    ['Compare and contrast two tools, and evaluate one', ['compare', 'evaluate']],
    ['Evaluate data and use it', ['evaluate', 'use']],
    ['Identify risks, plan the response', ['identify', 'plan']],
    ['Understand risks, describe them', ['understand', 'describe']],
    ['With guidance, explain risks and test these', ['explain', 'test']],
    ['Explain how it works. Evaluate it', ['explain', 'evaluate']],
  ])('counts the verbs of "%s"', (text, verbs) => {
    const verdict = judge(hasOneMainVerb, { texts: [text] }, options);
    const faults = verbs.length < 2 ? [] : [{ at: '/texts/0', data: { verbs, count: verbs.length } }];
    expect(verdict.outcome === 'failed' ? verdict.faults : []).toEqual(faults);
  });

  it.each([
    'Analyse data',
    'Compare and contrast two tools',
    'Analyse the design and test of tools',
    'Describe theory, practice and research in care',
    'Describe theory and describe of it',
    'Explain how to plan and evaluate',
    'Use tools to analyse and evaluate data',
    'Describe it and understand it',
    'Describe reports and plans',
    'Describe care, research',
    'The learner identifies risks and evaluates controls',
    'Analyse design and test data',
  ])('lets "%s" pass', (text) => {
    expect(judge(hasOneMainVerb, { texts: [text] }, options).outcome).toBe('passed');
  });

  it.each(['This course will describe and explain it', 'Skills, and describe them', 'tbc'])(
    'cannot tell of "%s"',
    (text) => {
      expect(judge(hasOneMainVerb, { texts: [text] }, options).outcome).toBe('cantTell');
    },
  );
});
