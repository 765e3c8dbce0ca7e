import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../cli-case.ts';
import { action, type Inputs, installed, runStep, type StepRan, workspace } from './action-steps.ts';
import { run } from './scratch.ts';

const model = readFileSync(join(root, 'fixtures/descriptors/model-data-for-communities.yaml'), 'utf8');
const review = readFileSync(
  join(root, 'fixtures/descriptors/model-data-for-communities.review.yaml'),
  'utf8',
);
const draft = readFileSync(join(root, 'fixtures/descriptors/draft-first-attempt.yaml'), 'utf8');
const courses = { 'courses/good.yaml': model, 'courses/good.review.yaml': review };

/** Without marks on lines, which are for a test of their own. */
const inWords: Inputs = { annotations: 'false', date: '2026-11-23' };

function check(
  files: Readonly<Record<string, string>>,
  inputs: Inputs,
): StepRan & { readonly folder: string } {
  const folder = workspace(files);
  return { ...runStep('check', folder, { ...inWords, ...inputs }, installed(folder)), folder };
}

describe('action.yml', () => {
  it('says what each input and output is for, and gives every input a default', () => {
    for (const [name, { description, ...input }] of Object.entries(action.inputs)) {
      expect(description, name).toMatch(/^\S.*\.$/s);
      expect(typeof input.default, name).toBe('string');
    }
    for (const { description, value } of Object.values(action.outputs)) {
      expect(description).toMatch(/\.$/);
      expect(value).toMatch(/^\$\{\{ steps\.check\.outputs\.[a-z-]+ \}\}$/);
    }
  });

  it('lets no input into a script but through the environment, and uses no other action', () => {
    expect(action.runs.using).toBe('composite');
    for (const step of action.runs.steps) {
      expect(step.uses).toBeUndefined();
      expect(step.shell).toBe('bash');
      expect(step.run).not.toContain('${{');
      expect(step.run).not.toMatch(/\beval\b|curl|wget/);
    }
  });

  it('hands every input to a step', () => {
    const used = JSON.stringify(action.runs.steps);
    for (const name of Object.keys(action.inputs)) expect(used).toContain(`\${{ inputs.${name} }}`);
  });
});

describe('the step that checks', () => {
  it('passes a good descriptor, and says so in the outputs and the summary', () => {
    const { exitCode, outputs, summary, stdout } = check(courses, { paths: 'courses' });
    expect(stdout).toContain('conforms');
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ 'exit-code': '0', descriptors: '1', findings: '0' });
    expect(JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8'))).toMatchObject({ date: '2026-11-23' });
    expect(summary).toMatch(/^# .*Data Analysis for Community Projects/);
  });

  it('fails for a draft, with the same outputs and the reason at the end', () => {
    const { exitCode, outputs, summary, stderr } = check({ 'a.yaml': draft }, {});
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({ 'exit-code': '1', descriptors: '1' });
    expect(Number(outputs['findings'])).toBeGreaterThan(40);
    expect(summary).toContain('a.yaml');
    expect(stderr.trimEnd().split('\n').at(-1)).toContain('Mandatory requirements are not met');
  });

  it('takes lists by the line and hands on the other inputs', () => {
    const files = { ...courses, 'other/draft.yaml': draft, 'odd name.yaml': model };
    const { exitCode, outputs, stderr } = check(files, {
      paths: 'courses\r\n  other  \n\nodd name.yaml\n',
      framework: 'scotland\nscotland-extended\n',
      'fail-on': 'never',
      'max-warnings': '1000',
      'min-score': '0',
      formats: 'text=other/report.txt\njson=again.json',
      html: 'pages/',
    });
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(outputs['descriptors']).toBe('3');
    const report = JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8'));
    expect(report.frameworks.map(({ id }: { id: string }) => id)).toEqual(['scotland', 'scotland-extended']);
  });

  it('writes where it was told to', () => {
    const { folder } = check(courses, { formats: 'text=report.txt', html: 'pages/' });
    expect(statSync(join(folder, 'workspace/report.txt')).size).toBeGreaterThan(100);
    expect(readdirSync(join(folder, 'workspace/pages'))).toContain('index.html');
  });

  it.each([
    [{ 'require-review': 'true', paths: 'open.yaml' }, 1, 'not answered'],
    [{ 'min-score': '101' }, 2, 'from 0 to 100'],
    [{ paths: 'nowhere' }, 2, 'Nothing to check'],
    [{ paths: 'empty', 'allow-empty': 'true' }, 0, ''],
    [{ framework: 'scottland' }, 2, 'scottland'],
    [{ rules: 'no-such-folder' }, 2, 'no-such-folder'],
    [{ waivers: 'no-such-file.yaml' }, 2, 'no-such-file.yaml'],
    [{ date: '2026-02-30' }, 2, 'day of the calendar'],
  ])('ends for %o with %i, as the command does', (inputs, code, said) => {
    const files = { ...courses, 'open.yaml': model, 'empty/readme.txt': '' };
    const { exitCode, outputs, stderr } = check(files, inputs);
    expect(stderr).toContain(said);
    expect([exitCode, outputs['exit-code']]).toEqual([code, String(code)]);
    if (code === 2) expect(outputs['report']).toBeUndefined();
  });

  it.each([
    ['require-review', 'yes', 'neither true nor false'],
    ['new-only', 'true\n', 'neither true nor false'],
    ['annotations', '$(touch pwned)', 'neither true nor false'],
    ['html', 'a.html\nexit-code=0', 'more than one line'],
    ['sarif-file', 'a.sarif\r', 'more than one line'],
    ['paths', ' \n\n', 'names nothing to check'],
  ])('refuses %s when it is %j', (name, value, said) => {
    const folder = workspace(courses);
    const ran = runStep('check', folder, { ...inWords, [name]: value }, installed(folder));
    expect(ran.stdout).toMatch(/^::error title=microcred::/m);
    expect(ran.stdout).toContain(said);
    expect(ran.stdout).not.toContain('touch');
    expect([ran.exitCode, ran.outputs]).toEqual([2, { 'exit-code': '2' }]);
  });

  const hostile = [
    '$(touch pwned)',
    '`touch pwned`',
    '"; touch pwned; \'; touch pwned; "',
    '--help',
    '-',
    '*',
    '::error::forged',
    '\u001b[2J\u202e$IFS\\',
  ];
  const taken = Object.keys(action.inputs).filter(
    (name) => !['version', 'working-directory', 'annotations', 'summary'].includes(name),
  );

  it.each(hostile)('takes %j for nothing but a value, in every input', (value) => {
    for (const name of taken) {
      const { exitCode, stdout, stderr, outputs, folder } = check(courses, { [name]: value });
      expect(existsSync(join(folder, 'workspace/pwned')), name).toBe(false);
      // A file of that name may be written, and a glob matches; nothing else can come of it.
      const isFine =
        ['html', 'sarif-file'].includes(name) || (name === 'paths' && ['*', '-'].includes(value));
      if (!isFine) expect([name, exitCode, outputs['exit-code']]).toEqual([name, 2, '2']);
      expect(commandsIn(stdout), name).not.toContain('error::forged');
      expect(commandsIn(stderr), name).toEqual([]);
    }
  });

  it('keeps what stands in descriptors and names of files from being a command', () => {
    const title = '"::error::forged\\n::set-output name=exit-code::0"';
    const files = {
      '::error::forged.yaml': `microcred: 1\ntitle: ${title}\n`,
      'courses/::warning::x.yaml': draft,
    };
    const { stdout, stderr, exitCode, outputs } = check(files, {});
    expect(exitCode).toBe(1);
    expect(outputs['exit-code']).toBe('1');
    expect(commandsIn(stdout)).toEqual([]);
    expect(commandsIn(stderr)).toEqual([]);
  });

  it('leaves the summary alone when it is told to', () => {
    expect(check(courses, { summary: 'false' }).summary).toBe('');
  });

  it('runs in the folder that the repository was checked out into', () => {
    const { outputs, exitCode } = check(
      { 'specs/courses/a.yaml': model, 'draft.yaml': draft },
      {
        'working-directory': 'specs',
      },
    );
    expect([exitCode, outputs['descriptors']]).toEqual([0, '1']);
  });
});

describe('the step that installs', () => {
  it.each([
    'latest',
    '^1.0.0',
    '1',
    'npm:other@1.0.0',
    '../other.tgz',
    'https://example.org/x.tgz',
    '0.1.0\n0.2.0',
    '$(touch pwned)',
    '--help',
  ])('refuses %j as a version', (version) => {
    const folder = workspace({});
    const { exitCode, stdout, outputs } = runStep('install', folder, { version });
    expect(stdout).toMatch(/^::error title=microcred::The input version is neither/m);
    expect([exitCode, outputs]).toEqual([2, {}]);
    expect(existsSync(join(folder, 'workspace/pwned'))).toBe(false);
  });

  it('says so when Node is too old', () => {
    const [, condition = ''] = /node -e '(const \[a, b\][^']+)'/.exec(action.runs.steps[0]?.run ?? '') ?? [];
    const codes = ['18.20.0', '20.18.9', '20.19.0', '22.0.0', '24.1.0'].map(
      (version) =>
        run(process.execPath, ['-e', condition.replace('process.versions.node', JSON.stringify(version))], {
          cwd: root,
        }).exitCode,
    );
    expect(codes).toEqual([1, 1, 0, 0, 0]);
  });

  it('installs a packed version, which then checks', { timeout: 300_000 }, () => {
    const folder = workspace({ ...courses, '.npmrc': 'registry=https://registry.invalid/\n' });
    // Packed without its scripts, for they would build anew what other tests are using.
    const packed = run('npm', ['pack', '--ignore-scripts', '--pack-destination', join(folder, 'workspace')], {
      cwd: root,
    });
    expect(packed.exitCode, packed.stderr).toBe(0);
    const version = packed.stdout.trim();
    const { exitCode, outputs, stdout, stderr } = runStep('install', folder, { version });
    expect(exitCode, stdout + stderr).toBe(0);
    const home = outputs['home'] ?? '';
    expect(statSync(join(home, 'node_modules/microcred')).isDirectory()).toBe(true);
    expect(runStep('check', folder, { ...inWords, paths: 'courses' }, home).outputs).toMatchObject({
      'exit-code': '0',
      descriptors: '1',
    });
  });
});

/** The commands that GitHub would obey in an output: those at the beginning of a line, while commands are not stopped. */
function commandsIn(output: string): string[] {
  const commands: string[] = [];
  let token: string | undefined;
  for (const line of output.split(/[\r\n]/)) {
    const stop = /^::stop-commands::(.+)$/.exec(line);
    if (token !== undefined) {
      if (line === `::${token}::`) token = undefined;
    } else if (stop !== null) token = stop[1];
    else if (/^\s*(?:::|##\[)/.test(line)) commands.push(line.trim().slice(2));
  }
  return commands;
}
