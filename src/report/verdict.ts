import type { DescriptorResult } from '../conformance/check-descriptor.ts';
import {
  type Framework,
  type Requirement,
  type RequirementLevel,
  type RequirementOutcome,
  type RuledOutcome,
  worstOutcome,
} from '../conformance/framework.ts';
import type { RuleResult } from '../conformance/rule.ts';
import { isFormFinding } from '../descriptor/form-fault.ts';
import type { Answer } from './answer.ts';
import { type Score, scoreOf } from './score.ts';

/** What a framework's requirements can amount to for one descriptor, from the best to the worst. */
export const verdicts = [
  'conforms',
  'conforms-with-advice',
  'conforms-with-waivers',
  'undecided',
  'does-not-conform',
] as const;

export type ConformanceVerdict = (typeof verdicts)[number];

/** What became of one requirement. */
export interface RequirementResult {
  readonly requirement: string;
  readonly principle: string;
  readonly level: RequirementLevel;
  readonly outcome: RequirementOutcome;
  /** Who asserts the outcome, in the words of the W3C's EARL: a rule, or a person. Absent while nobody does. */
  readonly mode?: 'automatic' | 'manual';
  /** Why it could not be told, why it is untested, or why an answer no longer counts. */
  readonly reason?: string;
  /** The person's answer, once there is one; also one that is stale, so that it can be shown and asked again. */
  readonly answer?: Answer;
}

/** How many requirements of a principle came out which way. */
export interface PrincipleResult {
  readonly principle: string;
  readonly outcomes: Readonly<Record<RequirementOutcome, number>>;
  /** Of those that failed, how many are mandatory. */
  readonly failedMust: number;
  readonly score: Score;
}

/** How one descriptor stands to one framework. */
export interface Conformance {
  readonly framework: string;
  readonly verdict: ConformanceVerdict;
  readonly requirements: readonly RequirementResult[];
  readonly principles: readonly PrincipleResult[];
  /** Of all requirements together. */
  readonly score: Score;
}

/**
 * The published rules of the verdict (in words: `microcred explain verdict`). Nothing conforms while a mandatory
 * requirement is failed, undecided or unanswered, while the descriptor's form is at fault, or when nothing at all was
 * found to hold; and with any waiver in use it conforms with waivers at best.
 */
function verdictOf(
  results: readonly RequirementResult[],
  { hasFormFault, hasWaiver }: { readonly hasFormFault: boolean; readonly hasWaiver: boolean },
): ConformanceVerdict {
  const must = results.filter(({ level }) => level === 'must');
  if (must.some(isNotMet)) return 'does-not-conform';
  const isOpen = ({ outcome }: RequirementResult): boolean =>
    outcome === 'cantTell' || outcome === 'needsReview' || outcome === 'untested';
  const isAnythingMet = results.some((result) => result.outcome === 'passed' || isMetByAnswer(result));
  if (must.some(isOpen) || hasFormFault || !isAnythingMet) return 'undecided';
  if (hasWaiver) return 'conforms-with-waivers';
  return results.some(isNotMet) ? 'conforms-with-advice' : 'conforms';
}

/** Whether a waiver covers anything that a rule of the framework finds, be it hidden by something worse. */
function isWaiverUsed({ requirements }: Framework, results: readonly RuleResult[]): boolean {
  const isAnyWaived = results.some(({ findings }) => findings.some(({ waiver }) => waiver !== undefined));
  if (!isAnyWaived) return false;
  return requirements.some(({ rules = [] }) =>
    rules.some((rule) => resultOf(rule, results)?.findings.some(({ waiver }) => waiver !== undefined)),
  );
}

/** Whether a requirement does not hold, by a rule or by a person's answer. */
export function isNotMet({ outcome, answer }: RequirementResult): boolean {
  return (
    outcome === 'failed' ||
    (outcome === 'reviewed' && (answer?.outcome === 'not-met' || answer?.outcome === 'partly'))
  );
}

/** Whether a person has answered that a requirement holds. */
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
    verdict: verdictOf(requirements, {
      hasFormFault: result.findings.some(isFormFinding),
      hasWaiver: isWaiverUsed(framework, result.rules),
    }),
    requirements,
    principles: principleResults(framework, requirements),
    score: scoreOf(requirements),
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
    if (!answer.isStale) return { ...sharedResult(requirement, 'reviewed'), answer };
    return { ...sharedResult(requirement, 'needsReview'), reason: whyStale, answer };
  }
  if (rules.length === 0) {
    return { ...sharedResult(requirement, 'untested'), reason: untested ?? 'No rule decides it.' };
  }
  const [only = '', ...others] = rules;
  const single = others.length === 0 ? resultOf(only, results) : undefined;
  // Most requirements have one rule, whose outcome is theirs.
  if (single !== undefined && single.outcome !== 'cantTell')
    return sharedResult(requirement, ruledOutcome(single));
  const judged = rules.map((rule) => resultOf(rule, results));
  const outcome = worstOutcome(judged.map(ruledOutcome));
  if (outcome !== 'cantTell') return sharedResult(requirement, outcome);
  const reason = judged.find((rule) => rule === undefined || rule.outcome === 'cantTell')?.reason;
  return { ...sharedResult(requirement, 'cantTell'), reason: reason ?? 'The rule was not run.' };
}

const whyStale =
  'The descriptor has changed since in what the question concerns, so it has to be judged again.';

/** What a rule makes of a requirement: a failure of which every finding is waived is a waived one. */
function ruledOutcome(result: RuleResult | undefined): RuledOutcome {
  if (result === undefined) return 'cantTell';
  const { outcome, findings } = result;
  const isWaived = findings.length > 0 && findings.every(({ waiver }) => waiver !== undefined);
  return outcome === 'failed' && isWaived ? 'waived' : outcome;
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
  const mode = modes[outcome];
  const result = Object.freeze({ requirement: id, principle, level, outcome, ...(mode && { mode }) });
  const results = shared.get(requirement) ?? new Map<RequirementOutcome, RequirementResult>();
  shared.set(requirement, results.set(outcome, result));
  return result;
}

/** Who asserts each outcome; nobody asserts what is left open. */
const modes: Partial<Record<RequirementOutcome, 'automatic' | 'manual'>> = {
  passed: 'automatic',
  failed: 'automatic',
  inapplicable: 'automatic',
  cantTell: 'automatic',
  waived: 'automatic',
  reviewed: 'manual',
};

function principleResults(
  { principles }: Framework,
  requirements: readonly RequirementResult[],
): PrincipleResult[] {
  const groups = new Map<string, RequirementResult[]>(principles.map(({ id }) => [id, []]));
  for (const result of requirements) groups.get(result.principle)?.push(result);
  return [...groups].map(([principle, results]) => {
    const outcomes = { ...noOutcomes };
    let failedMust = 0;
    for (const result of results) {
      outcomes[result.outcome] += 1;
      if (result.level === 'must' && isNotMet(result)) failedMust += 1;
    }
    return { principle, outcomes, failedMust, score: scoreOf(results) };
  });
}

const noOutcomes: Readonly<Record<RequirementOutcome, number>> = {
  passed: 0,
  failed: 0,
  inapplicable: 0,
  cantTell: 0,
  waived: 0,
  needsReview: 0,
  reviewed: 0,
  untested: 0,
};
