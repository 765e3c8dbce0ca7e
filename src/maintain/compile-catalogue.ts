import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { checkRegistry } from '../checks/index.ts';
import { compileSchema, standaloneCode } from '../descriptor/compile-schema.ts';
import type { JsonObject } from '../descriptor/json-pointer.ts';
import { definitionForms, schemaNames } from '../workspace/compiled-catalogue.ts';
import {
  type DefinitionForms,
  formProblems,
  meaningProblems,
  schemaNameOf,
} from '../workspace/definition-problems.ts';
import type { Problem } from '../workspace/problem.ts';
import { type Definitions, readDefinitionFolder } from '../workspace/read-definitions.ts';

/**
 * Compiles `rules/` and `schemas/` into `dist/catalogue/`: `catalogue.cjs`, which the tool loads at start without
 * parsing YAML or compiling a schema, and `examples.cjs`, which only `explain` needs. Gives what is wrong with the
 * definitions; with any problem nothing is written.
 */
export async function compileCatalogue(root: string): Promise<readonly Problem[]> {
  const schemas = readSchemas(root);
  const { files, definitions } = readDefinitionFolder(join(root, 'rules'));
  const forms: DefinitionForms = {
    schema: (kind) => schemas[schemaNameOf(kind)] ?? {},
    validator: (kind) => compileSchema(schemas[schemaNameOf(kind)] ?? {}),
    compile: (schema) => compileSchema(schema, [], { strictTypes: false }),
  };
  const broken = formProblems(files, forms);
  const problems = broken.length > 0 ? broken : meaningProblems(files, definitions, checkRegistry, forms);
  if (problems.length > 0) return problems;
  const parts = join(root, 'dist', 'parts');
  const folder = join(root, 'dist', 'catalogue');
  for (const made of [parts, folder]) mkdirSync(made, { recursive: true });
  writeForms(parts, schemas);
  writePredicates(parts, definitions);
  writeFileSync(join(parts, 'index.cjs'), indexSource(schemas, definitions, digestOf(schemas, definitions)));
  const examples = Object.fromEntries(definitions.rules.map((rule) => [rule.id, rule.examples]));
  writeFileSync(join(folder, 'examples.cjs'), `module.exports = JSON.parse(${jsonText(examples)});\n`);
  await Promise.all([
    bundle(join(parts, 'index.cjs'), join(folder, 'catalogue.cjs')),
    bundle(join(parts, 'forms.cjs'), join(folder, 'definition-forms.cjs')),
  ]);
  return [];
}

/** Makes one file out of generated ones and the small parts of ajv that they require. */
async function bundle(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['./definition-forms.cjs'],
    logLevel: 'warning',
  });
}

/** The form of descriptors is needed in every run, those of definitions only with house rules. */
function writeForms(folder: string, schemas: Record<string, JsonObject>): void {
  const {
    'course-descriptor': descriptor = {},
    report: _report,
    'result-line': _line,
    ...definitions
  } = schemas;
  writeFileSync(join(folder, 'descriptor-form.cjs'), standaloneCode({ descriptor }, { isPlain: true }));
  writeFileSync(join(folder, 'forms.cjs'), standaloneCode(definitions, { isPlain: true }));
}

function readSchemas(root: string): Record<string, JsonObject> {
  return Object.fromEntries(
    Object.values(schemaNames).map((name) => [
      name,
      JSON.parse(readFileSync(join(root, 'schemas', `${name}.schema.json`), 'utf8')),
    ]),
  );
}

/** Conditions stop at the first error, expectations find all; each has an export of its own. */
function writePredicates(folder: string, { rules }: Definitions): void {
  const of = (part: 'applies' | 'expect'): Record<string, JsonObject> =>
    Object.fromEntries(
      rules.flatMap((rule) => (rule[part] === undefined ? [] : [[`${rule.id}/${part}`, rule[part]]])),
    );
  const applies = standaloneCode(of('applies'), { strictTypes: false, allErrors: false, isPlain: true });
  const expect = standaloneCode(of('expect'), { strictTypes: false, isPlain: true });
  writeFileSync(join(folder, 'applies.cjs'), applies);
  writeFileSync(join(folder, 'expect.cjs'), expect);
}

function indexSource(schemas: Record<string, JsonObject>, definitions: Definitions, digest: string): string {
  const rules = definitions.rules.map(({ examples: _, ...rule }) => rule);
  const validators = definitionForms.map(
    (name) => `get ${name}() { return require("./definition-forms.cjs").${name}; }`,
  );
  const names = Object.entries(schemaNames).map(
    ([name, file]) => `${JSON.stringify(name)}: ${jsonText(schemas[file] ?? {})}`,
  );
  return `"use strict";
const schemaTexts = { ${names.join(',\n')} };
const parsed = {};
module.exports = {
  catalogue: JSON.parse(${jsonText({ ...definitions, rules })}),
  digest: ${JSON.stringify(digest)},
  predicates: { ...require("./applies.cjs"), ...require("./expect.cjs") },
  validators: { descriptor: require("./descriptor-form.cjs").descriptor, ${validators.join(', ')} },
  schema: (name) => (parsed[name] ??= JSON.parse(schemaTexts[name])),
};
`;
}

/** A value as a JavaScript string of JSON: parsing that is faster than evaluating a literal of the same size. */
function jsonText(value: unknown): string {
  return JSON.stringify(JSON.stringify(value));
}

function digestOf(schemas: Record<string, JsonObject>, definitions: Definitions): string {
  return createHash('sha256')
    .update(JSON.stringify([schemas, definitions]))
    .digest('hex');
}
