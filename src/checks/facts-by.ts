import type { CollectedFact } from '../conformance/check.ts';

/** The facts by a key of theirs, in the order given; a fact without a key (null) is left out. */
export function factsBy(
  facts: readonly CollectedFact[],
  keyOf: (fact: CollectedFact) => string | null,
): Map<string, CollectedFact[]> {
  const groups = new Map<string, CollectedFact[]>();
  for (const fact of facts) {
    const key = keyOf(fact);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fact]);
    else group.push(fact);
  }
  return groups;
}
