import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { find, found, reasons } from './searches.ts';
import { temporaryFolder, write } from './temporary-folder.ts';

describe('a file named outright', () => {
  it('is taken whatever its ending and even if ignored', async () => {
    const cwd = temporaryFolder('a.yaml', 'notes.txt', '.hidden');
    write(cwd, '.gitignore', '*');
    expect(await found(cwd, 'notes.txt', 'a.yaml', '.hidden')).toEqual([
      '.hidden *',
      'a.yaml *',
      'notes.txt *',
    ]);
    expect((await find(cwd, 'a.yaml')).ignored).toBe(0);
  });

  it('is told with both its paths, and makes no catalogue', async () => {
    const cwd = temporaryFolder('specs/a.yaml');
    expect(await find(cwd, 'specs/../specs/a.yaml')).toEqual({
      files: [{ path: 'specs/a.yaml', file: join(cwd, 'specs/a.yaml'), isNamed: true }],
      unmatched: [],
      ignored: 0,
      ignoredFolders: 0,
      unreadable: [],
      isCatalogue: false,
    });
  });

  it('is printed with its absolute path outside the current folder, and only there', async () => {
    const cwd = temporaryFolder('in/a.yaml', 'in..side/c.yaml', 'inside/b.yaml');
    expect(await found(join(cwd, 'in'), '../inside/b.yaml', join(cwd, 'in/a.yaml'))).toEqual([
      join(cwd, 'inside/b.yaml *'),
      'a.yaml *',
    ]);
    expect(await found(cwd, 'in..side/c.yaml')).toEqual(['in..side/c.yaml *']);
  });

  it.each([
    'a[1].yaml',
    'spec (draft).yaml',
    'a*.yaml',
    '{a,b}.yaml',
    '!a.yaml',
    '-a.yaml',
    'a\\b.yaml',
    'a\nb.yaml',
    '\u001b[31m.yaml',
    '(a|b).yaml',
  ])('is never read as a glob: %j', async (name) => {
    const cwd = temporaryFolder(name, 'a1.yaml', 'a.yaml');
    expect(await found(cwd, name)).toEqual([`${name} *`]);
  });

  it('may be the standard input, once', async () => {
    const cwd = temporaryFolder('a.yaml', '+.yaml');
    const { files, isCatalogue } = await find(cwd, '-', 'a.yaml', '+.yaml', '-');
    expect(files.map(({ path }) => path)).toEqual(['+.yaml', '-', 'a.yaml']);
    expect(files[1]).toEqual({ path: '-', file: '-', isNamed: true });
    expect(isCatalogue).toBe(false);
  });
});

describe('a folder', () => {
  it('gives its .yaml, .yml and .json files in any letter case, with all folders below', async () => {
    const cwd = temporaryFolder('b/c/d.yml', 'a.YAML', 'b/e.Json', 'b/notes.txt', 'b/yaml', 'b/x.yaml.bak');
    expect(await found(cwd, '.')).toEqual(['a.YAML', 'b/c/d.yml', 'b/e.Json']);
    expect((await find(cwd, 'b/')).isCatalogue).toBe(true);
  });

  it('keeps hidden names, node_modules and .git to itself, unless it is itself named', async () => {
    const cwd = temporaryFolder(
      '.a.yaml',
      '.git/b.yaml',
      '.github/c.yaml',
      'node_modules/d/e.yaml',
      'f/node_modules/g.yaml',
      'h.yaml',
    );
    expect(await found(cwd, '.')).toEqual(['h.yaml']);
    expect(await found(cwd, '.github', 'node_modules/d')).toEqual([
      '.github/c.yaml',
      'node_modules/d/e.yaml',
    ]);
  });

  it('that is called like a glob is still a folder', async () => {
    const cwd = temporaryFolder('2024 [old] (draft)/a.yaml', '*/b.yaml');
    expect(await found(cwd, '2024 [old] (draft)', '*')).toEqual(['*/b.yaml', '2024 [old] (draft)/a.yaml']);
  });

  it('gives hostile names as they are', async () => {
    const names = [
      `${'n'.repeat(250)}.yaml`,
      'a\nb.yaml',
      '-rf.yaml',
      '\u001b[2J.yaml',
      '‮.yaml',
      '__proto__/constructor.yaml',
    ];
    const cwd = temporaryFolder(...names);
    expect(await found(cwd, '.')).toEqual([...names].sort());
    expect(await found(cwd, '**/*.yaml')).toEqual([...names].sort());
  });

  it('tells of a name that is not UTF-8, which cannot be opened', async () => {
    const cwd = temporaryFolder('a.yaml', 'b/\uFFFD.yaml');
    const notUtf8 = (ending: string) =>
      Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from([0xff]), Buffer.from(ending)]);
    writeFileSync(notUtf8('.yaml'), '');
    writeFileSync(notUtf8('.txt'), '');
    mkdirSync(notUtf8('-folder'));
    const reason = 'its name is not written in UTF-8, so it cannot be opened';
    const { files, unreadable } = await find(cwd, '.');
    expect(files.map(({ path }) => path)).toEqual(['a.yaml', 'b/\uFFFD.yaml']);
    expect(unreadable).toEqual([
      { path: '\uFFFD-folder', reason },
      { path: '\uFFFD.yaml', reason },
    ]);
  });

  it('sorts by code units, not by locale', async () => {
    const cwd = temporaryFolder(
      'b.yaml',
      'B.yaml',
      'ä.yaml',
      'a/z.yaml',
      'a.yaml',
      'a-b.yaml',
      'Z.yaml',
      '10.yaml',
      '9.yaml',
    );
    expect(await found(cwd, '.')).toEqual([
      '10.yaml',
      '9.yaml',
      'B.yaml',
      'Z.yaml',
      'a-b.yaml',
      'a.yaml',
      'a/z.yaml',
      'b.yaml',
      'ä.yaml',
    ]);
  });
});

describe('what is not a regular file', () => {
  it('is never opened, so that a pipe without a writer holds nothing up', async () => {
    const cwd = temporaryFolder('a.yaml');
    execFileSync('mkfifo', [join(cwd, 'pipe.yaml'), join(cwd, 'pipe.txt')]);
    const { files, unreadable } = await find(cwd, '.');
    expect(files.map(({ path }) => path)).toEqual(['a.yaml']);
    expect(unreadable).toEqual([{ path: 'pipe.yaml', reason: 'it is not a regular file' }]);
    expect(await reasons(cwd, 'pipe.yaml')).toEqual([
      'pipe.yaml: it is a pipe, so feed it to the standard input and write - instead',
    ]);
    expect(await reasons(cwd, 'p*.yaml')).toEqual(['p*.yaml: no file that can be read matches it']);
  });

  it('may be a socket or a device', async () => {
    const cwd = temporaryFolder('a.yaml');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(cwd, 's.json'), resolve));
    onTestFinished(() => void server.close());
    expect((await find(cwd, '.')).unreadable).toEqual([
      { path: 's.json', reason: 'it is not a regular file' },
    ]);
    expect(await reasons(cwd, 's.json', '/dev/null')).toEqual([
      's.json: it is not a regular file',
      '/dev/null: it is not a regular file',
    ]);
  });

  it('may be an ignore file, which then says nothing', async () => {
    const cwd = temporaryFolder('a.yaml', 'b/c.yaml');
    execFileSync('mkfifo', [join(cwd, '.gitignore'), join(cwd, 'b/.microcredignore')]);
    mkdirSync(join(cwd, '.microcredignore'));
    expect(await found(cwd, '.')).toEqual(['a.yaml', 'b/c.yaml']);
  });
});

describe('the current folder', () => {
  it('may be the root of the disk', async () => {
    const folder = temporaryFolder('a.yaml');
    expect(await found('/', folder)).toEqual([join(folder, 'a.yaml').slice(1)]);
  });

  it('may have vanished', async () => {
    const cwd = temporaryFolder();
    rmSync(cwd, { recursive: true });
    expect(await reasons(cwd, '.')).toEqual(['.: no such file or folder']);
  });
});
