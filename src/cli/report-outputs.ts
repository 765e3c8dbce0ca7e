import { closeSync, openSync, realpathSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { unknownName } from '../descriptor/unknown-name.ts';
import { reportFormats } from '../formats/index.ts';
import type { ReportFormat } from '../formats/report-format.ts';
import type { Report } from '../report/report.ts';
import { errorCode } from '../workspace/disk-trouble.ts';
import type { Problem } from '../workspace/problem.ts';

/** A format that a report is to be written in, and the file that it goes to; stdout if there is none. */
export interface Output {
  readonly format: ReportFormat;
  readonly file?: string;
}

/** Reads `text`, `json=report.json`, `json=-` … Only one format can go to stdout, and only one to each file. */
export function readOutputs(
  values: readonly string[],
  cwd: string,
): { readonly outputs: readonly Output[] } | { readonly problems: readonly Problem[] } {
  const read = (values.length === 0 ? ['text'] : values).map(readOutput);
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

function readOutput(value: string): Output | Problem {
  const [name = '', ...rest] = value.split('=');
  const file = rest.join('=');
  const format = reportFormats.find((candidate) => candidate.name === name);
  if (format === undefined) {
    return unknownName(
      'format',
      name,
      reportFormats.map((one) => one.name),
    );
  }
  if (rest.length === 0 || file === '-') return { format };
  if (file !== '') return { format, file };
  const help = `Write \`${name}=<file>\`, or \`${name}\` alone for stdout.`;
  return { message: `No file is named after \`${name}=\`.`, help };
}

/** Whether an output would overwrite a file that was checked, and what to say then. */
export function overwritingProblem(
  outputs: readonly Output[],
  { descriptors }: Report,
  cwd: string,
): Problem | undefined {
  const checked = new Set(descriptors.map(({ path }) => realPath(resolve(cwd, path))));
  const danger = outputs.find(({ file }) => file !== undefined && checked.has(realPath(resolve(cwd, file))));
  if (danger === undefined) return undefined;
  return {
    message: `The report would overwrite \`${danger.file}\`, which is one of the files checked.`,
    help: 'Name another file for it.',
  };
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
  EACCES: 'permission to write it is denied',
  EPERM: 'permission to write it is denied',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
};

/** Writes a report to a file; gives what kept it from being written. */
export function writeToFile(file: string, pieces: Iterable<string>, cwd: string): Problem | undefined {
  try {
    const descriptor = openSync(resolve(cwd, file), 'w');
    try {
      for (const piece of pieces) writeSync(descriptor, piece);
    } finally {
      closeSync(descriptor);
    }
    return undefined;
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return {
      message: `The report cannot be written to \`${file}\`: ${reasons[code] ?? `the system reports ${code}`}.`,
      help: 'Name a file in a folder that exists and may be written to.',
    };
  }
}
