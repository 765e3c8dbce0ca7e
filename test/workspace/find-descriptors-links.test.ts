import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDescriptors } from '../../src/workspace/find-descriptors.ts';
import { link, temporaryFolder, write } from './temporary-folder.ts';

async function found(cwd: string, ...paths: readonly string[]): Promise<readonly string[]> {
  const { files, unreadable } = await findDescriptors({ cwd, paths });
  expect(unreadable).toEqual([]);
  return files.map(({ path }) => path);
}

async function unreadable(cwd: string, ...paths: readonly string[]): Promise<readonly string[]> {
  const search = await findDescriptors({ cwd, paths });
  return search.unreadable.map(({ path, reason }) => `${path}: ${reason}`);
}

describe('a file that can be reached in several ways', () => {
  it.each([
    [['a/x.yaml', './a/x.yaml', 'a//x.yaml', 'a/../a/x.yaml']],
    [['a', './a', 'a/', '.', 'a/x.yaml']],
    [['.', 'a/*.yaml', '**/x.yaml']],
    [['link.yaml', 'a']],
  ])('is given once: %j', async (paths) => {
    const cwd = temporaryFolder('a/x.yaml');
    link(cwd, 'link.yaml', 'a/x.yaml');
    expect(await found(cwd, ...paths)).toHaveLength(1);
  });

  it('has the name by which it was asked for, else one without links, else the one that sorts first', async () => {
    const cwd = temporaryFolder('m/x.yaml');
    link(cwd, 'a.yaml', 'm/x.yaml');
    link(cwd, 'b.yaml', 'm/x.yaml');
    link(cwd, 'current', 'm');
    expect(await found(cwd, '.')).toEqual(['m/x.yaml']);
    expect(await found(cwd, 'b.yaml', '.')).toEqual(['b.yaml']);
    expect(await found(cwd, 'b.yaml', 'a.yaml')).toEqual(['a.yaml']);
    expect(await found(cwd, '[ab].yaml', 'current')).toEqual(['a.yaml']);
    expect(await found(cwd, 'current/x.yaml', 'm/x.yaml')).toEqual(['m/x.yaml']);
  });

  it('is counted as ignored only if no way leads to it', async () => {
    const cwd = temporaryFolder('drafts/a.yaml', 'drafts/b.yaml');
    link(cwd, 'chosen.yaml', 'drafts/a.yaml');
    write(cwd, '.gitignore', 'drafts/*');
    const { files, ignored } = await findDescriptors({ cwd, paths: ['.', 'drafts', '**/*.yaml'] });
    expect([files.map(({ path }) => path), ignored]).toEqual([['chosen.yaml'], 1]);
  });
});

describe('a symbolic link', () => {
  it('is followed to files and folders, inside and outside', async () => {
    const elsewhere = temporaryFolder('deep/y.yaml', 'z.json');
    const cwd = temporaryFolder('store/1.yaml');
    link(cwd, 'linked', elsewhere);
    link(cwd, 'specs/one.yaml', '../store/1.yaml');
    expect(await found(cwd, '.')).toEqual(['linked/deep/y.yaml', 'linked/z.json', 'store/1.yaml']);
    expect(await found(cwd, 'specs', 'linked/deep')).toEqual(['linked/deep/y.yaml', 'specs/one.yaml']);
    expect(await found(cwd, 'lin*/**/*.yaml', 'specs/*')).toEqual(['linked/deep/y.yaml', 'specs/one.yaml']);
  });

  it('counts by its own name, not by that of what it leads to', async () => {
    const cwd = temporaryFolder('store/abc', 'store/x.yaml');
    link(cwd, 'specs/a.yaml', '../store/abc');
    link(cwd, 'specs/b', '../store/x.yaml');
    expect(await found(cwd, 'specs')).toEqual(['specs/a.yaml']);
  });

  it('leads to a match of a glob under the very path that the glob describes', async () => {
    const cwd = temporaryFolder('store/v1/a.yaml', 'store/v2/b.yaml');
    link(cwd, 'x/current', '../store/v1');
    link(cwd, 'y/current', '../store/v1');
    link(cwd, 'y/next', '../store/v2');
    expect(await found(cwd, '*/current/*.yaml')).toEqual(['x/current/a.yaml']);
    expect(await found(cwd, '**/y/*/*.yaml')).toEqual(['y/current/a.yaml', 'y/next/b.yaml']);
  });

  it.each(['.', '**/*.yaml'])('may lead round in a circle: %s', async (path) => {
    const cwd = temporaryFolder('a/x.yaml', 'b/y.yaml');
    link(cwd, 'a/self', '.');
    link(cwd, 'a/up', '..');
    link(cwd, 'a/b', '../b');
    link(cwd, 'b/a', '../a');
    expect(await found(cwd, path)).toEqual(['a/x.yaml', 'b/y.yaml']);
  });

  it('may be one of many that make more ways than anybody can walk', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `d${index}`);
    const cwd = temporaryFolder(...names.map((name) => `${name}/${name}.yaml`));
    for (const from of names) for (const to of names) link(cwd, `${from}/to-${to}`, `../${to}`);
    expect(await found(cwd, '.')).toHaveLength(12);
  });

  it('is not followed to a folder above the searched one, and that is said', async () => {
    const cwd = temporaryFolder('specs/a.yaml', 'b.yaml');
    link(cwd, 'specs/up', '..');
    link(cwd, 'specs/root', '/');
    const reason = 'it is a link to a folder above the searched one, so it was not followed';
    expect(await unreadable(cwd, 'specs')).toEqual([`specs/root: ${reason}`, `specs/up: ${reason}`]);
    expect(await unreadable(cwd, '.')).toEqual([`specs/root: ${reason}`]);
    expect(await unreadable(cwd, 'specs/*.yaml', 'specs/a*/*')).toEqual([]);
  });

  it('that leads nowhere is told, unless it is ignored or no glob means it', async () => {
    const cwd = temporaryFolder('a.yaml');
    link(cwd, 'b.yaml', 'gone.yaml');
    link(cwd, 'c', 'c');
    link(cwd, 'specs', '../gone');
    link(cwd, '.lock', 'somebody@host');
    link(cwd, 'ignored', 'gone');
    write(cwd, '.gitignore', 'ignored');
    expect(await unreadable(cwd, '.')).toEqual([
      'b.yaml: it is a link that points to nothing',
      'c: its symbolic links lead round in a circle',
      'specs: it is a link that points to nothing',
    ]);
    expect(await unreadable(cwd, '*.yaml')).toEqual(['b.yaml: it is a link that points to nothing']);
    expect(await unreadable(cwd, '.', '!b.yaml', '!c', '!specs')).toEqual([]);
  });

  it('that leads nowhere is no file either if it is named', async () => {
    const cwd = temporaryFolder('a.yaml');
    link(cwd, 'b.yaml', 'gone.yaml');
    link(cwd, 'c.yaml', 'c.yaml');
    const { unmatched } = await findDescriptors({ cwd, paths: ['b.yaml', 'c.yaml'] });
    expect(unmatched.map(({ reason }) => reason)).toEqual([
      'it is a link that points to nothing',
      'its symbolic links lead round in a circle',
    ]);
  });

  it('may lead to something that is no file', async () => {
    const cwd = temporaryFolder('a.yaml');
    link(cwd, 'b.yaml', '/dev/null');
    link(cwd, 'c.txt', '/dev/null');
    expect(await unreadable(cwd, '.')).toEqual(['b.yaml: it is not a regular file']);
  });

  it('may be the current folder itself', async () => {
    const folder = temporaryFolder('real/a.yaml');
    link(folder, 'cwd', 'real');
    expect(await found(join(folder, 'cwd'), '.', 'a.yaml')).toEqual(['a.yaml']);
    rmSync(join(folder, 'real/a.yaml'));
    write(folder, 'real/b.yaml');
    expect(await found(join(folder, 'cwd'), '*.yaml')).toEqual(['b.yaml']);
  });
});
