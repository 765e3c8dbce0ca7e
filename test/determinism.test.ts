import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CliRun, root, runAsProcess, runInProcess, workFolder } from './cli-case.ts';

const descriptors = join(root, 'fixtures', 'descriptors');
/** Every format at once. */
const options = [
  ...['--date', '2026-11-23', '--fail-on', 'never', '-f', 'text'],
  ...[
    '-f',
    'json=reports.out',
    '-f',
    'markdown=markdown.out',
    '-f',
    'html=html.out',
    '-f',
    'html=pages.out/',
  ],
];

/** The bytes of all reports of a run, by the name of their file. */
function outputOf(cwd: string, { stdout }: CliRun): Record<string, string> {
  const files = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.out$|\.out\/./.test(file),
  );
  const reports = files
    .filter((file) => file !== 'pages.out')
    .map((file) => [file, readFileSync(join(cwd, file), 'utf8')]);
  return Object.fromEntries([['stdout', stdout], ...reports]);
}

/** A folder with the shared descriptors and those of the built-in framework, in `courses/`. */
function catalogue(): string {
  const cwd = workFolder();
  cpSync(descriptors, join(cwd, 'courses'), { recursive: true });
  return cwd;
}

describe('a report is the same', () => {
  it('whatever the order of the paths', async () => {
    const cwd = catalogue();
    const paths = ['good.yaml', 'findings.yaml', 'courses', 'three-documents.yaml', 'broken.yaml'];
    const run = async (order: readonly string[]) =>
      outputOf(cwd, await runInProcess({ args: ['check', ...order, ...options] }, cwd));
    const first = await run(paths);
    expect(await run(paths.toReversed())).toEqual(first);
    expect(await run([...paths.slice(2), ...paths.slice(0, 2), 'good.yaml'])).toEqual(first);
    expect(await run(['./good.yaml', 'courses/../findings.yaml', 'courses/', ...paths.slice(3)])).toEqual(
      first,
    );
  });

  it('whether files are named or the folder is, but for what only a whole catalogue can tell', async () => {
    const cwd = workFolder({
      files: { 'courses/a.yaml': 'microcred: 1\n', 'courses/b.yaml': 'microcred: 1\ntitle: B\n' },
    });
    const args = ['--rules', 'rules', '--framework', 'tiny', ...options];
    const named = await runInProcess({ args: ['check', 'courses/b.yaml', 'courses/a.yaml', ...args] }, cwd);
    const searched = await runInProcess({ args: ['check', 'courses', ...args] }, cwd);
    expect(named).toEqual(searched);
  });

  it('whatever the order of frameworks, but for their own order', async () => {
    const cwd = workFolder();
    const rules = ['--rules', 'rules', '--rules', 'catalogue-rules', '--date', '2026-11-23', '-f', 'json'];
    const run = async (...frameworks: string[]) => {
      const args = ['check', 'findings.yaml', ...rules, ...frameworks.flatMap((id) => ['--framework', id])];
      return JSON.parse((await runInProcess({ args }, cwd)).stdout);
    };
    const [one, other] = [await run('tiny', 'house-rules'), await run('house-rules', 'tiny')];
    expect(one.descriptors[0].findings).toEqual(other.descriptors[0].findings);
    expect(one.descriptors[0].conformance).toEqual(other.descriptors[0].conformance.toReversed());
  });

  it.each([
    ['another folder', {}],
    ['another time zone', { TZ: 'Pacific/Kiritimati' }],
    ['a time zone behind', { TZ: 'Pacific/Pago_Pago' }],
    ['another language', { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' }],
    ['the plainest language', { LANG: 'C', LC_ALL: 'C' }],
    ['another width on the way to a pipe', { COLUMNS: '200' }],
    ['a CI system', { CI: 'true', GITHUB_ACTIONS: 'true' }],
  ])('in %s', (_name, env) => {
    const [here, there] = [catalogue(), catalogue()];
    const args = ['check', 'courses', 'good.yaml', ...options];
    const first = runAsProcess({ args, env: { LANG: 'en_GB.UTF-8', TZ: 'UTC' } }, here);
    const second = runAsProcess({ args, env }, there);
    expect(outputOf(there, second)).toEqual(outputOf(here, first));
    expect(second.exitCode).toBe(0);
  });

  it('when the files lie in a folder above or beside, but for their paths', async () => {
    const cwd = catalogue();
    mkdirSync(join(cwd, 'beside'));
    const inside = await runInProcess({ args: ['check', 'good.yaml', ...options] }, cwd);
    const outside = await runInProcess({ args: ['check', '../good.yaml', ...options] }, join(cwd, 'beside'));
    expect(outside.stdout.replaceAll(`${cwd}/`, '').replace(/\s+/g, ' ')).toBe(
      inside.stdout.replace(/\s+/g, ' '),
    );
  });

  it('when it is made twice', async () => {
    const cwd = catalogue();
    const run = async () =>
      outputOf(cwd, await runInProcess({ args: ['check', 'courses', ...options] }, cwd));
    expect(await run()).toEqual(await run());
  });
});

it('judges for another day when it is told so', async () => {
  const cwd = workFolder();
  const dateOf = async (day: string): Promise<unknown> => {
    const args = [
      'check',
      'good.yaml',
      '--rules',
      'rules',
      '--framework',
      'tiny',
      '--date',
      day,
      '-f',
      'json',
    ];
    return JSON.parse((await runInProcess({ args }, cwd)).stdout).date;
  };
  expect(await dateOf('2026-11-23')).toBe('2026-11-23');
  expect(await dateOf('2000-02-29')).toBe('2000-02-29');
});

it('takes the day from the calendar of the machine when it is not told', () => {
  const cwd = workFolder();
  const args = ['check', 'good.yaml', '--rules', 'rules', '--framework', 'tiny', '-f', 'json'];
  const dayIn = (TZ: string): string => {
    const { stdout } = spawnSync('date', ['+%F'], { env: { ...process.env, TZ }, encoding: 'utf8' });
    return stdout.trim();
  };
  const TZ = 'Pacific/Kiritimati';
  // The day may change between the three.
  const days = [dayIn(TZ), JSON.parse(runAsProcess({ args, env: { TZ } }, cwd).stdout).date, dayIn(TZ)];
  expect(new Set(days).size).toBeLessThanOrEqual(days[0] === days[2] ? 1 : 2);
});
