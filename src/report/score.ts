import type { RequirementLevel } from '../conformance/framework.ts';
import type { RequirementResult } from './verdict.ts';

/**
 * How much of what applies is met, by weight. It never decides a verdict, nor by itself the gate.
 * `microcred explain score` prints the formula.
 */
export interface Score {
  /** Weight of what is met; something partly met counts half. */
  readonly met: number;
  /** Weight of everything that applies, whether or not anybody has looked at it. */
  readonly of: number;
  /** `met` of `of` in percent, rounded down, so that 100 means everything; absent when nothing applies. */
  readonly percent?: number;
}

/** How much a requirement of each level weighs in the score. */
export const scoreWeights: Readonly<Record<RequirementLevel, number>> = { must: 3, should: 2, could: 1 };

/** The score of some requirements: those that do not apply count neither way. */
export function scoreOf(results: readonly RequirementResult[]): Score {
  let met = 0;
  let of = 0;
  for (const result of results) {
    const share = shareMet(result);
    if (share === undefined) continue;
    const weight = scoreWeights[result.level];
    of += weight;
    met += weight * share;
  }
  return of === 0 ? { met, of } : { met, of, percent: Math.floor((100 * met) / of) };
}

/** From 0 to 1, or undefined for what does not apply. What nobody has decided, or is only waived, is not met. */
function shareMet({ outcome, answer }: RequirementResult): number | undefined {
  if (outcome === 'inapplicable') return undefined;
  if (outcome === 'passed') return 1;
  if (outcome !== 'reviewed') return 0;
  if (answer?.outcome === 'not-applicable') return undefined;
  return answer?.outcome === 'met' ? 1 : answer?.outcome === 'partly' ? 0.5 : 0;
}
