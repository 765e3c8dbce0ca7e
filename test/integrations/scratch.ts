import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from '../cli-case.ts';

/** What a program came to. */
export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with these files in it; gone after the test. */
export function scratchFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'microcred-integration-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFiles(folder, files);
  return folder;
}

/** Writes files into a folder: text by path. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The environment of the tests without what npm says there of its own run, which would reach programs that call npm. */
export function plainEnvironment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(?:npm_(?!config_(?:registry|cache|userconfig)$)|INIT_CWD|NODE_(?:OPTIONS|ENV|PATH)$|GIT_|GITHUB_|VITEST|FORCE_COLOR)/i.test(
        name,
      ),
  );
  return { ...(Object.fromEntries(kept) as Record<string, string>), NO_COLOR: '1', ...more };
}

/** Runs a program to its end; one that takes more than five minutes is killed and has no exit code. */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>>; readonly input?: string },
): Ran {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: options.cwd,
    env: options.env ?? plainEnvironment(),
    input: options.input ?? '',
    encoding: 'utf8',
    timeout: 300_000,
    maxBuffer: 100_000_000,
  });
  return { exitCode: status, stdout, stderr: error === undefined ? stderr : `${stderr}${error.message}` };
}

/** Runs git in a folder, as somebody, and gives what it says; throws when it fails. */
export function git(cwd: string, ...args: readonly string[]): string {
  const settings = { 'user.name': 'Test', 'user.email': 'test@example.org', 'init.defaultBranch': 'main' };
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { exitCode, stdout, stderr } = run('git', [...given, ...args], { cwd });
  if (exitCode !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

/** An environment in which `microcred` is the built program, and the programs of these shell scripts are there, too. */
export function withMicrocred(scripts: Readonly<Record<string, string>> = {}): Record<string, string> {
  const folder = scratchFolder(scripts);
  for (const name of Object.keys(scripts)) chmodSync(join(folder, name), 0o755);
  symlinkSync(join(root, 'bin/microcred.js'), join(folder, 'microcred'));
  return plainEnvironment({ PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` });
}
