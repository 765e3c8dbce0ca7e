import { isFormFinding } from '../descriptor/form-fault.ts';
import type { DescriptorReport, Report } from '../report/report.ts';
import { type Conformance, isNotMet, type RequirementResult } from '../report/verdict.ts';
import type { Style, WriteOptions } from './report-format.ts';
import { counted } from './summary-text.ts';
import { visibleText } from './visible-text.ts';
import { type Tone, verdictWords } from './words.ts';
import { cutText, wrappedText } from './wrapped-text.ts';

const paints: Record<Tone, keyof Style> = {
  good: 'good',
  bad: 'error',
  caution: 'warning',
  open: 'warning',
  quiet: 'faint',
};

/** The verdict by one framework, why it is so, and the score after it. */
export function verdictText(
  { framework, verdict, requirements, score }: Conformance,
  { findings }: DescriptorReport,
  { frameworks }: Report,
  { style, width }: WriteOptions,
): string {
  const { words, tone } = verdictWords[verdict];
  const title = frameworks.find(({ id }) => id === framework)?.title ?? framework;
  const reasons = reasonsOf(requirements, findings.filter(isFormFinding).length);
  const lines = wrappedText(`${visibleText(title)}: ${words}. ${reasons}`, width - 11);
  const verdictLines = lines.map((line, index) =>
    index === 0
      ? `  Verdict  ${line.replace(words, style[paints[tone]](style.strong(words)))}`
      : `${' '.repeat(11)}${line}`,
  );
  if (score.percent === undefined) return verdictLines.join('\n');
  const scored = `  Score    ${score.percent} percent of what applies is met, by weight`;
  return [...verdictLines, style.faint(cutText(scored, width))].join('\n');
}

/** Why the verdict is what it is: what is not met, undecided, and left to people. */
function reasonsOf(requirements: readonly RequirementResult[], formFaults: number): string {
  const count = (counts: (result: RequirementResult) => boolean): number =>
    requirements.filter(counts).length;
  const must = count((result) => result.level === 'must' && isNotMet(result));
  const should = count((result) => result.level !== 'must' && isNotMet(result));
  const waived = count(({ outcome }) => outcome === 'waived');
  const open = count(({ outcome }) => outcome === 'cantTell');
  const untested = count(({ outcome }) => outcome === 'untested');
  const ask = count(({ outcome }) => outcome === 'needsReview');
  const parts = [
    ...(must > 0 ? [`${must} mandatory requirement${must === 1 ? ' is' : 's are'} not met`] : []),
    ...(formFaults > 0 ? [`the form is at fault in ${counted(formFaults, 'place')}`] : []),
    ...(should > 0 ? [`${should} recommendation${should === 1 ? ' is' : 's are'} not met`] : []),
    ...(waived > 0 ? [`${waived} ${waived === 1 ? 'is' : 'are'} not met but waived`] : []),
    ...(open > 0 ? [`${open} cannot be told before what stands above is mended`] : []),
    ...(untested > 0 ? [`${untested} ${untested === 1 ? 'is' : 'are'} not tested`] : []),
    ...(ask > 0 ? [`${ask} question${ask === 1 ? ' is' : 's are'} for a person to judge`] : []),
  ];
  const isAnythingMet = requirements.some(({ outcome }) => outcome === 'passed' || outcome === 'reviewed');
  if (parts.length === 0) return isAnythingMet ? 'Everything that applies is met.' : 'Nothing in it applies.';
  return `${parts.join('; ')}.`.replace(/^./, (letter) => letter.toUpperCase());
}
