import { describe, expect, it } from 'vitest';
import { present } from '../../src/checks/present.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const fields = ['/qa/internal', '/qa/external'];

describe('present', () => {
  it.each<[string, Json, string]>([
    ['both', { qa: { internal: 'a', external: 'b' } }, 'passed'],
    ['numbers and truth values', { qa: { internal: 0, external: false } }, 'passed'],
    ['one', { qa: { internal: 'a' } }, 'failed'],
    ['an empty text', { qa: { internal: 'a', external: ' ' } }, 'failed'],
    ['an empty list', { qa: { internal: [], external: 'b' } }, 'failed'],
    ['a placeholder', { qa: { internal: 'TBC', external: 'b' } }, 'cantTell'],
    ['a placeholder beside nothing', { qa: { internal: 'TBC' } }, 'failed'],
    ['an inherited name only', { qa: { constructor: 'a' } }, 'failed'],
    ['no group', 'text', 'passed'],
  ])('of two fields: %s', (_name, target, outcome) => {
    expect(judge(present, target, { fields }).outcome).toBe(outcome);
  });

  it.each<[string, Json, string]>([
    ['one of them', { qa: { external: 'b' } }, 'passed'],
    ['a placeholder', { qa: { internal: 'TBC' } }, 'cantTell'],
    ['none', { qa: {} }, 'failed'],
  ])('any of two fields: %s', (_name, target, outcome) => {
    expect(judge(present, target, { fields, need: 'any' }).outcome).toBe(outcome);
  });

  it.each<[string, Json, Json]>([
    ['everything', {}, [{ at: '', missing: 'qa', data: { field: 'qa' } }]],
    ['what is in the group', { qa: {} }, [{ at: '/qa', data: { field: 'qa.internal and qa.external' } }]],
    [
      'one field',
      { qa: { internal: 'a' } },
      [{ at: '/qa', missing: 'external', data: { field: 'qa.external' } }],
    ],
    [
      'an empty field',
      { qa: { internal: 'a', external: '' } },
      [{ at: '/qa/external', data: { field: 'qa.external' } }],
    ],
  ])('tells together what is missing: %s', (_name, target, faults) => {
    expect(judge(present, target, { fields, together: true })).toEqual({ outcome: 'failed', faults });
  });

  it.each<[string, Json, string]>([
    ['what says it instead', { parts: [{ hours: 1 }] }, 'passed'],
    ['an empty list', { parts: [] }, 'failed'],
    ['a placeholder', { parts: ['TBC'] }, 'failed'],
  ])('does without the fields for %s', (_name, target, outcome) => {
    expect(judge(present, target, { fields, instead: ['/parts'] }).outcome).toBe(outcome);
  });

  it('lists three fields in words', () => {
    const verdict = judge(present, { title: 'x' }, { fields: ['/a', '/b', '/c'], together: true });
    expect(verdict).toEqual({ outcome: 'failed', faults: [{ at: '', data: { field: 'a, b and c' } }] });
  });
});
