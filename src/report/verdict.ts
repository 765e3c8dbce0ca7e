import type { DescriptorResult } from '../conformance/check-descriptor.ts';
import {
  type Framework,
  type Requirement,
  type RequirementLevel,
  type RequirementOutcome,
  worstOutcome,
} from '../conformance/framework.ts';
import type { Outcome, RuleResult } from '../conformance/rule.ts';
import type { Answer } from './answer.ts';

/** What a framework's requirements amount to for one descriptor. */
export type ConformanceVerdict = 'conforms' | 'conforms-with-advice' | 'does-not-conform' | 'undecided';

/** What became of one requirement. */
export interface RequirementResult {
  readonly requirement: string;
  readonly principle: string;
  readonly level: RequirementLevel;
  readonly outcome: RequirementOutcome;
  /** Why it could not be told, or why it is untested. */
  readonly reason?: string;
  /** The person's answer, once there is one. */
  readonly answer?: Answer;
}

/** How many requirements of a principle came out which way. */
export interface PrincipleResult {
  readonly principle: string;
  readonly outcomes: Readonly<Record<RequirementOutcome, number>>;
  /** Of those that failed, how many are mandatory. */
  readonly failedMust: number;
}

/** How one descriptor stands to one framework. */
export interface Conformance {
  readonly framework: string;
  readonly verdict: ConformanceVerdict;
  readonly requirements: readonly RequirementResult[];
  readonly principles: readonly PrincipleResult[];
}

/**
 * The published rules of the verdict. Mandatory requirements decide between the first three; nothing conforms while one
 * of them is failed, undecided or unanswered, while the descriptor's form is at fault, or when nothing at all was found
 * to hold.
 */
function verdictOf(results: readonly RequirementResult[], hasFormFault: boolean): ConformanceVerdict {
  const must = results.filter(({ level }) => level === 'must');
  if (must.some(isNotMet)) return 'does-not-conform';
  const isOpen = ({ outcome }: RequirementResult): boolean =>
    outcome === 'cantTell' || outcome === 'needsReview' || outcome === 'untested';
  const isAnythingMet = results.some((result) => result.outcome === 'passed' || isMetByAnswer(result));
  if (must.some(isOpen) || hasFormFault || !isAnythingMet) return 'undecided';
  return results.some(isNotMet) ? 'conforms-with-advice' : 'conforms';
}

/** Whether a requirement does not hold, by a rule or by a person's answer. */
export function isNotMet({ outcome, answer }: RequirementResult): boolean {
  return (
    outcome === 'failed' ||
    (outcome === 'reviewed' && (answer?.outcome === 'not-met' || answer?.outcome === 'partly'))
  );
}

function isMetByAnswer({ outcome, answer }: RequirementResult): boolean {
  return outcome === 'reviewed' && answer?.outcome === 'met';
}

/** Judges one descriptor's results by one framework. `answers` are those that people gave for this descriptor. */
export function conformanceOf(
  result: Pick<DescriptorResult, 'rules' | 'findings'>,
  framework: Framework,
  answers: readonly Answer[] = [],
): Conformance {
  const requirements = framework.requirements.map((requirement) =>
    requirementResult(requirement, result.rules, answers),
  );
  return {
    framework: framework.id,
    verdict: verdictOf(requirements, result.findings.length > 0),
    requirements,
    principles: principleResults(framework, requirements),
  };
}

function requirementResult(
  requirement: Requirement,
  results: readonly RuleResult[],
  answers: readonly Answer[],
): RequirementResult {
  const { id, rules = [], review, untested } = requirement;
  if (review !== undefined) {
    const answer = answers.find((candidate) => candidate.requirement === id);
    if (answer === undefined) return sharedResult(requirement, 'needsReview');
    return { ...sharedResult(requirement, 'reviewed'), answer };
  }
  if (rules.length === 0) {
    return { ...sharedResult(requirement, 'untested'), reason: untested ?? 'No rule decides it.' };
  }
  const [only = '', ...others] = rules;
  const single = others.length === 0 ? resultOf(only, results) : undefined;
  // Most requirements have one rule, whose outcome is theirs.
  if (single !== undefined && single.outcome !== 'cantTell') return sharedResult(requirement, single.outcome);
  const judged = rules.map((rule) => resultOf(rule, results));
  const outcome = worstOutcome(judged.map((rule): Outcome => rule?.outcome ?? 'cantTell'));
  if (outcome !== 'cantTell') return sharedResult(requirement, outcome);
  const reason = judged.find((rule) => rule === undefined || rule.outcome === 'cantTell')?.reason;
  return { ...sharedResult(requirement, 'cantTell'), reason: reason ?? 'The rule was not run.' };
}

const positions = new Map<string, number>();

/** The result of a rule, which stands at the same place for every descriptor of a run. */
function resultOf(rule: string, results: readonly RuleResult[]): RuleResult | undefined {
  const usual = results[positions.get(rule) ?? -1];
  if (usual?.rule === rule) return usual;
  const position = results.findIndex((result) => result.rule === rule);
  if (position >= 0) positions.set(rule, position);
  return results[position];
}

const shared = new WeakMap<Requirement, Map<RequirementOutcome, RequirementResult>>();

/** The result of a requirement that has nothing to say beside its outcome, the same one for all descriptors. */
function sharedResult(requirement: Requirement, outcome: RequirementOutcome): RequirementResult {
  const known = shared.get(requirement)?.get(outcome);
  if (known !== undefined) return known;
  const { id, principle, level } = requirement;
  const result = Object.freeze({ requirement: id, principle, level, outcome });
  const results = shared.get(requirement) ?? new Map<RequirementOutcome, RequirementResult>();
  shared.set(requirement, results.set(outcome, result));
  return result;
}

function principleResults(
  { principles }: Framework,
  requirements: readonly RequirementResult[],
): PrincipleResult[] {
  const counts = new Map<string, { outcomes: Record<RequirementOutcome, number>; failedMust: number }>();
  for (const { id } of principles) counts.set(id, { outcomes: { ...noOutcomes }, failedMust: 0 });
  for (const result of requirements) {
    const count = counts.get(result.principle);
    if (count === undefined) continue;
    count.outcomes[result.outcome] += 1;
    if (result.level === 'must' && isNotMet(result)) count.failedMust += 1;
  }
  return [...counts].map(([principle, count]) => ({ principle, ...count }));
}

const noOutcomes: Readonly<Record<RequirementOutcome, number>> = {
  passed: 0,
  failed: 0,
  inapplicable: 0,
  cantTell: 0,
  needsReview: 0,
  reviewed: 0,
  untested: 0,
};
