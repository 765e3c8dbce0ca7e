import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesBeside } from '../../src/workspace/files-beside.ts';
import { temporaryFolder } from './temporary-folder.ts';

it('answers the same the first time and later, folder by folder', () => {
  const folder = temporaryFolder('a.yaml', 'a.review.yaml', 'b.yaml', join('below', 'a.yaml'));
  const isBeside = filesBeside();
  for (let round = 0; round < 3; round++) {
    expect(isBeside(join(folder, 'a.yaml'), 'a.review.yaml')).toBe(true);
    expect(isBeside(join(folder, 'b.yaml'), 'b.review.yaml')).toBe(false);
    expect(isBeside(join(folder, 'below', 'a.yaml'), 'a.review.yaml')).toBe(false);
  }
});

it('finds nothing in a folder that is not there', () => {
  const file = join(temporaryFolder(), 'missing', 'a.yaml');
  const isBeside = filesBeside();
  expect([isBeside(file, 'a.review.yaml'), isBeside(file, 'a.review.yaml')]).toEqual([false, false]);
});

it('asks the disk where a file is reached by a name that the folder does not list', () => {
  const folder = temporaryFolder('a.yaml', 'a.review.yaml');
  const isBeside = filesBeside();
  isBeside(join(folder, 'a.yaml'), 'x');
  expect(isBeside(join(folder, 'A.yaml'), 'a.review.yaml')).toBe(true);
});
