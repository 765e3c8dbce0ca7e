import type { Notification } from 'sarif';
import type { Report } from '../report/report.ts';
import { jsonText } from './json-text.ts';
import { doesCount } from './judged-finding.ts';
import type { ReportFormat } from './report-format.ts';
import { filesOf } from './sarif/places.ts';
import { type PlannedResult, plannedResults, type ResultContext } from './sarif/results.ts';
import { leftOutText, type ResultRank, resultRanks, roomFor } from './sarif/room.ts';
import { ruleTable } from './sarif/rule-table.ts';
import { runHead } from './sarif/run.ts';

/** SARIF 2.1.0 with every outcome: what fails, holds, does not apply, or is left for people or for want of knowledge. */
export const sarif: ReportFormat = {
  fileExtension: 'sarif',
  write: (report) => sarifPieces(report, () => true),
};

/**
 * SARIF 2.1.0 with failures only, for GitHub's code scanning: it takes every result for an alert, whatever its `kind`,
 * also one that says that all is well.
 */
export const codeScanning: ReportFormat = {
  fileExtension: 'sarif',
  write: (report) => sarifPieces(report, ({ rank }) => rank !== 'settled' && rank !== 'undecided'),
};

const schema = 'https://json.schemastore.org/sarif-2.1.0.json';

function* sarifPieces(report: Report, isWanted: (planned: PlannedResult) => boolean): Generator<string> {
  const lists = [report.findings, ...report.descriptors.map(({ findings }) => findings)];
  const context: ResultContext = {
    files: filesOf(report),
    table: ruleTable(report),
    hasSuppressions: lists.some((findings) => findings.some((one) => !doesCount(one))),
  };
  const counts = noResults();
  for (const planned of plannedResults(report, context)) if (isWanted(planned)) counts[planned.rank] += 1;
  const room = roomFor(counts);
  const head = runHead(report, context, notificationOf(leftOutText(counts, room), counts.error > room.error));
  yield `{\n"$schema": ${jsonText(schema)},\n"version": "2.1.0",\n"runs": [\n{\n`;
  for (const [name, value] of Object.entries(head)) yield `${jsonText(name)}: ${jsonText(value)},\n`;
  yield '"results": [';
  const written = noResults();
  let lead = '\n';
  for (const planned of plannedResults(report, context)) {
    if (!isWanted(planned) || written[planned.rank] >= room[planned.rank]) continue;
    written[planned.rank] += 1;
    yield `${lead}${onOneLine(planned.result())}`;
    lead = ',\n';
  }
  yield '\n]\n}\n]\n}\n';
}

function noResults(): Record<ResultRank, number> {
  return Object.fromEntries(resultRanks.map((rank) => [rank, 0])) as Record<ResultRank, number>;
}

function notificationOf(text: string | undefined, isGrave: boolean): Notification[] {
  if (text === undefined) return [];
  const level = isGrave ? 'error' : 'note';
  return [{ descriptor: { id: 'results-left-out' }, level, message: { text } }];
}

/** A result a line, which keeps large reports small and lets them be compared line by line. */
function onOneLine(value: unknown): string {
  // Line ends within texts are escaped, so these are only those of the layout.
  return jsonText(value).replace(/\n */g, '');
}
