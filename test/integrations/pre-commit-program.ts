import { spawnSync } from 'node:child_process';

/** The program: the one that MICROCRED_PRE_COMMIT names, or else the one in the path; undefined where there is none. */
export function preCommitProgram(): string | undefined {
  const program = process.env['MICROCRED_PRE_COMMIT'] ?? 'pre-commit';
  return spawnSync(program, ['--version']).status === 0 ? program : undefined;
}

/** Whether a machine without it fails these tests instead of leaving them out; `.ci/run` asks for it. */
export function isPreCommitRequired(): boolean {
  return process.env['MICROCRED_PRE_COMMIT_TESTS'] === 'required';
}

/** What to say where it is not found. */
export const noPreCommitText =
  'There is no pre-commit in the path. Install it (on Debian: apt-get install pre-commit), or name its program in MICROCRED_PRE_COMMIT.';
