import { mkdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unknownName } from '../descriptor/unknown-name.ts';
import { formatFor } from '../formats/automatic-format.ts';
import { reportFormats } from '../formats/index.ts';
import type { ReportFormat, WriteOptions } from '../formats/report-format.ts';
import type { Report } from '../report/report.ts';
import { errorCode } from '../workspace/disk-trouble.ts';
import { isWithin } from '../workspace/printed-path.ts';
import type { Problem } from '../workspace/problem.ts';
import { reviewPathOf } from '../workspace/review-path.ts';
import { writeWholeFile } from '../workspace/write-whole-file.ts';
import type { Io } from './io.ts';

/** A format that a report is to be written in, and the file or folder that it goes to; stdout if there is none. */
export interface Output {
  readonly name: string;
  readonly format: ReportFormat;
  readonly file?: string;
  /** The name is that of a folder: it ends with a separator, and the format writes several files into it. */
  readonly isFolder?: true;
}

/**
 * Reads `text`, `json=report.json`, `json=-`, `html=pages/` … Only one format can go to stdout, and only one to each file.
 *
 * @param env decides what `auto` stands for
 */
export async function readOutputs(
  values: readonly string[],
  cwd: string,
  env: Io['env'],
): Promise<{ readonly outputs: readonly Output[] } | { readonly problems: readonly Problem[] }> {
  const read = await Promise.all(
    (values.length === 0 ? ['text'] : values).map((value) => readOutput(value, env)),
  );
  const problems = read.flatMap((one) => ('message' in one ? [one] : []));
  if (problems.length > 0) return { problems };
  const outputs = read.flatMap((one) => ('format' in one ? [one] : []));
  const targets = outputs.map(({ file }) => (file === undefined ? undefined : resolve(cwd, file)));
  const repeated = outputs.find((_, index) => targets.indexOf(targets[index]) < index);
  if (repeated === undefined) return { outputs };
  const problem =
    repeated.file === undefined
      ? {
          message: 'Only one format can go to stdout.',
          help: 'Send the others to files, such as `-f json=report.json`.',
        }
      : {
          message: `Two formats cannot go to the same file \`${repeated.file}\`.`,
          help: 'Name another file.',
        };
  return { problems: [problem] };
}

async function readOutput(value: string, env: Io['env']): Promise<Output | Problem> {
  const [written = '', ...rest] = value.split('=');
  const file = rest.join('=');
  const name = written === 'auto' ? formatFor(env) : written;
  const entry = reportFormats.find((candidate) => candidate.name === name);
  if (entry === undefined)
    return unknownName('format', name, [...reportFormats.map((one) => one.name), 'auto']);
  const format = await entry.load();
  if (rest.length === 0 || file === '-') return { name, format };
  if (file === '') {
    const help = `Write \`${name}=<file>\`, or \`${name}\` alone for stdout.`;
    return { message: `No file is named after \`${name}=\`.`, help };
  }
  if (!/[/\\]$/.test(file)) return { name, format, file };
  if (format.writeFolder !== undefined) return { name, format, file, isFolder: true };
  const help = `Name a file without \`/\` at its end, such as \`${name}=report.${format.fileExtension}\`.`;
  return { message: `The format ${name} is one file and cannot be a folder \`${file}\`.`, help };
}

/** What a run was made from beside the descriptors: single files, and folders with everything in them. */
export interface RunInputs {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/**
 * Whether an output would overwrite something that the run was made from, and what to say then.
 *
 * @param checked paths of all files that were looked at, also those that the report says nothing of
 */
export function overwritingProblem(
  outputs: readonly Output[],
  report: Report,
  checked: readonly string[],
  inputs: RunInputs,
  options: WriteOptions,
  cwd: string,
): Problem | undefined {
  const real = (path: string): string => realPath(resolve(cwd, path));
  // A review that is not there yet belongs to its descriptor all the same.
  const files = checked.flatMap((path) => [path, reviewPathOf(path)]);
  const inUse = new Set([...files, ...inputs.files].map(real));
  const folders = inputs.folders.map(real);
  for (const { format, file, isFolder } of outputs) {
    if (file === undefined) continue;
    const names = isFolder
      ? [...(format.writeFolder?.(report, options) ?? [])].map(({ name }) => name)
      : [''];
    const targets = names.map((name) => join(file, name));
    const danger = targets.find(
      (target) => inUse.has(real(target)) || folders.some((folder) => isWithin(real(target), folder)),
    );
    if (danger === undefined) continue;
    return {
      message: `The report would overwrite \`${danger}\`, which the run was made from.`,
      help: isFolder ? 'Name another folder for it.' : 'Name another file for it.',
    };
  }
  return undefined;
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'what should be its folder is a file',
  EISDIR: 'it is a folder',
  EEXIST: 'a file of that name is there',
  EACCES: 'permission to write it is denied',
  EPERM: 'permission to write it is denied',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
};

/** Writes a report to the file or folder of an output; gives what kept it from being written. */
export function writeToDisk(
  { format, file = '', isFolder }: Output,
  report: Report,
  options: WriteOptions,
  cwd: string,
): Problem | undefined {
  const path = resolve(cwd, file);
  try {
    if (isFolder !== true) {
      writeWholeFile(path, format.write(report, options));
      return undefined;
    }
    mkdirSync(path, { recursive: true });
    for (const { name, pieces } of format.writeFolder?.(report, options) ?? []) {
      writeWholeFile(join(path, name), pieces);
    }
    return undefined;
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return {
      message: `The report cannot be written to \`${file}\`: ${reasons[code] ?? `the system reports ${code}`}.`,
      help:
        isFolder === true
          ? 'Name a folder that may be written to.'
          : 'Name a file in a folder that exists and may be written to.',
    };
  }
}

/** Of which descriptors the outputs show what they say where rules look: a folder has a page for each. */
export function evidenceFor(outputs: readonly Output[]): 'none' | 'single' | 'all' {
  const showing = outputs.filter(({ format }) => format.showsEvidence);
  if (showing.some(({ isFolder }) => isFolder)) return 'all';
  return showing.length > 0 ? 'single' : 'none';
}
