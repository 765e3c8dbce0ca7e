import type { RequirementLevel, RequirementOutcome } from '../conformance/framework.ts';
import type { Severity } from '../descriptor/finding.ts';
import { isNotMet, type RequirementResult } from '../report/verdict.ts';
import { counted } from './summary-text.ts';
import { levelWords } from './words.ts';

const levels: Readonly<Record<Severity, RequirementLevel>> = {
  error: 'must',
  warning: 'should',
  info: 'could',
};

/** How much a finding weighs, in the words that requirements have. */
export const severityWords: Readonly<Record<Severity, string>> = {
  error: levelWords[levels.error],
  warning: levelWords[levels.warning],
  info: levelWords[levels.info],
};

/** Why a verdict is what it is, as one sentence: what is not met, waived, undecided, and left to people. */
export function reasonsText(requirements: readonly RequirementResult[], formFaults: number): string {
  const count = (counts: (result: RequirementResult) => boolean): number =>
    requirements.filter(counts).length;
  const parts: readonly (readonly [number, string, string])[] = [
    [
      count((one) => one.level === 'must' && isNotMet(one)),
      'mandatory requirement is',
      'mandatory requirements are',
    ],
    [count((one) => one.level !== 'must' && isNotMet(one)), 'recommendation is', 'recommendations are'],
  ];
  const outcomes = new Map<RequirementOutcome, number>();
  for (const { outcome } of requirements) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  const of = (outcome: RequirementOutcome): number => outcomes.get(outcome) ?? 0;
  const sentences = [
    ...parts.flatMap(([number, one, many]) =>
      number === 0 ? [] : [`${number} ${number === 1 ? one : many} not met`],
    ),
    ...(formFaults > 0 ? [`the form is at fault in ${counted(formFaults, 'place')}`] : []),
    ...(of('waived') > 0 ? [`${of('waived')} not met but waived`] : []),
    ...(of('cantTell') > 0 ? [`${of('cantTell')} cannot be told`] : []),
    ...(of('untested') > 0 ? [`${of('untested')} untested`] : []),
    ...(of('needsReview') > 0 ? [`${counted(of('needsReview'), 'question')} for a person to judge`] : []),
  ];
  if (sentences.length > 0) return `${sentences.join('; ')}.`.replace(/^./, (letter) => letter.toUpperCase());
  return of('passed') + of('reviewed') > 0 ? 'Everything that applies is met.' : 'Nothing in it applies.';
}
