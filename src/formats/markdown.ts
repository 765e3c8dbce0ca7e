import { isOpenError, type Report } from '../report/report.ts';
import { incidentText } from './incidents-text.ts';
import { quoted, strong } from './markdown/blocks.ts';
import { findingList } from './markdown/findings.ts';
import { portfolioBlocks, quietSections } from './markdown/portfolio.ts';
import { quietBlocks, statementBlocks } from './markdown/statement.ts';
import { proseText } from './markdown/text.ts';
import type { ReportFormat, WriteOptions } from './report-format.ts';

/**
 * For a pull request, a wiki or a committee paper: Markdown with GitHub's tables and boxes to tick, and no HTML. Words
 * of users mean nothing in it but themselves (see markdown-text.ts).
 */
export const markdown: ReportFormat = {
  fileExtension: 'md',
  showsEvidence: true,
  *write(report, options) {
    let lead = '';
    for (const block of blocksOf(report, options)) {
      if (block === '') continue;
      yield lead + block;
      lead = '\n\n';
    }
    if (lead !== '') yield '\n';
  },
};

function* blocksOf(report: Report, options: WriteOptions): Generator<string> {
  yield incidentBlock(report);
  yield waiverFileBlock(report, options);
  const [first, ...others] = report.descriptors;
  if (first !== undefined && others.length === 0) {
    yield* options.isQuiet ? quietBlocks(first, report) : statementBlocks(first, report, options);
  } else {
    yield* options.isQuiet ? quietSections(report) : portfolioBlocks(report, options);
  }
}

/** What kept the run from being complete, before everything else. */
function incidentBlock({ incidents }: Report): string {
  if (incidents.length === 0) return '';
  const lines = incidents.map((incident) => `- ✖ ${proseText(incidentText(incident))}`);
  return quoted([
    strong(`✖ The run is incomplete (${incidents.length}), so this report is no proof of anything.`),
    lines.join('\n'),
  ]);
}

/** What is wrong with files of waivers, which concerns every descriptor. */
function waiverFileBlock(report: Report, { isQuiet, isVerbose }: WriteOptions): string {
  const findings = isQuiet ? report.findings.filter(isOpenError) : report.findings;
  if (findings.length === 0) return '';
  return quoted([
    strong(`! Something is wrong with the waivers (${findings.length}).`),
    findingList(findings, report, { home: '', isVerbose }),
  ]);
}
