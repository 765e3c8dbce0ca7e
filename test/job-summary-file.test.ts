import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CliRun, runInProcess, workFolder } from './cli-case.ts';

const onGitHub = { GITHUB_ACTIONS: 'true', GITHUB_WORKFLOW: 'Checks' };
const args = ['check', 'findings.yaml', '--rules', 'rules', '--framework', 'tiny', '--date', '2026-11-23'];

function run(cwd: string, summary: string, ...more: string[]): Promise<CliRun> {
  return runInProcess({ args: [...args, ...more], env: { ...onGitHub, GITHUB_STEP_SUMMARY: summary } }, cwd);
}

describe('the summary of a step', () => {
  it('is the report in Markdown, after what stands there already', async () => {
    const cwd = workFolder();
    const summary = join(cwd, 'summary.md');
    writeFileSync(summary, 'Before.\n');
    const { exitCode, stderr } = await run(cwd, summary, '-f', 'auto', '-f', 'markdown=report.md');
    expect(exitCode).toBe(1);
    expect(stderr).not.toContain('summary');
    expect(readFileSync(summary, 'utf8')).toBe(`Before.\n${readFileSync(join(cwd, 'report.md'), 'utf8')}`);
  });

  it('is left alone by every other format', async () => {
    const cwd = workFolder();
    const summary = join(cwd, 'summary.md');
    writeFileSync(summary, 'Before.\n');
    await run(cwd, summary, '-f', 'json');
    expect(readFileSync(summary, 'utf8')).toBe('Before.\n');
  });

  it('that cannot be written changes nothing but a line on stderr', async () => {
    const cwd = workFolder();
    mkdirSync(join(cwd, 'summary.md'));
    const { exitCode, stdout, stderr } = await run(cwd, join(cwd, 'summary.md'), '-f', 'github');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('::error');
    expect(stderr).toContain('The summary of the step cannot be written');
  });
});
