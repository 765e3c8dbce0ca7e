import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of its own for a test, with a `.git` in it, so that nothing above it plays a part; gone after the test. */
export function temporaryFolder(...files: readonly string[]): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'microcred-find-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, '.git'));
  for (const file of files) write(folder, file);
  return folder;
}

/** Writes a file with the folders it lies in. */
export function write(folder: string, file: string, ...lines: readonly string[]): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), lines.map((line) => `${line}\n`).join(''));
}

/** Makes a symbolic link with the folders it lies in; the target is meant from the link's own folder. */
export function link(folder: string, path: string, target: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  symlinkSync(target, join(folder, path));
}
