import type { DescriptorReport, Report } from '../../report/report.ts';
import { html, type Markup } from './markup.ts';
import { distributions } from './portfolio-charts.ts';
import { entriesOf } from './portfolio-entries.ts';
import { failuresSection } from './portfolio-failures.ts';
import { heatMaps } from './portfolio-heat-map.ts';
import { incidentsNotice, overview, portfolioHeader } from './portfolio-overview.ts';
import { provenance } from './portfolio-provenance.ts';
import { shortStatements } from './portfolio-statements.ts';
import { descriptorTable } from './portfolio-table.ts';

/**
 * The body of a page on several descriptors, in pieces. `statementAddress` gives where a descriptor's full statement is;
 * without it the page holds a short statement on each, unless there are too many.
 */
export function* portfolio(
  report: Report,
  statementAddress?: (descriptor: DescriptorReport) => string | undefined,
): Generator<Markup> {
  const entries = entriesOf(report, statementAddress);
  yield portfolioHeader(report);
  yield html`<main id="content" class="portfolio">`;
  const notice = incidentsNotice(report);
  if (notice !== undefined) yield notice;
  yield* overview(report);
  if (entries.length > 0) {
    yield* heatMaps(entries, report);
    yield failuresSection(entries, report);
    yield* distributions(report);
    yield* descriptorTable(entries, report);
    if (statementAddress === undefined) yield* shortStatements(entries, report);
  }
  yield provenance(entries, report);
  yield html`</main>`;
}
