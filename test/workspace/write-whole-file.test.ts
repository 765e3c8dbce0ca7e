import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWholeFile } from '../../src/workspace/write-whole-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

function* breaking(...pieces: string[]): Generator<string> {
  yield* pieces;
  throw new Error('The report could not be made.');
}

describe('a file that is written as a whole', () => {
  it('holds all pieces, and nothing lies beside it', () => {
    const folder = temporaryFolder();
    writeWholeFile(join(folder, 'report.txt'), ['a', 'é', '\u{1f600}']);
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toBe('aé\u{1f600}');
    expect(readdirSync(folder)).toEqual(['.git', 'report.txt']);
  });

  it('replaces a longer one', () => {
    const file = join(temporaryFolder(), 'report.txt');
    writeFileSync(file, 'something long');
    writeWholeFile(file, ['short']);
    expect(readFileSync(file, 'utf8')).toBe('short');
  });

  it('leaves the old one when the pieces break off, and no remains', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'report.txt');
    writeFileSync(file, 'old');
    expect(() => writeWholeFile(file, breaking('new'))).toThrow('could not be made');
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['.git', 'report.txt']);
  });

  it('keeps who may read it', () => {
    const file = join(temporaryFolder(), 'report.txt');
    writeFileSync(file, 'old');
    chmodSync(file, 0o640);
    writeWholeFile(file, ['new']);
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it('follows a link to the file that it stands for', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real', 'report.txt'), 'old');
    symlinkSync(join('real', 'report.txt'), join(folder, 'link.txt'));
    writeWholeFile(join(folder, 'link.txt'), ['new']);
    expect(readFileSync(join(folder, 'real', 'report.txt'), 'utf8')).toBe('new');
    expect(readlinkSync(join(folder, 'link.txt'))).toBe(join('real', 'report.txt'));
  });

  it('follows a link to a file that is not there yet', () => {
    const folder = temporaryFolder();
    symlinkSync('later.txt', join(folder, 'link.txt'));
    writeWholeFile(join(folder, 'link.txt'), ['new']);
    expect(readFileSync(join(folder, 'later.txt'), 'utf8')).toBe('new');
    expect(lstatSync(join(folder, 'link.txt')).isSymbolicLink()).toBe(true);
  });

  it('may have a name as long as names can be', () => {
    const file = join(temporaryFolder(), `${'n'.repeat(251)}.txt`);
    writeWholeFile(file, ['new']);
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  it('is no device that would be replaced', () => {
    writeWholeFile('/dev/null', ['gone']);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('is written through a pipe as it is', () => {
    const folder = temporaryFolder();
    const pipe = join(folder, 'pipe');
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    const reader = spawnSync('sh', ['-c', `cat "$0" > "$1" & echo $!`, pipe, join(folder, 'copy')], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    expect(reader.status).toBe(0);
    writeWholeFile(pipe, ['through ', 'the pipe']);
    expect(statSync(pipe).isFIFO()).toBe(true);
    spawnSync('sh', ['-c', 'while kill -0 "$0" 2> /dev/null; do sleep 0.01; done', reader.stdout.trim()]);
    expect(readFileSync(join(folder, 'copy'), 'utf8')).toBe('through the pipe');
  });

  it.each([
    ['a folder', 'folder', 'EISDIR'],
    ['in a folder that is not there', join('missing', 'report.txt'), 'ENOENT'],
    ['below a file', join('file', 'report.txt'), 'ENOTDIR'],
  ])('cannot be %s', (_what, name, code) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'folder'));
    writeFileSync(join(folder, 'file'), '');
    expect(() => writeWholeFile(join(folder, name), ['new'])).toThrow(expect.objectContaining({ code }));
    expect(existsSync(join(folder, 'missing'))).toBe(false);
  });
});
