import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodeText } from '../descriptor/decode-text.ts';
import { readDocuments, type SourceDocument } from '../descriptor/descriptor.ts';
import type { Finding, Range } from '../descriptor/finding.ts';
import { isJsonArray, isJsonObject, type JsonPointer } from '../descriptor/json-pointer.ts';
import { maxTextLength } from '../descriptor/limits.ts';
import { schemaFaults } from '../descriptor/schema.ts';
import type { NamedFile } from '../report/report.ts';
import type { Waiver } from '../report/waiver.ts';
import type { CompiledCatalogue } from './compiled-catalogue.ts';
import { errorCode, reasonOfDiskError } from './disk-trouble.ts';
import { tooLarge } from './file-faults.ts';
import { printedPath } from './printed-path.ts';
import type { Problem } from './problem.ts';
import { readBytes } from './read-bytes.ts';
import { type FileWaiver, readExceptions } from './read-exceptions.ts';

export { type FileWaiver, unknownDescriptors } from './read-exceptions.ts';

/** What a file of waivers comes to. */
export interface ReadWaivers {
  readonly file: NamedFile;
  readonly waivers: readonly FileWaiver[];
  /** What is wrong with single waivers; those do not count. */
  readonly findings: readonly Finding[];
  /** What keeps the file from being read at all. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a file of waivers.
 *
 * @param path as the command line names it
 * @param ruleIds all rules that there are, for names that nobody knows
 */
export function readWaiversFile(
  path: string,
  cwd: string,
  ruleIds: readonly string[],
  builtIn: CompiledCatalogue,
): ReadWaivers {
  const file = resolve(cwd, path);
  const shown = printedPath(file, cwd);
  const bytes = bytesOf(file, shown);
  if ('message' in bytes) return unread({ path: shown, sha256: '' }, [bytes]);
  const named: NamedFile = { path: shown, sha256: hash('sha256', bytes) };
  const decoded = decodeText(bytes);
  if (!('text' in decoded)) return unread(named, [problemAt(shown, decoded.fault, decoded.range)]);
  const [document, second] = readDocuments({ path: shown, text: decoded.text });
  if (document === undefined) return unread(named, []);
  const problems = problemsOf(document, second, builtIn);
  if (problems.length > 0) return unread(named, problems);
  return { file: named, ...readExceptions(document, ruleIds, builtIn), problems: [] };
}

/** The waivers of a file that are for a descriptor. */
export function waiversFor(
  waivers: readonly FileWaiver[],
  descriptor: { readonly path: string; readonly id: string | undefined },
): Waiver[] {
  return waivers.flatMap(({ descriptors, ...waiver }) => {
    const isFor =
      descriptors === 'all' ||
      descriptors.includes(descriptor.path) ||
      (descriptor.id !== undefined && descriptors.includes(descriptor.id));
    return isFor ? [waiver] : [];
  });
}

function unread(file: NamedFile, problems: readonly Problem[]): ReadWaivers {
  return { file, waivers: [], findings: [], problems };
}

/** The bytes of the file, or why there are none. */
function bytesOf(file: string, shown: string): Uint8Array | Problem {
  const unreadable = (reason: string): Problem => ({
    message: `The file of waivers \`${shown}\` cannot be read: ${reason}.`,
    help: 'Name a YAML file with agreed exceptions; its form is printed by `microcred schema waivers`.',
  });
  try {
    const status = statSync(file);
    if (status.isDirectory()) return unreadable('it is a folder');
    // Reading from a pipe or a device might never end.
    if (!status.isFile()) return unreadable('it is no regular file');
    return readBytes(file, maxTextLength) ?? { ...tooLarge, message: `${shown}: ${tooLarge.message}` };
  } catch (error) {
    return unreadable(errorCode(error) === 'ENOENT' ? 'there is no such file' : reasonOfDiskError(error));
  }
}

/** What keeps a document from being a list of exceptions; faults of single ones do not. */
function problemsOf(
  document: SourceDocument,
  second: SourceDocument | undefined,
  builtIn: CompiledCatalogue,
): Problem[] {
  const { data, faults, source } = document;
  const at = (
    words: Pick<Problem, 'message' | 'help'>,
    pointer: JsonPointer,
    part?: 'key' | 'value',
  ): Problem => problemAt(source.path, words, document.locate(pointer, part));
  if (data === undefined) return faults.map(({ fault, range }) => problemAt(source.path, fault, range));
  if (!isJsonObject(data) || !Object.hasOwn(data, 'waivers')) return [at(noWaivers, '')];
  if (isJsonArray(data['waivers'])) return [at(listInPlaceOfVersion, '/waivers', 'key')];
  if (second !== undefined) {
    return [problemAt(source.path, severalDocuments, second.faults[0]?.range ?? second.locate(''))];
  }
  return schemaFaults(builtIn.schema('waivers'), builtIn.validators.waivers, data)
    .filter(({ pointer }) => !/^\/exceptions\/\d/.test(pointer))
    .map((fault) => at(fault, fault.pointer, fault.part));
}

const noWaivers = {
  message: 'The file is no file of waivers: it has no field `waivers`.',
  help: 'Write `waivers: 1` as its first line, and the exceptions as a list under `exceptions`.',
};

const listInPlaceOfVersion = {
  message: 'The field `waivers` holds a list, where the version of the format belongs.',
  help: 'Write `waivers: 1`, and put the list under `exceptions`.',
};

const severalDocuments = {
  message: 'A second YAML document begins here, but a file of waivers holds one.',
  help: 'Put all exceptions into one list.',
};

function problemAt(
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
