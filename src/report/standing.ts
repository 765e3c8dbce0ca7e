import { isNotMet, type RequirementResult } from './verdict.ts';

/** How a requirement stands in the end, whoever decided it, from the best to the worst. */
export const standings = [
  'does-not-apply',
  'met',
  'waived',
  'to-judge',
  'untested',
  'cannot-be-told',
  'not-followed',
  'partly-met',
  'not-met',
] as const;

export type Standing = (typeof standings)[number];

/**
 * How a requirement stands: a person's answer counts as much as a rule's outcome. What is not mandatory is `not-followed`
 * where it does not hold, or only in part, so that it cannot be taken for a failure that keeps an award from conforming.
 */
export function standingOf(result: RequirementResult): Standing {
  const { outcome, answer, level } = result;
  if (level !== 'must' && isNotMet(result)) return 'not-followed';
  if (outcome !== 'reviewed') return ruledStanding[outcome];
  return answer === undefined ? 'to-judge' : answeredStanding[answer.outcome];
}

const ruledStanding: Record<Exclude<RequirementResult['outcome'], 'reviewed'>, Standing> = {
  passed: 'met',
  failed: 'not-met',
  inapplicable: 'does-not-apply',
  cantTell: 'cannot-be-told',
  waived: 'waived',
  needsReview: 'to-judge',
  untested: 'untested',
};

const answeredStanding: Record<NonNullable<RequirementResult['answer']>['outcome'], Standing> = {
  met: 'met',
  partly: 'partly-met',
  'not-met': 'not-met',
  'not-applicable': 'does-not-apply',
};

/** How requirements stand together: as the worst of them. Nothing that applies gives `does-not-apply`. */
export function worstStanding(results: readonly RequirementResult[]): Standing {
  return results.reduce<Standing>((worst, result) => {
    const standing = standingOf(result);
    return standings.indexOf(standing) > standings.indexOf(worst) ? standing : worst;
  }, 'does-not-apply');
}
