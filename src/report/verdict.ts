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
  const rules = new Map(result.rules.map((rule) => [rule.rule, rule]));
  const requirements = framework.requirements.map((requirement) =>
    requirementResult(requirement, rules, answers),
  );
  return {
    framework: framework.id,
    verdict: verdictOf(requirements, result.findings.length > 0),
    requirements,
    principles: framework.principles.map(({ id }) =>
      principleResult(
        id,
        requirements.filter(({ principle }) => principle === id),
      ),
    ),
  };
}

function requirementResult(
  { id, principle, level, rules = [], review, untested }: Requirement,
  results: ReadonlyMap<string, RuleResult>,
  answers: readonly Answer[],
): RequirementResult {
  const base = { requirement: id, principle, level };
  if (review !== undefined) {
    const answer = answers.find(({ requirement }) => requirement === id);
    return answer === undefined
      ? { ...base, outcome: 'needsReview' }
      : { ...base, outcome: 'reviewed', answer };
  }
  if (rules.length === 0) return { ...base, outcome: 'untested', reason: untested ?? 'No rule decides it.' };
  const judged = rules.map((rule) => results.get(rule));
  const outcome = worstOutcome(judged.map((rule): Outcome => rule?.outcome ?? 'cantTell'));
  if (outcome !== 'cantTell') return { ...base, outcome };
  const reason = judged.find((rule) => rule === undefined || rule.outcome === 'cantTell')?.reason;
  return { ...base, outcome, reason: reason ?? 'The rule was not run.' };
}

function principleResult(principle: string, requirements: readonly RequirementResult[]): PrincipleResult {
  const outcomes = {
    passed: 0,
    failed: 0,
    inapplicable: 0,
    cantTell: 0,
    needsReview: 0,
    reviewed: 0,
    untested: 0,
  };
  for (const { outcome } of requirements) outcomes[outcome] += 1;
  const failedMust = requirements.filter((result) => result.level === 'must' && isNotMet(result)).length;
  return { principle, outcomes, failedMust };
}
