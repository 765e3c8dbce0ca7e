import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { main } from '../src/cli/main.ts';
import { toolVersion } from '../src/workspace/tool-version.ts';

/** What `case.yaml` says: how the program is called, and what it must end with. */
export interface CliCase {
  readonly name: string;
  /** What the case is there for, in one sentence. */
  readonly about: string;
  readonly args: readonly string[];
  readonly exitCode: number;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Columns of the terminal that stdout is; it is a pipe when this is not given. */
  readonly terminal?: number;
  /** Whether stdout is coloured. */
  readonly coloured?: boolean;
  /** Files to make beside the shared ones: text by path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Symbolic links to make: target by path. */
  readonly links?: Readonly<Record<string, string>>;
  /** Files that vanish, or become folders, while the standard input is read: after the search, before the reading. */
  readonly vanishing?: readonly string[];
  readonly becomingFolders?: readonly string[];
  /** Files that the run has to write, compared with those of the same name beside `case.yaml`. */
  readonly written?: readonly string[];
  /** Whether the case is also run as a process of its own. */
  readonly spawned?: boolean;
}

/** What a run gave. */
export interface CliRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const root = dirname(import.meta.dirname);
export const caseFolder = join(root, 'fixtures', 'cli');

/** All cases: every folder of fixtures/cli that has a `case.yaml`; the others hold what the cases share. */
export function readCases(): CliCase[] {
  return readdirSync(caseFolder).flatMap((name) => {
    const folder = join(caseFolder, name);
    if (!readdirSync(folder).includes('case.yaml')) return [];
    return [{ name, ...parse(readFileSync(join(folder, 'case.yaml'), 'utf8')) }];
  });
}

/** A folder for one test with the shared descriptors, `rules/` and `catalogue-rules/` in it; gone after the test. */
export function workFolder({ files = {}, links = {} }: Pick<CliCase, 'files' | 'links'> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'microcred-cli-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // So that no ignore file above plays a part.
  mkdirSync(join(folder, '.git'));
  cpSync(join(caseFolder, 'descriptors'), folder, { recursive: true });
  for (const name of ['rules', 'catalogue-rules']) {
    cpSync(join(caseFolder, name), join(folder, name), { recursive: true });
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path));
  return folder;
}

/** Runs a case in this process, through `main`. */
export async function runInProcess(
  one: Omit<CliCase, 'name' | 'about' | 'exitCode'>,
  cwd: string,
): Promise<CliRun> {
  let stdout = '';
  let stderr = '';
  const terminal = one.terminal === undefined ? {} : { isTTY: true, columns: one.terminal };
  const exitCode = await main(one.args, {
    cwd: () => cwd,
    env: one.env ?? {},
    stdin: stdinOf(one, cwd),
    stdout: { ...terminal, write: (text) => (stdout += text) },
    stderr: { ...terminal, write: (text) => (stderr += text) },
  });
  return { exitCode, stdout, stderr };
}

async function* stdinOf(
  { stdin, vanishing = [], becomingFolders = [] }: Pick<CliCase, 'stdin' | 'vanishing' | 'becomingFolders'>,
  cwd: string,
): AsyncGenerator<Uint8Array> {
  if (stdin === undefined) throw new Error('The case has no standard input, so nobody may read it.');
  for (const path of [...vanishing, ...becomingFolders]) rmSync(join(cwd, path));
  for (const path of becomingFolders) mkdirSync(join(cwd, path));
  const bytes = new TextEncoder().encode(stdin);
  // In two parts, as pipes give it; the first may end within a character.
  yield bytes.subarray(0, bytes.length >> 1);
  yield bytes.subarray(bytes.length >> 1);
}

/** Runs the built program as a process; one that takes longer than ten seconds is killed and has no exit code. */
export function runAsProcess(one: Pick<CliCase, 'args' | 'env' | 'stdin'>, cwd: string): CliRun {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin/microcred.js'), ...one.args],
    {
      cwd,
      env: { PATH: process.env['PATH'], ...one.env },
      input: one.stdin ?? '',
      encoding: 'utf8',
      timeout: 10_000,
      maxBuffer: 500_000_000,
    },
  );
  return { exitCode: status, stdout, stderr };
}

/** An output without what differs from one machine or version to another. */
export function comparable(output: string, cwd: string): string {
  return output
    .replaceAll(cwd, '<folder>')
    .replaceAll(toolVersion, '<version>')
    .replace(/"ruleSetDigest": ?"[0-9a-f]{64}"/g, '"ruleSetDigest": "<digest>"')
    .replace(/(SHA-256 of the definitions `)[0-9a-f]{64}`/g, '$1<digest>`');
}

/** The codes that chalk writes for our styles. */
const colourCode = new RegExp(`${String.fromCharCode(27)}\\[\\d{1,2}m`, 'g');

/** A text without the codes for colour. */
export function withoutColour(output: string): string {
  return output.replace(colourCode, '');
}

/** A joiner between two pictures is part of a picture. */
const joinedPictures =
  /(\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)\u200d(?=\p{Extended_Pictographic})/gu;

/** What must never reach a terminal raw, as `U+…`: controls but for line ends, marks of direction, invisible marks, separators. */
export function rawCharacters(output: string, isColoured = false): string[] {
  const text = isColoured ? withoutColour(output) : output;
  const raw = text.replace(joinedPictures, '$1').match(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu) ?? [];
  return [...new Set(raw)].map((character) => `U+${character.codePointAt(0)?.toString(16).padStart(4, '0')}`);
}
