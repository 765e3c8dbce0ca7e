import { describe, expect, it } from 'vitest';
import { dateOrder } from '../../src/checks/date-order.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const today = '2024-02-29';

describe('date-order', () => {
  it.each<[string, Json, string]>([
    ['the day before', { day: '2024-02-28' }, 'passed'],
    ['the day itself', { day: '2024-02-29' }, 'passed'],
    ['the day after', { day: '2024-03-01' }, 'failed'],
    ['another century', { day: '2100-01-01' }, 'failed'],
    ['a day that is none', { day: '2023-02-29' }, 'cantTell'],
    ['a century without a leap day', { day: '1900-02-29' }, 'cantTell'],
    ['a month that is none', { day: '2023-13-01' }, 'cantTell'],
    ['day zero', { day: '2023-01-00' }, 'cantTell'],
    ['another form of date', { day: '28/02/2024' }, 'cantTell'],
    ['a time beside the day', { day: '2024-02-28T10:00:00Z' }, 'cantTell'],
    ['a number', { day: 20240228 }, 'cantTell'],
    ['nothing', {}, 'passed'],
  ])('not after the day judged for: %s', (_name, target, outcome) => {
    const verdict = judge(dateOrder, target, { earlier: '/day', later: 'judged-date' }, today);
    expect(verdict.outcome).toBe(outcome);
  });

  it.each<[string, boolean | undefined, string]>([
    ['2024-05-01', undefined, 'passed'],
    ['2024-05-01', false, 'failed'],
    ['2024-05-02', false, 'passed'],
    ['2024-04-30', undefined, 'failed'],
  ])('of two fields: 2024-05-01 and %s, coinciding %s', (later, mayCoincide, outcome) => {
    const options = { earlier: '/a', later: '/b', ...(mayCoincide === undefined ? {} : { mayCoincide }) };
    expect(judge(dateOrder, { a: '2024-05-01', b: later }, options, today).outcome).toBe(outcome);
  });

  it('blames the later field and points at the earlier one', () => {
    expect(
      judge(dateOrder, { a: '2024-05-01', b: '2023-05-01' }, { earlier: '/a', later: '/b' }, today),
    ).toEqual({
      outcome: 'failed',
      faults: [
        {
          at: '/b',
          data: { field: 'b', value: '2023-05-01', earlier: '2024-05-01', later: '2023-05-01', today },
          related: [{ at: '/a', message: 'a: 2024-05-01' }],
        },
      ],
    });
  });

  it.each<[string, Json, readonly string[]]>([
    ['everything', {}, ['event']],
    ['the group', { event: {} }, ['event.body and event.day']],
    ['the body', { event: { day: '2024-01-01' } }, ['event.body']],
    ['the body, of a day to come', { event: { day: '2024-03-01' } }, ['event.body', 'event.day']],
  ])('names what is missing: %s', (_name, target, fields) => {
    const options = { stated: ['/event/body', '/event/day'], earlier: '/event/day', later: 'judged-date' };
    const verdict = judge(dateOrder, target, options, today);
    expect(verdict.outcome === 'failed' && verdict.faults.map(({ data }) => data?.['field'])).toEqual(fields);
  });

  it('leaves an order alone whose earlier date is yet to come, if asked to', () => {
    const options = { earlier: '/a', later: '/b', unlessInFuture: true };
    expect(judge(dateOrder, { a: '2024-03-01', b: '2024-01-01' }, options, today).outcome).toBe('cantTell');
    expect(judge(dateOrder, { a: '2024-02-29', b: '2024-01-01' }, options, today).outcome).toBe('failed');
  });
});
