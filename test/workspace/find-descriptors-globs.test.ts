import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { find, found, reasons } from './searches.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('a glob', () => {
  const files = [
    'a/x.yaml',
    'a/b/x.yml',
    'a/b/y.json',
    'c/x.yaml',
    'c/x.txt',
    'd.yaml',
    '.h/x.yaml',
    'node_modules/x.yaml',
  ];

  it.each([
    ['*.yaml', ['d.yaml']],
    ['**/*.yaml', ['a/x.yaml', 'c/x.yaml', 'd.yaml']],
    ['./*/x.*', ['a/x.yaml', 'c/x.yaml']],
    ['{a,c}/x.yaml', ['a/x.yaml', 'c/x.yaml']],
    ['{a,c/no}/*.yaml', ['a/x.yaml']],
    ['a/**', ['a/b/x.yml', 'a/b/y.json', 'a/x.yaml']],
    ['?/?.yaml', ['a/x.yaml', 'c/x.yaml']],
    ['?/?/[!x].json', ['a/b/y.json']],
    ['@(a|c)/+(x).yaml', ['a/x.yaml', 'c/x.yaml']],
    ['!(a).yaml', ['d.yaml']],
    ['.h/*', ['.h/x.yaml']],
    ['.*/*.yaml', ['.h/x.yaml']],
    ['a/../c/*', ['c/x.yaml']],
  ])('%s', async (glob, expected) => {
    const cwd = temporaryFolder(...files);
    expect(await found(cwd, glob)).toEqual(expected);
    expect((await find(cwd, glob)).isCatalogue).toBe(true);
  });

  it('may be absolute, or lead out of the current folder', async () => {
    const cwd = temporaryFolder(...files);
    expect(await found(join(cwd, 'a'), join(cwd, 'a/*.yaml'), '../c/*')).toEqual([
      join(cwd, 'c/x.yaml'),
      'x.yaml',
    ]);
  });

  it('works below a folder with a name of several lines', async () => {
    const cwd = join(temporaryFolder('a\nb/c\rd/x.yaml', 'a\nb/y.yaml'), 'a\nb');
    expect(await found(cwd, '**/*.yaml')).toEqual(['c\rd/x.yaml', 'y.yaml']);
    expect(await found(cwd, 'c\rd/?.yaml', `${cwd}/*.yaml`)).toEqual(['c\rd/x.yaml', 'y.yaml']);
  });

  it('begins with folders under their very names', async () => {
    const cwd = temporaryFolder('2024 (draft)/[1]/a.yaml', '2024 (draft)/b.yaml');
    expect(await found(cwd, '2024 (draft)/**/*.yaml')).toEqual([
      '2024 (draft)/[1]/a.yaml',
      '2024 (draft)/b.yaml',
    ]);
    expect(await found(cwd, '2024 (draft)/[1]/?.yaml')).toEqual(['2024 (draft)/[1]/a.yaml']);
  });
});

describe('a path after !', () => {
  const files = ['a/x.yaml', 'a/draft-1.yaml', 'b/draft-2.yaml', 'b/(old)/y.yaml', 'c.yaml'];

  it.each([
    [
      ['.', '!a'],
      ['b/(old)/y.yaml', 'b/draft-2.yaml', 'c.yaml'],
    ],
    [['.', '!a/', '!./b/'], ['c.yaml']],
    [
      ['**/*.yaml', '!**/draft-*'],
      ['a/x.yaml', 'b/(old)/y.yaml', 'c.yaml'],
    ],
    [['!b/(old)', 'b'], ['b/draft-2.yaml']],
    [
      ['.', '!?/d*'],
      ['a/x.yaml', 'b/(old)/y.yaml', 'c.yaml'],
    ],
    [
      ['.', '!nothing/of/the/kind'],
      ['a/draft-1.yaml', 'a/x.yaml', 'b/(old)/y.yaml', 'b/draft-2.yaml', 'c.yaml'],
    ],
  ])('leaves out what folders and globs find there: %j', async (paths, expected) => {
    expect(await found(temporaryFolder(...files), ...paths)).toEqual(expected);
  });

  it('leaves a file named outright alone', async () => {
    expect(await found(temporaryFolder(...files), 'a', 'a/x.yaml', '!a/*')).toEqual(['a/x.yaml *']);
  });

  it('may be absolute', async () => {
    const cwd = temporaryFolder(...files);
    expect(await found(cwd, '.', `!${cwd}/b`, `!${cwd}/a/*`)).toEqual(['c.yaml']);
  });

  it('must not take everything, stand alone or be empty', async () => {
    const cwd = temporaryFolder(...files);
    expect(await reasons(cwd, 'a', 'b', '!a')).toEqual([
      'a: all that it finds is left out by the paths that begin with !',
    ]);
    expect(await reasons(cwd, '!a')).toEqual([
      '!a: it only leaves files out, so name what is to be checked as well',
    ]);
    expect(await reasons(cwd, 'a', '!')).toEqual(['!: a name or a glob has to follow the !']);
  });
});
