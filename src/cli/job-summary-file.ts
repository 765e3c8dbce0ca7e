import { appendFileSync, statSync } from 'node:fs';
import type { WriteOptions } from '../formats/report-format.ts';
import { visibleText } from '../formats/visible-text.ts';
import type { Report } from '../report/report.ts';
import { errorCode } from '../workspace/disk-trouble.ts';
import type { Io } from './io.ts';

/**
 * Adds the report in Markdown to the summary of a step, where GitHub names a file for it. A summary that cannot be
 * written is told on stderr and changes nothing else: the report itself is in the log.
 */
export async function addToJobSummary(report: Report, options: WriteOptions, io: Io): Promise<void> {
  const file = io.env['GITHUB_STEP_SUMMARY'] ?? '';
  if (file === '') return;
  const { jobSummary, mostSummaryBytes } = await import('../formats/job-summary.ts');
  const { markdown } = await import('../formats/markdown.ts');
  try {
    const present = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    appendFileSync(file, jobSummary(markdown.write(report, options), mostSummaryBytes - present));
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    io.stderr.write(
      `microcred: The summary of the step cannot be written to ${visibleText(file)} (${code}).\n`,
    );
  }
}
