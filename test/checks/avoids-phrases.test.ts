import { describe, expect, it } from 'vitest';
import { avoidsPhrases } from '../../src/checks/avoids-phrases.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = {
  fields: ['/title', '/summary', '/topics/*'],
  phrases: [{ phrase: 'student*', instead: 'learner' }],
  except: ['student support'],
};

describe('avoids-phrases', () => {
  it.each<[string, Json, string]>([
    ['no text', {}, 'passed'],
    ['no phrase', { title: 'For learners' }, 'passed'],
    ['an exception', { title: 'Student support' }, 'passed'],
    ['another field', { audience: 'Students' }, 'passed'],
    ['a value of another type', { title: 5, topics: 'student' }, 'passed'],
    ['a phrase', { topics: ['x', 'A student'] }, 'failed'],
  ])('%s', (_name, target, outcome) => {
    expect(judge(avoidsPhrases, target, options).outcome).toBe(outcome);
  });

  const twice = { title: 'Students', summary: 'students, a student\nand Students' };

  it('tells each phrase once for each field', () => {
    expect(judge(avoidsPhrases, twice, options)).toEqual({
      outcome: 'failed',
      faults: [
        { at: '/title', data: { found: 'Students', instead: 'learner', field: 'title', fields: ['title'] } },
        {
          at: '/summary',
          data: { found: 'students', instead: 'learner', field: 'summary', fields: ['summary'] },
        },
        {
          at: '/summary',
          data: { found: 'student', instead: 'learner', field: 'summary', fields: ['summary'] },
        },
      ],
    });
  });

  it('tells a habit once, with all its fields', () => {
    expect(judge(avoidsPhrases, twice, { ...options, once: true })).toEqual({
      outcome: 'failed',
      faults: [
        {
          at: '/title',
          data: { found: 'Students', instead: 'learner', field: 'title', fields: ['title', 'summary'] },
        },
      ],
    });
  });
});
