import { catalogueFaults } from '../conformance/catalogue-faults.ts';
import type { Check, JsonSchema } from '../conformance/check.ts';
import { type Catalogue, resolveVocabularies } from '../conformance/rule-set.ts';
import type { Range } from '../descriptor/finding.ts';
import type { FormFault } from '../descriptor/form-fault.ts';
import { fieldName, type Json, type JsonObject, type JsonPointer } from '../descriptor/json-pointer.ts';
import { type SchemaValidator, schemaFaults } from '../descriptor/schema.ts';
import type { Problem } from './problem.ts';
import { type DefinitionFile, type DefinitionKind, definitionKinds } from './read-definitions.ts';

/** What it takes to judge definition files. */
export interface DefinitionForms {
  schema(kind: DefinitionKind): JsonObject;
  validator(kind: DefinitionKind): SchemaValidator;
  /** Compiles a schema found in a definition; throws with a reason when it is no JSON Schema that we can use. */
  compile(schema: JsonSchema): SchemaValidator;
}

/** What is wrong with the form of definition files: broken YAML, a wrong shape, an id that is not the file's name. */
export function formProblems(files: readonly DefinitionFile[], forms: DefinitionForms): Problem[] {
  return files.flatMap((file) => {
    const { document, kind, name } = file;
    if (document.data === undefined)
      return document.faults.map(({ fault, range }) => problemAt(file, fault, range));
    const faults = schemaFaults(forms.schema(kind), forms.validator(kind), document.data);
    if (faults.length > 0) {
      return faults.map((fault) => problemAt(file, fault, document.locate(fault.pointer, fault.part)));
    }
    const id = kind === 'sources' ? name : (document.data as JsonObject)['id'];
    if (id === name) return [];
    const help = `Rename the file to \`${String(id)}.yaml\`, or the id to \`${name}\`.`;
    const fault = {
      message: `The id of the ${kind} is \`${String(id)}\`, but its file is \`${name}.yaml\`.`,
      help,
    };
    return [problemAt(file, fault, document.locate('/id'))];
  });
}

/** What is wrong between definitions of proper form, and with the options and conditions in them. */
export function meaningProblems(
  files: readonly DefinitionFile[],
  catalogue: Catalogue,
  checks: ReadonlyMap<string, Check>,
  forms: DefinitionForms,
): Problem[] {
  const fileOf = (kind: string, id: string): DefinitionFile | undefined =>
    files.findLast((file) => file.kind === kind && file.name === id);
  const faults = catalogueFaults(catalogue, checks).flatMap(({ kind, id, pointer, message, help }) => {
    const file = fileOf(kind, id);
    return file === undefined ? [] : [problemAt(file, { message, help }, file.document.locate(pointer))];
  });
  if (faults.length > 0) return faults;
  const vocabularies = new Map(catalogue.vocabularies.map(({ id, entries }) => [id, entries]));
  return catalogue.rules.flatMap((rule) => {
    const file = fileOf('rule', rule.id);
    if (file === undefined) return [];
    const check = rule.check && checks.get(rule.check.name);
    const options = resolveVocabularies(rule.check?.with ?? {}, vocabularies);
    return [
      ...schemaProblems(file, '/applies', rule.applies, forms),
      ...schemaProblems(file, '/expect', rule.expect, forms),
      ...(check === undefined ? [] : optionProblems(file, check, options, forms)),
    ];
  });
}

function schemaProblems(
  file: DefinitionFile,
  pointer: JsonPointer,
  schema: JsonSchema | undefined,
  forms: DefinitionForms,
): Problem[] {
  if (schema === undefined) return [];
  try {
    forms.compile(schema);
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The JSON Schema under \`${fieldName(pointer)}\` cannot be used: ${reason}.`;
    return [
      problemAt(
        file,
        { message, help: 'Correct the schema (draft 2020-12).' },
        file.document.locate(pointer),
      ),
    ];
  }
}

function optionProblems(
  file: DefinitionFile,
  check: Check,
  options: Json,
  forms: DefinitionForms,
): Problem[] {
  const faults = schemaFaults(check.options, forms.compile(check.options), options);
  return faults.map((fault) =>
    problemAt(file, fault, file.document.locate(`/check/with${fault.pointer}`, fault.part)),
  );
}

function problemAt(
  { document }: DefinitionFile,
  fault: Pick<FormFault, 'message' | 'help'>,
  { start }: Range,
): Problem {
  const place = { path: document.source.path, line: start.line, column: start.column };
  return { message: fault.message, help: fault.help, place };
}

/** The schema's name for each kind of definition. */
export function schemaNameOf(kind: DefinitionKind): (typeof definitionKinds)[DefinitionKind]['schema'] {
  return definitionKinds[kind].schema;
}
