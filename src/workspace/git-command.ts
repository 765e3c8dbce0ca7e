import { spawnSync } from 'node:child_process';
import { errorCode } from './disk-trouble.ts';
import { GitTrouble } from './git-trouble.ts';
import type { Problem } from './problem.ts';

/** What git answered: its exit code, what it gave, and what it complained of. */
export interface GitAnswer {
  readonly status: number;
  readonly bytes: Buffer;
  readonly complaint: string;
}

/** Git is to read only: no hooks, no programs of the repository, no locks, no pager, no network, no other look than ours. */
const readingOnly = [
  '--no-pager',
  '--no-optional-locks',
  '--literal-pathspecs',
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'core.quotepath=off'],
  ...['-c', 'protocol.allow=never'],
];

/**
 * Runs git in a folder, without a shell. The environment is passed on, for in a hook it says which index is meant.
 *
 * @param most bytes of the answer; with more of them the answer is undefined
 * @throws GitTrouble when there is no git
 */
export function runGit(cwd: string, args: readonly string[], most = Infinity): GitAnswer | undefined {
  const { error, status, stdout, stderr } = spawnSync('git', [...readingOnly, ...args], {
    cwd,
    input: '',
    maxBuffer: most,
    windowsHide: true,
  });
  const code = errorCode(error);
  if (code === 'ENOBUFS') return undefined;
  if (error !== undefined)
    throw new GitTrouble(code === 'ENOENT' ? noGit : unusable(`the system reports ${code}`));
  return { status: status ?? -1, bytes: stdout, complaint: firstLine(stderr.toString('utf8')) };
}

/** The answer to a question that git can only fail to answer when something is wrong with the repository. */
export function askGit(cwd: string, args: readonly string[]): Buffer {
  const answer = runGit(cwd, args);
  if (answer?.status === 0) return answer.bytes;
  throw new GitTrouble(unusable(answer?.complaint || `\`git ${args[0]}\` ended with ${answer?.status}`));
}

/** The problem that git itself puts into words, or that the system has with it. */
export function unusable(words: string): Problem {
  return {
    message: `git cannot tell what has changed: ${words.replace(/\.$/, '')}.`,
    help: 'Put that right, or leave the option out to check everything.',
  };
}

const noGit: Problem = {
  message: 'git is needed to tell what has changed, and it is not installed or not in the PATH.',
  help: 'Install git, or leave the option out to check everything.',
};

function firstLine(text: string): string {
  return (text.split('\n').find((line) => line.trim() !== '') ?? '').trim().slice(0, 500);
}

/** The parts of an answer that end with a null character each. What is not UTF-8 comes with replacement characters. */
export function nullEnded(bytes: Buffer): string[] {
  const parts = bytes.toString('utf8').split('\0');
  parts.pop();
  return parts;
}
