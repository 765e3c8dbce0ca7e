/** The public interface of microcred as a library: everything that is not exported here may change at any time. */

import { reportFormats } from './formats/index.ts';
import { plainStyle } from './formats/plain-style.ts';
import type { WriteOptions } from './formats/report-format.ts';
import type { Report } from './report/report.ts';

export type { RequirementOutcome } from './conformance/framework.ts';
export type { Outcome } from './conformance/rule.ts';
export type { CourseDescriptor } from './descriptor/course-descriptor.ts';
export type { Finding, Location, Position, Range, Severity } from './descriptor/finding.ts';
export type { FolderFile, FormatEntry, ReportFormat, Style, WriteOptions } from './formats/report-format.ts';
export type { DescriptorReport, Report } from './report/report.ts';
export type { Summary } from './report/summary.ts';
export type { Conformance, ConformanceVerdict } from './report/verdict.ts';
export { type CheckOutcome, type CheckRequest, checkFiles } from './workspace/check-files.ts';
export { type CheckTextOptions, checkText } from './workspace/check-text.ts';
export type { Problem } from './workspace/problem.ts';
export { reportFormats };

/**
 * Writes a report in the format of a name, such as `json`, and gives the text in pieces: that of many thousand
 * descriptors is longer than one string can be. Options that are not given are those of a file: no colour, 80 columns.
 *
 * @throws RangeError for a name that is not among `reportFormats`
 */
export async function writeReport(
  report: Report,
  format: string,
  options: Partial<WriteOptions> = {},
): Promise<Iterable<string>> {
  const entry = reportFormats.find(({ name }) => name === format);
  if (entry === undefined) {
    const names = reportFormats.map(({ name }) => name).join(', ');
    throw new RangeError(`There is no format of that name. The formats are: ${names}.`);
  }
  const writer = await entry.load();
  return writer.write(report, { style: plainStyle, width: 80, isQuiet: false, isVerbose: false, ...options });
}
