import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileSchema } from '../src/descriptor/compile-schema.ts';
import type { Finding } from '../src/descriptor/finding.ts';
import type { Report } from '../src/report/report.ts';
import { type CliRun, rawCharacters, root, runInProcess, workFolder } from './cli-case.ts';

const model = readFileSync(join(root, 'fixtures/descriptors/model-data-for-communities.yaml'), 'utf8');
const day = ['--date', '2026-11-23'];

/** An old estate: ten descriptors with two findings of one rule each and many of others, and their baseline. */
async function estate(): Promise<string> {
  const cwd = workFolder();
  mkdirSync(join(cwd, 'courses'));
  for (let number = 1; number <= 10; number += 1) writeFileSync(join(cwd, fileOf(number)), old(number));
  const { exitCode, stderr } = await run(cwd, '--write-baseline', 'microcred-baseline.yaml', '-q');
  expect({ exitCode, stderr: stderr.replace(/\d{2,}/, '<many>') }).toEqual({
    exitCode: 0,
    stderr: 'microcred: The baseline `microcred-baseline.yaml` was written: <many> entries.\n',
  });
  return cwd;
}

const fileOf = (number: number): string => `courses/c${number}.yaml`;

function old(number: number): string {
  return [
    'microcred: 1',
    `id: old-${number}`,
    `title: Old Course ${number}`,
    'outcomes:',
    '  - { id: LO1, text: Understand the loom }',
    '  - { id: LO2, text: Know the history of weaving }',
    '  - { id: LO3, text: Plan a pattern }',
    '',
  ].join('\n');
}

const run = (cwd: string, ...args: string[]): Promise<CliRun> =>
  runInProcess({ args: ['check', 'courses', ...day, ...args] }, cwd);
const gate = (cwd: string, ...args: string[]): Promise<CliRun> =>
  run(cwd, '--baseline', 'microcred-baseline.yaml', '--new-only', '--fail-on', 'should', ...args);
const edit = (cwd: string, path: string, change: (text: string) => string): void => {
  const before = readFileSync(join(cwd, path), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(join(cwd, path), after);
};
const onOneLine = (text: string): string => text.replace(/\s+/g, ' ');
const baselineOf = (cwd: string): string => readFileSync(join(cwd, 'microcred-baseline.yaml'), 'utf8');

async function newFindings(cwd: string): Promise<Finding[]> {
  const { stdout } = await gate(cwd, '-f', 'json');
  const { descriptors, findings } = JSON.parse(stdout) as Report;
  return [findings, ...descriptors.map((one) => one.findings)]
    .flat()
    .filter(({ baseline }) => baseline === 'new');
}

describe('with the baseline of an old estate and --new-only', () => {
  it('what was there passes, in a run on all and on one', async () => {
    const cwd = await estate();
    expect(await gate(cwd)).toMatchObject({ exitCode: 0, stderr: '' });
    const one = ['check', fileOf(3), ...day, '--baseline', 'microcred-baseline.yaml', '--new-only'];
    expect(await runInProcess({ args: one }, cwd)).toMatchObject({ exitCode: 0 });
    expect((await run(cwd)).exitCode).toBe(1);
  });

  it('the JSON report is of the form that its schema says', async () => {
    const cwd = await estate();
    edit(cwd, 'microcred-baseline.yaml', (text) =>
      text.replace(
        /addedOn: .*\n/,
        (line) => `${line}    expires: 2026-11-22\n    owner: Team\n    reason: R\n`,
      ),
    );
    const schema = JSON.parse(readFileSync(join(root, 'schemas/report.schema.json'), 'utf8'));
    const validate = compileSchema(schema);
    const report = JSON.parse((await gate(cwd, '-f', 'json')).stdout) as Report;
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
    expect(report.summary.baseline).toMatchObject({ expired: 1, stale: 0 });
    expect(report.baselineFile?.path).toBe('microcred-baseline.yaml');
  });

  it('a swap fails at the line of what is new', async () => {
    const cwd = await estate();
    edit(cwd, fileOf(4), (text) =>
      text
        .replace('Know the history of weaving', 'Recount the history of weaving')
        .replace('Plan a pattern', 'Know a pattern'),
    );
    const { exitCode, stderr } = await gate(cwd);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^microcred: .*(?:Beside what the baseline knows|new warning)/);
    const found = await newFindings(cwd);
    expect(found.length).toBeGreaterThan(0);
    for (const { location } of found) expect(location.path).toBe(fileOf(4));
    expect(found.some(({ location }) => location.range.start.line === 7)).toBe(true);
  });

  it.each<[string, (cwd: string) => void]>([
    ['fifty lines above', (cwd) => edit(cwd, fileOf(1), (text) => '# A remark.\n'.repeat(50) + text)],
    [
      'another order of fields',
      (cwd) => edit(cwd, fileOf(1), (text) => text.replace(/(title: .*\n)([\s\S]*)/, '$2$1')),
    ],
    [
      'another order of outcomes',
      (cwd) => edit(cwd, fileOf(1), (text) => text.replace(/( {2}- \{ id: LO1.*\n)( {2}- .*\n)/, '$2$1')),
    ],
    ['a new name of the file', (cwd) => renameSync(join(cwd, fileOf(1)), join(cwd, 'courses/renamed.yaml'))],
    [
      'a new folder for the file',
      (cwd) => {
        mkdirSync(join(cwd, 'courses/moved'));
        renameSync(join(cwd, fileOf(1)), join(cwd, 'courses/moved/c1.yaml'));
      },
    ],
    ['a file that is deleted', (cwd) => rmSync(join(cwd, fileOf(1)))],
    [
      'a finding that is mended',
      (cwd) => edit(cwd, fileOf(1), (text) => text.replace('Know the', 'Recount the')),
    ],
    ['a model that is added', (cwd) => writeFileSync(join(cwd, 'courses/model.yaml'), model)],
  ])('%s passes', async (_what, change) => {
    const cwd = await estate();
    change(cwd);
    expect(await newFindings(cwd)).toEqual([]);
    expect(await gate(cwd)).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it.each<[string, (cwd: string) => void]>([
    [
      'a copy of an old file',
      (cwd) => writeFileSync(join(cwd, 'courses/copy.yaml'), old(1).replace('old-1', 'copy')),
    ],
    ['a copy with the same id', (cwd) => writeFileSync(join(cwd, 'courses/copy.yaml'), old(1))],
    ['YAML that is broken', (cwd) => edit(cwd, fileOf(1), (text) => `${text}title: "x\n`)],
    ['a file that is no text', (cwd) => writeFileSync(join(cwd, fileOf(1)), new Uint8Array([0x6d, 0xff]))],
    ['a field that is misspelt', (cwd) => edit(cwd, fileOf(1), (text) => text.replace('title:', 'titel:'))],
    ['a field that is taken away', (cwd) => edit(cwd, fileOf(1), (text) => text.replace(/title: .*\n/, ''))],
    ['a placeholder', (cwd) => edit(cwd, fileOf(1), (text) => text.replace(/title: .*/, 'title: TBC'))],
  ])('%s fails', async (_what, change) => {
    const cwd = await estate();
    change(cwd);
    // What is not UTF-8 is passed over in a folder, unless it is named.
    const { exitCode, stderr } = await runInProcess(
      {
        args: [
          'check',
          'courses',
          fileOf(1),
          ...day,
          '--baseline',
          'microcred-baseline.yaml',
          '--new-only',
          '--fail-on',
          'should',
        ],
      },
      cwd,
    );
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^microcred: /);
  });
});

describe('an entry that has expired', () => {
  it('counts again and says so, until its date is changed', async () => {
    const cwd = await estate();
    edit(cwd, 'microcred-baseline.yaml', (text) =>
      text.replace(/addedOn: .*\n/, (line) => `${line}    expires: 2026-11-22\n`),
    );
    const { exitCode, stdout } = await gate(cwd);
    expect(exitCode).toBe(1);
    expect(onOneLine(stdout)).toContain('was known until 22 November 2026, so it counts as new again.');
    expect((await run(cwd, '--write-baseline', 'microcred-baseline.yaml', '-q')).stderr).toContain(
      '1 entry has expired',
    );
    expect((await gate(cwd)).exitCode).toBe(1);
    edit(cwd, 'microcred-baseline.yaml', (text) =>
      text.replace('expires: 2026-11-22', 'expires: 2026-11-23'),
    );
    expect(await gate(cwd)).toMatchObject({ exitCode: 0 });
  });
});

describe('to prune', () => {
  const prune = (cwd: string): Promise<CliRun> => gate(cwd, '--prune-baseline', '-q');
  it('takes out what was mended or deleted, and then nothing more', async () => {
    const cwd = await estate();
    edit(cwd, fileOf(1), (text) => text.replace('Know the', 'Recount the'));
    rmSync(join(cwd, fileOf(2)));
    const before = baselineOf(cwd);
    expect(onOneLine((await gate(cwd)).stdout)).toMatch(/\d+ entries of the baseline match nothing/);
    expect((await prune(cwd)).stderr).toMatch(
      /^microcred: \d+ entries for what is no longer there were taken out/,
    );
    expect(baselineOf(cwd)).not.toContain(fileOf(2));
    expect(baselineOf(cwd).length).toBeLessThan(before.length);
    const after = baselineOf(cwd);
    expect(await prune(cwd)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(baselineOf(cwd)).toBe(after);
    expect(onOneLine((await gate(cwd)).stdout)).not.toContain('match nothing');
  });

  it.each<[string, (cwd: string) => void, string[]]>([
    ['of files that are not checked', () => {}, [fileOf(3)]],
    [
      'of a file whose YAML is broken',
      (cwd) => edit(cwd, fileOf(1), (text) => `${text}x: "x\n`),
      ['courses'],
    ],
    [
      'of a framework that is not judged by',
      () => {},
      ['courses', '--rules', 'rules', '--framework', 'tiny'],
    ],
  ])('leaves what is %s', async (_what, change, paths) => {
    const cwd = await estate();
    change(cwd);
    const before = baselineOf(cwd);
    await runInProcess(
      { args: ['check', ...paths, ...day, '--baseline', 'microcred-baseline.yaml', '--prune-baseline'] },
      cwd,
    );
    expect(baselineOf(cwd)).toBe(before);
  });
});

describe('a baseline that is written again', () => {
  it('is the same to the letter when nothing changed', async () => {
    const cwd = await estate();
    const before = baselineOf(cwd);
    await run(cwd, '--write-baseline', 'microcred-baseline.yaml');
    expect(baselineOf(cwd)).toBe(before);
    const one = ['check', fileOf(3), ...day, '--write-baseline', 'microcred-baseline.yaml'];
    await runInProcess({ args: one }, cwd);
    expect(baselineOf(cwd)).toBe(before);
  });

  it('follows a file that was moved, with what people wrote', async () => {
    const cwd = await estate();
    edit(cwd, 'microcred-baseline.yaml', (text) =>
      text.replace(/addedOn: .*\n/, 'addedOn: 2025-01-01\n    owner: "Ada: <b>"\n'),
    );
    renameSync(join(cwd, fileOf(1)), join(cwd, 'courses/0.yaml'));
    await run(cwd, '--write-baseline', 'microcred-baseline.yaml');
    expect(baselineOf(cwd)).not.toContain(`${fileOf(1)}\n`);
    expect(baselineOf(cwd)).toMatch(
      /path: courses\/0\.yaml\n(?: {4}.*\n)*? {4}addedOn: 2025-01-01\n {4}owner: "Ada: <b>"\n/,
    );
  });

  it('holds no finding that is waived', async () => {
    const cwd = await estate();
    const entries = /rule: outcomes-use-measurable-verbs\n {4}path: courses\/c1\.yaml\n/;
    expect(baselineOf(cwd)).toMatch(entries);
    const waiver = '# microcred-waive outcomes-use-measurable-verbs: It was agreed by the panel.\n';
    edit(cwd, fileOf(1), (text) => waiver + text);
    expect((await run(cwd, '--write-baseline', 'microcred-baseline.yaml')).exitCode).toBe(0);
    expect(baselineOf(cwd)).not.toMatch(entries);
  });

  it('is left as it is when the run is incomplete', async () => {
    const cwd = workFolder();
    const one = {
      args: ['check', 'good.yaml', '-', ...day, '--write-baseline', 'b.yaml'],
      stdin: 'microcred: 1\n',
      vanishing: ['good.yaml'],
    };
    const { exitCode, stderr } = await runInProcess(one, cwd);
    expect(exitCode).toBe(3);
    expect(stderr).toContain('incomplete');
    expect(() => readFileSync(join(cwd, 'b.yaml'))).toThrow();
  });
});

it('whatever is in a baseline, no line is forged and nothing crashes', async () => {
  const nasty = [
    '\u202e',
    '\u001b[31m',
    '<script>alert(1)</script>',
    '\\n\\nmicrocred: passed',
    'x'.repeat(5_000),
  ];
  for (const text of nasty) {
    const quoted = JSON.stringify(text).replaceAll('\\\\n', '\\n');
    const entry = (fingerprint: string, path: string): string =>
      `  - rule: house-title-is-stated\n    path: ${path}\n    fingerprint: ${fingerprint}\n    message: ${quoted}\n    addedOn: 2026-11-01\n    reason: ${quoted}\n    owner: ${quoted}\n    expires: 2026-11-22\n`;
    const known = '89c4a80f5d37677726c7349c4dc291ac';
    const cwd = workFolder({
      files: {
        'b.yaml': `baseline: 1\ndate: 2026-11-01\nentries:\n${entry(known, 'findings.yaml')}${entry(known, quoted)}`,
      },
    });
    const args = [
      'check',
      'findings.yaml',
      '--rules',
      'rules',
      '--framework',
      'tiny',
      ...day,
      '--baseline',
      'b.yaml',
    ];
    for (const more of [
      [],
      ['--new-only'],
      ['-f', 'json'],
      ['-f', 'html'],
      ['-f', 'markdown'],
      ['--prune-baseline'],
    ]) {
      const { exitCode, stdout, stderr } = await runInProcess({ args: [...args, ...more] }, cwd);
      expect(exitCode).toBe(1);
      expect(rawCharacters(stdout)).toEqual([]);
      expect(rawCharacters(stderr)).toEqual([]);
      expect(stdout).not.toMatch(/^microcred: passed/m);
    }
  }
});
