import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DescriptorReport, Report } from '../src/report/report.ts';
import { type CliRun, rawCharacters, runAsProcess, runInProcess, workFolder } from './cli-case.ts';
import { exhaustingInputs, type HostileInput, misleadingInputs } from './hostile-inputs.ts';

const options = ['--rules', 'rules', '--framework', 'tiny', '--date', '2026-11-23'];

interface Checked {
  readonly report: Report;
  readonly exitCode: number | null;
  readonly stdout: string;
}

type Run = (one: { readonly args: readonly string[] }, cwd: string) => CliRun | Promise<CliRun>;

/** Checks paths, in colour and as JSON, and looks at everything that was written. */
async function checked(paths: readonly string[], cwd: string, run: Run): Promise<Checked> {
  const args = ['check', ...paths, ...options, '--color', '-f', 'text', '-f', 'json=report.out'];
  const { exitCode, stdout, stderr } = await run({ args }, cwd);
  expect(stderr).not.toMatch(/bug|Nothing is outside/);
  expect([0, 1, 3]).toContain(exitCode);
  const json = readFileSync(join(cwd, 'report.out'), 'utf8');
  expect(rawCharacters(stdout, true)).toEqual([]);
  expect(rawCharacters(stderr)).toEqual([]);
  expect(rawCharacters(json)).toEqual([]);
  // What imitates a line of ours stands in the middle of one.
  expect(stdout).not.toMatch(/^\W*everything conforms/m);
  return { report: JSON.parse(json), exitCode, stdout };
}

function resultOf(report: Report, path: string): DescriptorReport | undefined {
  return report.descriptors.find((one) => one.path === path && one.document === 0);
}

function expectTold(result: DescriptorReport | undefined, { gives }: HostileInput): void {
  const { rule, findings = 0, title } = gives;
  expect(result?.title).toBe(title);
  expect(result?.findings.map((finding) => finding.rule)).toEqual(Array(findings).fill(rule));
  expect(result?.status).toBe(rule === 'file' || rule === 'yaml' ? 'unreadable' : 'checked');
}

/** What the good file gives when it is checked by itself. */
async function goodAlone(): Promise<DescriptorReport | undefined> {
  alone ??= resultOf((await checked(['good.yaml'], workFolder(), runInProcess)).report, 'good.yaml');
  return alone;
}

let alone: DescriptorReport | undefined;

const hostileInputs = [...exhaustingInputs, ...misleadingInputs];

describe('a hostile file', () => {
  const named = (inputs: readonly HostileInput[]) => inputs.map((input) => [input.name, input] as const);

  async function expectToldOrRead(name: string, input: HostileInput, run: Run): Promise<void> {
    const cwd = workFolder();
    writeFileSync(join(cwd, name), input.content);
    const { report, exitCode } = await checked([name, 'good.yaml'], cwd, run);
    expectTold(resultOf(report, name), input);
    expect(resultOf(report, 'good.yaml')).toEqual(await goodAlone());
    expect(exitCode).toBe(report.summary.findings.error > 0 ? 1 : 0);
  }

  it.each(named(exhaustingInputs))(
    '%s is told of, or read, within ten seconds, and leaves the good file alone',
    (name, input) => expectToldOrRead(name, input, runAsProcess),
  );

  it.each(named(misleadingInputs))('%s is told of, or read, and leaves the good file alone', (name, input) =>
    expectToldOrRead(name, input, runInProcess),
  );

  it('does no harm to the others, all of them being checked in one run', async () => {
    const cwd = workFolder();
    for (const { name, content } of hostileInputs) writeFileSync(join(cwd, name), content);
    const { report } = await checked(
      ['good.yaml', ...hostileInputs.map(({ name }) => name)],
      cwd,
      runAsProcess,
    );
    for (const input of hostileInputs) expectTold(resultOf(report, input.name), input);
    expect(resultOf(report, 'good.yaml')).toEqual(await goodAlone());
  });

  it('does not reach the prototypes of the program', async () => {
    const inputs = misleadingInputs.filter(({ name }) => name.startsWith('prototype'));
    const cwd = workFolder({
      files: Object.fromEntries(inputs.map((one) => [one.name, String(one.content)])),
    });
    const { report } = await checked(
      inputs.map(({ name }) => name),
      cwd,
      runInProcess,
    );
    expect(report.summary.files).toBe(3);
    expect(Object.prototype).not.toHaveProperty('isPolluted');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('of a million letters has a short place in the report for people', async () => {
    const { stdout } = await checkedAlone('a-million-letters.yaml');
    expect(stdout.length).toBeLessThan(3_000);
  });

  it('of ten thousand documents is judged as far as it is read, and the rest is told of', async () => {
    const { report } = await checkedAlone('ten-thousand-documents.yaml');
    const { descriptors, summary } = report;
    expect(summary).toMatchObject({ files: 1, descriptors: 1_001, findings: { error: 1 } });
    expect(descriptors.at(-1)).toMatchObject({
      document: 1_000,
      status: 'unreadable',
      findings: [{ rule: 'yaml' }],
    });
  });
});

async function checkedAlone(name: string): Promise<Checked> {
  const cwd = workFolder();
  writeFileSync(join(cwd, name), hostileInputs.find((one) => one.name === name)?.content ?? '');
  return checked([name], cwd, runInProcess);
}

describe('a hostile name', () => {
  const names = [
    '\u001b[31mred.yaml',
    'line\nbreak.yaml',
    '\u202egnp.yaml',
    'zero\u200bwidth.yaml',
    'line\u2028separator.yaml',
    '\u009b2Jclear.yaml',
    '✔ everything conforms.yaml',
    '--quiet.yaml',
    '__proto__.yaml',
    '::error file=x::y.yaml',
    `${'long'.repeat(60)}.yaml`,
  ];

  it('of a file is shown without doing harm', async () => {
    const cwd = workFolder();
    mkdirSync(join(cwd, 'courses'));
    for (const name of names) writeFileSync(join(cwd, 'courses', name), 'microcred: 1\ntitle:\n');
    const { report, exitCode } = await checked(['courses', 'good.yaml'], cwd, runAsProcess);
    expect(report.descriptors.map(({ path }) => path)).toEqual(
      [...names.map((name) => `courses/${name}`), 'good.yaml'].sort(),
    );
    expect(exitCode).toBe(1);
  });

  it('of a file that is not UTF-8 makes the run incomplete', async () => {
    const cwd = workFolder({ files: { 'courses/a.yaml': 'microcred: 1\ntitle: Weaving\n' } });
    writeFileSync(
      Buffer.concat([Buffer.from(`${cwd}/courses/`), Buffer.from([0xff]), Buffer.from('.yaml')]),
      'microcred: 1\n',
    );
    const { report, exitCode } = await checked(['courses', 'good.yaml'], cwd, runAsProcess);
    expect(report.incidents).toHaveLength(1);
    expect(resultOf(report, 'good.yaml')).toEqual(await goodAlone());
    expect(exitCode).toBe(3);
  });

  it.each(names)('%j of the standard input is shown without doing harm', async (name) => {
    const args = ['check', '-', `--stdin-filename=${name}`, ...options];
    const run = await runInProcess({ args, stdin: 'microcred: 1\ntitle:\n' }, workFolder());
    expect(run.exitCode).toBe(1);
    expect(rawCharacters(run.stdout)).toEqual([]);
  });

  it.each(names)('%j of nothing is shown without doing harm', async (name) => {
    for (const args of [
      ['check', '--', name],
      ['explain', '--', name],
      ['schema', '--', name],
      ['rules', '--', name],
      ['check', 'good.yaml', `--framework=${name}`],
      ['check', 'good.yaml', `--rules=${name}`],
      ['check', 'good.yaml', `--clauses=${name}`],
      ['check', 'good.yaml', `--format=${name}`],
      ['check', 'good.yaml', `--format=json=${name}/x`],
      ['check', 'good.yaml', `--date=${name}`],
      ['check', 'good.yaml', `--fail-on=${name}`],
      ['help', '--', name],
    ]) {
      const run = await runInProcess({ args }, workFolder());
      expect(run, args.join(' ')).toMatchObject({ exitCode: 2, stdout: '' });
      expect(rawCharacters(run.stderr)).toEqual([]);
    }
  });
});

describe('a hostile rule set', () => {
  const hostile = '\\e[2J\\n✔ everything conforms\\u202e\\u200b\\x9b31m\\a';
  const files = {
    'ours/sources.yaml': `sources:\n  - { id: ours, document: "Ours ${hostile}" }\n`,
    'ours/ours-is-told.yaml': [
      'id: ours-is-told',
      `title: "Told ${hostile}"`,
      'status: stable',
      'since: 0.1.0',
      'severity: error',
      'targets: ""',
      `reads: ["/title${hostile}"]`,
      'expect: { required: [summary] }',
      `message: "Not told ${hostile}."`,
      `help: "Tell it ${hostile}"`,
      `why: "It is not told ${hostile} to anybody"`,
      `sources: [{ source: ours, basis: quoted, quote: "${hostile}", note: "${hostile}" }]`,
      'examples:',
      `  - { outcome: passed, descriptor: 'summary: "${hostile}"', why: "${hostile}" }`,
      '  - { outcome: failed, descriptor: "title: x" }',
    ].join('\n'),
    'ours/frameworks/ours.yaml': [
      'id: ours',
      `title: "Ours ${hostile}"`,
      'version: 1.0.0',
      'date: "2026-01-01"',
      `about: "About ${hostile}"`,
      `principles: [{ id: ours, title: "Principle ${hostile}", about: "About ${hostile}" }]`,
      'requirements:',
      `  - { id: ours-is-told, principle: ours, level: must, text: "Told ${hostile}", rules: [ours-is-told] }`,
      `  - { id: ours-is-asked, principle: ours, level: must, text: "Asked ${hostile}", review: { question: "Asked ${hostile}?", guidance: "${hostile}", concerns: ["/x${hostile}"] } }`,
      `  - { id: ours-is-left, principle: ours, level: could, text: "Left alone ${hostile}", untested: "${hostile}" }`,
    ].join('\n'),
    'clauses.yaml': [
      'clauses: 1',
      'framework: ours',
      `document: "Clauses ${hostile}"`,
      `principles: { ours: { number: "1 ${hostile}", text: "${hostile}" } }`,
      `requirements: { ours-is-told: { number: "1.1 ${hostile}" } }`,
    ].join('\n'),
  };

  it.each([
    'check good.yaml --framework ours --clauses clauses.yaml --verbose',
    'check good.yaml advice.yaml --framework ours --clauses clauses.yaml --quiet',
    'check good.yaml --framework ours --clauses clauses.yaml --format json',
    'explain ours-is-told',
    'explain ours-is-asked',
    'explain ours-is-left',
    'explain ours',
    'rules --framework ours',
    'rules --framework ours --json',
    'frameworks',
    'frameworks --json',
  ])('%s is shown without doing harm', async (command) => {
    const args = command.split(' ');
    const { exitCode, stdout, stderr } = await runInProcess(
      { args: [...args, '--rules', 'ours'] },
      workFolder({ files }),
    );
    expect(exitCode, stderr).toBe(args[0] === 'check' ? 1 : 0);
    expect(stdout).toContain('everything conforms');
    expect(rawCharacters(stdout)).toEqual([]);
  });
});
