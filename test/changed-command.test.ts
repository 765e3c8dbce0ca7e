import { chmodSync, cpSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { Report } from '../src/report/report.ts';
import type { Scope } from '../src/report/scope.ts';
import { type CliRun, root, runAsProcess, runInProcess } from './cli-case.ts';
import { repositoryIn, scratchRepository } from './workspace/scratch-repository.ts';

const judgedBy = ['--framework', 'house-rules', '--date', '2026-11-23'];
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
addFormats.default(ajv);
const isReport = ajv.compile(JSON.parse(readFileSync(join(root, 'schemas', 'report.schema.json'), 'utf8')));

/** A descriptor that is sound, or is at fault in its form. */
const sound = (id: string, title = id): string => `microcred: 1\nid: ${id}\ntitle: ${title}\n`;
const faulty = (id: string): string => `microcred: 1\nid: ${id}\ntitel: ${id}\n`;
const leadingTo = (id: string, other: string): string =>
  `${sound(id)}stackability:\n  pathways:\n    - descriptor: ${other}\n`;

const noWaivers = 'waivers: 1\nexceptions: []\n';
const three = { 'a.yaml': sound('a'), 'b.yaml': sound('b'), 'c.yaml': sound('c') };

interface Outcome extends CliRun {
  readonly report: Report;
  readonly scope: Scope | undefined;
  /** Paths of the descriptors reported, each with the rules that fail in it. */
  readonly reported: Readonly<Record<string, readonly string[]>>;
}

function run(cwd: string, ...args: readonly string[]): Promise<CliRun> {
  const rules = args.includes('--rules') ? [] : ['--rules', join(dirname(cwd), 'rules')];
  return runInProcess({ args: ['check', ...args, ...rules, ...judgedBy] }, cwd);
}

async function report(cwd: string, ...args: readonly string[]): Promise<Outcome> {
  const came = await run(cwd, ...args, '-f', 'json');
  if (came.stdout === '') throw new Error(`There is no report: ${came.stderr}`);
  const whole = JSON.parse(came.stdout) as Report;
  expect(isReport(whole), JSON.stringify(isReport.errors)).toBe(true);
  const reported = Object.fromEntries(
    whole.descriptors.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)]),
  );
  return { ...came, report: whole, scope: whole.scope, reported };
}

describe('what has changed since the last commit', () => {
  it('is what was edited, what is staged, and what is new', async () => {
    const { folder, write, git } = scratchRepository(three);
    write({ 'a.yaml': faulty('a'), 'b.yaml': sound('b', 'B'), 'new/d.yaml': sound('d') });
    git('add', 'b.yaml');
    const { reported, scope, exitCode } = await report(folder, '.', '--changed');
    expect(reported).toEqual({ 'a.yaml': ['schema'], 'b.yaml': [], 'new/d.yaml': [] });
    expect(scope).toEqual({
      kind: 'changed',
      base: git('rev-parse', 'HEAD').trim(),
      descriptors: 3,
      of: 4,
      unchanged: 0,
    });
    expect(exitCode).toBe(1);
  });

  it('does not make a run fail for a fault that was there before', async () => {
    const { folder, write } = scratchRepository({ ...three, 'old.yaml': faulty('old') });
    write({ 'a.yaml': sound('a', 'A') });
    expect((await report(folder, '.')).exitCode).toBe(1);
    const { reported, exitCode } = await report(folder, '.', '--changed');
    expect(reported).toEqual({ 'a.yaml': [] });
    expect(exitCode).toBe(0);
  });

  it('is everything before the first commit', async () => {
    const { folder, write } = scratchRepository();
    write(three);
    const { reported, scope } = await report(folder, '.', '--changed');
    expect(Object.keys(reported)).toEqual(['a.yaml', 'b.yaml', 'c.yaml']);
    expect(scope).toEqual({ kind: 'changed', descriptors: 3, of: 3, unchanged: 0 });
  });

  it('does not count a file that git is told to ignore, unless it is named', async () => {
    const { folder, write } = scratchRepository(three);
    write({ '.git/info/exclude': 'private.yaml\n', 'private.yaml': faulty('private') });
    expect((await report(folder, '.', '--changed')).reported).toEqual({});
    expect((await report(folder, 'private.yaml', '--changed')).reported).toEqual({
      'private.yaml': ['schema'],
    });
  });

  it.each(['text', 'json', 'markdown', 'html'])('may be nothing, which %s says', async (format) => {
    const { folder } = scratchRepository(three);
    const { exitCode, stdout, stderr } = await run(folder, '.', '--changed', '-f', format);
    expect(exitCode).toBe(0);
    expect(stderr).toBe('microcred: No descriptor has changed since the last commit.\n');
    if (format === 'json') expect(JSON.parse(stdout).scope).toMatchObject({ descriptors: 0, of: 3 });
    else expect(stdout).toContain('No descriptor has changed since the last commit.');
    if (format === 'text') expect(stdout).toBe('No descriptor has changed since the last commit.\n');
  });

  it('may be nothing but not in paths that hold nothing', async () => {
    const { folder } = scratchRepository({ ...three, 'docs/readme.md': '' });
    expect(await run(folder, 'docs', '--changed')).toMatchObject({ exitCode: 2, stdout: '' });
    expect(await run(folder, 'nowhere.yaml', '--changed')).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('is not what only has other line ends on the disk', async () => {
    const { folder, git } = scratchRepository({ '.gitattributes': '*.yaml text eol=crlf\n', ...three });
    rmSync(join(folder, 'a.yaml'));
    git('checkout', '--', 'a.yaml');
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toContain('\r\n');
    expect((await report(folder, '.', '--changed')).reported).toEqual({});
    expect((await report(folder, '.', '--staged')).reported).toEqual({});
  });

  it('is not what was only touched, and nothing is written to the repository', async () => {
    const { folder } = scratchRepository(three);
    utimesSync(join(folder, 'a.yaml'), 1, 1);
    const before = statSync(join(folder, '.git/index')).mtimeMs;
    expect((await report(folder, '.', '--changed')).reported).toEqual({});
    expect(statSync(join(folder, '.git/index')).mtimeMs).toBe(before);
  });
});

describe('what has changed since a branch', () => {
  it('is what differs from the commit where both went apart', async () => {
    const { folder, write, commit, git } = scratchRepository(three);
    const base = git('rev-parse', 'HEAD').trim();
    git('checkout', '--quiet', '-b', 'topic');
    commit({ 'a.yaml': faulty('a') });
    git('checkout', '--quiet', 'main');
    commit({ 'b.yaml': faulty('b') });
    git('checkout', '--quiet', 'topic');
    write({ 'c.yaml': sound('c', 'C'), 'd.yaml': sound('d') });
    const { reported, scope } = await report(folder, '.', '--since', 'main');
    expect(reported).toEqual({ 'a.yaml': ['schema'], 'c.yaml': [], 'd.yaml': [] });
    expect(scope).toEqual({ kind: 'since', since: 'main', base, descriptors: 3, of: 4, unchanged: 0 });
  });

  it.each(['main', 'HEAD~1', 'v1', 'refs/heads/main'])('takes %s', async (ref) => {
    const { folder, commit, git } = scratchRepository(three);
    git('tag', '--annotate', '--message=One', 'v1');
    git('checkout', '--quiet', '-b', 'topic');
    commit({ 'a.yaml': sound('a', 'A') });
    expect((await report(folder, '.', '--since', ref)).reported).toEqual({ 'a.yaml': [] });
  });

  it('is said in the text, in Markdown and on the page', async () => {
    const { folder, commit, git } = scratchRepository(three);
    git('checkout', '--quiet', '-b', 'topic');
    commit({ 'a.yaml': sound('a', 'A'), 'b.yaml': sound('b', 'B') });
    for (const format of ['text', 'markdown', 'html']) {
      const { stdout } = await run(folder, '.', '--since', 'main', '-f', format);
      expect(stdout.replace(/\s+/g, ' ')).toContain('2 of 3 descriptors, changed since main');
    }
    for (const format of ['markdown', 'html']) {
      const { stdout } = await run(folder, '.', '!b.yaml', '--since', 'main', '-f', format);
      expect(stdout, format).toContain('1 of 2 descriptors, changed since main');
    }
  });
});

describe('what is staged', () => {
  it('is judged as it is staged, not as it stands in the working tree', async () => {
    const { folder, write, git } = scratchRepository(three);
    write({ 'a.yaml': faulty('a'), 'b.yaml': sound('b', 'B') });
    git('add', '.');
    write({ 'a.yaml': sound('a'), 'b.yaml': faulty('b'), 'c.yaml': faulty('c') });
    const { reported, report: whole } = await report(folder, '.', '--staged');
    expect(reported).toEqual({ 'a.yaml': ['schema'], 'b.yaml': [] });
    expect(whole.descriptors[0]?.findings[0]).toMatchObject({
      excerpt: 'titel: a',
      location: { range: { start: { line: 3 } } },
    });
  });

  it('has nothing that git does not track', async () => {
    const { folder, write } = scratchRepository(three);
    write({ 'new.yaml': faulty('new') });
    expect((await report(folder, '.', '--staged')).scope).toMatchObject({ descriptors: 0, of: 3 });
    const { exitCode, stdout } = await run(folder, 'new.yaml', '--staged');
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'No descriptor has staged changes.\n' });
  });

  it.each([['.'], ['courses'], ['courses/*.yaml'], ['courses/gone.yaml'], ['**/*.yaml', '!a.yaml']])(
    'has a file that is gone from the disk: %s',
    async (...paths) => {
      const { folder, write, git } = scratchRepository({ ...three, 'courses/kept.yaml': sound('kept') });
      write({ 'courses/gone.yaml': faulty('gone') });
      git('add', '.');
      write({ 'courses/gone.yaml': undefined });
      const { reported } = await report(folder, ...paths, '--staged');
      expect(reported).toEqual({ 'courses/gone.yaml': ['schema'] });
    },
  );

  it('is everything in the first commit', async () => {
    const { folder, write, git } = scratchRepository();
    write(three);
    git('add', 'a.yaml', 'b.yaml');
    expect((await report(folder, '.', '--staged')).reported).toEqual({ 'a.yaml': [], 'b.yaml': [] });
  });

  it('has the reviews that are staged', async () => {
    const { folder, write, git } = scratchRepository(three);
    const broken = 'microcred-review: 1\nanswers: nothing\n';
    write({ 'a.review.yaml': broken });
    expect((await report(folder, '.', '--staged')).reported).toEqual({});
    git('add', '.');
    write({ 'a.review.yaml': undefined });
    const { reported, report: whole } = await report(folder, '.', '--staged');
    expect(Object.keys(reported)).toEqual(['a.yaml']);
    expect(reported['a.yaml']).toContain('review');
    expect(whole.descriptors[0]?.review?.path).toBe('a.review.yaml');
  });

  it('is seen by rules over the whole catalogue as the commit will have it', async () => {
    const { folder, write, git } = scratchRepository({ ...three, 'd.yaml': leadingTo('d', 'a') });
    // The id that the pathway needs is only in the working tree.
    write({ 'a.yaml': sound('other') });
    git('add', '.');
    write({ 'a.yaml': sound('a') });
    const { reported, scope } = await report(folder, '.', '--staged');
    expect(reported).toEqual({ 'a.yaml': [], 'd.yaml': ['pathways-lead-somewhere'] });
    expect(scope).toMatchObject({ descriptors: 2, of: 4, unchanged: 1 });
  });

  it('cannot rest on rules or waivers that are not', async () => {
    const { folder, write, git } = scratchRepository({ ...three, 'waivers.yaml': noWaivers });
    write({ 'a.yaml': faulty('a'), 'waivers.yaml': `${noWaivers}# more\n` });
    git('add', 'a.yaml');
    const { exitCode, stderr } = await run(folder, '.', '--staged', '--waivers', 'waivers.yaml');
    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      '`waivers.yaml`, which decides about every descriptor, has changes that are not.',
    );
  });

  it('is told by the index that a hook is given', async () => {
    const { folder, write, git } = scratchRepository({ ...three, 'judge.txt': '' });
    const command = [process.execPath, join(root, 'bin/microcred.js'), 'check', '.', '--staged'];
    const hook = [...command, '--rules', join(dirname(folder), 'rules'), ...judgedBy];
    writeFileSync(join(folder, '.git/hooks/pre-commit'), `#!/bin/sh\n${hook.join(' ')} > judge.txt 2>&1\n`);
    chmodSync(join(folder, '.git/hooks/pre-commit'), 0o755);
    write({ 'a.yaml': sound('a', 'A'), 'b.yaml': faulty('b') });
    git('add', 'b.yaml');
    // Only this file is committed, by an index that git makes for it.
    git('commit', '--quiet', '--message=One file', 'a.yaml');
    expect(readFileSync(join(folder, 'judge.txt'), 'utf8')).toContain(
      '1 of 3 descriptors, with staged changes',
    );
    expect(() => git('commit', '--quiet', '--message=The other')).toThrow();
  });
});

describe('a file that moves or goes', () => {
  it.each([['--changed'], ['--staged'], ['--since', 'main']])(
    'is checked under its new name, edited or not (%s)',
    async (...option) => {
      const { folder, write, git } = scratchRepository({
        ...three,
        'long.yaml': `${sound('long')}summary: Long.\n`,
      });
      git('checkout', '--quiet', '-b', 'topic');
      git('mv', 'a.yaml', 'moved.yaml');
      git('mv', 'long.yaml', 'edited.yaml');
      write({ 'edited.yaml': `${sound('long')}sumary: Long.\n` });
      git('add', '.');
      const { reported, exitCode } = await report(folder, '.', ...option);
      expect(reported).toEqual({ 'moved.yaml': [], 'edited.yaml': ['schema'] });
      expect(exitCode).toBe(1);
    },
  );

  it.each([['--changed'], ['--staged'], ['--since', 'main']])(
    'is missed where a pathway leads to it (%s)',
    async (...option) => {
      const { folder, git } = scratchRepository({ ...three, 'd.yaml': leadingTo('d', 'a') });
      git('checkout', '--quiet', '-b', 'topic');
      git('rm', '--quiet', 'a.yaml');
      const { reported, scope, exitCode } = await report(folder, '.', ...option);
      expect(reported).toEqual({ 'd.yaml': ['pathways-lead-somewhere'] });
      expect(scope).toMatchObject({ descriptors: 1, of: 3, unchanged: 1 });
      expect(exitCode).toBe(1);
    },
  );

  it('is not missed by anything else', async () => {
    const { folder, git } = scratchRepository(three);
    git('rm', '--quiet', 'a.yaml');
    expect((await report(folder, '.', '--changed')).scope).toMatchObject({ descriptors: 0, of: 2 });
  });
});

describe('rules over the whole catalogue', () => {
  it('report what newly clashes with a descriptor that has changed', async () => {
    const { folder, write } = scratchRepository({ ...three, 'z.yaml': sound('z') });
    write({ 'a.yaml': sound('z') });
    const { reported, scope } = await report(folder, '.', '--changed');
    expect(reported).toEqual({ 'a.yaml': [], 'z.yaml': ['catalogue-ids-differ'] });
    expect(scope).toMatchObject({ unchanged: 1 });
    const { stdout } = await run(folder, '.', '--changed');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      '1 of those reported has not changed but fails a rule over the whole catalogue because of what has.',
    );
  });

  it('do not report again what failed before', async () => {
    const { folder, write } = scratchRepository({
      ...three,
      'z.yaml': leadingTo('z', 'nowhere'),
      'y.yaml': sound('a'),
    });
    write({ 'b.yaml': sound('b', 'B') });
    const { reported, exitCode } = await report(folder, '.', '--changed');
    expect({ reported, exitCode }).toEqual({ reported: { 'b.yaml': [] }, exitCode: 0 });
  });

  it('see those that have not changed', async () => {
    const { folder, write } = scratchRepository(three);
    write({ 'd.yaml': leadingTo('d', 'c'), 'e.yaml': leadingTo('e', 'nowhere') });
    expect((await report(folder, '.', '--changed')).reported).toEqual({
      'd.yaml': [],
      'e.yaml': ['pathways-lead-somewhere'],
    });
  });

  it('take a file that is renamed for what it was', async () => {
    const { folder, git } = scratchRepository({
      ...three,
      'y.yaml': sound('a'),
      'd.yaml': leadingTo('d', 'a'),
    });
    git('mv', 'c.yaml', 'sea.yaml');
    expect((await report(folder, '.', '--changed')).reported).toEqual({ 'sea.yaml': [] });
  });
});

describe('a change beside a descriptor', () => {
  const review = 'microcred-review: 1\nreviewer: { name: A. Person, role: panel }\nanswers: []\n';

  it.each([
    ['a new review', {}, { 'a.review.yaml': review }],
    ['another review', { 'a.review.yaml': review }, { 'a.review.yaml': `${review}# more\n` }],
    ['a review that is gone', { 'a.review.yaml': review }, { 'a.review.yaml': undefined }],
  ])('reports its descriptor: %s', async (_, before, after) => {
    const { folder, write } = scratchRepository({ ...three, ...before });
    write(after);
    expect(Object.keys((await report(folder, '.', '--changed')).reported)).toEqual(['a.yaml']);
  });

  it.each([
    ['rules', 'rules/catalogue-ids-differ.yaml', ['--rules', 'rules']],
    ['a file of clauses', 'clauses.yaml', ['--clauses', 'clauses.yaml']],
    ['a file of waivers', 'waivers.yaml', ['--waivers', 'waivers.yaml']],
    ['a configuration', 'microcred.config.yaml', []],
    ['what git ignores', '.gitignore', []],
    ['what is not checked, in the folder of one', 'courses/.microcredignore', []],
  ])('reports everything: %s', async (_, path, options) => {
    const rules = join(root, 'fixtures/cli/catalogue-rules');
    const files = Object.fromEntries(
      ['catalogue-ids-differ.yaml', 'sources.yaml'].map((name) => [
        `rules/${name}`,
        readFileSync(join(rules, name), 'utf8'),
      ]),
    );
    const beside = {
      'clauses.yaml':
        'clauses: 1\nframework: house-rules\ndocument: Example\nprinciples: { house-rules: { number: "2" } }\n',
      'waivers.yaml': noWaivers,
      'microcred.config.yaml': '{}\n',
      '.gitignore': '*.tmp\n',
      'courses/.microcredignore': '*.tmp\n',
    };
    const { folder, write } = scratchRepository({
      'courses/a.yaml': sound('a'),
      'b.yaml': sound('b'),
      ...beside,
      ...files,
    });
    const args = ['courses', 'b.yaml', '--changed', ...options];
    expect((await report(folder, ...args)).scope).toMatchObject({ descriptors: 0, of: 2 });
    write({ [path]: `${readFileSync(join(folder, path), 'utf8')}# more\n` });
    const { scope, stderr, reported } = await report(folder, ...args);
    expect(Object.keys(reported)).toEqual(['b.yaml', 'courses/a.yaml']);
    expect(scope).toMatchObject({ descriptors: 2, of: 2, unchanged: 0, widenedBy: [path] });
    expect(stderr).toContain(
      `Every descriptor is reported, because \`${path}\` has changed since the last commit.`,
    );
  });

  it.each(['house/README.md', 'docs/.gitignore', 'docs/microcred.config.yaml', 'docs/waivers.yaml', 'a.txt'])(
    'reports nothing where it decides nothing: %s',
    async (path) => {
      const { folder, write } = scratchRepository({
        'courses/a.yaml': sound('a'),
        'house/rule.md': '',
        'waivers.yaml': noWaivers,
      });
      cpSync(join(root, 'fixtures/cli/catalogue-rules'), join(folder, 'house'), { recursive: true });
      repositoryIn(folder).commit({});
      write({ [path]: 'x: 1\n' });
      const args = ['courses', '--changed', '--rules', 'house', '--waivers', 'waivers.yaml'];
      expect((await report(folder, ...args)).scope).toMatchObject({ descriptors: 0, of: 1 });
    },
  );

  it('is not held against descriptors that have not changed', async () => {
    const expired = `waivers: 1
exceptions:
  - { rule: catalogue-ids-differ, descriptors: [b], reason: Agreed by the Senate., until: "2026-01-31" }
`;
    const { folder, write } = scratchRepository({ ...three, 'waivers.yaml': expired });
    const findings = async () =>
      (await report(folder, '.', '--changed', '--waivers', 'waivers.yaml')).report.findings.map(
        ({ rule }) => rule,
      );
    write({ 'a.yaml': sound('a', 'A') });
    expect(await findings()).toEqual([]);
    write({ 'b.yaml': sound('b', 'B') });
    expect(await findings()).toEqual(['waiver']);
  });
});

describe('the command line', () => {
  it.each([
    [['--changed', '--staged'], 'The options `--changed` and `--staged` exclude each other.'],
    [['--since', 'main', '--staged'], 'The options `--since <git ref>` and `--staged` exclude each other.'],
    [['--since', 'main', '--changed'], 'The options `--since <git ref>` and `--changed` exclude each other.'],
    [['--since', ''], 'git knows no branch, tag or commit ``.'],
    [['--since', 'mian'], 'git knows no branch, tag or commit `mian`.\n  Did you mean `main`?'],
    [
      ['--since', 'release'],
      'git knows no branch, tag or commit `release`.\n  Did you mean `origin/release`?',
    ],
    [['--since', 'nothing-like-it'], 'what only the server has must be fetched first.'],
    [['--since', '--output=x'], 'git knows no branch, tag or commit `--output=x`.'],
    [['--since', '-h'], 'git knows no branch, tag or commit `-h`.'],
    [['--since', '^main'], 'git knows no branch, tag or commit `^main`.'],
    [['--since', 'main..HEAD'], 'git knows no branch, tag or commit `main..HEAD`.'],
    [['--since', 'main:a.yaml'], 'git knows no branch, tag or commit `main:a.yaml`.'],
    [['--since', '\u202e\u001b[31m'], 'git knows no branch, tag or commit `\\u202e\\u001b[31m`.'],
    [['--since', 'main; touch here'], 'git knows no branch, tag or commit `main; touch here`.'],
    [['-', '--changed'], 'The standard input is no file of a repository'],
    [['../elsewhere.yaml', '--changed'], 'lies outside the repository of the current folder'],
    [['../elsewhere.yaml', '--staged'], 'lies outside the repository of the current folder'],
  ] as const)('%j ends with 2 and says why', async (args, words) => {
    const { folder, git } = scratchRepository(three);
    git('update-ref', 'refs/remotes/origin/release', 'HEAD');
    writeFileSync(join(folder, '../elsewhere.yaml'), sound('elsewhere'));
    const { exitCode, stdout, stderr } = await run(folder, '.', ...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(git('status', '--porcelain')).toBe('');
  });

  it('does not overwrite a descriptor that is not reported', async () => {
    const { folder, write } = scratchRepository(three);
    write({ 'a.yaml': sound('a', 'A') });
    const { exitCode, stderr } = await run(folder, '.', '--changed', '-f', 'json=b.yaml');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('The report would overwrite `b.yaml`');
    expect(readFileSync(join(folder, 'b.yaml'), 'utf8')).toBe(sound('b'));
  });

  it('shows evidence where one descriptor of many is reported', async () => {
    const { folder, write } = scratchRepository(three);
    write({ 'a.yaml': leadingTo('a', 'b') });
    const came = await run(folder, '.', '--changed', '-f', 'json', '-f', 'html=page.html');
    const { descriptors } = JSON.parse(came.stdout) as Report;
    expect(descriptors[0]?.evidence?.length).toBeGreaterThan(0);
  });

  it('explains itself', async () => {
    const { exitCode, stdout } = await runInProcess({ args: ['explain', 'changed'] }, root);
    expect(exitCode).toBe(0);
    for (const name of ['--since', '--changed', '--staged']) expect(stdout).toContain(name);
  });
});

describe('what git cannot tell', () => {
  it('without a repository', async () => {
    const { folder } = scratchRepository(three);
    rmSync(join(folder, '.git'), { recursive: true });
    const { exitCode, stderr } = await run(folder, '.', '--changed');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('The current folder is in no working tree of git');
  });

  it('with a repository that is broken', async () => {
    const { folder } = scratchRepository(three);
    writeFileSync(join(folder, '.git/config'), '[core\n');
    const { exitCode, stderr } = await run(folder, '.', '--changed');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('git cannot tell what has changed: fatal: ');
  });

  it('without git', () => {
    const { folder } = scratchRepository(three);
    const env = { PATH: join(folder, 'no-programs') };
    const args = ['check', '.', '--changed', '--rules', '../rules', ...judgedBy];
    const { exitCode, stdout, stderr } = runAsProcess({ args, env }, folder);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('git is needed to tell what has changed');
  });

  it('in a clone that is too shallow', async () => {
    const origin = scratchRepository(three);
    origin.git('checkout', '--quiet', '-b', 'topic');
    origin.commit({ 'a.yaml': faulty('a') });
    origin.git('checkout', '--quiet', 'main');
    origin.commit({ 'b.yaml': sound('b', 'B') });
    const source = `file://${origin.folder}`;
    origin.git('clone', '--quiet', '--depth=1', '--branch=topic', source, '../estate-clone');
    const clone = repositoryIn(join(dirname(origin.folder), 'estate-clone'));
    const unfetched = await run(clone.folder, '.', '--since', 'origin/main');
    expect(unfetched.exitCode).toBe(2);
    expect(unfetched.stderr).toContain('`fetch-depth: 0`');
    clone.git('fetch', '--quiet', '--depth=1', 'origin', 'main:refs/remotes/origin/main');
    const { exitCode, stderr } = await run(clone.folder, '.', '--since', 'origin/main');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('There is no commit from which both `origin/main` and the present state come');
    expect(stderr).toContain('git fetch --unshallow');
    clone.git('fetch', '--quiet', '--unshallow');
    expect((await report(clone.folder, '.', '--since', 'origin/main')).reported).toEqual({
      'a.yaml': ['schema'],
    });
  });

  it('between histories that have nothing in common', async () => {
    const { folder, git, commit } = scratchRepository(three);
    git('checkout', '--quiet', '--orphan', 'other');
    commit({ 'a.yaml': sound('a', 'A') });
    const { exitCode, stderr } = await run(folder, '.', '--since', 'main');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('There is no commit from which both `main` and the present state come.');
  });
});

it('works as a program of its own, too', () => {
  const { folder, git, write } = scratchRepository({ ...three, 'd.yaml': leadingTo('d', 'a') });
  write({ 'b.yaml': faulty('b') });
  git('rm', '--quiet', 'a.yaml');
  const args = ['check', '.', '--staged', '--rules', '../rules', '-f', 'json', ...judgedBy];
  const staged = runAsProcess({ args }, folder);
  expect(staged.exitCode).toBe(1);
  expect((JSON.parse(staged.stdout) as Report).descriptors.map(({ path }) => path)).toEqual(['d.yaml']);
  const since = runAsProcess(
    { args: args.map((one) => (one === '--staged' ? '--since=main' : one)) },
    folder,
  );
  expect((JSON.parse(since.stdout) as Report).descriptors.map(({ path }) => path)).toEqual([
    'b.yaml',
    'd.yaml',
  ]);
});
