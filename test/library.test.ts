import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkFiles, checkText, type Report, reportFormats, writeReport } from '../src/index.ts';
import { root } from './cli-case.ts';

const date = '2026-11-23';
const model = readFileSync(join(root, 'fixtures/descriptors/model-data-for-communities.yaml'), 'utf8');
const draft = readFileSync(join(root, 'fixtures/descriptors/draft-first-attempt.yaml'), 'utf8');

async function reportOn(text: string, path = 'course.yaml'): Promise<Report> {
  const outcome = await checkText(text, { path, date });
  if (outcome.kind !== 'judged') throw new Error(JSON.stringify(outcome.problems));
  return outcome.report;
}

describe('checkText', () => {
  it('finds in a text what checkFiles finds in a file', async () => {
    const path = 'fixtures/descriptors/draft-first-attempt.yaml';
    const request = { cwd: root, paths: [path], date, frameworks: ['scotland'], rulesFolders: [] };
    const fromFile = await checkFiles(request);
    expect(fromFile).toMatchObject({ kind: 'judged', report: { summary: { descriptors: 1 } } });
    expect(await checkText(draft, { path, date })).toMatchObject({
      report: fromFile.kind === 'judged' ? fromFile.report : {},
    });
  });

  it('looks for nothing beside the path: the review of the model is not read', async () => {
    const path = join(root, 'fixtures/descriptors/model-data-for-communities.yaml');
    const { descriptors, summary } = await reportOn(model, path);
    expect(descriptors[0]).toMatchObject({ path, status: 'checked' });
    expect(descriptors[0]?.review).toBeUndefined();
    expect(summary.unanswered).toBe(14);
  });

  it('judges each document of a text', async () => {
    const { descriptors } = await reportOn('microcred: 1\ntitle: A\n---\nmicrocred: 1\ntitle: B\n');
    expect(descriptors.map(({ document, title }) => [document, title])).toEqual([
      [0, 'A'],
      [1, 'B'],
    ]);
  });

  it.each([
    ['nothing', ''],
    ['no descriptor', 'title: Something\n'],
    ['no YAML', 'microcred: [1\n'],
    ['half a character', `microcred: 1\ntitle: "\ud800"\n`],
    ['too much', 'x'.repeat(20_000_000)],
  ])('makes a finding of a text that is %s', async (_, text) => {
    const { descriptors, incidents } = await reportOn(text);
    expect(descriptors.flatMap(({ findings }) => findings).length).toBeGreaterThan(0);
    expect(incidents).toEqual([]);
  });

  it('honours waivers in comments, and the day', async () => {
    const text = `# microcred-waive cost-fee-is-stated: Set by each local authority. (until 2026-11-01)\n${draft}`;
    const { descriptors } = await reportOn(text);
    const expired = { rule: 'waiver', message: expect.stringContaining('ended on 1 November 2026') };
    expect(descriptors[0]?.findings).toContainEqual(expect.objectContaining(expired));
  });

  it('gives evidence when it is asked for', async () => {
    const outcome = await checkText(model, { path: 'a.yaml', date, evidence: 'all' });
    expect(outcome.kind === 'judged' && outcome.report.descriptors[0]?.evidence?.length).toBeGreaterThan(20);
  });

  it.each([
    ['no path', { path: '', date }, 'The text has no path.'],
    [
      'a day that is none',
      { path: 'a', date: '2026-02-30' },
      'The day to judge for is no day of the calendar.',
    ],
    ['a day in words', { path: 'a', date: 'today' }, 'The day to judge for is no day of the calendar.'],
    [
      'an unknown framework',
      { path: 'a', date, frameworks: ['scottland'] },
      'There is no framework `scottland`.',
    ],
  ])('refuses %s', async (_, options, message) => {
    const outcome = await checkText(model, options);
    expect(outcome).toMatchObject({ kind: 'invalid-request', problems: [{ message }] });
  });
});

describe('writeReport', () => {
  it.each(reportFormats.map(({ name }) => name))('writes %s in pieces', async (name) => {
    const pieces = await writeReport(await reportOn(draft), name);
    expect([...pieces].join('').length).toBeGreaterThan(100);
  });

  it('takes options over those of a file', async () => {
    const report = await reportOn(draft);
    const written = async (isQuiet: boolean) =>
      [...(await writeReport(report, 'text', { isQuiet, width: 60 }))].join('');
    const lines = (await written(false)).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
    expect((await written(true)).length).toBeLessThan((await written(false)).length);
  });

  it('names the formats when it does not know one', async () => {
    await expect(writeReport(await reportOn(draft), 'pdf')).rejects.toThrow(/formats are: text, json/);
  });
});

describe('the example in README.md', () => {
  const [, example = ''] =
    /## As a library\n\n```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];

  /** A project that depends on the built package. */
  function project(): string {
    const folder = mkdtempSync(join(tmpdir(), 'microcred-library-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
    symlinkSync(root, join(folder, 'node_modules/microcred'), 'junction');
    symlinkSync(join(root, 'node_modules/@types/node'), join(folder, 'node_modules/@types/node'), 'junction');
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'example.ts'), example);
    return folder;
  }

  it('runs, and prints what it finds', () => {
    const folder = project();
    writeFileSync(join(folder, 'example.js'), example);
    const { stdout, stderr } = spawnSync(process.execPath, ['example.js'], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    const lines = stdout.trimEnd().split('\n');
    expect(lines.slice(0, 3)).toEqual(Array(3).fill(expect.stringMatching(/^courses\/data\.yaml:\d+ .+\.$/)));
    expect(lines[3]).toMatch(/^# .*Data Analysis for Community Projects/);
  });

  it('has the types that it needs, also where declarations of libraries are checked', () => {
    const folder = project();
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node'];
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout, status } = spawnSync(process.execPath, [tsc, ...options, 'example.ts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
});
