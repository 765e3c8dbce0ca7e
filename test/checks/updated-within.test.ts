import { expect, it } from 'vitest';
import { updatedWithin } from '../../src/checks/updated-within.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = { field: '/updated', months: 24 };

it.each<[string, Json, string]>([
  ['the day itself', { updated: '2026-01-15' }, 'passed'],
  ['the oldest day', { updated: '2024-01-15' }, 'passed'],
  ['a day too old', { updated: '2024-01-14' }, 'failed'],
  ['no day', {}, 'failed'],
  ['an empty text', { updated: '' }, 'failed'],
  ['the next day', { updated: '2026-01-16' }, 'cantTell'],
  ['no such day', { updated: '2026-02-30' }, 'cantTell'],
  ['a placeholder', { updated: 'TBC' }, 'cantTell'],
  ['a number', { updated: 2026 }, 'cantTell'],
])('updated-within: %s', (_name, target, outcome) => {
  expect(judge(updatedWithin, target, options, '2026-01-15').outcome).toBe(outcome);
});

it('ends a month early where the month is shorter', () => {
  expect(judge(updatedWithin, { updated: '2022-02-28' }, options, '2024-02-29').outcome).toBe('passed');
  expect(judge(updatedWithin, {}, options, '2024-02-29')).toEqual({
    outcome: 'failed',
    faults: [{ at: '', missing: 'updated', data: { field: 'updated', limit: '2022-02-28' } }],
  });
});
