import {
  type CatalogueContext,
  type CollectedFact,
  type CollectionFault,
  type CollectionVerdict,
  defineCollectionCheck,
} from '../conformance/check.ts';
import type { JsonPointer, PointerPattern } from '../descriptor/json-pointer.ts';
import {
  namingReferences,
  pointerSchema,
  type ReferenceFact,
  referenceFactOf,
  referencesOf,
} from './catalogue-references.ts';
import { circlesOf, type Step } from './circles.ts';
import { factsBy } from './facts-by.ts';

interface Options {
  /** Where a descriptor has its own id. */
  readonly own: JsonPointer;
  /** Where it names those that it leads to. */
  readonly references: PointerPattern;
  /** What stands at each further step, for the finding. */
  readonly other: string;
}

/** References never lead back to where they began. `{chain}` names the ids of the circle in their order. */
export const formsNoCircle = defineCollectionCheck<Options>({
  name: 'forms-no-circle',
  summary:
    'No descriptor leads, over its references, back to itself; a circle is told once, on the descriptor that comes first.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['own', 'references', 'other'],
    properties: {
      own: pointerSchema,
      references: pointerSchema,
      other: { type: 'string', minLength: 5, pattern: '\\.$' },
    },
  },
  collect(target, { own, references }): ReferenceFact | undefined {
    return referencesOf(target, own, references);
  },
  judge(facts, { other }, context): CollectionVerdict {
    const circles = circlesOf(facts);
    const known = factsBy(facts, (fact) => referenceFactOf(fact).id);
    const undecided = circles.flatMap(toldElsewhere);
    const inapplicable: CollectedFact[] = [];
    for (const fact of facts) {
      const references = namingReferences(referenceFactOf(fact).references, context);
      if (references.length === 0) inapplicable.push(fact);
      const end = references.find(({ to }) => isOpenEnd(known.get(to)?.length ?? 0, context));
      if (end !== undefined)
        undecided.push({ fact, reason: `Where the award "${end.to}" leads to is not known.` });
    }
    return { faults: circles.flatMap((circle) => faultOf(circle, other)), undecided, inapplicable };
  },
});

/** Nothing leads on from an award that does not exist, but one that was not read, or is there twice, may lead anywhere. */
function isOpenEnd(count: number, { isComplete }: CatalogueContext): boolean {
  return count > 1 || (count === 0 && !isComplete);
}

function faultOf([first, ...others]: readonly Step[], other: string): CollectionFault[] {
  if (first === undefined) return [];
  const { fact, at } = first;
  const ids = [first, ...others].map((step) => step.to);
  const chain = [ids.at(-1), ...ids].join(' → ');
  return [
    {
      fact,
      fault: { at, data: { chain } },
      related: others.map((step) => ({ fact: step.fact, at: step.at, message: other })),
    },
  ];
}

/** The others of a circle cannot be said to have passed, but one mistake is told once. */
function toldElsewhere([first, ...others]: readonly Step[]): { fact: CollectedFact; reason: string }[] {
  const id = first === undefined ? null : referenceFactOf(first.fact).id;
  return others.map(({ fact }) => ({
    fact,
    reason: `It is part of a circle that is told for the descriptor "${id}".`,
  }));
}
