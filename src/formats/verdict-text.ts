import type { DescriptorReport, Report } from '../report/report.ts';
import type { Conformance } from '../report/verdict.ts';
import type { Style, WriteOptions } from './report-format.ts';
import { verdictReasons } from './verdict-reasons.ts';
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
  descriptor: DescriptorReport,
  { frameworks }: Report,
  { style, width }: WriteOptions,
): string {
  const { words, tone } = verdictWords[verdict];
  const title = frameworks.find(({ id }) => id === framework)?.title ?? framework;
  const reasons = verdictReasons({ requirements }, descriptor);
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
