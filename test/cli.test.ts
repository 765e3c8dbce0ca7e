import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Framework } from '../src/conformance/framework.ts';
import { schemaNames } from '../src/workspace/compiled-catalogue.ts';
import { toolVersion } from '../src/workspace/tool-version.ts';
import {
  type CliRun,
  caseFolder,
  comparable,
  rawCharacters,
  readCases,
  root,
  runAsProcess,
  runInProcess,
  workFolder,
} from './cli-case.ts';

const cases = readCases();

// To add a case, add a folder with a case.yaml to fixtures/cli and let vitest -u write what is printed; then read it.
describe.each(cases.map((one) => [one.name, one] as const))('%s', (name, one) => {
  const golden = (file: string): string => join(caseFolder, name, file);

  it('in this process', async () => {
    const cwd = workFolder(one);
    const { exitCode, stdout, stderr } = await runInProcess(one, cwd);
    await expect(comparable(stdout, cwd)).toMatchFileSnapshot(golden('stdout.txt'));
    await expect(comparable(stderr, cwd)).toMatchFileSnapshot(golden('stderr.txt'));
    for (const file of one.written ?? []) {
      await expect(comparable(readFileSync(join(cwd, file), 'utf8'), cwd)).toMatchFileSnapshot(golden(file));
    }
    expect(exitCode).toBe(one.exitCode);
    expect(rawCharacters(stdout, one.coloured)).toEqual([]);
    expect(rawCharacters(stdout).length > 0).toBe(one.coloured === true);
    expect(rawCharacters(stderr)).toEqual([]);
    // What could not be judged has no report, and whatever fails says why.
    if (exitCode === 2) expect(stdout).toBe('');
    if (exitCode !== 0) expect(stderr).toMatch(/^microcred/);
  });
});

describe.each(cases.filter(({ spawned }) => spawned).map((one) => [one.name, one] as const))(
  '%s',
  (name, one) => {
    const golden = (file: string): string => readFileSync(join(caseFolder, name, file), 'utf8');

    it('as a process', () => {
      const cwd = workFolder(one);
      const { exitCode, stdout, stderr } = runAsProcess(one, cwd);
      expect(comparable(stdout, cwd)).toBe(golden('stdout.txt'));
      expect(comparable(stderr, cwd)).toBe(golden('stderr.txt'));
      expect(exitCode).toBe(one.exitCode);
    });
  },
);

describe('the table', () => {
  it.each([0, 1, 2, 3])('has cases that end with %i, one of them as a process', (code) => {
    const ending = cases.filter(({ exitCode }) => exitCode === code);
    expect(ending.length, `add a case with exitCode: ${code} to fixtures/cli`).toBeGreaterThan(1);
    expect(
      ending.some(({ spawned }) => spawned),
      `let one of them be spawned: true`,
    ).toBe(true);
  });

  it('has at least 15 misuses that can be mistaken for a clean run by nobody', () => {
    expect(cases.filter(({ exitCode }) => exitCode === 2).length).toBeGreaterThanOrEqual(15);
  });

  it('has goldens for every case', () => {
    const without = cases.filter(({ name }) => !existsSync(join(caseFolder, name, 'stdout.txt')));
    expect(without.map(({ name }) => name)).toEqual([]);
  });
});

it('checks a path without a command as check does', () => {
  const stdoutOf = (name: string): string => readFileSync(join(caseFolder, name, 'stdout.txt'), 'utf8');
  expect(stdoutOf('check-bare')).toBe(stdoutOf('check-good'));
});

describe('the reference', () => {
  const run = async (...args: string[]): Promise<CliRun> => runInProcess({ args }, root);
  const jsonOf = async (...args: string[]): Promise<unknown> => JSON.parse((await run(...args)).stdout);

  it.each(Object.entries(schemaNames))('prints the schema %s', async (name, file) => {
    const expected: unknown = JSON.parse(readFileSync(join(root, 'schemas', `${file}.schema.json`), 'utf8'));
    expect(await jsonOf('schema', name)).toEqual(expected);
  });

  it('names each schema in the help', async () => {
    const { stdout } = await run('schema', '--help');
    for (const name of Object.keys(schemaNames)) expect(stdout).toMatch(new RegExp(`\\b${name}\\b`));
  });

  it('lists every built-in rule', async () => {
    const files = readdirSync(join(root, 'rules')).filter((file) => /^(?!sources)[a-z-]+\.yaml$/.test(file));
    const ids = files.map((file) => file.replace('.yaml', ''));
    const { stdout, exitCode } = await run('rules');
    expect(exitCode).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/ +/)[1]),
    ).toEqual(ids);
    expect(await jsonOf('rules', '--json')).toHaveLength(ids.length);
  });

  it('lists the frameworks, and explains each of them, its principles, requirements and rules', async () => {
    const frameworks = (await jsonOf('frameworks', '--json')) as Framework[];
    expect(frameworks.map(({ id }) => id).sort()).toEqual(['scotland', 'scotland-extended']);
    const { stdout } = await run('frameworks');
    for (const { id, title } of frameworks) expect(stdout).toContain(`${id} ${toolVersion}  ${title}\n`);
    const names = frameworks.flatMap(({ id, principles, requirements }) => [
      id,
      ...principles.map((one) => one.id),
      ...requirements.flatMap((one) => [one.id, ...(one.rules ?? [])]),
    ]);
    for (const name of new Set(names)) {
      const explained = await run('explain', name);
      expect(explained, name).toMatchObject({ exitCode: 0, stderr: '' });
      expect(rawCharacters(explained.stdout)).toEqual([]);
    }
  });
});

describe('a process', () => {
  const program = join(root, 'bin', 'microcred.js');
  const shell = (command: string, cwd = root): SpawnSyncReturns<string> =>
    spawnSync('bash', ['-c', command], {
      cwd,
      encoding: 'utf8',
      timeout: 10_000,
      env: { ...process.env, program },
    });

  it('is started by its own name', () => {
    const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 10_000 });
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${toolVersion}\n` });
  });

  it('ends quietly when the reader of a pipe has seen enough', () => {
    const { stdout, stderr } = shell('"$program" schema descriptor | head -1; echo "$PIPESTATUS"');
    expect({ stdout, stderr }).toEqual({ stdout: '{\n0\n', stderr: '' });
  });

  it('gives everything to a pipe that is read slowly', () => {
    const { stdout } = shell('"$program" schema descriptor | (sleep 0.3; cat)');
    expect(JSON.parse(stdout)).toHaveProperty('title');
  });

  it.each([
    ['a closed standard input is empty', '- <&-', 1],
    ['a folder as standard input is empty', '- < .', 1],
    ['a closed stdout loses the report, not the exit code', 'good.yaml --fail-on never >&-', 0],
    ['a closed stderr loses the reason, not the exit code', 'good.yaml 2>&-', 1],
    ['a full disk makes the run incomplete', 'good.yaml --fail-on never > /dev/full', 3],
    ['a standard input without end is read only so far', '- < /dev/zero', 1],
  ])('%s', (_name, args, exitCode) => {
    const { status, stderr } = shell(`"$program" check ${args}`, workFolder());
    expect(status).toBe(exitCode);
    expect(stderr).not.toContain('    at ');
  });
});
