import { describe, expect, it } from 'vitest';
import { uniqueAcrossDescriptors } from '../../src/checks/unique-across-descriptors.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judgeCatalogue, numbersOf } from './judge-catalogue.ts';

const exact = { field: '/id', compare: 'exact', other: 'The first one.' };
const words = {
  field: '/title',
  compare: 'words',
  within: '/provider/name',
  unlessSame: '/id',
  other: 'The first one.',
};

describe('unique-across-descriptors', () => {
  it.each<[string, Json[], string[]]>([
    ['nothing twice', [{ id: 'a' }, { id: 'b' }], []],
    ['the same three times', [{ id: 'a' }, { id: 'a' }, { id: 'b' }, { id: 'a' }], ['1', '3']],
    ['another case', [{ id: 'a' }, { id: 'A' }], []],
    ['no id, or none that is a text', [{}, {}, { id: 7 }, { id: 7 }, { id: ' ' }, { id: '' }, null, 'a'], []],
    ['spaces at the ends', [{ id: 'a' }, { id: ' a' }], ['1']],
  ])('told exactly: %s', (_name, descriptors, told) => {
    expect(numbersOf(judgeCatalogue(uniqueAcrossDescriptors, descriptors, exact).faults)).toEqual(told);
  });

  it.each<[string, Json[], string[]]>([
    ['case, spaces and dashes', [{ title: 'A micro-credential' }, { title: 'a  Micro–Credential ' }], ['1']],
    ['another word', [{ title: 'Data analysis' }, { title: 'Data analyses' }], []],
    [
      'another provider',
      [
        { title: 'A b', provider: { name: 'X' } },
        { title: 'A b', provider: { name: 'Y' } },
      ],
      [],
    ],
    [
      'the same provider in other dress',
      [
        { title: 'A b', provider: { name: 'The X' } },
        { title: 'A b', provider: { name: 'x' } },
      ],
      ['1'],
    ],
    ['one without a provider', [{ title: 'A b' }, { title: 'A b', provider: { name: 'X' } }], []],
    ['both without a provider', [{ title: 'A b' }, { title: 'A b' }], ['1']],
    [
      'the same descriptor again, and a third one',
      [
        { id: '1', title: 'A b' },
        { id: '1', title: 'A b' },
        { id: '2', title: 'A b' },
        { id: '2', title: 'A b' },
      ],
      ['2'],
    ],
  ])('told in other words: %s', (_name, descriptors, told) => {
    expect(numbersOf(judgeCatalogue(uniqueAcrossDescriptors, descriptors, words).faults)).toEqual(told);
  });

  it('points at the first by path, whatever the order of the run', () => {
    const paths = ['b.yaml', 'c.yaml', 'a.yaml'];
    const { faults } = judgeCatalogue(
      uniqueAcrossDescriptors,
      [{ id: 'x' }, { id: 'x' }, { id: 'x' }],
      exact,
      {
        paths,
      },
    );
    expect(faults.map(({ fact, fault, related }) => [fact.path, fault.at, related?.[0]?.fact.path])).toEqual([
      ['b.yaml', '/id', 'a.yaml'],
      ['c.yaml', '/id', 'a.yaml'],
    ]);
  });

  it('has nothing to say of a single descriptor, and cannot tell of placeholders', () => {
    expect(judgeCatalogue(uniqueAcrossDescriptors, [{ id: 'a' }], exact).inapplicable).toHaveLength(1);
    const { faults, undecided } = judgeCatalogue(
      uniqueAcrossDescriptors,
      [{ id: 'tbc' }, { id: 'TBC' }],
      exact,
    );
    expect([faults, numbersOf(undecided)]).toEqual([[], ['0', '1']]);
  });
});
