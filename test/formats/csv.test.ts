import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../src/formats/csv.ts';
import { visibleText } from '../../src/formats/visible-text.ts';
import type { Report } from '../../src/report/report.ts';
import { rawCharacters, root } from '../cli-case.ts';
import { exampleFinding, exampleReport } from './example-report.ts';
import {
  anyText,
  caseNamed,
  formatCases,
  oddReport,
  oddTexts,
  storedReport,
  untitled,
  writtenBy,
} from './format-cases.ts';

const header =
  'path,document,id,title,rule,severity,principles,line,column,field,message,help,waived,baseline,fingerprint\r\n';

function rowsOf(report: Report): Record<string, string>[] {
  return parse(writtenBy(csv, report), { columns: true, record_delimiter: '\r\n', relax_quotes: false });
}

/** What stands in a cell for a text: with a mark in front where a spreadsheet would reckon with it. */
function cellOf(text: string): string {
  const shown = visibleText(text);
  return /^[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(shown) ? `'${shown}` : shown;
}

function expectSound(report: Report): void {
  const text = writtenBy(csv, report);
  expect(text.startsWith(header)).toBe(true);
  expect(rawCharacters(text.replaceAll('\r\n', ''))).toEqual([]);
  const lines = text.split('\r\n');
  expect(lines.pop()).toBe('');
  expect(lines.join('')).not.toMatch(/[\r\n]/);
  const rows = rowsOf(report);
  const findings = [...report.findings, ...report.descriptors.flatMap((descriptor) => descriptor.findings)];
  // A row of the table is a line, so that neither people nor simple programs see one that is none.
  expect(lines).toHaveLength(1 + report.incidents.length + findings.length);
  expect(rows).toHaveLength(report.incidents.length + findings.length);
  for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  expect(rows.slice(report.incidents.length).map((row) => row['message'])).toEqual(
    findings.map(({ message }) => cellOf(message)),
  );
}

describe.each(formatCases)('a table of %s', (_name, report) => {
  it('is read back with a row for each finding', () => {
    expectSound(report);
  });
});

it('writes what it wrote before', async () => {
  for (const name of ['several', 'troubled', 'clean']) {
    // Line ends are told apart by other tests; a file in a repository may lose them.
    const written = writtenBy(csv, storedReport(name)).replaceAll('\r\n', '\n');
    await expect(written).toMatchFileSnapshot(`${root}/fixtures/reports/${name}.csv.txt`);
  }
});

it('is a header alone where nothing was found', () => {
  expect(writtenBy(csv, caseNamed('clean'))).toBe(header);
  expect(writtenBy(csv, caseNamed('an empty catalogue'))).toBe(header);
});

it('tells where, what, why not and what to do in columns of their own', () => {
  expect(rowsOf(caseNamed('a waived finding'))).toEqual([
    {
      path: 'a.yaml',
      document: '0',
      id: 'weaving-1',
      title: 'Weaving for Beginners',
      rule: 'title',
      severity: 'error',
      principles: 'name',
      line: '3',
      column: '1',
      field: 'title',
      message: 'The award has no `title`.',
      help: 'Write the title under `title`.',
      waived: 'Agreed with the panel. Agreed by Academic Board. It holds until 2027-07-31.',
      baseline: '',
      fingerprint: '1'.repeat(32),
    },
  ]);
});

it('says what a baseline knows', () => {
  expect(rowsOf(caseNamed('a finding that a baseline knows'))).toMatchObject([
    { waived: '', baseline: 'known' },
  ]);
});

it('begins with what kept the run from being complete', () => {
  expect(rowsOf(caseNamed('incidents alone'))).toMatchObject([
    { path: 'locked.yaml', rule: 'unreadable-file', severity: 'error', line: '', fingerprint: '' },
    { path: 'private', rule: 'unreadable-folder', severity: 'error' },
  ]);
});

it.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', '\\t=1'],
  ['\r=1', '\\r=1'],
  ['\n=1', '\\n=1'],
  ['＝1+1', "'＝1+1"],
  ['=a,"b"', `'=a,"b"`],
  ['a=1', 'a=1'],
  ['', ''],
])('writes the title %j so that no spreadsheet reckons with it', (title, expected) => {
  const report = exampleReport([{ ...untitled('a.yaml'), title }]);
  expect(rowsOf(report)[0]?.['title']).toBe(expected);
});

it('leaves numbers numbers', () => {
  const [row] = writtenBy(csv, caseNamed('one finding')).split('\r\n').slice(1);
  expect(row).toContain(',name,3,1,title,');
});

it('names the file that a finding is in, be it not the descriptor', () => {
  const { location } = exampleFinding({ rule: 'title' });
  const finding = exampleFinding({ rule: 'review', location: { ...location, path: 'a.review.yaml' } });
  const report = exampleReport([{ ...untitled('a.yaml'), judgementFindings: [finding] }]);
  expect(rowsOf(report).map(({ path, id }) => [path, id])).toEqual([
    ['a.review.yaml', 'weaving-1'],
    ['a.yaml', 'weaving-1'],
  ]);
});

it.each(oddTexts.map((text, index) => [index, text]))(
  'reads back title %i as it is shown',
  (_index, text) => {
    const report = exampleReport([{ ...untitled('a.yaml'), title: text }]);
    expect(rowsOf(report)[0]?.['title']).toBe(cellOf(text));
  },
);

it('lets no text of anybody be a formula or a row', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expectSound(oddReport(text));
    }),
    { numRuns: 150 },
  );
});
