/** The public interface of microcred as a library: everything that is not exported here may change at any time. */

export type { RequirementOutcome } from './conformance/framework.ts';
export type { Outcome } from './conformance/rule.ts';
export type { CourseDescriptor } from './descriptor/course-descriptor.ts';
export type { Finding, Location, Position, Range, Severity } from './descriptor/finding.ts';
export { reportFormats } from './formats/index.ts';
export type { ReportFormat, Style, WriteOptions } from './formats/report-format.ts';
export type { DescriptorReport, Report } from './report/report.ts';
export type { Summary } from './report/summary.ts';
export type { Conformance, ConformanceVerdict } from './report/verdict.ts';
export { type CheckOutcome, type CheckRequest, checkFiles } from './workspace/check-files.ts';
