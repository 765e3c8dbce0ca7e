import type { Check, CollectedFact, CollectionVerdict } from '../../src/conformance/check.ts';
import type { Json, JsonObject } from '../../src/descriptor/json-pointer.ts';

/** What a check over the catalogue says of descriptors; their paths are 0.yaml, 1.yaml and so on unless given. */
export function judgeCatalogue(
  check: Check,
  descriptors: readonly Json[],
  options: JsonObject,
  { isComplete = true, paths = [] as readonly string[] } = {},
): CollectionVerdict {
  if (check.kind !== 'collection') throw new Error(`The check ${check.name} is not one over the catalogue.`);
  const facts = descriptors.flatMap((target, index): CollectedFact[] => {
    const value = check.collect(target, options);
    const path = paths[index] ?? `${String(index).padStart(6, '0')}.yaml`;
    // Facts may come out of a cache or from a thread.
    return value === undefined
      ? []
      : [{ rule: 'r', path, document: 0, pointer: '', value: JSON.parse(JSON.stringify(value)) }];
  });
  facts.sort((left, right) => (left.path < right.path ? -1 : 1));
  return check.judge(facts, options, {
    date: '2026-01-15',
    placeholders: new Set(['tbc']),
    isComplete,
  });
}

/** The paths of facts without their leading zeros and ending: `0`, `1` … */
export function numbersOf(facts: readonly { readonly fact: CollectedFact }[]): string[] {
  return facts.map(({ fact }) => fact.path.replace(/^0*(?=\d)|\.yaml$/g, ''));
}
