import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Changes, type ChangesRequest, changedFiles } from '../../src/workspace/changed-files.ts';
import { findDescriptors } from '../../src/workspace/find-descriptors.ts';
import { meantFiles } from '../../src/workspace/meant-files.ts';
import { type Files, repositoryIn, scratchRepository } from './scratch-repository.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function changesIn(
  cwd: string,
  kind: 'changed' | 'staged' = 'changed',
  ...paths: readonly string[]
): Promise<Changes> {
  const request: ChangesRequest = {
    cwd,
    paths: paths.length === 0 ? ['.'] : paths,
    changes: { kind },
    restsOn: [],
  };
  return await changedFiles(request, await findDescriptors(request));
}

async function changedIn(
  cwd: string,
  kind?: 'changed' | 'staged',
  ...paths: readonly string[]
): Promise<string[]> {
  return [...(await changesIn(cwd, kind, ...paths)).changed].sort();
}

const text = (content: Uint8Array | undefined): string => Buffer.from(content ?? []).toString('utf8');

describe('names', () => {
  const names = [
    'with spaces and  more.yaml',
    'with\nnew line.yaml',
    'with\ttab.yaml',
    `"quoted" 'twice'.yaml`,
    '-leading-dash.yaml',
    ':(glob)*.yaml',
    ':!magic.yaml',
    'back\\slash.yaml',
    'composed-\u00e9.yaml',
    'decomposed-e\u0301.yaml',
    '\u202eright-to-left.yaml',
    'emoji-🧵.yaml',
    '$(touch pwned).yaml',
    'a -> b.yaml',
    'folder with space/inside.yaml',
  ];

  it.each(names)('are taken as they are: %j', async (name) => {
    const { folder, write, git } = scratchRepository({ [name]: 'one\n', 'other.yaml': '' });
    expect(await changedIn(folder)).toEqual([]);
    write({ [name]: 'two\n' });
    expect(await changedIn(folder)).toEqual([name]);
    expect(await changedIn(folder, 'staged')).toEqual([]);
    git('add', '--all');
    write({ [name]: 'three\n' });
    const { changed, contents, before } = await changesIn(folder, 'staged');
    expect([...changed]).toEqual([name]);
    expect(text(contents.read(join(folder, name), 100))).toBe('two\n');
    expect(await before()).toEqual([{ path: name, text: 'one\n' }]);
    expect(existsSync(join(folder, 'pwned'))).toBe(false);
  });

  it('that are not UTF-8 do no harm', async () => {
    const { folder, git } = scratchRepository({ 'a.yaml': '' });
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/b`), Buffer.from([0xff]), Buffer.from('.yaml')]),
      'one\n',
    );
    const changes = await changesIn(folder);
    expect([...changes.changed]).toEqual([]);
    expect(changes.search.unreadable).toHaveLength(1);
    git('add', '--all');
    expect([...(await changesIn(folder, 'staged')).changed]).toEqual([]);
  });
});

describe('places', () => {
  it('are told from a sub-folder, and in the folders above it', async () => {
    const { folder, write } = scratchRepository({
      'sub/a.yaml': '',
      'sub/b.yaml': '',
      'c.yaml': '',
      'd.yaml': '',
    });
    write({ 'sub/a.yaml': 'x', 'c.yaml': 'x' });
    expect(await changedIn(join(folder, 'sub'))).toEqual(['a.yaml']);
    expect(await changedIn(join(folder, 'sub'), 'changed', '..')).toEqual(
      [join(folder, 'c.yaml'), 'a.yaml'].sort(),
    );
  });

  it('are told through a link to the repository', async () => {
    const { folder, write, git } = scratchRepository({ 'sub/a.yaml': 'one', 'sub/b.yaml': '' });
    const linked = join(dirname(folder), 'linked');
    symlinkSync(folder, linked);
    write({ 'sub/a.yaml': 'two' });
    expect(await changedIn(linked)).toEqual(['sub/a.yaml']);
    expect(await changedIn(join(linked, 'sub'))).toEqual(['a.yaml']);
    git('add', '--all');
    write({ 'sub/a.yaml': undefined });
    const { search, contents } = await changesIn(join(linked, 'sub'), 'staged');
    expect(search.files.map(({ path }) => path)).toEqual(['a.yaml', 'b.yaml']);
    expect(text(contents.read(join(linked, 'sub/a.yaml'), 100))).toBe('two');
  });

  it.each([
    ['what a link leads to', { 'shared/a.yaml': 'two' }],
    ['the link itself', { 'other/a.yaml': 'one' }],
  ])('behind links change with %s', async (what, files) => {
    const { folder, write, commit } = scratchRepository({
      '.microcredignore': '/shared\n/other\n',
      'shared/a.yaml': 'one',
    });
    write({ 'courses/b.yaml': '' });
    symlinkSync('../shared/a.yaml', join(folder, 'courses/a.yaml'));
    commit();
    expect(await changedIn(folder)).toEqual([]);
    write(files);
    if (what === 'the link itself') {
      rmSync(join(folder, 'courses/a.yaml'));
      symlinkSync('../other/a.yaml', join(folder, 'courses/a.yaml'));
    }
    expect(await changedIn(folder)).toEqual(['courses/a.yaml']);
  });

  it('change when a link to their folder is turned elsewhere', async () => {
    const { folder, commit } = scratchRepository({
      '.microcredignore': '/2025\n/2026\n',
      '2025/a.yaml': '',
      '2026/a.yaml': '',
    });
    symlinkSync('2025', join(folder, 'current'));
    commit();
    rmSync(join(folder, 'current'));
    symlinkSync('2026', join(folder, 'current'));
    expect(await changedIn(folder)).toEqual(['current/a.yaml']);
  });

  it('in a submodule change with its commit only', async () => {
    const part = scratchRepository({ 'a.yaml': 'one' });
    const { folder, git, commit } = scratchRepository({ 'b.yaml': '' });
    git('submodule', '--quiet', 'add', part.folder, 'part');
    commit();
    const within = repositoryIn(join(folder, 'part'));
    within.write({ 'a.yaml': 'two', 'new.yaml': '' });
    expect(await changedIn(folder)).toEqual([]);
    within.commit();
    expect(await changedIn(folder)).toEqual(['part/a.yaml', 'part/new.yaml']);
    expect(await changedIn(folder, 'staged')).toEqual([]);
    git('add', '--all');
    expect(await changedIn(folder, 'staged')).toEqual(['part/a.yaml', 'part/new.yaml']);
  });

  it('in a repository that nobody has added are new', async () => {
    const { folder } = scratchRepository({ 'b.yaml': '' });
    mkdirSync(join(folder, 'within'));
    const within = repositoryIn(join(folder, 'within'));
    within.git('init', '--quiet');
    within.commit({ 'a.yaml': '' });
    expect(await changedIn(folder)).toEqual(['within/a.yaml']);
    expect(await changedIn(folder, 'staged')).toEqual([]);
  });

  it('in another working tree of the repository are its own', async () => {
    const { folder, git } = scratchRepository({ 'a.yaml': '', 'b.yaml': '' });
    git('worktree', 'add', '--quiet', '-b', 'topic', '../estate-topic');
    const topic = repositoryIn(join(dirname(folder), 'estate-topic'));
    topic.write({ 'a.yaml': 'x' });
    expect(await changedIn(topic.folder)).toEqual(['a.yaml']);
    expect(await changedIn(folder)).toEqual([]);
  });
});

describe('what is staged', () => {
  it('is not what stands on the disk beside it', async () => {
    const { folder, write, git } = scratchRepository({ 'a.yaml': 'one', 'b.yaml': 'one', 'c.yaml': 'one' });
    write({ 'a.yaml': 'two' });
    git('rm', '--quiet', '--cached', 'b.yaml');
    const { search, contents, changed } = await changesIn(folder, 'staged');
    expect(search.files.map(({ path }) => path)).toEqual(['a.yaml', 'c.yaml']);
    expect([...changed]).toEqual([]);
    expect(text(contents.read(join(folder, 'a.yaml'), 100))).toBe('one');
    expect(contents.isBeside(join(folder, 'a.yaml'), 'b.yaml')).toBe(false);
    expect(contents.read(join(folder, 'a.yaml'), 2)).toBeUndefined();
    expect(await changedIn(folder, 'changed')).toEqual(['a.yaml', 'b.yaml']);
  });

  it('is what stands on the disk while a merge is not finished', async () => {
    const { folder, git, commit } = scratchRepository({ 'a.yaml': 'one\n' });
    git('checkout', '--quiet', '-b', 'topic');
    commit({ 'a.yaml': 'two\n' });
    git('checkout', '--quiet', 'main');
    commit({ 'a.yaml': 'three\n' });
    expect(() => git('merge', '--quiet', 'topic')).toThrow();
    const { changed, contents } = await changesIn(folder, 'staged');
    expect([...changed]).toEqual(['a.yaml']);
    expect(text(contents.read(join(folder, 'a.yaml'), 1000))).toContain('<<<<<<<');
  });
});

describe('git', () => {
  it('runs no program that a repository or its configuration names, and writes nothing', async () => {
    const { folder, write, git } = scratchRepository({
      'a.yaml': 'one\n',
      '.gitattributes': '*.yaml diff=evil\n',
    });
    const traces = mkdtempSync(join(dirname(folder), 'traces-'));
    const program = (name: string): string => {
      const file = join(traces, `${name}.sh`);
      writeFileSync(file, `#!/bin/sh\ntouch ${traces}/${name}.ran\ncat\n`);
      chmodSync(file, 0o755);
      return file;
    };
    const settings = {
      'core.fsmonitor': 'monitor',
      'diff.external': 'external',
      'diff.evil.textconv': 'textconv',
    };
    for (const [name, script] of Object.entries({ ...settings, 'core.pager': 'pager' })) {
      git('config', name, program(script));
    }
    mkdirSync(join(folder, '.git/hooks'), { recursive: true });
    symlinkSync(program('hook'), join(folder, '.git/hooks/post-index-change'));
    write({ 'a.yaml': 'two\n' });
    const index = readFileSync(join(folder, '.git/index'));
    expect(await changedIn(folder)).toEqual(['a.yaml']);
    expect(await changedIn(folder, 'staged')).toEqual([]);
    const ran = Object.values(settings).concat('pager', 'hook');
    expect(ran.filter((name) => existsSync(join(traces, `${name}.ran`)))).toEqual([]);
    expect(readFileSync(join(folder, '.git/index')).equals(index)).toBe(true);
  });

  it('may be set to look otherwise', async () => {
    const { folder, write, git } = scratchRepository({ 'a.yaml': 'one\n', 'sub/ü.yaml': 'one\n' });
    for (const setting of [
      'diff.relative=true',
      'diff.noprefix=true',
      'diff.renames=copies',
      'status.short=true',
      'status.branch=true',
      'status.showUntrackedFiles=no',
      'color.ui=always',
      'core.quotePath=true',
      'status.relativePaths=false',
    ]) {
      const [name = '', value = ''] = setting.split('=');
      git('config', name, value);
    }
    git('mv', 'a.yaml', 'b.yaml');
    write({ 'sub/ü.yaml': 'two\n', 'sub/new.yaml': '' });
    expect(await changedIn(join(folder, 'sub'))).toEqual(['new.yaml', 'ü.yaml']);
    expect(await changedIn(folder)).toEqual(['b.yaml', 'sub/new.yaml', 'sub/ü.yaml']);
    expect(await changedIn(folder, 'staged')).toEqual(['b.yaml']);
  });
});

describe('files that need not be there', () => {
  const files = [
    'a.yaml',
    'b.json',
    'c.txt',
    '.hidden.yaml',
    'courses/a.yaml',
    'courses/old/b.yml',
    'courses/.drafts/c.yaml',
    'node_modules/x/d.yaml',
    'kept/ignored.yaml',
    'kept/e.yaml',
    '2026 (draft)/f.yaml',
    'left/out/g.yaml',
  ];

  it.each<readonly string[]>([
    ['.'],
    ['courses'],
    ['courses/'],
    ['*.yaml'],
    ['**/*.yaml'],
    ['courses/.drafts'],
    ['courses/.drafts/*.yaml'],
    ['.hidden.yaml'],
    ['c.txt'],
    ['kept'],
    ['kept/ignored.yaml'],
    ['2026 (draft)/*.yaml'],
    ['{a,b}.*', 'left'],
    ['.', '!courses'],
    ['.', '!**/*.yml', '!a.yaml'],
    ['a.yaml', '!a.yaml'],
  ])('are meant by what would find them: %j', async (...paths) => {
    const cwd = temporaryFolder(...files);
    writeFileSync(join(cwd, '.microcredignore'), 'ignored.yaml\n/left/out\n');
    const found = (await findDescriptors({ cwd, paths })).files.map(({ file }) => file);
    const meant = await meantFiles(
      files.map((file) => join(cwd, file)),
      paths,
      cwd,
    );
    expect([...meant.keys()].sort()).toEqual(found.sort());
  });

  it('are found in folders that are gone as well', async () => {
    const cwd = temporaryFolder('a.yaml');
    const gone = join(cwd, 'gone/sub/b.yaml');
    for (const path of ['gone', 'gone/sub/b.yaml', 'gone/**/*.yaml', '.']) {
      expect([...(await meantFiles([gone], [path], cwd)).keys()], path).toEqual([gone]);
    }
    expect([...(await meantFiles([gone], ['other', 'a.yaml', '-', ''], cwd)).keys()]).toEqual([]);
  });
});

it('tells what was said before, by the names that the paths mean', async () => {
  const files: Files = {
    'courses/a.yaml': 'one',
    'courses/b.yaml': 'one',
    'c.yaml': 'one',
    'courses/new.txt': '',
  };
  const { folder, write, git } = scratchRepository(files);
  git('mv', 'courses/b.yaml', 'courses/moved.yaml');
  write({ 'courses/a.yaml': 'two', 'c.yaml': undefined, 'courses/d.yaml': 'new' });
  const { before, edited } = await changesIn(folder, 'changed', 'courses');
  expect([...edited]).toEqual(['courses/a.yaml', 'courses/d.yaml', 'courses/moved.yaml']);
  const sources = await before();
  expect([...sources].sort((left, right) => (left.path < right.path ? -1 : 1))).toEqual([
    { path: 'courses/a.yaml', text: 'one' },
    { path: 'courses/b.yaml', text: 'one' },
  ]);
});
