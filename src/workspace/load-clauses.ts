import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Clauses, layClauses } from '../conformance/clauses.ts';
import type { Framework } from '../conformance/framework.ts';
import { readDocuments } from '../descriptor/descriptor.ts';
import { schemaFaults } from '../descriptor/schema.ts';
import type { CompiledCatalogue } from './compiled-catalogue.ts';
import type { Problem } from './problem.ts';

/** The frameworks with the clauses in place, the text of the file, and what is wrong with it. */
export interface LaidClauses {
  readonly frameworks: readonly Framework[];
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** Reads a file of clauses and lays it over the frameworks. */
export function layClausesFrom(
  path: string,
  cwd: string,
  frameworks: readonly Framework[],
  builtIn: CompiledCatalogue,
): LaidClauses {
  const none = { frameworks, text: '' };
  let text: string;
  try {
    text = readFileSync(resolve(cwd, path), 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...none, problems: [{ message: `The file of clauses \`${path}\` cannot be read: ${reason}.` }] };
  }
  const [document] = readDocuments({ path, text });
  if (document === undefined) return { ...none, problems: [] };
  const problemAt = (message: string, help: string, pointer: string, part?: 'key' | 'value'): Problem => {
    const { line, column } = document.locate(pointer, part).start;
    return { message, help, place: { path, line, column } };
  };
  if (document.data === undefined) {
    const problems = document.faults.map(({ fault, range: { start } }) => ({
      message: fault.message,
      help: fault.help,
      place: { path, line: start.line, column: start.column },
    }));
    return { ...none, problems };
  }
  const faults = schemaFaults(builtIn.schema('clauses'), builtIn.validators.clauses, document.data);
  if (faults.length > 0) {
    return {
      ...none,
      problems: faults.map((fault) => problemAt(fault.message, fault.help, fault.pointer, fault.part)),
    };
  }
  const laid = layClauses(document.data as unknown as Clauses, frameworks);
  return {
    frameworks: laid.frameworks,
    text,
    problems: laid.faults.map(({ message, help, pointer }) => problemAt(message, help, pointer, 'key')),
  };
}
