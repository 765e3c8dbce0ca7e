import { describe, expect, it } from 'vitest';
import { referencedValuesAgree } from '../../src/checks/referenced-values-agree.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judgeCatalogue, numbersOf } from './judge-catalogue.ts';

const options = {
  own: '/id',
  items: '/refs/*',
  reference: '/to',
  values: [
    { stated: '/level', own: '/level', scale: '/framework' },
    { stated: '/credit', own: '/points' },
  ],
  other: 'What it says of itself.',
};

describe('referenced-values-agree', () => {
  it.each<[string, Json[], string[]]>([
    ['the same', [{ refs: [{ to: 'a', level: 7, credit: 10 }] }, { id: 'a', level: 7, points: 10 }], []],
    [
      'both others',
      [{ refs: [{ to: 'a', level: 8, credit: 5 }] }, { id: 'a', level: 7, points: 10 }],
      ['/refs/0/level', '/refs/0/credit'],
    ],
    [
      'a word for a level',
      [{ refs: [{ to: 'a', level: 'entry-1' }] }, { id: 'a', level: 'entry-2' }],
      ['/refs/0/level'],
    ],
    ['nothing said here', [{ refs: [{ to: 'a' }] }, { id: 'a', level: 7 }], []],
    ['nothing said there', [{ refs: [{ to: 'a', level: 7 }] }, { id: 'a' }], []],
    ['binary dust', [{ refs: [{ to: 'a', credit: 0.3 }] }, { id: 'a', points: 0.1 + 0.2 }], []],
    [
      'another framework',
      [
        { framework: 'SCQF', refs: [{ to: 'a', level: 11 }] },
        { id: 'a', framework: 'FHEQ', level: 7 },
      ],
      [],
    ],
    [
      'a framework on one side only',
      [{ refs: [{ to: 'a', level: 11 }] }, { id: 'a', framework: 'FHEQ', level: 7 }],
      [],
    ],
    ['zero points', [{ refs: [{ to: 'a', credit: 0 }] }, { id: 'a', points: 10 }], ['/refs/0/credit']],
  ])('%s', (_name, descriptors, told) => {
    const { faults } = judgeCatalogue(referencedValuesAgree, descriptors, options);
    expect(faults.map(({ fault }) => fault.at)).toEqual(told);
  });

  it('gives the values and the other place', () => {
    const { faults } = judgeCatalogue(
      referencedValuesAgree,
      [
        { id: 'b', refs: [{}, { to: 'a', level: 8 }] },
        { id: 'a', level: 7 },
      ],
      options,
    );
    expect(faults[0]?.fault.data).toEqual({ field: 'refs[1].level', stated: 8, actual: 7, reference: 'a' });
    expect(faults[0]?.related?.map(({ fact, at }) => [fact.path, at])).toEqual([['000001.yaml', '/level']]);
  });

  it('cannot tell of ids that nobody or more than one descriptor has', () => {
    const { faults, undecided, inapplicable } = judgeCatalogue(
      referencedValuesAgree,
      [
        { refs: [{ to: 'x', level: 1 }] },
        { refs: [{ to: 'a', level: 1 }] },
        { id: 'a', level: 2 },
        { id: 'a' },
      ],
      options,
    );
    expect([faults, numbersOf(undecided), inapplicable?.length]).toEqual([[], ['0', '1'], 2]);
    expect(undecided.map(({ reason }) => reason)).toEqual([
      'No descriptor with the id "x" could be judged.',
      'More than one descriptor with the id "a" could be judged.',
    ]);
  });

  it('leaves circles to another rule when it is told to', () => {
    const circle = [
      {
        id: 'a',
        level: 7,
        refs: [
          { to: 'b', level: 9 },
          { to: 'c', level: 9 },
        ],
      },
      { id: 'b', level: 8, refs: [{ to: 'a', level: 7 }] },
      { id: 'c', level: 8 },
    ];
    const at = (exceptCircles: boolean) =>
      judgeCatalogue(referencedValuesAgree, circle, { ...options, exceptCircles }).faults.map(
        ({ fault }) => fault.at,
      );
    expect(at(false)).toEqual(['/refs/0/level', '/refs/1/level']);
    expect(at(true)).toEqual(['/refs/1/level']);
  });
});
