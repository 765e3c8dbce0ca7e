import {
  type CollectedFact,
  type CollectionFault,
  type CollectionVerdict,
  defineCollectionCheck,
} from '../conformance/check.ts';
import { closestWord, type KnownWord, knownWord } from '../descriptor/closest-word.ts';
import type { JsonPointer, PointerPattern } from '../descriptor/json-pointer.ts';
import {
  namingReferences,
  pointerSchema,
  type ReferenceFact,
  referenceFactOf,
  referencesOf,
} from './catalogue-references.ts';

interface Options {
  /** Where a descriptor has its own id. */
  readonly own: JsonPointer;
  /** Where it names others by their ids. */
  readonly references: PointerPattern;
}

/** Ids that are referred to exist. `{reference}` is the id, `{closest}` the one that was meant, or `none`. */
export const referencesExist = defineCollectionCheck<Options>({
  name: 'references-exist',
  summary: 'Every id that a descriptor refers to is that of a descriptor of the catalogue.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['own', 'references'],
    properties: { own: pointerSchema, references: pointerSchema },
  },
  collect(target, { own, references }): ReferenceFact | undefined {
    return referencesOf(target, own, references);
  },
  judge(facts, _options, context): CollectionVerdict {
    const ids = new Set(facts.flatMap((fact) => referenceFactOf(fact).id ?? []));
    const closest = closestIdFinder([...ids]);
    const faults: CollectionFault[] = [];
    const undecided: { fact: CollectedFact; reason: string }[] = [];
    const inapplicable: CollectedFact[] = [];
    for (const fact of facts) {
      const references = namingReferences(referenceFactOf(fact).references, context);
      if (references.length === 0) inapplicable.push(fact);
      for (const { at, to } of references) {
        if (ids.has(to)) continue;
        if (context.isComplete)
          faults.push({ fact, fault: { at, data: { reference: to, closest: closest(to) } } });
        else undecided.push({ fact, reason: notAmongThem(to) });
      }
    }
    return { faults, undecided, inapplicable };
  },
});

function notAmongThem(id: string): string {
  return `Not every descriptor of the catalogue could be judged, and none of those that could has the id "${id}".`;
}

/** Each comparison takes about a microsecond, so a catalogue of thousands with as many wrong ids needs a limit. */
const mostComparisons = 1_000_000;

/** Finds the id that is nearest to a wrong one, or `none`; gives up guessing when there is too much to compare. */
function closestIdFinder(ids: readonly string[]): (wrong: string) => string {
  const found = new Map<string, string>();
  let words: readonly KnownWord[] | undefined;
  return (wrong) => {
    const known = found.get(wrong);
    if (known !== undefined) return known;
    if ((found.size + 1) * ids.length > mostComparisons) return 'none';
    words ??= ids.map(knownWord);
    const closest = closestWord(wrong, words)?.word ?? 'none';
    found.set(wrong, closest);
    return closest;
  };
}
