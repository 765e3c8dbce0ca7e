import { jsonLine } from './json-line.ts';
import type { ReportFormat } from './report-format.ts';

/**
 * The whole report as one JSON document a line (`schemas/result-line.schema.json`): a start, a line for each descriptor,
 * also where all is well, and an end. Without the end a stream is cut, and without incidents in it the run is complete.
 */
export const ndjson: ReportFormat = {
  fileExtension: 'ndjson',
  *write(report) {
    const { descriptors, summary, incidents, findings, ...start } = report;
    yield `${jsonLine({ type: 'start', ...start })}\n`;
    for (const descriptor of descriptors) yield `${jsonLine({ type: 'descriptor', ...descriptor })}\n`;
    yield `${jsonLine({ type: 'end', summary, incidents, findings })}\n`;
  },
};
