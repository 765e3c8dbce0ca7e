import { unknownName } from '../descriptor/unknown-name.ts';
import { jsonText } from '../formats/json-text.ts';
import { type SchemaName, schemaNames } from '../workspace/compiled-catalogue.ts';
import { exitCodes } from './exit-code.ts';
import type { Io } from './io.ts';
import { reportProblems } from './problems.ts';

/** Runs `microcred schema <name>`: prints the JSON Schema. */
export async function printSchema(name: string, io: Io): Promise<number> {
  if (!isSchemaName(name)) {
    return reportProblems([unknownName('schema', name, Object.keys(schemaNames))], io);
  }
  const { default: compiled } = await import('#catalogue');
  io.stdout.write(`${jsonText(compiled.schema(name))}\n`);
  return exitCodes.withinGate;
}

function isSchemaName(name: string): name is SchemaName {
  return Object.hasOwn(schemaNames, name);
}
