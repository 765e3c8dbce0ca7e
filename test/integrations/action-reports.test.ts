import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../cli-case.ts';
import { type Inputs, installed, runStep, workspace } from './action-steps.ts';
import { git } from './scratch.ts';

const model = readFileSync(join(root, 'fixtures/descriptors/model-data-for-communities.yaml'), 'utf8');
const draft = readFileSync(join(root, 'fixtures/descriptors/draft-first-attempt.yaml'), 'utf8');

function check(files: Readonly<Record<string, string>>, inputs: Inputs = {}) {
  const folder = workspace(files);
  return { ...runStep('check', folder, { date: '2026-11-23', ...inputs }, installed(folder)), folder };
}

describe('the step that checks', () => {
  it('marks the lines of a draft, the gravest first and no more than GitHub shows', () => {
    const { exitCode, stdout, summary } = check({ 'courses/a.yaml': draft });
    expect(exitCode).toBe(1);
    const commands = stdout.split('\n').filter((line) => line.startsWith('::'));
    expect(commands[0]).toMatch(/^::error file=courses\/a\.yaml,line=\d+/);
    expect(commands.filter((line) => line.startsWith('::error')).length).toBe(10);
    expect(commands.filter((line) => line.startsWith('::warning')).length).toBe(10);
    expect(summary).toContain('courses/a.yaml');
  });

  it('marks nothing in a good descriptor', () => {
    const { exitCode, stdout } = check({ 'a.yaml': model });
    expect(exitCode).toBe(0);
    expect(stdout).not.toMatch(/^::(?:error|warning)/m);
  });

  it('obeys nothing that stands in a descriptor or in the name of one', () => {
    const title = '"x\\n::error::forged\\r\\n::add-mask::a"';
    const { stdout, stderr } = check({ '::error::forged.yaml': `microcred: 1\ntitle: ${title}\n` });
    const commands = (stdout + stderr).split(/[\r\n]/).filter((line) => /^\s*::/.test(line));
    for (const command of commands) expect(command).toMatch(/^::(?:error|warning|notice) (?:file=|title=)/);
  });

  it.each([
    ['.', { 'a.yaml': draft }, 'out.sarif'],
    ['specs', { 'specs/a.yaml': draft }, 'specs/out.sarif'],
  ])('writes SARIF, and says where, from the folder %s', (folder, files, sarif) => {
    const ran = check(files, { 'sarif-file': 'out.sarif', 'working-directory': folder });
    expect(ran.outputs['sarif']).toBe(sarif);
    const log = JSON.parse(readFileSync(join(ran.folder, 'workspace', sarif), 'utf8'));
    expect(log).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'microcred' } } }] });
  });

  it('names no SARIF when the run could not judge', () => {
    const { outputs, folder } = check({}, { paths: 'nowhere', 'sarif-file': 'out.sarif' });
    expect(outputs).toEqual({ 'exit-code': '2' });
    expect(existsSync(join(folder, 'workspace/out.sarif'))).toBe(false);
  });

  it('takes a baseline, and fails for what is new only when it is told to', () => {
    const baseline = 'baseline: 1\ndate: 2026-11-01\nentries: []\n';
    const files = { 'a.yaml': draft, 'baseline.yaml': baseline };
    const inputs = { paths: 'a.yaml', baseline: 'baseline.yaml', 'new-only': 'true' };
    expect(check(files, inputs).exitCode).toBe(1);
    expect(check(files, { ...inputs, baseline: '' }).exitCode).toBe(2);
  });

  it('reports what differs from a ref', () => {
    const folder = workspace({ 'old.yaml': draft });
    const repository = join(folder, 'workspace');
    git(repository, 'init', '--quiet');
    git(repository, 'add', '.');
    git(repository, 'commit', '--quiet', '--message', 'start');
    git(repository, 'tag', 'start');
    const home = installed(folder);
    const inputs = { date: '2026-11-23', since: 'start', 'allow-empty': 'true' };
    expect(runStep('check', folder, inputs, home).exitCode).toBe(0);
    expect(runStep('check', folder, { ...inputs, since: 'no-such-ref' }, home).exitCode).toBe(2);
  });
});
