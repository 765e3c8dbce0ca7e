import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  caseFolder,
  comparable,
  rawCharacters,
  readCases,
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
    expect(rawCharacters(stdout, true)).toEqual([]);
    expect(rawCharacters(stderr)).toEqual([]);
    // What could not be judged has no report, and whatever fails says why.
    if (exitCode === 2) expect(stdout).toBe('');
    if (exitCode !== 0) expect(stderr).toMatch(/^microcred/);
  });

  it.runIf(one.spawned === true)('as a process', () => {
    const cwd = workFolder(one);
    const { exitCode, stdout, stderr } = runAsProcess(one, cwd);
    expect(comparable(stdout, cwd)).toBe(readFileSync(golden('stdout.txt'), 'utf8'));
    expect(comparable(stderr, cwd)).toBe(readFileSync(golden('stderr.txt'), 'utf8'));
    expect(exitCode).toBe(one.exitCode);
  });
});

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
