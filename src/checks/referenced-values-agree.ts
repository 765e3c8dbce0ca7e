import {
  type CollectedFact,
  type CollectionFault,
  type CollectionVerdict,
  defineCollectionCheck,
} from '../conformance/check.ts';
import {
  fieldName,
  type Json,
  type JsonPointer,
  type PointerPattern,
  placesAt,
  valueAt,
} from '../descriptor/json-pointer.ts';
import { differ } from './amounts.ts';
import {
  idAt,
  namingReferences,
  pointerSchema,
  type Reference,
  type ReferenceFact,
} from './catalogue-references.ts';
import { circlesOf } from './circles.ts';
import { factsBy } from './facts-by.ts';

interface ComparedValue {
  /** Where the value stands beside the reference, below `items`. */
  readonly stated: JsonPointer;
  /** Where the other descriptor has the same thing of itself. */
  readonly own: JsonPointer;
  /** The scale of the value; only descriptors that agree in it are compared. */
  readonly scale?: JsonPointer;
}

interface Options {
  /** Where a descriptor has its own id. */
  readonly own: JsonPointer;
  /** The items that refer to other descriptors, and where below each of them the id stands. */
  readonly items: PointerPattern;
  readonly reference: JsonPointer;
  readonly values: readonly ComparedValue[];
  /** Whether references that lead round in a circle are left to the rule about circles. */
  readonly exceptCircles?: boolean;
  /** What stands at the other place, for the finding. */
  readonly other: string;
}

type StatedReference = Reference & { readonly item: JsonPointer; readonly stated: readonly Json[] };
type Fact = ReferenceFact & {
  readonly references: readonly StatedReference[];
  readonly own: readonly Json[];
  readonly scales: readonly Json[];
};

/** What is said of another descriptor is what that one says: `{field}` is `{stated}`, but `{reference}` says `{actual}`. */
export const referencedValuesAgree = defineCollectionCheck<Options>({
  name: 'referenced-values-agree',
  summary: 'Values that are given for another descriptor of the catalogue are those that it has of its own.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['own', 'items', 'reference', 'values', 'other'],
    properties: {
      own: pointerSchema,
      items: pointerSchema,
      reference: pointerSchema,
      values: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['stated', 'own'],
          properties: { stated: pointerSchema, own: pointerSchema, scale: pointerSchema },
        },
      },
      exceptCircles: { type: 'boolean' },
      other: { type: 'string', minLength: 5, pattern: '\\.$' },
    },
  },
  collect(target, { own, items, reference, values }): Fact | undefined {
    const jsonAt = (place: Json, at: JsonPointer | undefined): Json =>
      at === undefined ? null : (valueAt(place, at) ?? null);
    const id = idAt(target, own);
    const references = placesAt(target, items).flatMap(({ pointer, value }) => {
      const to = idAt(value, reference);
      if (to === null) return [];
      const stated = values.map((compared) => jsonAt(value, compared.stated));
      return [{ at: pointer + reference, to, item: pointer, stated }];
    });
    if (id === null && references.length === 0) return undefined;
    return {
      id,
      references,
      own: values.map((compared) => jsonAt(target, compared.own)),
      scales: values.map(({ scale }) => jsonAt(target, scale)),
    };
  },
  judge(facts, options, context): CollectionVerdict {
    const known = factsBy(facts, (fact) => factOf(fact).id);
    const inCircles = new Set(
      options.exceptCircles ? circlesOf(facts).flatMap((circle) => circle.map(keyOf)) : [],
    );
    const faults: CollectionFault[] = [];
    const undecided: { fact: CollectedFact; reason: string }[] = [];
    const inapplicable: CollectedFact[] = [];
    for (const fact of facts) {
      const references = namingReferences(factOf(fact).references, context);
      if (references.length === 0) inapplicable.push(fact);
      for (const reference of references) {
        const same = known.get(reference.to) ?? [];
        const [other] = same;
        const isInCircle = inCircles.has(keyOf({ fact, at: reference.at }));
        if (other !== undefined && same.length === 1 && !isInCircle)
          faults.push(...faultsOf(fact, reference, other, options));
        else undecided.push({ fact, reason: reasonFor(reference.to, isInCircle, same.length > 1) });
      }
    }
    return { faults, undecided, inapplicable };
  },
});

function reasonFor(id: string, isInCircle: boolean, isAmbiguous: boolean): string {
  if (isInCircle) return `The reference to "${id}" is part of a circle.`;
  return `${isAmbiguous ? 'More than one' : 'No'} descriptor with the id "${id}" could be judged.`;
}

/** A fault for each value that is given and is another one there; what either side does not say cannot disagree. */
function faultsOf(
  fact: CollectedFact,
  { item, to, stated }: StatedReference,
  other: CollectedFact,
  options: Options,
): CollectionFault[] {
  return options.values.flatMap((value, index) => {
    const given = stated[index] ?? null;
    const actual = factOf(other).own[index] ?? null;
    const isOneScale = factOf(fact).scales[index] === factOf(other).scales[index];
    if (given === null || actual === null || !isOneScale || isSame(given, actual)) return [];
    const at = item + value.stated;
    return [
      {
        fact,
        fault: { at, data: { field: fieldName(at), stated: given, actual, reference: to } },
        related: [{ fact: other, at: value.own, message: options.other }],
      },
    ];
  });
}

function isSame(left: Json, right: Json): boolean {
  if (typeof left === 'number' && typeof right === 'number') return !differ(left, right);
  return JSON.stringify(left) === JSON.stringify(right);
}

function keyOf({ fact, at }: { readonly fact: CollectedFact; readonly at: JsonPointer }): string {
  return `${fact.document} ${at} ${fact.path}`;
}

/** Facts come back as they were collected, if need be through JSON. */
function factOf({ value }: CollectedFact): Fact {
  return value as Fact;
}
