import { describe, expect, it } from 'vitest';
import { avoidsOpenings } from '../../src/checks/avoids-openings.ts';
import type { JsonObject } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options: JsonObject = {
  field: '/texts/*',
  openings: [
    { phrase: 'know', instead: 'define' },
    { phrase: 'be … aware of', instead: 'describe' },
    { phrase: 'have … understanding of' },
    'give learners … understanding of',
    'this course',
  ],
  stems: ['learners', 'learner', 'the learner', 'will', 'with …'],
  verbs: { unmistakable: ['develop', 'know'], ambiguous: [] },
};
const told = (text: string, more: JsonObject = {}) =>
  judge(avoidsOpenings, { texts: [text] }, { ...options, ...more });

describe('avoids-openings', () => {
  it.each([
    ['Know the law', 'Know', 'define'],
    ['Fully know the law', 'know', 'define'],
    ['The learner knows the law', 'knows', 'define'],
    ['Learners will know the law', 'know', 'define'],
    ['With guidance, know the law', 'know', 'define'],
    ['With guidance, be aware of the law', 'be aware of', 'describe'],
    ['Learners are aware of the law', 'are aware of', 'describe'],
    ['Be so very\n well aware of it', 'Be so very well aware of', 'describe'],
    ['Learner has an understanding of law', 'has an understanding of', ''],
    ['Give the learners a sound understanding of it', 'Give the learners a sound understanding of', ''],
    ['This course will be good', 'This course', ''],
  ])('finds the opening of "%s"', (text, found, instead) => {
    expect(told(text)).toEqual({ outcome: 'failed', faults: [{ at: '/texts/0', data: { found, instead } }] });
  });

  it.each([
    'Develop what learners know',
    'Knowing the law',
    'The courses',
    'Be, always, aware of it',
    'Be one two three four five aware of it',
    'Have a view. Understanding of law',
    'Learners have developed an understanding of law',
    'Know-how',
  ])('lets "%s" pass', (text) => {
    expect(told(text).outcome).toBe('passed');
  });

  it('cannot tell where a verb is needed and there is none', () => {
    expect(told('Skills in law', { needsVerb: true }).outcome).toBe('cantTell');
    expect(told('Develop skills in law', { needsVerb: true }).outcome).toBe('passed');
    expect(told('tbc').outcome).toBe('cantTell');
  });
});
