import { json } from './json.ts';
import type { ReportFormat } from './report-format.ts';
import { text } from './text.ts';

/** Every format that a report can be written in; the first is the default. */
export const reportFormats: readonly ReportFormat[] = [text, json];
