import { describe, expect, it } from 'vitest';
import { avoidsClaimsAboutNamed } from '../../src/checks/avoids-claims-about-named.ts';
import { judge } from './judge.ts';

const options = {
  fields: ['/text'],
  items: '/friends/*',
  name: '/name',
  where: { field: '/role', is: 'endorsement' },
  exceptNames: ['/real/*'],
  before: ['accredited by'],
  after: ['accredited'],
  unless: [['not']],
};
const friends = [
  { name: 'Example & Co (EC)', role: 'endorsement' },
  { name: 'Example', role: 'endorsement' },
  { name: 'Example', role: 'endorsement' },
  { name: 'Other House', role: 'funding' },
  { name: 7, role: 'endorsement' },
  { name: '—', role: 'endorsement' },
  { name: 'The', role: 'endorsement' },
];

describe('avoids-claims-about-named', () => {
  it.each<[string, string[]]>([
    ['Accredited by Example.', ['Example']],
    ['accredited by the EXAMPLE', ['Example']],
    ['Accredited by Examples Ltd.', []],
    ['Accredited by Example Council.', []],
    ['Accredited by Example of Other Town.', []],
    ['Accredited by Example, Other Town.', ['Example']],
    ['Other Example accredited courses.', []],
    ['The Example accredited course.', ['Example']],
    ['Accredited by Example & Co (EC), and more.', ['Example & Co (EC)']],
    ['An Example-accredited course.', ['Example']],
    ['A Counterexample accredited course.', []],
    ['Accredited by Other House.', []],
    ['Not accredited by Example.', []],
    ['Accredited by Other House and endorsed by Example.', []],
    ['Accredited by Example. Accredited by the Example!', ['Example']],
  ])('%s', (text, names) => {
    const verdict = judge(avoidsClaimsAboutNamed, { text, friends }, options);
    expect(verdict.outcome === 'failed' ? verdict.faults.map(({ data }) => data?.['name']) : []).toEqual(
      names,
    );
  });

  it('lets those claim it who have done it, and says nothing without names', () => {
    const text = 'Accredited by Example.';
    expect(judge(avoidsClaimsAboutNamed, { text, friends, real: ['The example'] }, options).outcome).toBe(
      'passed',
    );
    expect(judge(avoidsClaimsAboutNamed, { text, friends: 'none' }, options).outcome).toBe('passed');
  });
});
