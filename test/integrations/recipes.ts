import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../cli-case.ts';
import { git, plainEnvironment, type Ran, run, scratchFolder, withMicrocred, writeFiles } from './scratch.ts';

/** A block of `docs/ci.md` that is marked `sh run`. */
export interface Recipe {
  /** The heading that it stands under, and its number there. */
  readonly name: string;
  readonly script: string;
  readonly exitCode: number;
}

export const guide = readFileSync(join(root, 'docs/ci.md'), 'utf8');

export const recipes: readonly Recipe[] = guide.split(/^(?=## )/m).flatMap((section) => {
  const heading = /^## (.+)/.exec(section)?.[1] ?? '';
  return [...section.matchAll(/^```sh run(.*)\n([\s\S]*?)^```$/gm)].map(
    ([, marks = '', script = ''], index) => ({
      name: `${heading} (${index + 1})`,
      script,
      exitCode: Number(/exit=(\d)/.exec(marks)?.[1] ?? 0),
    }),
  );
});

const descriptors = join(root, 'fixtures/descriptors');
const model = readFileSync(join(descriptors, 'model-data-for-communities.yaml'), 'utf8');
const draft = readFileSync(join(descriptors, 'draft-first-attempt.yaml'), 'utf8');

/** A rule that every descriptor fails which is not in the fifth level or above, and a framework for it. */
const rule = (least: number): string => `id: level-is-high-enough
title: The level is high enough for our college
status: stable
since: 0.1.0
severity: error
targets: ""
reads: [/level]
applies: { required: [level] }
expect: { properties: { level: { minimum: ${least} } } }
message: The level is below what our college offers.
help: Offer it at a higher level.
why: Our college offers higher levels only.
sources:
  - source: qaa-scotland-project-page
    basis: inferred
examples:
  - outcome: passed
    descriptor: |
      level: 12
  - outcome: failed
    descriptor: |
      level: ${least - 1} # finding: The level is below what our college offers.
`;

const framework = `id: our-college
title: Our college
version: 1.0.0
date: "2026-01-01"
about: What our college asks for.
principles:
  - id: level
    title: Level
    about: Levels.
requirements:
  - id: level-is-high-enough
    principle: level
    level: must
    text: The level is high enough.
    rules: [level-is-high-enough]
`;

const waivers = (rules: readonly string[]): string =>
  `waivers: 1\nexceptions:\n${rules
    .map(
      (id) =>
        `  - { rule: ${id}, descriptors: [example-data-for-communities], reason: Agreed by the board. }\n`,
    )
    .join('')}`;

/**
 * A clone in which a change is proposed that adds a draft, hides it from searches in folders, lowers the college's own
 * rule and waives what it likes; `main` on `origin` has a sound descriptor, the rule as it was, and one agreed exception.
 */
export function proposedChange(): string {
  const parent = scratchFolder();
  git(parent, 'init', '--quiet', '--bare', 'origin.git');
  git(parent, 'clone', '--quiet', 'origin.git', 'clone');
  const clone = join(parent, 'clone');
  const commit = (files: Readonly<Record<string, string>>): void => {
    writeFiles(clone, files);
    git(clone, 'add', '--all', '.');
    git(clone, 'commit', '--quiet', '--message', 'change');
  };
  git(clone, 'checkout', '--quiet', '-b', 'main');
  commit({
    'courses/good.yaml': model,
    'house-rules/level-is-high-enough.yaml': rule(9),
    'house-rules/frameworks/our-college.yaml': framework,
    'waivers.yaml': waivers(['cost-fee-is-stated']),
    'microcred-baseline.yaml': 'baseline: 1\ndate: 2026-11-01\nentries: []\n',
  });
  git(clone, 'push', '--quiet', 'origin', 'main');
  git(clone, 'checkout', '--quiet', '-b', 'proposal');
  commit({
    'courses/draft.yaml': draft,
    'courses/good.yaml': `# microcred-waive cost-fee-is-stated: We would like to.\n${model}`,
    'house-rules/level-is-high-enough.yaml': rule(2),
    'waivers.yaml': waivers(['cost-fee-is-stated', 'level-is-high-enough']),
  });
  return clone;
}

/** Runs a recipe as a pipeline would: every step fails that nobody catches. */
export function runRecipe(
  { script }: Recipe,
  folder: string,
  scripts: Readonly<Record<string, string>> = {},
): Ran {
  const env = { ...withMicrocred(scripts), TMPDIR: scratchFolder() };
  return run('bash', ['--noprofile', '--norc', '-e', '-c', script], {
    cwd: folder,
    env: plainEnvironment(env),
  });
}
