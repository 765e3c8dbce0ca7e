import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodeText } from '../descriptor/decode-text.ts';
import { readDocuments, type SourceDocument } from '../descriptor/descriptor.ts';
import type { Finding, Range } from '../descriptor/finding.ts';
import { isJsonArray, isJsonObject, type JsonPointer } from '../descriptor/json-pointer.ts';
import { maxTextLength } from '../descriptor/limits.ts';
import { schemaFaults } from '../descriptor/schema.ts';
import { findingsOfBaseline } from '../report/baseline-fault.ts';
import type { NamedFile } from '../report/report.ts';
import { entriesIn, type ReadEntry } from './baseline-entries.ts';
import type { CompiledCatalogue } from './compiled-catalogue.ts';
import { errorCode, reasonOfDiskError } from './disk-trouble.ts';
import { tooLarge } from './file-faults.ts';
import { printedPath } from './printed-path.ts';
import type { Problem } from './problem.ts';
import { readBytes } from './read-bytes.ts';

/** What a baseline comes to. */
export interface ReadBaseline {
  readonly file: NamedFile;
  readonly text: string;
  /** Whether there is nothing in it at all. */
  readonly isEmpty: boolean;
  readonly entries: readonly ReadEntry[];
  /** What is wrong with single entries; those do not count. */
  readonly findings: readonly Finding[];
  /** What keeps the file from being read at all. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a baseline.
 *
 * @param path as the command line names it
 * @returns undefined where there is no such file
 */
export function readBaseline(
  path: string,
  cwd: string,
  builtIn: CompiledCatalogue,
): ReadBaseline | undefined {
  const file = resolve(cwd, path);
  const shown = printedPath(file, cwd);
  const bytes = bytesOf(file, shown);
  if (bytes === undefined) return undefined;
  if ('message' in bytes) return unread({ path: shown, sha256: '' }, [bytes]);
  const named: NamedFile = { path: shown, sha256: hash('sha256', bytes) };
  const decoded = decodeText(bytes);
  if (!('text' in decoded)) return unread(named, [problemAt(shown, decoded.fault, decoded.range)]);
  return readText(decoded.text, named, builtIn);
}

function readText(text: string, file: NamedFile, builtIn: CompiledCatalogue): ReadBaseline {
  const documents = readDocuments({ path: file.path, text });
  const problems = documents.flatMap((document) => problemsOf(document, builtIn));
  if (problems.length > 0) return unread(file, problems, text.trim() === '');
  const { entries, faults } = entriesIn(documents, builtIn);
  return { file, text, isEmpty: false, entries, findings: findingsOfBaseline(faults), problems: [] };
}

/** Looks at a baseline that we have written ourselves. @throws Error if anything is wrong with it, which would be a bug */
export function assertSound(text: string, builtIn: CompiledCatalogue): void {
  const { findings, problems } = readText(text, { path: 'baseline', sha256: '' }, builtIn);
  const fault = problems[0] ?? findings[0];
  if (fault !== undefined) throw new Error(`The baseline would not be sound: ${fault.message}`);
}

function unread(file: NamedFile, problems: readonly Problem[], isEmpty = false): ReadBaseline {
  return { file, text: '', isEmpty, entries: [], findings: [], problems };
}

/** The bytes of the file, or why there are none; undefined where there is no file. */
function bytesOf(file: string, shown: string): Uint8Array | Problem | undefined {
  const unreadable = (reason: string): Problem => ({
    message: `The baseline \`${shown}\` cannot be read: ${reason}.`,
    help: 'Name a YAML file; its form is printed by `microcred schema baseline`.',
  });
  try {
    const status = statSync(file);
    if (status.isDirectory()) return unreadable('it is a folder');
    // Reading from a pipe or a device might never end.
    if (!status.isFile()) return unreadable('it is no regular file');
    return readBytes(file, maxTextLength) ?? { ...tooLarge, message: `${shown}: ${tooLarge.message}` };
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? undefined : unreadable(reasonOfDiskError(error));
  }
}

/** What keeps a document from being a baseline; faults of single entries do not. */
function problemsOf(document: SourceDocument, builtIn: CompiledCatalogue): Problem[] {
  const { data, faults, source } = document;
  const at = (
    words: Pick<Problem, 'message' | 'help'>,
    pointer: JsonPointer,
    part?: 'key' | 'value',
  ): Problem => problemAt(source.path, words, document.locate(pointer, part));
  if (data === undefined) {
    return faults.map(({ fault, range }) =>
      problemAt(source.path, fault.kind === 'file' ? { ...fault, help: noBaseline.help } : fault, range),
    );
  }
  if (!isJsonObject(data) || !Object.hasOwn(data, 'baseline')) return [at(noBaseline, '')];
  if (isJsonArray(data['baseline'])) return [at(listInPlaceOfVersion, '/baseline', 'key')];
  return schemaFaults(builtIn.schema('baseline'), builtIn.validators.baseline, data)
    .filter(({ pointer }) => !/^\/entries\/\d/.test(pointer))
    .map((fault) => at(fault, fault.pointer, fault.part));
}

const noBaseline = {
  message: 'The file is no baseline: it has no field `baseline`.',
  help: 'Name another file, or let `microcred check --write-baseline <file>` write one.',
};

const listInPlaceOfVersion = {
  message: 'The field `baseline` holds a list, where the version of the format belongs.',
  help: 'Write `baseline: 1`, and put the list under `entries`.',
};

/** A problem with its place in a file. */
export function problemAt(
  path: string,
  { message, help }: Pick<Problem, 'message' | 'help'>,
  { start }: Range,
): Problem {
  return {
    message,
    ...(help === undefined ? {} : { help }),
    place: { path, line: start.line, column: start.column },
  };
}
