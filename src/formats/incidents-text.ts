import type { Incident, Report } from '../report/report.ts';
import type { WriteOptions } from './report-format.ts';
import { visibleText } from './visible-text.ts';
import { wrappedText } from './wrapped-text.ts';

/** What went wrong with the run, as one sentence. */
export function incidentText({ kind, path, message }: Incident): string {
  return kind === 'rule-went-wrong'
    ? `\`${path}\` could not be judged by every rule: ${message}`
    : `\`${path}\` could not be read: ${message}.`;
}

/** All that went wrong with the run; empty when it is complete. */
export function incidentsText({ incidents }: Report, { style, width }: WriteOptions): string {
  if (incidents.length === 0) return '';
  const lines = incidents.flatMap((incident) =>
    wrappedText(visibleText(incidentText(incident)), width - 4).map(
      (line, index) => `  ${index === 0 ? style.error('✖') : ' '} ${line}`,
    ),
  );
  return [style.error(style.strong(`The run is incomplete (${incidents.length})`)), ...lines].join('\n');
}
