import { annotationsOf } from './annotations.ts';
import { jsonLine } from './json-line.ts';
import { rdjsonDiagnostic, rdjsonSource } from './rdjson-diagnostic.ts';
import type { ReportFormat } from './report-format.ts';

/** For reviewdog, as one JSON document a line, one for each diagnostic; nothing at all when there is none. */
export const rdjsonl: ReportFormat = {
  fileExtension: 'jsonl',
  *write(report) {
    for (const annotation of annotationsOf(report)) {
      yield `${jsonLine({ ...rdjsonDiagnostic(annotation), source: rdjsonSource })}\n`;
    }
  },
};
