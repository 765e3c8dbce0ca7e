import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { stringify } from 'yaml';
import { plainStyle } from '../../src/cli/style.ts';
import { readDocuments } from '../../src/descriptor/descriptor.ts';
import { html } from '../../src/formats/html.ts';
import type { WriteOptions } from '../../src/formats/report-format.ts';
import type { Report } from '../../src/report/report.ts';
import { reviewedContent } from '../../src/report/review.ts';
import { checkFiles } from '../../src/workspace/check-files.ts';
import { root } from '../cli-case.ts';

const options: WriteOptions = { style: plainStyle, width: 80, isQuiet: false, isVerbose: false };

/** A folder for all tests of a file, gone after them. */
export function sharedFolder(): () => string {
  let folder = '';
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'microcred-pages-')));
    // So that no ignore file above plays a part.
    mkdirSync(join(folder, '.git'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => folder;
}

/** Text of a descriptor of the fixtures. */
export function fixture(name: string): string {
  return readFileSync(join(root, 'fixtures', 'descriptors', `${name}.yaml`), 'utf8');
}

/** Writes files, text by path, into a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The report on paths in a folder, with all evidence; the day is fixed. */
export async function reportOn(
  cwd: string,
  paths: readonly string[],
  frameworks: readonly string[] = ['scotland'],
): Promise<Report> {
  const request = { cwd, paths, frameworks, rulesFolders: [], date: '2026-11-23', evidence: 'all' } as const;
  const outcome = await checkFiles(request);
  if (outcome.kind === 'judged') return outcome.report;
  throw new Error(outcome.problems.map(({ message }) => message).join('\n'));
}

/** Writes a report as one page; gives the file and its text. */
export function writePage(report: Report, file: string): { file: string; source: string } {
  const source = [...html.write(report, options)].join('');
  writeFileSync(file, source);
  return { file, source };
}

/** Writes a report as a folder of pages; gives their names, the index first. */
export function writePages(report: Report, folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return [...(html.writeFolder?.(report, options) ?? [])].map(({ name, pieces }) => {
    writeFileSync(join(folder, name), [...pieces].join(''));
    return name;
  });
}

/** What stands in every answer of a review; the outcomes are given in turn. */
export interface ReviewWords {
  readonly reviewer: string;
  readonly role: string;
  readonly remark: string;
  readonly outcomes: readonly ('met' | 'partly' | 'not-met' | 'not-applicable')[];
}

/** A review of one descriptor that answers every question of the report on it. */
export function reviewText(text: string, { frameworks }: Report, words: ReviewWords): string {
  const data = readDocuments({ path: 'reviewed.yaml', text })[0]?.data ?? null;
  const questions = frameworks.flatMap(({ requirements }) =>
    requirements.flatMap(({ id, review }) => (review === undefined ? [] : [{ id, review }])),
  );
  const { reviewer, role, remark, outcomes } = words;
  const answers = questions.map(({ id, review }, index) => ({
    requirement: id,
    outcome: outcomes[index % outcomes.length],
    remark,
    reviewed: reviewedContent(data, review.concerns),
  }));
  return stringify({ review: 1, reviewer, role, date: '2026-11-20', answers });
}

/** Titles that could run as script, fill the page, turn the reading direction or begin a line of their own. */
export const hostileTitles = {
  script: '<script>alert(1)</script><img src="https://example.org/x.png" onerror="alert(2)">',
  quotes: `"' onmouseover="alert(3)" --> </title></style><style>* { display: none }</style>`,
  long: 'Wide'.repeat(1250),
  'right-to-left': '\u202eشهادة مصغرة في تحليل البيانات\u2066 abc\u202c',
  controls: 'one\u0000two\u001b[31m\u2028three\u200bfour\nfive'.replace('\u0000', '\u0001'),
} as const;

/** The model with a hostile title, links that would run script, and hostile words wherever people write at length. */
export function hostileDescriptor(title: string, id = 'hostile'): string {
  return fixture('model-data-for-communities')
    .replace(/^id: .*$/m, `id: ${id}`)
    .replace(/^title: .*$/m, `title: ${JSON.stringify(title)}`)
    .replace(/^url: .*$/m, 'url: "javascript:alert(4)"')
    .replace(/^ {2}name: .*$/m, `  name: ${JSON.stringify(title.slice(0, 1500))}`)
    .replace(/^audience: .*$/m, `audience: ${JSON.stringify(title.repeat(3).slice(0, 2000))}`)
    .replace(/^keywords: .*$/m, `keywords: [${JSON.stringify(title.slice(0, 300))}]`);
}

/** One descriptor for each hostile title, and two files that cannot be read or are hardly filled. */
export const hostileFiles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(hostileTitles).map(([name, title]) => [`${name}.yaml`, hostileDescriptor(title, name)]),
  ),
  'broken.yaml': 'microcred: 1\ntitle: [\n',
  'empty.yaml': 'microcred: 1\n',
};
