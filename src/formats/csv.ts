import { stringify } from 'csv-stringify/sync';
import type { Finding } from '../descriptor/finding.ts';
import { fieldName } from '../descriptor/json-pointer.ts';
import type { DescriptorReport, Incident } from '../report/report.ts';
import { plainPath } from './annotations.ts';
import { incidentText } from './incidents-text.ts';
import { baselineOf } from './judged-finding.ts';
import { waiverSentence } from './outcome-sentences.ts';
import type { ReportFormat } from './report-format.ts';
import { visibleText } from './visible-text.ts';

/**
 * A table of findings (RFC 4180), a row for each; incidents come first, so that an incomplete run does not look like a
 * complete one. A row is one line: what would begin another, or cannot be seen, stands as an escape. A cell that a
 * spreadsheet would take for a formula begins with `'`.
 */
export const csv: ReportFormat = {
  fileExtension: 'csv',
  *write(report) {
    yield lines([columns]);
    yield lines(report.incidents.map(incidentRow));
    yield lines(report.findings.map((finding) => findingRow(finding)));
    for (const descriptor of report.descriptors) {
      yield lines(descriptor.findings.map((finding) => findingRow(finding, descriptor)));
    }
  },
};

/**
 * Documents count from 0, lines and columns from 1, columns in UTF-16 units, as in JSON. `waived` is why and until when;
 * `baseline` is `new` or `known` where a baseline was compared with.
 */
const columns = [
  'path',
  'document',
  'id',
  'title',
  'rule',
  'severity',
  'principles',
  'line',
  'column',
  'field',
  'message',
  'help',
  'waived',
  'baseline',
  'fingerprint',
] as const;

type Row = Readonly<Record<(typeof columns)[number], string | number>>;

function incidentRow(incident: Incident): (string | number)[] {
  const { path, kind } = incident;
  const message = incidentText(incident);
  return cellsOf({ ...emptyRow, path: plainPath(path), rule: kind, severity: 'error', message });
}

/** The path is that of the file with the place, which may be the review of the descriptor. */
function findingRow(finding: Finding, descriptor?: DescriptorReport): (string | number)[] {
  const { location, rule, severity, principles, message, help, waiver, fingerprint } = finding;
  const { line, column } = location.range.start;
  return cellsOf({
    path: plainPath(location.path),
    document: location.document,
    id: descriptor?.id ?? '',
    title: descriptor?.title ?? '',
    rule,
    severity,
    principles: principles.join(' '),
    line,
    column,
    field: location.pointer === '' ? '' : fieldName(location.pointer),
    message,
    help,
    waived: waiver === undefined ? '' : waiverSentence(waiver),
    baseline: baselineOf(finding) ?? '',
    fingerprint,
  });
}

const emptyRow = Object.fromEntries(columns.map((column) => [column, ''])) as Row;

function cellsOf(row: Row): (string | number)[] {
  return columns.map((column) => {
    const cell = row[column];
    return typeof cell === 'string' ? visibleText(cell) : cell;
  });
}

function lines(rows: readonly (readonly (string | number)[])[]): string {
  return stringify([...rows], { record_delimiter: 'windows', escape_formulas: true });
}
