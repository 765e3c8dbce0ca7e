import type { PointerPattern } from '../descriptor/json-pointer.ts';
import type { Outcome } from './rule.ts';

export type RequirementLevel = 'must' | 'should' | 'could';

/** A named group of requirements; the report is organised by it. */
export interface Principle {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Number and wording of the clause in a document that an institution holds, when it has laid one over the theme. */
  readonly clause?: Clause;
}

export interface Clause {
  readonly number: string;
  readonly text?: string;
}

/** One thing that a framework asks for, decided by rules, by a person, or by nobody yet. Exactly one of the three. */
export interface Requirement {
  readonly id: string;
  readonly principle: string;
  readonly level: RequirementLevel;
  /** What has to hold, as a statement. */
  readonly text: string;
  /** The rules that decide it. */
  readonly rules?: readonly string[];
  /** The question to a person, for what no machine can decide. */
  readonly review?: Review;
  /** Why neither a rule nor a question decides it yet. */
  readonly untested?: string;
  readonly clause?: Clause;
}

export interface Review {
  readonly question: string;
  /** What to look at and what a good answer weighs. */
  readonly guidance: string;
  /** The fields that bear on the question. */
  readonly concerns: readonly PointerPattern[];
}

/** A published set of requirements. */
export interface Framework {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly date: string;
  readonly about: string;
  readonly url?: string;
  /** The framework whose principles and requirements come first. */
  readonly extends?: string;
  readonly principles: readonly Principle[];
  readonly requirements: readonly Requirement[];
  /** The document that `clause` refers to, once clauses have been laid over it. */
  readonly clausesFrom?: string;
}

/** What became of a requirement. `waived`: it does not hold, but an exception was agreed. */
export type RequirementOutcome = RuledOutcome | 'needsReview' | 'reviewed' | 'untested';

/** What rules, with the exceptions agreed to them, can make of a requirement. */
export type RuledOutcome = Outcome | 'waived';

/** From the gravest to the lightest: a requirement is as bad as the worst of its rules. */
const gravity: Record<RuledOutcome, number> = {
  failed: 4,
  cantTell: 3,
  waived: 2,
  passed: 1,
  inapplicable: 0,
};

/** The outcome of several rules together. No rule at all is no reason to pass, so it is a bug to ask. */
export function worstOutcome<T extends RuledOutcome>(outcomes: readonly T[]): T | 'inapplicable' {
  return outcomes.reduce<T | 'inapplicable'>(
    (worst, next) => (gravity[next] > gravity[worst] ? next : worst),
    'inapplicable',
  );
}
