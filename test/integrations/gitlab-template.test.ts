import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../cli-case.ts';
import { job, jobs, runJob } from './gitlab-template.ts';
import { proposedChange } from './recipes.ts';

it('the GitLab template has one job, which brings nothing else into a pipeline', () => {
  expect(jobs.map(([name]) => name)).toEqual(['microcred']);
});

it('the GitLab template installs the version of the package, and runs no script of it', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(String(job?.variables['MICROCRED_VERSION'])).toBe(version);
  expect(job?.before_script).toEqual([
    expect.stringMatching(/^npm install .*--ignore-scripts .*"microcred@\$MICROCRED_VERSION"$/),
  ]);
});

it('the GitLab template keeps every report that its script writes, also of a job that fails', () => {
  const { when = '', paths = [], reports = {} } = job?.artifacts ?? {};
  expect(when).toBe('always');
  const written = [...(job?.script.join(' ') ?? '').matchAll(/--format=\w+=(\S+)/g)].map(([, file]) => file);
  expect([...Object.values(reports), ...paths].sort()).toEqual(written.sort());
});

describe('the GitLab template', () => {
  it('fails for the draft, and leaves every report', () => {
    const folder = proposedChange();
    const { exitCode, stderr } = runJob(folder, { MICROCRED_ARGUMENTS: 'courses' });
    expect(exitCode, stderr).toBe(1);
    const { paths = [], reports = {} } = job?.artifacts ?? {};
    for (const file of [...paths, ...Object.values(reports)])
      expect(existsSync(join(folder, file)), file).toBe(true);
    const quality = JSON.parse(readFileSync(join(folder, 'gl-code-quality-report.json'), 'utf8'));
    expect(quality[0]).toMatchObject({ location: { path: expect.stringMatching(/^courses\//) } });
  });

  it('passes a good descriptor', () => {
    const { exitCode, stderr } = runJob(proposedChange(), { MICROCRED_ARGUMENTS: 'courses/good.yaml' });
    expect(exitCode, stderr).toBe(0);
  });

  it.each(['$(touch pwned)', '`touch pwned`', '; touch pwned', 'courses && touch pwned', '> pwned'])(
    'takes %j for names of files',
    (value) => {
      const folder = proposedChange();
      expect(runJob(folder, { MICROCRED_ARGUMENTS: value }).exitCode).toBe(2);
      expect(existsSync(join(folder, 'pwned'))).toBe(false);
    },
  );
});
