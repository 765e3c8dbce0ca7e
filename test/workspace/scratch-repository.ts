import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { caseFolder } from '../cli-case.ts';

/** Nothing that a developer or a machine has set plays a part. */
const gitEnvironment = {
  PATH: process.env['PATH'],
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
};

/** Files by path: what is in them, or undefined to delete one. */
export type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

/** A repository for one test; gone after it. */
export interface ScratchRepository {
  /** Its folder. `../rules` has rules over the whole catalogue. */
  readonly folder: string;
  git(...args: readonly string[]): string;
  write(files: Files): void;
  /** Writes files and commits all that there is. */
  commit(files?: Files): void;
}

/** Makes a repository on the branch `main` with a first commit of some files; without a commit where there are none. */
export function scratchRepository(files: Files = {}): ScratchRepository {
  const above = realpathSync(mkdtempSync(join(tmpdir(), 'microcred-git-')));
  onTestFinished(() => rmSync(above, { recursive: true, force: true }));
  cpSync(join(caseFolder, 'catalogue-rules'), join(above, 'rules'), { recursive: true });
  const folder = join(above, 'estate');
  mkdirSync(folder);
  const repository = repositoryIn(folder);
  repository.git('init', '--quiet', '--initial-branch=main');
  if (Object.keys(files).length > 0) repository.commit(files);
  return repository;
}

/** A repository that is there already, such as a clone. */
export function repositoryIn(folder: string): ScratchRepository {
  const git = (...args: readonly string[]): string => gitIn(folder, args);
  const write = (files: Files): void => {
    for (const [path, content] of Object.entries(files)) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      if (content === undefined) rmSync(file);
      else writeFileSync(file, content);
    }
  };
  const commit = (files: Files = {}): void => {
    write(files);
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message=A commit');
  };
  return { folder, git, write, commit };
}

/** Runs git and gives what it printed; whatever goes wrong fails the test. */
function gitIn(folder: string, args: readonly string[]): string {
  const settings = ['user.name=Test', 'user.email=test@example.org', 'protocol.file.allow=always'];
  const { status, stdout, stderr } = spawnSync('git', [...settings.flatMap((one) => ['-c', one]), ...args], {
    cwd: folder,
    env: gitEnvironment,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}
