import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findDescriptors } from '../../src/workspace/find-descriptors.ts';
import { temporaryFolder, write } from './temporary-folder.ts';

type Access = (...given: unknown[]) => unknown;

// Whoever runs the tests may be allowed to read everything, so what the system refuses is staged.
const disk = vi.hoisted(() => ({
  accesses: [] as string[],
  /** Called before each access; may take things away, or throw as the system would. */
  before: (_access: string, _path: string): void => {},
}));
const loaded = vi.hoisted(() => [] as string[]);

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const watched =
    (name: string, access: unknown): Access =>
    (...given) => {
      disk.accesses.push(name);
      disk.before(name, String(given[0]));
      return (access as Access)(...given);
    };
  return {
    ...fs,
    readdirSync: watched('readdir', fs.readdirSync),
    statSync: watched('stat', fs.statSync),
    lstatSync: watched('lstat', fs.lstatSync),
    existsSync: watched('exists', fs.existsSync),
    readFileSync: watched('readFile', fs.readFileSync),
    realpathSync: Object.assign(watched('realpath', fs.realpathSync), {
      native: watched('realpath', fs.realpathSync.native),
    }),
  };
});
vi.mock('fast-glob', async (original) => {
  loaded.push('fast-glob');
  return await original();
});
vi.mock('ignore', async (original) => {
  loaded.push('ignore');
  return await original();
});

beforeEach(() => {
  disk.accesses = [];
  disk.before = () => {};
});

/** Makes the system refuse a kind of access to a path. */
function refuse(access: string, path: string, code: string): void {
  disk.before = (kind, given) => {
    if (kind === access && given === path) throw Object.assign(new Error(`${code}: ${path}`), { code });
  };
}

describe('what is read', () => {
  it('is one status for one file named outright, and no package', async () => {
    const cwd = temporaryFolder('a.yaml');
    disk.accesses = [];
    await findDescriptors({ cwd, paths: ['a.yaml'] });
    expect(disk.accesses).toEqual(['stat']);
    expect(loaded).toEqual([]);
  });

  it('is a folder at a time, not a file at a time, and a package when it is needed', async () => {
    const cwd = temporaryFolder(
      ...Array.from({ length: 50 }, (_, index) => `specs/${index % 5}/${index}.yaml`),
    );
    disk.accesses = [];
    await findDescriptors({ cwd, paths: ['specs'] });
    expect(disk.accesses.filter((access) => access === 'readdir')).toHaveLength(6);
    expect(disk.accesses.length).toBeLessThan(20);
    expect(loaded).toEqual([]);
    write(cwd, '.gitignore', 'x');
    await findDescriptors({ cwd, paths: ['specs'] });
    expect(loaded).toEqual(['ignore']);
    await findDescriptors({ cwd, paths: ['*/1/*.yaml'] });
    expect(loaded).toEqual(['ignore', 'fast-glob']);
  });

  it('is for a glob only the folders that it can mean', async () => {
    const cwd = temporaryFolder('a/1/x.yaml', 'a/2/x.yaml', 'b/1/x.yaml', 'b/1/deep/er/y.yaml');
    disk.accesses = [];
    await findDescriptors({ cwd, paths: ['b*/?/*.yaml'] });
    // The current folder, b and b/1.
    expect(disk.accesses.filter((access) => access === 'readdir')).toHaveLength(3);
  });
});

describe('what cannot be read', () => {
  it('is a folder without permission', async () => {
    const cwd = temporaryFolder('a.yaml', 'private/b.yaml');
    refuse('readdir', join(cwd, 'private'), 'EACCES');
    const denied = 'permission to read it is denied';
    const search = await findDescriptors({ cwd, paths: ['.'] });
    expect(search.files.map(({ path }) => path)).toEqual(['a.yaml']);
    expect(search.unreadable).toEqual([{ path: 'private', reason: denied }]);
    const named = await findDescriptors({ cwd, paths: ['private'] });
    expect(named.unmatched).toEqual([{ pattern: 'private', reason: denied, isMissing: false }]);
    expect(named.unreadable).toEqual([{ path: 'private', reason: denied }]);
    const glob = await findDescriptors({ cwd, paths: ['pri*/*.yaml'] });
    expect(glob.unmatched).toMatchObject([{ reason: 'no file that can be read matches it' }]);
    expect(glob.unreadable).toEqual([{ path: 'private', reason: denied }]);
    expect((await findDescriptors({ cwd, paths: ['*.yaml', 'q*/*'] })).unreadable).toEqual([]);
  });

  it('is a folder that holds nothing else', async () => {
    const cwd = temporaryFolder('specs/private/b.yaml');
    refuse('readdir', join(cwd, 'specs/private'), 'EPERM');
    const { unmatched } = await findDescriptors({ cwd, paths: ['specs'] });
    expect(unmatched).toMatchObject([
      { reason: 'the folder holds no .yaml, .yml or .json file that can be read' },
    ]);
  });

  it('is a folder that vanishes while it is searched', async () => {
    const cwd = temporaryFolder('a/x.yaml', 'b/y.yaml');
    disk.before = (access, path) => {
      if (access === 'readdir' && path === join(cwd, 'a'))
        rmSync(join(cwd, 'b'), { recursive: true, force: true });
    };
    const { files, unreadable } = await findDescriptors({ cwd, paths: ['.'] });
    expect(files.map(({ path }) => path)).toEqual(['a/x.yaml']);
    expect(unreadable).toEqual([{ path: 'b', reason: 'it vanished during the search' }]);
  });

  it('is a folder that becomes a file while it is searched', async () => {
    const cwd = temporaryFolder('a/x.yaml', 'b/y.yaml');
    disk.before = (access, path) => {
      if (access !== 'readdir' || path !== join(cwd, 'a')) return;
      rmSync(join(cwd, 'b'), { recursive: true });
      writeFileSync(join(cwd, 'b'), '');
    };
    const { unreadable } = await findDescriptors({ cwd, paths: ['.'] });
    expect(unreadable).toEqual([{ path: 'b', reason: 'it is not a folder' }]);
  });

  it('is a named folder that vanishes after the first look', async () => {
    const cwd = temporaryFolder('a/x.yaml');
    disk.before = (access) => {
      if (access === 'realpath') rmSync(join(cwd, 'a'), { recursive: true, force: true });
    };
    const { unmatched } = await findDescriptors({ cwd, paths: ['a'] });
    expect(unmatched).toMatchObject([{ reason: 'it vanished during the search' }]);
  });

  it('is an ignore file without permission, in the searched folder, above or below it', async () => {
    const cwd = temporaryFolder('a/b/x.yaml', 'a/b/y.yaml');
    for (const folder of ['.', 'a', 'a/b']) {
      write(cwd, `${folder}/.gitignore`, 'x.yaml');
      refuse('readFile', join(cwd, folder, '.gitignore'), 'EACCES');
      const { files, unreadable } = await findDescriptors({ cwd, paths: ['a'] });
      expect(files).toHaveLength(folder === '.' ? 2 : 1);
      expect(unreadable).toEqual([
        { path: join(folder, '.gitignore'), reason: 'permission to read it is denied' },
      ]);
    }
  });

  it('is a file behind a folder that may not be entered', async () => {
    const cwd = temporaryFolder('private/a.yaml');
    refuse('stat', join(cwd, 'private/a.yaml'), 'EACCES');
    const { unmatched } = await findDescriptors({ cwd, paths: ['private/a.yaml'] });
    expect(unmatched).toEqual([
      { pattern: 'private/a.yaml', reason: 'permission to read it is denied', isMissing: true },
    ]);
  });

  it('is told with the name that the system gives to the trouble, if nothing better is known', async () => {
    const cwd = temporaryFolder('a/b.yaml');
    refuse('readdir', join(cwd, 'a'), 'EIO');
    const { unreadable } = await findDescriptors({ cwd, paths: ['.'] });
    expect(unreadable).toEqual([{ path: 'a', reason: 'the system reports EIO' }]);
  });

  it('may be everything that suggestions could be drawn from', async () => {
    const cwd = temporaryFolder('specs/a.yaml');
    refuse('readdir', cwd, 'EACCES');
    const { unmatched } = await findDescriptors({ cwd, paths: ['spces/a.yaml'] });
    expect(unmatched).toEqual([
      { pattern: 'spces/a.yaml', reason: 'no such file or folder', isMissing: true },
    ]);
  });

  it('is still an error of ours if the system had no part in it', async () => {
    const cwd = temporaryFolder('a/b.yaml');
    disk.before = (access) => {
      if (access === 'readdir') throw new TypeError('a bug');
    };
    await expect(findDescriptors({ cwd, paths: ['.'] })).rejects.toThrow('a bug');
  });

  it('does not matter where a file named among others vanishes: its reader will tell', async () => {
    const cwd = temporaryFolder('a.yaml', 'b.yaml');
    disk.before = (access) => {
      if (access === 'realpath') rmSync(join(cwd, 'a.yaml'), { force: true });
    };
    const { files } = await findDescriptors({ cwd, paths: ['a.yaml', 'b.yaml'] });
    expect(files.map(({ path }) => path)).toEqual(['a.yaml', 'b.yaml']);
  });
});
