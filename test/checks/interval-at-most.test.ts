import { describe, expect, it } from 'vitest';
import { intervalAtMost } from '../../src/checks/interval-at-most.ts';
import { judge } from './judge.ts';

describe('interval-at-most', () => {
  it.each([
    ['2025-11-20', 60, '2030-11-20', '2030-11-21'],
    ['2024-02-29', 60, '2029-02-28', '2029-03-01'],
    ['2024-02-29', 48, '2028-02-29', '2028-03-01'],
    ['2023-02-28', 12, '2024-02-28', '2024-02-29'],
    ['2025-12-31', 2, '2026-02-28', '2026-03-01'],
    ['2025-10-31', 1, '2025-11-30', '2025-12-01'],
    ['2025-01-15', 12, '2026-01-15', '2026-01-16'],
    ['1999-12-31', 1, '2000-01-31', '2000-02-01'],
    ['2096-02-29', 48, '2100-02-28', '2100-03-01'],
  ])('from %s, %i months reach to %s and not to %s', (from, months, last, next) => {
    const options = { from: '/from', to: '/to', months };
    expect(judge(intervalAtMost, { from, to: last }, options).outcome).toBe('passed');
    expect(judge(intervalAtMost, { from, to: next }, options)).toEqual({
      outcome: 'failed',
      faults: [{ at: '/to', data: { from, to: next, limit: last, field: 'to' } }],
    });
  });

  it('reaches to the day judged for when there is no other end', () => {
    const options = { from: '/from', months: 24 };
    expect(judge(intervalAtMost, { from: '2024-01-15' }, options, '2026-01-15').outcome).toBe('passed');
    expect(judge(intervalAtMost, { from: '2024-01-15' }, options, '2026-01-16')).toMatchObject({
      outcome: 'failed',
      faults: [{ at: '/from' }],
    });
  });

  it.each([
    {},
    { from: '2025-11-20' },
    { from: '2025-11-20', to: '2025-11-31' },
    { from: 2025, to: '2030-01-01' },
  ])('cannot tell of %o', (target) => {
    expect(judge(intervalAtMost, target, { from: '/from', to: '/to', months: 60 }).outcome).toBe('cantTell');
  });
});
