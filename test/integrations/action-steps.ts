import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../cli-case.ts';
import { plainEnvironment, type Ran, run, scratchFolder, writeFiles } from './scratch.ts';

/** `action.yml`, as far as the tests look at it. */
export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export interface Step {
  readonly id: string;
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
  readonly run: string;
  readonly uses?: string;
}

export const action: Action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));

/** What a step came to: also the outputs and the summary that it wrote where GitHub looks for them. */
export interface StepRan extends Ran {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export type Inputs = Readonly<Record<string, string>>;

/** A workspace as a runner has it, with these files checked out. */
export function workspace(files: Readonly<Record<string, string>>): string {
  const folder = scratchFolder();
  mkdirSync(join(folder, 'temp'));
  mkdirSync(join(folder, 'workspace'));
  writeFiles(join(folder, 'workspace'), files);
  return folder;
}

/** The folder that the step `install` makes, but for the installing: the built program is linked into it. */
export function installed(folder: string): string {
  const home = join(folder, 'temp', 'home');
  mkdirSync(join(home, 'node_modules'), { recursive: true });
  symlinkSync(root, join(home, 'node_modules', 'microcred'), 'junction');
  return home;
}

/** Runs a step as GitHub does: expressions are filled in where they may stand, and bash is called as it calls it. */
export function runStep(id: string, folder: string, inputs: Inputs, home = ''): StepRan {
  const step = action.runs.steps.find((one) => one.id === id);
  if (step === undefined) throw new Error(`action.yml has no step ${id}.`);
  const filled = (text: string): string =>
    text.replace(/\$\{\{ (\S+) \}\}/g, (_, expression: string) => {
      if (expression === 'steps.install.outputs.home') return home;
      const name = expression.replace(/^inputs\./, '');
      const value = inputs[name] ?? action.inputs[name]?.default;
      if (value === undefined) throw new Error(`action.yml has no input ${name}.`);
      return value;
    });
  const files = {
    output: join(folder, 'output'),
    summary: join(folder, 'summary'),
    script: join(folder, 'script'),
  };
  writeFiles(folder, { output: '', summary: '', script: step.run });
  const ran = run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', files.script], {
    cwd: join(folder, 'workspace', filled(step['working-directory'] ?? '.')),
    env: plainEnvironment({
      ...Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, filled(value)])),
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKFLOW: 'test',
      GITHUB_ACTION_PATH: root,
      GITHUB_WORKSPACE: join(folder, 'workspace'),
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      RUNNER_TEMP: join(folder, 'temp'),
      npm_config_prefer_offline: 'true',
    }),
  });
  const outputs = readFileSync(files.output, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return {
    ...ran,
    outputs: Object.fromEntries(
      outputs.map((line) => [line.replace(/=.*/s, ''), line.replace(/^[^=]*=/, '')]),
    ),
    summary: existsSync(files.summary) ? readFileSync(files.summary, 'utf8') : '',
  };
}
