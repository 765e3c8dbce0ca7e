import { annotationsOf } from './annotations.ts';
import { jsonLine } from './json-line.ts';
import { rdjsonDiagnostic, rdjsonSource } from './rdjson-diagnostic.ts';
import type { ReportFormat } from './report-format.ts';

/** For reviewdog, as one JSON document. */
export const rdjson: ReportFormat = {
  fileExtension: 'json',
  *write(report) {
    yield `{"source":${jsonLine(rdjsonSource)},"diagnostics":[`;
    let lead = '\n';
    for (const annotation of annotationsOf(report)) {
      yield lead + jsonLine(rdjsonDiagnostic(annotation));
      lead = ',\n';
    }
    yield lead === '\n' ? ']}\n' : '\n]}\n';
  },
};
