import { describe, expect, it } from 'vitest';
import { agreementIsReferenced } from '../../src/checks/agreement-is-referenced.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = {
  organisation: '/body',
  own: ['/provider', '/awardingBody'],
  partners: '/partners',
  role: 'credit-rating',
};

describe('agreement-is-referenced', () => {
  it.each<[string, Json, string]>([
    ['no agreement', { body: { name: 'A' }, provider: { name: 'B' } }, 'failed'],
    ['an agreement', { body: { name: 'A', agreement: 'CRA-1' } }, 'passed'],
    ['an empty agreement', { body: { name: 'A', agreement: ' ' } }, 'failed'],
    ['a placeholder', { body: { name: 'A', agreement: 'TBC' } }, 'cantTell'],
    ['no name', { body: { type: 'college' } }, 'cantTell'],
    ['the provider', { body: { name: 'A' }, provider: { name: 'A' } }, 'passed'],
    ['the provider in other words', { body: 'same-as-provider' }, 'passed'],
    ['the awarding body', { body: { name: 'A' }, awardingBody: { name: 'The A' } }, 'passed'],
    [
      'both the provider, by name and by words',
      { body: { name: 'A' }, provider: { name: 'A' }, awardingBody: 'same-as-provider' },
      'passed',
    ],
    [
      'a partner with an agreement',
      { body: { name: 'A' }, partners: [{ role: 'credit-rating', agreement: '1' }] },
      'passed',
    ],
    [
      'a partner in another role',
      { body: { name: 'A' }, partners: [{ role: 'design', agreement: '1' }] },
      'failed',
    ],
    ['partners of another form', { body: { name: 'A' }, partners: 'none' }, 'failed'],
  ])('%s', (_name, target, outcome) => {
    expect(judge(agreementIsReferenced, target, options).outcome).toBe(outcome);
  });
});
