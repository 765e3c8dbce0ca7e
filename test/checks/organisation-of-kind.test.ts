import { describe, expect, it } from 'vitest';
import { organisationOfKind } from '../../src/checks/organisation-of-kind.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = {
  organisation: '/creditRatingBody',
  kinds: ['college'],
  undecided: ['other'],
  unless: 'isApproved',
};

describe('organisation-of-kind', () => {
  it.each<[Json, string]>([
    [{ creditRatingBody: { type: 'college' } }, 'passed'],
    [{ creditRatingBody: { type: 'employer' } }, 'failed'],
    [{ creditRatingBody: { type: 'employer', isApproved: true } }, 'passed'],
    [{ creditRatingBody: { type: 'employer', isApproved: 'yes' } }, 'failed'],
    [{ creditRatingBody: { type: 'other' } }, 'cantTell'],
    [{ creditRatingBody: { name: 'Example College' } }, 'cantTell'],
    [{ creditRatingBody: 'same-as-provider' }, 'cantTell'],
    [{ creditRatingBody: 'same-as-provider', provider: { type: 'college' } }, 'passed'],
    [{ creditRatingBody: 'same-as-provider', provider: { type: 'school' } }, 'failed'],
    [{ creditRatingBody: { name: 'A' }, provider: { name: 'a', type: 'college' } }, 'passed'],
    [{ creditRatingBody: { name: 'A' }, awardingBody: { name: 'A', type: 'college' } }, 'passed'],
    [{ creditRatingBody: { name: 'A' }, provider: { name: 'B', type: 'college' } }, 'cantTell'],
    [{ creditRatingBody: { name: '' }, provider: { name: '', type: 'college' } }, 'cantTell'],
    [{}, 'cantTell'],
  ])('%o', (target, outcome) => {
    expect(judge(organisationOfKind, target, options).outcome).toBe(outcome);
  });

  it.each<[Json, string]>([
    [
      { creditRatingBody: { name: 'A', type: 'employer' }, provider: { name: 'B', type: 'employer' } },
      'passed',
    ],
    [{ creditRatingBody: { name: 'A', type: 'employer' }, provider: { name: 'A' } }, 'failed'],
    [{ creditRatingBody: 'same-as-provider', provider: { type: 'employer' } }, 'failed'],
    [
      { creditRatingBody: { name: 'A' }, provider: { name: 'A', type: 'employer', isApproved: true } },
      'passed',
    ],
  ])('looks only at one that is the provider as well: %o', (target, outcome) => {
    expect(judge(organisationOfKind, target, { ...options, onlyIf: '/provider' }).outcome).toBe(outcome);
  });
});
