import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../cli-case.ts';
import { action } from './action-steps.ts';
import { guide, proposedChange, recipes, runRecipe } from './recipes.ts';
import { git, run, withMicrocred } from './scratch.ts';

/** Says what it was called with and keeps what it read: enough to see that the pipe works. */
const reviewdog = '#!/bin/sh\necho "$@" > reviewdog.arguments\ncat > reviewdog.input\n';

describe('docs/ci.md', () => {
  it('has recipes to run', () => {
    expect(recipes.length).toBeGreaterThan(12);
  });

  it.each(recipes)('$name runs and ends with $exitCode', (recipe) => {
    const folder = proposedChange();
    const { exitCode, stdout, stderr } = runRecipe(recipe, folder, { reviewdog });
    expect(exitCode, stdout + stderr).toBe(recipe.exitCode);
    expect(stderr).not.toMatch(/not found|unknown|Usage/i);
    for (const [, file = ''] of recipe.script.matchAll(/--format \w+=(\S+)/g)) {
      expect(existsSync(join(folder, file)), file).toBe(true);
    }
  });

  it('hands rdjson to reviewdog', () => {
    const folder = proposedChange();
    const recipe = recipes.find(({ script }) => script.includes('reviewdog'));
    if (recipe === undefined) throw new Error('There is no such recipe.');
    runRecipe(recipe, folder, { reviewdog });
    expect(readFileSync(join(folder, 'reviewdog.arguments'), 'utf8')).toContain('-f=rdjson');
    const { diagnostics } = JSON.parse(readFileSync(join(folder, 'reviewdog.input'), 'utf8'));
    expect(diagnostics.length).toBeGreaterThan(10);
  });

  it('has YAML that can be read, and inputs and hooks that are there', () => {
    const blocks = [...guide.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => parse(text));
    expect(blocks.length).toBeGreaterThan(4);
    const steps =
      JSON.stringify(blocks).match(/"uses":"OWNER\/microcred@[^"]*","with":\{[^}]*\}\}?[^}]*\}/g) ?? [];
    expect(steps.length).toBe(3);
    for (const step of steps) {
      for (const [, name = ''] of step.replace(/.*"with":/, '').matchAll(/"([a-z-]+)":/g)) {
        expect(Object.keys(action.inputs)).toContain(name);
      }
    }
    const hooks = readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8');
    for (const [, id] of guide.matchAll(/- id: (microcred\S*)$/gm))
      if (id !== undefined && guide.includes('hooks:')) expect(hooks).toContain(`- id: ${id}\n`);
  });

  it('names files that are there', () => {
    for (const [, path = ''] of guide.matchAll(/\]\(\.\.\/([^)]+)\)/g))
      expect(existsSync(join(root, path)), path).toBe(true);
  });

  it('names the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const named = [...guide.matchAll(/microcred@v?(\d[\w.-]*)|rev: v(\S+)|ref: v(\S+)/g)].map(
      ([, a, b, c]) => a ?? b ?? c,
    );
    expect(named.length).toBeGreaterThan(5);
    expect(new Set(named)).toEqual(new Set([version]));
  });
});

describe('a change that relaxes its own gate', () => {
  const relaxed = ['--rules', 'house-rules', '--framework', 'our-college', '--waivers', 'waivers.yaml'];
  const verdict = (folder: string, args: readonly string[]) =>
    run('microcred', ['check', 'courses/good.yaml', ...args], { cwd: folder, env: withMicrocred() });

  it('would pass by its own rules', () => {
    const { exitCode, stdout } = verdict(proposedChange(), relaxed);
    expect(exitCode, stdout).toBe(0);
  });

  it('fails by those of the base branch, at the rule that it lowered', () => {
    const folder = proposedChange();
    git(folder, 'worktree', 'add', '--quiet', '--detach', '../base', 'origin/main');
    const { exitCode, stdout } = verdict(
      folder,
      relaxed.map((one) => one.replace(/^(house-rules|waivers\.yaml)$/, '../base/$1')),
    );
    expect(exitCode).toBe(1);
    expect(stdout).toContain('The level is below what our college offers.');
  });

  it('is checked even where an ignore file leaves it out, when files are named', () => {
    const folder = proposedChange();
    git(folder, 'rm', '--quiet', '--cached', 'courses/draft.yaml');
    run('bash', ['-c', 'echo draft.yaml > courses/.microcredignore && git add -f courses'], { cwd: folder });
    git(folder, 'commit', '--quiet', '--message', 'hide');
    expect(run('microcred', ['check', 'courses'], { cwd: folder, env: withMicrocred() }).exitCode).toBe(0);
    const named = recipes.find(({ script }) => script.includes('mapfile'));
    if (named === undefined) throw new Error('There is no such recipe.');
    const { exitCode, stdout } = runRecipe(named, folder);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('courses/draft.yaml');
  });
});
