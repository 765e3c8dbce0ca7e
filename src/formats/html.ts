import type { DescriptorReport, Report } from '../report/report.ts';
import { fileNames } from './html/file-names.ts';
import { page } from './html/page.ts';
import { portfolio } from './html/portfolio.ts';
import { portfolioScript } from './html/portfolio-script.ts';
import { portfolioStyle } from './html/portfolio-style.ts';
import { statement } from './html/statement.ts';
import { statementStyle } from './html/statement-style.ts';
import type { FolderFile, ReportFormat } from './report-format.ts';
import { shortened } from './words.ts';

/** A page to read, print and sign: a statement on one descriptor, a portfolio on several. */
export const html: ReportFormat = {
  fileExtension: 'html',
  showsEvidence: true,
  write(report) {
    const [only, ...others] = report.descriptors;
    return only === undefined || others.length > 0 ? portfolioPage(report) : statementPage(only, report);
  },
  *writeFolder(report): Generator<FolderFile> {
    const names = fileNames(report.descriptors);
    const addressOf = (descriptor: DescriptorReport): string => `${names.get(descriptor)}.html`;
    const index = 'index.html';
    yield { name: index, pieces: portfolioPage(report, addressOf) };
    for (const descriptor of report.descriptors) {
      yield { name: addressOf(descriptor), pieces: statementPage(descriptor, report, index) };
    }
  },
};

function statementPage(
  descriptor: DescriptorReport,
  report: Report,
  portfolioAddress?: string,
): Iterable<string> {
  const name = descriptor.title ?? descriptor.id ?? descriptor.path;
  return page(
    {
      title: `${shortened(name, longestName)} – conformance statement`,
      styles: [statementStyle],
      body: statement(descriptor, report, portfolioAddress),
    },
    report,
  );
}

/** Tabs and search results cut titles after some 70 characters. */
const longestName = 45;

function portfolioPage(
  report: Report,
  addressOf?: (descriptor: DescriptorReport) => string | undefined,
): Iterable<string> {
  return page(
    {
      title: 'Conformance of a portfolio of awards',
      styles: [portfolioStyle],
      script: portfolioScript,
      body: portfolio(report, addressOf),
    },
    report,
  );
}
