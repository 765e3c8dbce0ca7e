import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDescriptors } from '../../src/workspace/find-descriptors.ts';
import { link, temporaryFolder, write } from './temporary-folder.ts';

async function found(cwd: string, ...paths: readonly string[]): Promise<readonly string[]> {
  const { files } = await findDescriptors({ cwd, paths });
  return files.map(({ path }) => path);
}

async function ignored(
  cwd: string,
  ...paths: readonly string[]
): Promise<readonly [files: number, folders: number]> {
  const search = await findDescriptors({ cwd, paths });
  return [search.ignored, search.ignoredFolders];
}

/** Ignore files with their lines, and which of the files of the first list git would then leave. */
const cases: Record<string, { files: string[]; ignore: Record<string, string[]>; left: string[] }> = {
  'a name holds at any depth, a path only from its own folder': {
    files: ['x.yaml', 'a/x.yaml', 'a/y.yaml', 'b/a/y.yaml', 'z.yaml', 'a/z.yaml'],
    ignore: { '.gitignore': ['x.yaml', 'a/y.yaml', '/z.yaml'] },
    left: ['a/z.yaml', 'b/a/y.yaml'],
  },
  'a slash at the end means folders only': {
    files: ['build/x.yaml', 'a/build/x.yaml', 'b/build.yaml/x.yaml', 'c/build.yaml'],
    ignore: { '.gitignore': ['build/', 'build.yaml/'] },
    left: ['c/build.yaml'],
  },
  'the last rule that matches counts': {
    files: ['a.yaml', 'b.yaml', 'c.yaml'],
    ignore: { '.gitignore': ['*.yaml', '!a.yaml', '!b.yaml', 'b.yaml'] },
    left: ['a.yaml'],
  },
  'nothing in a folder that is left out comes back': {
    files: ['a/x.yaml', 'b/x.yaml'],
    ignore: { '.gitignore': ['a/', '!a/x.yaml', 'b/*', '!b/x.yaml'], 'a/.gitignore': ['!x.yaml'] },
    left: ['b/x.yaml'],
  },
  'an inner file counts for more than an outer one': {
    files: ['x.yaml', 'a/x.yaml', 'a/b/x.yaml', 'a/b/y.yaml'],
    ignore: { '.gitignore': ['x.yaml'], 'a/.gitignore': ['!x.yaml'], 'a/b/.gitignore': ['y.yaml'] },
    left: ['a/b/x.yaml', 'a/x.yaml'],
  },
  'an inner file brings back a folder with what is in it': {
    files: ['a/build/x.yaml', 'build/x.yaml'],
    ignore: { '.gitignore': ['build'], 'a/.gitignore': ['!build'] },
    left: ['a/build/x.yaml'],
  },
  'an inner file is anchored where it lies': {
    files: ['a/b/x.yaml', 'a/x.yaml', 'x.yaml', 'b/x.yaml'],
    ignore: { 'a/.gitignore': ['/x.yaml', 'b/*.yaml'] },
    left: ['b/x.yaml', 'x.yaml'],
  },
  'stars, double stars, classes and escapes': {
    files: ['a1.yaml', 'a2.yaml', 'b/c/d.yaml', 'b/d.yaml', '#e.yaml', '!f.yaml', 'g/h/i/j.yaml'],
    ignore: { '.gitignore': ['a[!2]*', 'b/**/d.yaml', '\\#e.yaml', '\\!f.yaml', 'g/**'] },
    left: ['a2.yaml'],
  },
  'comments, blank lines, a BOM, CR LF and spaces at the end': {
    files: ['#a.yaml', 'b.yaml', 'c.yaml', 'd.yaml'],
    ignore: { '.gitignore': ['\uFEFFb.yaml\r', '#a.yaml', '', '   ', '!', '/', 'c.yaml  \r', ' d.yaml'] },
    left: ['#a.yaml', 'd.yaml'],
  },
  'letter case counts': { files: ['a.yaml', 'A.yaml'], ignore: { '.gitignore': ['A.*'] }, left: ['a.yaml'] },
  'folders whose names look like patterns': {
    files: ['[x]/a.yaml', 'x/a.yaml', '*/b.yaml', 'y/b.yaml', '!z/c.yaml', 'q?/d e/f.yaml', 'h\\i/g.yaml'],
    ignore: {
      '[x]/.gitignore': ['a.yaml'],
      '*/.gitignore': ['/b.yaml'],
      '!z/.gitignore': ['c.yaml'],
      'q?/.gitignore': ['d e/*'],
      'h\\i/.gitignore': ['g.*'],
    },
    left: ['x/a.yaml', 'y/b.yaml'],
  },
};

describe('.gitignore and .microcredignore', () => {
  it.each(Object.entries(cases))('%s', async (_, { files, ignore, left }) => {
    for (const name of ['.gitignore', '.microcredignore']) {
      const cwd = temporaryFolder(...files);
      for (const [file, lines] of Object.entries(ignore))
        write(cwd, file.replace('.gitignore', name), ...lines);
      expect(await found(cwd, '.')).toEqual([...left].sort());
      expect(await found(cwd, '**')).toEqual([...left].sort());
    }
  });

  it('go together: the one for us has the last word', async () => {
    const cwd = temporaryFolder('a.yaml', 'b.yaml', 'c.yaml');
    write(cwd, '.gitignore', 'a.yaml', 'b.yaml');
    write(cwd, '.microcredignore', '!b.yaml', 'c.yaml');
    expect(await found(cwd, '.')).toEqual(['b.yaml']);
  });

  it('hold from the root of the repository down, wherever the search begins', async () => {
    const root = temporaryFolder('a/b/x.yaml', 'a/b/y.yaml', 'a/b/z.yaml');
    write(root, '.gitignore', '/a/b/x.yaml', 'y.yaml');
    expect(await found(join(root, 'a'), '.')).toEqual(['b/z.yaml']);
    expect(await found(join(root, 'a'), 'b')).toEqual(['b/z.yaml']);
    expect(await found(join(root, 'a/b'), '*.yaml')).toEqual(['z.yaml']);
    expect(await found('/', join(root, 'a'))).toEqual([join(root, 'a/b/z.yaml').slice(1)]);
  });

  it('end at a repository within the repository, which has its own', async () => {
    const root = temporaryFolder('a.yaml', 'inner/a.yaml', 'inner/b.yaml', 'tree/a.yaml', 'out/a.yaml');
    mkdirSync(join(root, 'inner/.git'));
    mkdirSync(join(root, 'out/.git'));
    write(root, 'tree/.git', 'gitdir: elsewhere');
    write(root, '.gitignore', 'a.yaml', 'out');
    write(root, 'inner/.gitignore', 'b.yaml');
    expect(await found(root, '.')).toEqual(['inner/a.yaml', 'tree/a.yaml']);
    expect(await found(root, 'inner')).toEqual(['inner/a.yaml']);
  });

  it('hold outside a repository from the current or the searched folder down', async () => {
    const root = temporaryFolder('cwd/specs/a.yaml', 'cwd/specs/b.yaml', 'other/a.yaml', 'other/b.yaml');
    rmSync(join(root, '.git'), { recursive: true });
    write(root, '.gitignore', '*');
    write(root, 'cwd/.microcredignore', 'a.yaml');
    write(root, 'other/.gitignore', 'b.yaml');
    const cwd = join(root, 'cwd');
    expect(await found(cwd, 'specs')).toEqual(['specs/b.yaml']);
    expect(await found(cwd, '../other')).toEqual([join(root, 'other/a.yaml')]);
  });

  it('are no part of the way to a file that lies behind a link', async () => {
    const elsewhere = temporaryFolder('a.yaml', 'b.yaml', 'c.yaml');
    const cwd = temporaryFolder();
    link(cwd, 'linked', elsewhere);
    write(cwd, '.gitignore', 'a.yaml');
    write(elsewhere, '.gitignore', 'b.yaml');
    rmSync(join(elsewhere, '.git'), { recursive: true });
    expect(await found(cwd, '.')).toEqual(['linked/c.yaml']);
    write(cwd, '.gitignore', 'linked/');
    expect(await found(cwd, '.')).toEqual([]);
  });

  it('that are links are not followed, as git does it', async () => {
    const cwd = temporaryFolder('a.yaml');
    write(cwd, 'rules', 'a.yaml');
    link(cwd, '.gitignore', 'rules');
    expect(await found(cwd, '.')).toEqual(['a.yaml']);
  });

  it('that are too large are not read, and said not to be', async () => {
    const cwd = temporaryFolder('a.yaml');
    writeFileSync(join(cwd, '.gitignore'), 'a.yaml\n'.repeat(200_000));
    const { files, unreadable } = await findDescriptors({ cwd, paths: ['.'] });
    expect(files).toHaveLength(1);
    expect(unreadable).toEqual([
      { path: '.gitignore', reason: 'it has more than 1000000 bytes, so its rules were not read' },
    ]);
  });
});

describe('what ignore files leave out', () => {
  it('is counted: files one by one, folders as a whole', async () => {
    const cwd = temporaryFolder(
      'a.yaml',
      'b.yaml',
      'c.txt',
      'out/d.yaml',
      'out/e.yaml',
      'in/out/f.yaml',
      'g.yaml',
    );
    write(cwd, '.gitignore', 'a.yaml', 'b.yaml', 'c.txt', 'out');
    expect(await ignored(cwd, '.')).toEqual([2, 2]);
    expect(await ignored(cwd, '.', './', 'in')).toEqual([2, 2]);
    expect(await ignored(cwd, '.', 'a.yaml')).toEqual([1, 2]);
    expect(await ignored(cwd, '[ag].yaml')).toEqual([1, 0]);
    expect(await ignored(cwd, '[ag].yaml', 'o*/*')).toEqual([1, 1]);
  });

  it('explains why nothing is found', async () => {
    const cwd = temporaryFolder(
      'a/x.yaml',
      'a/y.json',
      'a/b/z.yaml',
      'c/x.yaml',
      'a/n.txt',
      'd/x.yaml',
      'd/y.yaml',
    );
    write(cwd, '.gitignore', '/a/', 'c/x.yaml', 'd/x.yaml');
    write(cwd, 'd/.microcredignore', 'y.*');
    const { unmatched } = await findDescriptors({ cwd, paths: ['a', 'c', 'd', 'a/*.yaml', 'a/[xy].*'] });
    expect(unmatched.map(({ pattern, reason }) => `${pattern}: ${reason}`)).toEqual([
      'a: all 3 .yaml, .yml and .json files in it are ignored by .gitignore',
      'c: the only .yaml, .yml or .json file in it is ignored by .gitignore',
      'd: all 2 .yaml, .yml and .json files in it are ignored by .gitignore and .microcredignore',
      'a/*.yaml: the only .yaml, .yml or .json file matching it is ignored by .gitignore',
      'a/[xy].*: all 2 .yaml, .yml and .json files matching it are ignored by .gitignore',
    ]);
  });
});
