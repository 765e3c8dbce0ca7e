import { compareText } from '../descriptor/finding.ts';
import { isOpenError, type Report } from '../report/report.ts';
import type { WriteOptions } from './report-format.ts';
import { scopedCount, scopeText } from './scope-text.ts';
import { staleCount } from './stale-answers.ts';
import { visibleText } from './visible-text.ts';
import { wrappedText } from './wrapped-text.ts';

/** What was looked at, what was found, which files it is in, and what a reader does next. */
export function summaryText(report: Report, { style, width }: WriteOptions): string {
  const { summary, descriptors, scope } = report;
  if (scope?.descriptors === 0) return wrappedText(scopeText(scope), width).join('\n');
  const looked = `${scope === undefined ? counted(summary.descriptors, 'descriptor') : scopedCount(scope)} in ${counted(summary.files, 'file')} checked by ${counted(report.rules.length, 'rule')} for ${report.date}`;
  const left = [
    ...(summary.skipped > 0 ? [`${counted(summary.skipped, 'file')} without a descriptor skipped`] : []),
    ...(summary.ignored > 0 ? [`${counted(summary.ignored, 'file')} ignored`] : []),
  ];
  const { error, warning, info } = summary.findings;
  const stale = staleCount(report);
  const found = [
    `${error} to mend`,
    `${warning - stale} advised`,
    ...(info > 0 ? [counted(info, 'possible improvement')] : []),
    ...(summary.waived > 0 ? [`${summary.waived} waived`] : []),
    `${counted(summary.unanswered, 'question')} for people${stale === 0 ? '' : ` (${stale} to judge again)`}`,
  ].join(', ');
  const failing = descriptors
    .filter(({ findings }) => findings.some(isOpenError))
    .map(({ path }) => visibleText(path));
  const names = [...new Set(failing)].sort(compareText);
  const named =
    names.length === 0
      ? ''
      : ` Not met in: ${names.slice(0, 10).join(', ')}${names.length > 10 ? ` and ${names.length - 10} more` : ''}.`;
  const why = scope === undefined ? '' : ` ${scopeText(scope)}`;
  const lines = wrappedText(
    `${[looked, ...left].join(', ')}: ${found}.${named}${baselineSentences(report)}${why}`,
    width,
  );
  return [...lines, ...wrappedText(nextStep(report, stale), width).map((line) => style.faint(line))].join(
    '\n',
  );
}

/** What a baseline knows of all that, and what of it is of no use any more. */
function baselineSentences({ summary: { baseline }, baselineFile }: Report): string {
  if (baseline === undefined || baselineFile === undefined) return '';
  const { error, warning, info } = baseline.new;
  const name = visibleText(baselineFile.path);
  const marked = ` Known to the baseline ${name}: ${baseline.known}; new: ${error + warning + info}.`;
  if (baseline.stale === 0) return marked;
  const subject = baseline.stale === 1 ? '1 entry' : `${baseline.stale} entries`;
  return `${marked} ${subject} of the baseline match${baseline.stale === 1 ? 'es' : ''} nothing: --prune-baseline.`;
}

/** What a reader who has never seen such a report does now. */
function nextStep({ summary: { findings, unanswered } }: Report, stale: number): string {
  const explain = 'microcred explain <name> says more about any rule that is named.';
  if (findings.error > 0) {
    return `What next: mend what is marked ✖ and check again; what is marked ! is recommended. ${explain}`;
  }
  if (findings.warning > stale)
    return `What next: nothing marked ✖ is left; what is marked ! is recommended. ${explain}`;
  return unanswered > 0 ? 'What next: the questions are for a person to judge.' : '';
}

/** A number and the thing counted: `1 file`, `2 files`. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
