import { expect, it } from 'vitest';
import { expandsAcronyms } from '../../src/checks/expands-acronyms.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = {
  fields: ['/title', '/summary'],
  acronyms: [{ acronym: 'RPL', long: ['recognition of prior learning', 'recognised prior learning'] }],
};

it.each<[string, Json, string]>([
  ['no acronym', { summary: 'Data' }, 'passed'],
  ['written out beside it', { summary: 'Recognition of prior learning (RPL)' }, 'passed'],
  ['written out elsewhere', { title: 'RPL', summary: 'Recognised prior learning counts' }, 'passed'],
  ['within a word', { summary: 'RPLX and aRPL' }, 'passed'],
  ['in small letters', { summary: 'rpl' }, 'passed'],
  ['in an address', { summary: 'https://a.example/RPL' }, 'passed'],
  ['a value of another type', { title: ['RPL'] }, 'passed'],
  ['in the plural', { summary: 'RPLs' }, 'failed'],
  ['with an apostrophe', { summary: 'RPL’s use' }, 'failed'],
])('expands-acronyms: %s', (_name, target, outcome) => {
  expect(judge(expandsAcronyms, target, options).outcome).toBe(outcome);
});

it('tells an acronym once, where it stands first', () => {
  expect(judge(expandsAcronyms, { title: 'Data', summary: 'RPL and RPL' }, options)).toEqual({
    outcome: 'failed',
    faults: [
      { at: '/summary', data: { acronym: 'RPL', long: 'recognition of prior learning', field: 'summary' } },
    ],
  });
});
