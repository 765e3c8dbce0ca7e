import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../cli-case.ts';
import { isPreCommitRequired, noPreCommitText, preCommitProgram } from './pre-commit-program.ts';
import { git, plainEnvironment, type Ran, run, writeFiles } from './scratch.ts';

/** A repository in which pre-commit is installed, with hooks of this project as they are committed. */
export interface HookRepository {
  readonly folder: string;
  /** Commits what is staged, by way of the hooks. */
  commit(): Ran;
  /**
   * Stages these files and no others, over a first commit in which this hook is configured.
   *
   * @param hook what stands behind `- ` in the list of hooks
   * @param files text by path
   */
  stage(hook: string, files: Readonly<Record<string, string>>): void;
}

/**
 * A group of tests with one such repository between them. Without pre-commit it is a single test that says so: it
 * passes, unless pre-commit is required.
 */
export function describeWithHooks(name: string, define: (repository: () => HookRepository) => void): void {
  const program = preCommitProgram();
  if (program === undefined) {
    describe(name, () => {
      it('was NOT RUN, because pre-commit is not on this machine', () => {
        expect(isPreCommitRequired(), noPreCommitText).toBe(false);
      });
    });
    return;
  }
  describe(name, () => {
    let parent = '';
    let repository: HookRepository | undefined;
    beforeAll(() => {
      parent = realpathSync(mkdtempSync(join(tmpdir(), 'microcred-hooks-')));
      repository = makeRepository(program, parent);
    }, 600_000);
    afterAll(() => rmSync(parent, { recursive: true, force: true }));
    define(() => {
      if (repository === undefined) throw new Error('The repository is there only while a test runs.');
      return repository;
    });
  });
}

function makeRepository(program: string, parent: string): HookRepository {
  const folder = join(parent, 'repository');
  mkdirSync(folder);
  const env = plainEnvironment({ PRE_COMMIT_HOME: join(parent, 'home'), npm_config_prefer_offline: 'true' });
  git(parent, 'clone', '--quiet', root, 'hooks');
  git(folder, 'init', '--quiet');
  for (const [key, value] of [
    ['user.name', 'Test'],
    ['user.email', 'test@example.org'],
  ] as const) {
    git(folder, 'config', key, value);
  }
  const revision = git(join(parent, 'hooks'), 'rev-parse', 'HEAD');
  const configure = (hook: string): void => {
    const repo = `  - repo: ${join(parent, 'hooks')}\n    rev: ${revision}\n    hooks:\n      - ${hook}\n`;
    writeFiles(folder, { '.pre-commit-config.yaml': `repos:\n${repo}` });
    git(folder, 'add', '.');
  };
  let tries = 0;
  configure('id: microcred');
  git(folder, 'commit', '--quiet', '--message', 'start');
  const installed = run(program, ['install', '--install-hooks'], { cwd: folder, env });
  if (installed.exitCode !== 0) throw new Error(installed.stdout + installed.stderr);
  return {
    folder,
    commit: () => run('git', ['commit', '--message', 'change'], { cwd: folder, env }),
    stage: (hook, files) => {
      git(folder, 'checkout', '--quiet', '--orphan', `try-${tries++}`);
      git(folder, 'rm', '--quiet', '-r', '--force', '.');
      git(folder, 'clean', '--quiet', '--force', '-d', '-x');
      configure(hook);
      git(folder, 'commit', '--quiet', '--no-verify', '--message', 'start');
      git(folder, 'tag', '--force', 'start');
      writeFiles(folder, files);
      git(folder, 'add', '--all', '.');
    },
  };
}
