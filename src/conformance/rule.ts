import type { Basis, Citation, Finding, Severity } from '../descriptor/finding.ts';
import type { Json, JsonObject, PointerPattern } from '../descriptor/json-pointer.ts';
import type { Check, JsonSchema } from './check.ts';

/** What a rule says of one descriptor. */
export type Outcome = 'passed' | 'failed' | 'inapplicable' | 'cantTell';

/** An example is the rule's test and its documentation. */
export interface RuleExample {
  readonly outcome: Outcome;
  /** YAML of a descriptor, or the part of one that matters; several documents make a catalogue. `# finding: …` marks a line. */
  readonly descriptor: string;
  readonly why?: string;
  /** The day judged for, when the rule looks at dates. */
  readonly date?: string;
}

/** What a rule file says; `schemas/rule.schema.json` is the same thing and the truth. */
export interface RuleDefinition {
  readonly id: string;
  readonly title: string;
  readonly status: 'draft' | 'stable' | 'deprecated';
  readonly since: string;
  /** Only the default: the level of the requirement that names the rule decides. */
  readonly severity: Severity;
  /** Where the rule applies: `''` is the whole descriptor, `/outcomes/*` each outcome. */
  readonly targets: PointerPattern;
  /** Every field that the rule looks at; its evidence. Faults of form there make the rule wait. */
  readonly reads: readonly PointerPattern[];
  /** Rules that have to hold first: while one of them does not, this one cannot tell. */
  readonly after?: readonly string[];
  /** Condition of applicability: a target that does not match is out of the rule's scope. */
  readonly applies?: JsonSchema;
  readonly expect?: JsonSchema;
  readonly check?: { readonly name: string; readonly with: JsonObject };
  readonly message: string;
  readonly help: string;
  readonly why: string;
  readonly sources: readonly SourceReference[];
  readonly examples: readonly RuleExample[];
  readonly changes?: readonly { readonly version: string; readonly change: string }[];
}

/** How a rule goes back to a document of `rules/sources.yaml`. */
export interface SourceReference {
  readonly source: string;
  readonly basis: Basis;
  readonly quote?: string;
  readonly note?: string;
}

/** A condition out of a JSON Schema; `errors` are those of the last call, in ajv's form. */
export interface Predicate {
  (data: Json): boolean;
  errors?: readonly PredicateError[] | null;
}

export interface PredicateError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A rule ready to judge. */
export interface Rule {
  readonly definition: Omit<RuleDefinition, 'examples'>;
  readonly severity: Severity;
  readonly principles: readonly string[];
  readonly citations: readonly Citation[];
  readonly applies: Predicate | undefined;
  readonly expect: Predicate | undefined;
  readonly check: Check | undefined;
  readonly options: JsonObject;
  /** Shared results of the two outcomes that carry nothing, so that passing allocates nothing. */
  readonly whenPassed: RuleResult;
  readonly whenInapplicable: RuleResult;
}

/** What became of one rule on one descriptor. */
export interface RuleResult {
  readonly rule: string;
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  /** Why it could not be told; for `cantTell` only. */
  readonly reason?: string;
  /** It cannot be told only because of faults of form, which are told elsewhere. */
  readonly waitsForForm?: true;
  /** The rule itself went wrong (a bug of ours): the run is incomplete. */
  readonly isBug?: true;
}
