import { describe, expect, it } from 'vitest';
import { referencesExist } from '../../src/checks/references-exist.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judgeCatalogue, numbersOf } from './judge-catalogue.ts';

const options = { own: '/id', references: '/refs/*/to' };
const refersTo = (id: string | null, ...to: string[]): Json => ({
  ...(id === null ? {} : { id }),
  refs: to.map((one) => ({ to: one })),
});

describe('references-exist', () => {
  it('tells each reference that leads nowhere, with the id that was meant', () => {
    const { faults } = judgeCatalogue(
      referencesExist,
      [
        refersTo('data-101', 'hnc-computing', 'hnc-computng'),
        refersTo('hnc-computing', 'HNC_Computing', 'qq'),
      ],
      options,
    );
    expect(faults.map(({ fault }) => [fault.at, fault.data])).toEqual([
      ['/refs/1/to', { reference: 'hnc-computng', closest: 'hnc-computing' }],
      ['/refs/0/to', { reference: 'HNC_Computing', closest: 'hnc-computing' }],
      ['/refs/1/to', { reference: 'qq', closest: 'none' }],
    ]);
  });

  it('counts a descriptor without an id, and does not need references', () => {
    const verdict = judgeCatalogue(referencesExist, [refersTo(null, 'a'), { id: 'a' }, {}], options);
    expect([verdict.faults, verdict.inapplicable?.map(({ path }) => path)]).toEqual([[], ['000001.yaml']]);
  });

  it('cannot tell what does not exist as long as not everything was read', () => {
    const { faults, undecided } = judgeCatalogue(
      referencesExist,
      [refersTo('a', 'b', 'c'), { id: 'b' }],
      options,
      { isComplete: false },
    );
    expect([faults, numbersOf(undecided)]).toEqual([[], ['0']]);
    expect(undecided[0]?.reason).toContain('"c"');
  });

  it('takes placeholders and things that are no text for nothing', () => {
    const { faults, inapplicable } = judgeCatalogue(
      referencesExist,
      [refersTo('a', 'TBC', ' '), { id: 'b', refs: [{ to: 7 }, null, 'x', {}] }, { id: 'c', refs: 'none' }],
      options,
    );
    expect([faults, inapplicable?.length]).toEqual([[], 3]);
  });

  it('does not guess for ever when thousands of ids are wrong', () => {
    const descriptors = Array.from({ length: 3000 }, (_, index) =>
      refersTo(`award-${index}`, `programme-${index}`),
    );
    const start = performance.now();
    expect(judgeCatalogue(referencesExist, descriptors, options).faults).toHaveLength(3000);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
