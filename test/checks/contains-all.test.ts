import { describe, expect, it } from 'vitest';
import { containsAll } from '../../src/checks/contains-all.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = { field: '/list', values: ['a', 'b'] };

describe('contains-all', () => {
  it.each<[Json, readonly string[]]>([
    [{ list: ['b', 'c', 'a'] }, []],
    [{ list: ['b'] }, ['a']],
    [{ list: ['A', 'bb', 1, null, ['a']] }, ['a', 'b']],
    [{ list: 'a b' }, ['a', 'b']],
    [{ list: [] }, ['a', 'b']],
    [{}, ['a', 'b']],
  ])('%o lacks %o', (target, lacking) => {
    const verdict = judge(containsAll, target, options);
    const faults = verdict.outcome === 'failed' ? verdict.faults : [];
    expect(faults.map(({ data }) => data?.['lacking'])).toEqual(lacking.length === 0 ? [] : [lacking]);
  });

  it('cannot tell where there is no list, if asked not to fail', () => {
    expect(judge(containsAll, { list: [] }, { ...options, absent: 'cantTell' }).outcome).toBe('cantTell');
    expect(judge(containsAll, { list: ['c'] }, { ...options, absent: 'cantTell' }).outcome).toBe('failed');
  });

  it.each<[Json, string]>([
    [{ list: ['a', 'b'] }, 'passed'],
    [{ list: ['a', 'b'], validity: 'unlimited' }, 'passed'],
    [{ list: ['a', 'b'], validity: '3 years' }, 'failed'],
    [{ list: ['a', 'b', 'expiry'], validity: '3 years' }, 'passed'],
  ])('asks for more under a condition: %o', (target, outcome) => {
    const also = { value: 'expiry', where: '/validity', isNot: 'unlimited' };
    expect(judge(containsAll, target, { ...options, also }).outcome).toBe(outcome);
  });

  it.each<[Json, string]>([
    [{ list: ['b', 'provider'], awardingBody: 'same-as-provider' }, 'passed'],
    [
      {
        list: ['b', 'provider'],
        awardingBody: { name: ' the Example  College' },
        provider: { name: 'Example college' },
      },
      'passed',
    ],
    [
      {
        list: ['b', 'provider'],
        awardingBody: { name: 'Example College' },
        provider: { name: 'College of Example' },
      },
      'failed',
    ],
    [{ list: ['b', 'provider'], awardingBody: {}, provider: {} }, 'failed'],
    [{ list: ['b', 'provider'] }, 'failed'],
    [{ list: ['a', 'provider'], awardingBody: 'same-as-provider' }, 'failed'],
  ])('takes one value for another where both are the same organisation: %o', (target, outcome) => {
    const instead = { of: 'a', value: 'provider', where: '/awardingBody', is: '/provider' };
    expect(judge(containsAll, target, { ...options, instead }).outcome).toBe(outcome);
  });
});
