import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { root } from '../cli-case.ts';
import { plainEnvironment, run, scratchFolder } from './scratch.ts';

const text = readFileSync(join(root, 'Dockerfile'), 'utf8');
const instructions = DockerfileParser.parse(text).getInstructions();
const keywordOf = (instruction: (typeof instructions)[number]): string => instruction.getKeyword();
const argumentsOf = (instruction: (typeof instructions)[number] | undefined): string[] =>
  instruction?.getArguments().map((argument) => argument.getValue()) ?? [];
const lastStage = instructions.slice(instructions.map(keywordOf).lastIndexOf('FROM'));
const inLastStage = (keyword: string) => lastStage.filter((one) => keywordOf(one) === keyword);

describe('the Dockerfile', () => {
  it('has nothing that a linter objects to', () => {
    const complaints = (file: string) =>
      validate(file).map(({ message, range }) => `${range.start.line + 1}: ${message}`);
    expect(complaints(text)).toEqual([]);
    // The linter is there, and looks.
    expect(complaints('FROM node\nWORKDIR work\nENTRIPOINT x\n').length).toBeGreaterThan(0);
  });

  it('takes its images from arguments, so that they can be named by digest, and none by a tag that says nothing', () => {
    const images = instructions.filter((one) => keywordOf(one) === 'FROM').map((one) => argumentsOf(one)[0]);
    expect(images).toEqual([
      expect.stringMatching(/^\$\{BUILD_IMAGE\}$/),
      expect.stringMatching(/^\$\{RUNTIME_IMAGE\}$/),
    ]);
    for (const one of instructions.filter((each) => keywordOf(each) === 'ARG')) {
      expect(argumentsOf(one)[0]).toMatch(/^\w+=[\w./-]+:(?!latest)[\w.-]+$/);
    }
  });

  it('runs nothing in the last stage, and nothing as root', () => {
    expect(inLastStage('RUN')).toEqual([]);
    expect(inLastStage('ADD')).toEqual([]);
    const [user = ''] = argumentsOf(inLastStage('USER')[0]);
    expect(user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(argumentsOf(inLastStage('WORKDIR')[0])).toEqual(['/work']);
  });

  it('puts together a program that needs no packages and knows every format', () => {
    const image = scratchFolder();
    for (const one of inLastStage('COPY')) {
      const paths = argumentsOf(one).filter((value) => !value.startsWith('--'));
      const target = paths.at(-1) ?? '';
      for (const source of paths.slice(0, -1)) {
        const from = join(root, source.replace(/^\/src\//, ''));
        const to = join(image, target, target.endsWith('/') ? source.replace(/^.*\//, '') : '');
        mkdirSync(dirname(to), { recursive: true });
        cpSync(from, to, { recursive: true });
      }
    }
    const entry: string[] = JSON.parse(
      lastStage.find((one) => keywordOf(one) === 'ENTRYPOINT')?.getArgumentsContent() ?? '',
    );
    expect(entry[0]).toBe('/nodejs/bin/node');
    const program = join(image, entry[1] ?? '');
    const call = (...args: string[]) =>
      run(process.execPath, [program, ...args], { cwd: join(root, 'fixtures/cli'), env: plainEnvironment() });
    const good = '../descriptors/model-data-for-communities.yaml';
    const house = ['--rules', 'rules', '--framework', 'tiny', '--fail-on', 'never'];
    for (const args of [
      ['check', good],
      ['check', 'descriptors', ...house],
      ...['json', 'html', 'markdown'].map((format) => ['check', good, '--format', format]),
      ...[
        ['explain', 'score'],
        ['explain', 'cost-fee-is-stated'],
        ['rules'],
        ['frameworks'],
        ['schema', 'report'],
      ],
    ]) {
      const { exitCode, stderr } = call(...args);
      expect([args.join(' '), exitCode, stderr]).toEqual([args.join(' '), 0, '']);
    }
  });
});

const isImageRequired = process.env['MICROCRED_DOCKER_TESTS'] === 'required';

describe('the image', () => {
  if (!isImageRequired) {
    // Base images come from where they are published, so building is for those who ask for it.
    it('was NOT BUILT, because MICROCRED_DOCKER_TESTS=required does not ask for it', () => {
      expect(isImageRequired).toBe(false);
    });
    return;
  }
  it('is built, checks, and has no shell', { timeout: 900_000 }, () => {
    const build = run('docker', ['build', '--quiet', '.'], { cwd: root });
    expect(build.exitCode, build.stderr).toBe(0);
    const call = (options: string[], args: string[]) =>
      run('docker', ['run', '--rm', '--network', 'none', ...options, build.stdout.trim(), ...args], {
        cwd: root,
      });
    const volume = ['--volume', `${join(root, 'fixtures/descriptors')}:/work:ro`];
    expect(call(volume, ['check', 'model-data-for-communities.yaml']).exitCode).toBe(0);
    expect(call(volume, ['check', 'draft-first-attempt.yaml']).exitCode).toBe(1);
    expect(call(['--entrypoint', '/bin/sh'], ['-c', 'id']).exitCode).not.toBe(0);
  });
});
