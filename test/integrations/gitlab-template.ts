import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../cli-case.ts';
import { type Ran, run, withMicrocred } from './scratch.ts';

/** The job of the GitLab template, as far as the tests look at it. */
export interface Job {
  readonly image: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly before_script: readonly string[];
  readonly script: readonly string[];
  readonly artifacts: {
    readonly when: string;
    readonly paths: readonly string[];
    readonly reports: Readonly<Record<string, string>>;
  };
}

const template: Readonly<Record<string, Job>> = parse(
  readFileSync(join(root, 'templates/microcred.gitlab-ci.yml'), 'utf8'),
);

/** Every job of the template by its name. */
export const jobs = Object.entries(template);

export const job = template['microcred'];

/** Runs the script of the job as a runner does: one line after the other in one bash that stops at the first failure. */
export function runJob(folder: string, variables: Readonly<Record<string, string>> = {}): Ran {
  const lines = ['set -eo pipefail', ...(job?.script ?? [])].join('\n');
  const env = { ...withMicrocred(), GITLAB_CI: 'true', CI: 'true', ...job?.variables, ...variables };
  return run('bash', ['--noprofile', '--norc', '-c', lines], { cwd: folder, env });
}
