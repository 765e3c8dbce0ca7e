import { describe, expect, it } from 'vitest';
import { find, reasons } from './searches.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('a path that comes to nothing', () => {
  it('is told why, with the name that may have been meant', async () => {
    const cwd = temporaryFolder('specs/data-skills.yaml', 'specs/notes.txt', 'a.yaml', 'empty/.keep');
    const missing = 'no such file or folder';
    expect(await reasons(cwd, 'specs/data-skils.yaml')).toEqual([
      `specs/data-skils.yaml: ${missing}; specs/data-skills.yaml`,
    ]);
    expect(await reasons(cwd, 'spec/data-skills.yaml')).toEqual([
      `spec/data-skills.yaml: ${missing}; specs/data-skills.yaml`,
    ]);
    expect(await reasons(cwd, 'specs/data-skills')).toEqual([
      `specs/data-skills: ${missing}; specs/data-skills.yaml`,
    ]);
    expect(await reasons(cwd, 'specs\\data-skills.yaml')).toEqual([
      `specs\\data-skills.yaml: ${missing}; specs/data-skills.yaml`,
    ]);
    expect(await reasons(cwd, 'sepcs/unknown.yaml')).toEqual([`sepcs/unknown.yaml: ${missing}; specs`]);
    expect(await reasons(cwd, 'b.yaml')).toEqual([`b.yaml: ${missing}`]);
    expect(await reasons(cwd, 'a.yaml/b.yaml')).toEqual([`a.yaml/b.yaml: ${missing}`]);
    expect(await reasons(cwd, 'no (such).yaml')).toEqual([`no (such).yaml: ${missing}`]);
    expect(await reasons(cwd, '')).toEqual([': it is empty']);
    expect(await reasons(cwd, 'a\0b')).toEqual(['a\0b: no path can contain a null character']);
    expect(await reasons(cwd, `${'n'.repeat(300)}.yaml`)).toEqual([`${'n'.repeat(300)}.yaml: ${missing}`]);
  });

  it('may be a folder or glob without descriptors', async () => {
    const cwd = temporaryFolder('specs/notes.txt', 'specs/more.txt', 'empty/.keep', 'a/.b.yaml');
    expect(await reasons(cwd, 'specs')).toEqual(['specs: the folder holds no .yaml, .yml or .json file']);
    expect(await reasons(cwd, 'empty')).toEqual(['empty: the folder holds no .yaml, .yml or .json file']);
    expect(await reasons(cwd, 'a')).toEqual(['a: the folder holds no .yaml, .yml or .json file']);
    expect(await reasons(cwd, 'specs/*.yaml')).toEqual(['specs/*.yaml: no file matches it']);
    expect(await reasons(cwd, 'specs/*')).toEqual([
      'specs/*: none of the 2 files that match it is a .yaml, .yml or .json file',
    ]);
    expect(await reasons(cwd, 'specs/n*')).toEqual([
      'specs/n*: the only file that matches it is not a .yaml, .yml or .json file',
    ]);
    expect(await reasons(cwd, 'spces/*.yaml')).toEqual(['spces/*.yaml: there is no folder spces; specs']);
    expect(await reasons(cwd, 'specs/notes.txt/*.yaml')).toEqual([
      'specs/notes.txt/*.yaml: no file that can be read matches it',
    ]);
  });

  it('may be a glob beyond reason', async () => {
    const cwd = temporaryFolder('a.yaml');
    const reason = 'it is too long for a glob or stands for too many names';
    expect(await reasons(cwd, '{1..5000}.yaml', '*'.repeat(70_000))).toEqual([
      `{1..5000}.yaml: ${reason}`,
      `${'*'.repeat(70_000)}: ${reason}`,
    ]);
    expect(await reasons(cwd, '[', '(((*', '{{{,}*')).toEqual([
      '[: no such file or folder',
      '(((*: no file matches it',
      '{{{,}*: no file matches it',
    ]);
  });

  it('is marked as missing, unless it is a search that found nothing', async () => {
    const cwd = temporaryFolder('empty/.keep');
    const { unmatched } = await find(cwd, 'gone.yaml', 'empty', '*.yaml', 'gone.yaml');
    expect(unmatched.map(({ pattern, isMissing }) => [pattern, isMissing])).toEqual([
      ['gone.yaml', true],
      ['empty', false],
      ['*.yaml', false],
    ]);
  });

  it('does not keep the others from being found', async () => {
    const cwd = temporaryFolder('a.yaml');
    const { files, unmatched } = await find(cwd, 'gone.yaml', 'a.yaml');
    expect([files.length, unmatched.length]).toEqual([1, 1]);
  });
});
