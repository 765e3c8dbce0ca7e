import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../cli-case.ts';
import { describeWithHooks } from './hook-repository.ts';
import { git, writeFiles } from './scratch.ts';

const model = readFileSync(join(root, 'fixtures/descriptors/model-data-for-communities.yaml'), 'utf8');
const draft = readFileSync(join(root, 'fixtures/descriptors/draft-first-attempt.yaml'), 'utf8');

it('the hooks are declared, each with what pre-commit needs', () => {
  const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));
  for (const hook of hooks) {
    expect(hook).toMatchObject({ language: 'node', require_serial: true, description: expect.any(String) });
    expect(hook.entry).toMatch(/^microcred check/);
  }
});

const byName = '{ id: microcred, files: ^courses/ }';
const whole = '{ id: microcred-staged, args: [courses/] }';

describeWithHooks('the hooks for pre-commit', (use) => {
  it('lets a good descriptor be committed', () => {
    const { stage, commit, folder } = use();
    stage(byName, { 'courses/good.yaml': model });
    const { exitCode, stderr } = commit();
    expect(stderr).toMatch(/micro-credential descriptors\.+Passed/);
    expect(exitCode).toBe(0);
    expect(git(folder, 'show', '--name-only', '--format=')).toBe('courses/good.yaml');
  });

  it('blocks a commit with a descriptor that does not conform, and names the place', () => {
    const { stage, commit, folder } = use();
    stage(byName, { 'courses/good.yaml': model, 'courses/draft.yaml': draft });
    const { exitCode, stderr } = commit();
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/micro-credential descriptors\.+Failed/);
    expect(stderr).toContain('Not met in: courses/draft.yaml');
    expect(git(folder, 'rev-parse', 'HEAD')).toBe(git(folder, 'rev-parse', 'start'));
  });

  it('looks at what is staged, not at what is not', () => {
    const { stage, commit, folder } = use();
    stage(byName, { 'courses/good.yaml': model });
    writeFiles(folder, { 'courses/good.yaml': draft, 'courses/not-staged.yaml': draft });
    expect(commit().exitCode).toBe(0);
    expect(readFileSync(join(folder, 'courses/good.yaml'), 'utf8')).toBe(draft);
    stage(byName, { 'courses/bad.yaml': draft });
    writeFiles(folder, { 'courses/bad.yaml': model });
    expect(commit().exitCode).toBe(1);
  });

  it('leaves alone what lies elsewhere, and reviews, which are no descriptors', () => {
    const { stage, commit } = use();
    stage(byName, {
      'elsewhere/draft.yaml': draft,
      'courses/good.review.yaml': 'review: 1\n',
      'courses/notes.md': '#',
    });
    const { exitCode, stderr } = commit();
    expect(stderr).toMatch(/micro-credential descriptors\.+\(no files to check\)\s*Skipped/);
    expect(exitCode).toBe(0);
  });

  it('is not passed by a file in which nothing can be judged', () => {
    const { stage, commit } = use();
    for (const text of ['', 'title: no descriptor\n', 'microcred: [1\n']) {
      stage(byName, { 'courses/odd.yaml': text });
      expect(commit().exitCode, text).toBe(1);
    }
  });

  it('takes hostile names of files for names', () => {
    const { stage, commit, folder } = use();
    stage(byName, {
      'courses/$(touch pwned).yaml': draft,
      'courses/a b;touch pwned.yaml': model,
      'courses/--help.yaml': model,
    });
    const { exitCode, stderr } = commit();
    expect(exitCode).toBe(1);
    expect(stderr).toContain('3 descriptors in 3 files');
    expect(existsSync(join(folder, 'pwned'))).toBe(false);
  });

  it('with the whole catalogue, lets a good descriptor be committed', () => {
    const { stage, commit } = use();
    stage(whole, { 'courses/good.yaml': model });
    const { exitCode, stdout, stderr } = commit();
    expect(exitCode, stdout + stderr).toBe(0);
  });

  it('with the whole catalogue, blocks a commit with a descriptor that does not conform', () => {
    const { stage, commit } = use();
    stage(whole, { 'courses/draft.yaml': draft });
    const { exitCode, stderr } = commit();
    expect(exitCode).toBe(1);
    expect(stderr).toContain('courses/draft.yaml');
  });

  it('with the whole catalogue, lets through a commit that touches no descriptor', () => {
    const { stage, commit } = use();
    stage(whole, { 'notes.md': '#\n', 'courses/notes.md': '#\n' });
    const { exitCode, stdout, stderr } = commit();
    expect(exitCode, stdout + stderr).toBe(0);
  });
});
