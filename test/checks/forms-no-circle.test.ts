import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formsNoCircle } from '../../src/checks/forms-no-circle.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judgeCatalogue, numbersOf } from './judge-catalogue.ts';

const options = { own: '/id', references: '/refs/*', other: 'A further step.' };
const award = (id: string, ...refs: string[]): Json => ({ id, refs });
const chainsOf = (descriptors: readonly Json[]) =>
  judgeCatalogue(formsNoCircle, descriptors, options).faults.map(
    ({ fact, fault }) => `${fact.path} ${fault.at} ${String(fault.data?.['chain'])}`,
  );

describe('forms-no-circle', () => {
  it.each<[string, Json[], string[]]>([
    ['a chain', [award('a', 'b'), award('b', 'c'), award('c')], []],
    ['two ways to one award', [award('a', 'b', 'c'), award('b', 'd'), award('c', 'd'), award('d')], []],
    ['a circle of one', [award('a', 'x', 'a')], ['000000.yaml /refs/1 a → a']],
    ['a circle of two', [award('b', 'a'), award('a', 'b')], ['000000.yaml /refs/0 b → a → b']],
    [
      'a circle entered from outside',
      [award('a', 'c'), award('b', 'c'), award('c', 'b')],
      ['000001.yaml /refs/0 b → c → b'],
    ],
    [
      'two circles that share an award',
      [award('a', 'b', 'c'), award('b', 'a'), award('c', 'a')],
      ['000000.yaml /refs/0 a → b → a', '000000.yaml /refs/1 a → c → a'],
    ],
    [
      'two circles that share a reference, which are one mistake',
      [award('a', 'b'), award('b', 'c'), award('c', 'b', 'a')],
      ['000001.yaml /refs/0 b → c → b'],
    ],
    [
      'an award with the id of another one',
      [award('a', 'b'), award('b', 'c'), award('c'), award('c', 'a')],
      [],
    ],
    ['an award without an id', [{ refs: ['a'] }, award('a')], []],
    ['the same reference twice', [award('a', 'b', 'b'), award('b', 'a')], ['000000.yaml /refs/0 a → b → a']],
  ])('%s', (_name, descriptors, told) => {
    expect(chainsOf(descriptors)).toEqual(told);
  });

  it('tells a circle once, names its other steps, and does not let the others pass', () => {
    const { faults, undecided, inapplicable } = judgeCatalogue(
      formsNoCircle,
      [award('c', 'a'), award('a', 'b'), award('b', 'c'), award('d'), award('e', 'd')],
      options,
      { paths: ['c.yaml', 'a.yaml', 'b.yaml', 'd.yaml', 'e.yaml'] },
    );
    expect(faults.map(({ fact, related }) => [fact.path, related?.map((one) => one.fact.path)])).toEqual([
      ['a.yaml', ['b.yaml', 'c.yaml']],
    ]);
    expect(undecided.map(({ fact }) => fact.path)).toEqual(['b.yaml', 'c.yaml']);
    expect(inapplicable?.map(({ path }) => path)).toEqual(['d.yaml']);
  });

  it('cannot tell where a reference leads that was not read', () => {
    const descriptors = [award('a', 'b'), award('b', 'x'), award('c', 'tbc')];
    const { faults, undecided } = judgeCatalogue(formsNoCircle, descriptors, options, { isComplete: false });
    expect([faults, numbersOf(undecided)]).toEqual([[], ['1']]);
    expect(judgeCatalogue(formsNoCircle, descriptors, options).undecided).toEqual([]);
  });

  it('finds a circle exactly when there is one', () => {
    const graph = fc.array(fc.array(fc.nat(7), { maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(graph, (edges) => {
        const found = chainsOf(edges.map((to, index) => award(`n${index}`, ...to.map((one) => `n${one}`))));
        expect(found.length > 0).toBe(hasCircle(edges));
      }),
    );
  });

  it('goes through long chains, long circles and many circles without delay', () => {
    const count = 10_000;
    const line = Array.from({ length: count }, (_, index) => award(`n${index}`, `n${index + 1}`));
    const ring = [...line.slice(0, -1), award(`n${count - 1}`, 'n0')];
    const star = Array.from({ length: count }, (_, index) =>
      award(`n${index}`, `n${index + 1}`, 'n0', `n${index}`),
    );
    const start = performance.now();
    expect(chainsOf(line)).toHaveLength(0);
    expect(chainsOf(ring)).toHaveLength(1);
    expect(chainsOf(star).length).toBeGreaterThanOrEqual(count);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

/** Takes away awards that lead nowhere until none is left, or only circles and what leads into them. */
function hasCircle(edges: readonly (readonly number[])[]): boolean {
  let left = new Set(edges.keys());
  for (;;) {
    const next = new Set([...left].filter((one) => edges[one]?.some((to) => left.has(to))));
    if (next.size === left.size) return next.size > 0;
    left = next;
  }
}
