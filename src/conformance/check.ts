import type { Json, JsonObject, JsonPointer } from '../descriptor/json-pointer.ts';

/** What a check may know beside its target and options. */
export interface CheckContext {
  /** The day that the descriptor is judged for, as YYYY-MM-DD. */
  readonly date: string;
  /** Texts that stand in place of a fact, such as `tbc` (vocabulary `placeholders`), in lower case. */
  readonly placeholders: ReadonlySet<string>;
}

/** Something that does not hold. */
export interface Fault {
  /** Where, below the target; `''` or absent is the target itself. */
  readonly at?: JsonPointer;
  /** The name of the member that should stand at `at` but does not; the finding then points at `at`. */
  readonly missing?: string;
  /** Points at the name of the field rather than at its value. */
  readonly part?: 'key' | 'value';
  /** The values that the rule's message mentions. */
  readonly data?: JsonObject;
  /** Other places of the same descriptor (below the target) that have to do with it. */
  readonly related?: readonly { readonly at: JsonPointer; readonly message: string }[];
}

/** What a check says of one target, in the words of the W3C's EARL. */
export type Verdict =
  | { readonly outcome: 'passed' }
  | { readonly outcome: 'failed'; readonly faults: readonly [Fault, ...Fault[]] }
  | { readonly outcome: 'cantTell'; readonly reason: string };

/** The one verdict of everything that holds, shared so that passing costs nothing. */
export const passed: Verdict = Object.freeze({ outcome: 'passed' });

/** A verdict out of the faults found: passed when there is none. */
export function verdictOf(faults: readonly Fault[]): Verdict {
  const [first, ...rest] = faults;
  return first === undefined ? passed : { outcome: 'failed', faults: [first, ...rest] };
}

/** The verdict of a check that cannot decide, with the reason as a sentence. */
export function cantTell(reason: string): Verdict {
  return { outcome: 'cantTell', reason };
}

/** A JSON Schema (draft 2020-12) as plain data. */
export type JsonSchema = JsonObject;

interface CheckDescription {
  /** Kebab case; rules call the check by it. */
  readonly name: string;
  /** What it looks for, in one sentence, for the catalogue. */
  readonly summary: string;
  /** JSON Schema of the options; they are validated when the rule set is compiled. */
  readonly options: JsonSchema;
}

/** A named function that judges one target of one descriptor. Pure; must not throw whatever the target. */
export interface TargetCheck<Options = JsonObject> extends CheckDescription {
  readonly kind: 'target';
  run(target: Json, options: Options, context: CheckContext): Verdict;
}

/** What one descriptor contributes to a rule over the whole catalogue. */
export interface CollectedFact {
  readonly rule: string;
  readonly path: string;
  readonly document: number;
  /** The target that the fact was collected from. */
  readonly pointer: JsonPointer;
  readonly value: Json;
}

/** A fault of one descriptor that only shows beside the others. */
export interface CollectionFault {
  readonly fact: CollectedFact;
  readonly fault: Fault;
  /** The other descriptors' facts that it has to do with. */
  readonly related?: readonly {
    readonly fact: CollectedFact;
    readonly at?: JsonPointer;
    readonly message: string;
  }[];
}

/** What a catalogue check knows of the run. */
export interface CatalogueContext extends CheckContext {
  /** Whether every descriptor of whole folders was read and could be judged, so that what no fact tells of does not exist. */
  readonly isComplete: boolean;
}

/** A named function that judges all descriptors of a run together, by facts collected from each. */
export interface CollectionCheck<Options = JsonObject> extends CheckDescription {
  readonly kind: 'collection';
  /** The fact of one target, or undefined when it has nothing to contribute (the rule is then inapplicable to it). */
  collect(target: Json, options: Options): Json | undefined;
  /** What holds of the facts, which come in the order of their paths; a fact that the verdict does not name has passed. */
  judge(facts: readonly CollectedFact[], options: Options, context: CatalogueContext): CollectionVerdict;
}

export interface CollectionVerdict {
  readonly faults: readonly CollectionFault[];
  /** Facts that cannot be decided, with the reason as a sentence. */
  readonly undecided: readonly { readonly fact: CollectedFact; readonly reason: string }[];
  /** Facts that only served to judge others by: the rule does not apply to their descriptors. */
  readonly inapplicable?: readonly CollectedFact[];
}

export type Check = TargetCheck | CollectionCheck;

/** Makes a check out of its parts; the option type is trusted because options are validated against the schema. */
export function defineCheck<Options>(check: Omit<TargetCheck<Options>, 'kind'>): TargetCheck {
  return { ...check, kind: 'target' } as unknown as TargetCheck;
}

/** Makes a collection check out of its parts (see defineCheck). */
export function defineCollectionCheck<Options>(
  check: Omit<CollectionCheck<Options>, 'kind'>,
): CollectionCheck {
  return { ...check, kind: 'collection' } as unknown as CollectionCheck;
}
