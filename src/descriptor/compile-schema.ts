import { Ajv, type Options } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import formats from 'ajv-formats';
import type { JsonObject } from './json-pointer.ts';
import type { SchemaValidator } from './schema.ts';

/** How strict the compiler is with a schema. */
export interface CompileOptions {
  /**
   * Whether each keyword needs its `type` beside it, without which a text passes `required`. On unless said
   * otherwise; conditions on fragments of a descriptor do without.
   */
  readonly strictTypes?: boolean;
  /**
   * Whether the schema does without what draft 2020-12 adds, whose bookkeeping makes the code half as long again and
   * slower; one of its keywords is then refused. Off unless said otherwise.
   */
  readonly isPlain?: boolean;
  /** Whether everything wrong is found rather than the first thing only. On unless said otherwise. */
  readonly allErrors?: boolean;
}

/**
 * Compiles a JSON Schema (draft 2020-12) into a validator that finds everything wrong with a value.
 *
 * @param others schemas that `$ref`s name by their `$id`
 * @throws Error when the schema itself is at fault: unknown keywords and formats are faults
 */
export function compileSchema(
  schema: JsonObject,
  others: readonly JsonObject[] = [],
  { strictTypes = true }: CompileOptions = {},
): SchemaValidator {
  const ajv = newAjv({ allErrors: true, strictTypes });
  for (const other of others) ajv.addSchema(other);
  return ajv.compile(schema);
}

let predicateCompiler: Ajv2020 | undefined;

/**
 * Compiles a JSON Schema into a validator that only says yes or no: it stops at the first error and needs no `type`.
 *
 * @throws Error when the schema itself is at fault
 */
export function compilePredicate(schema: JsonObject): SchemaValidator {
  // A new compiler takes longer than a hundred small schemas; forgetting the schema leaves it as good as new.
  predicateCompiler ??= newAjv({ allErrors: false, strictTypes: false });
  const validate = predicateCompiler.compile(schema);
  predicateCompiler.removeSchema(schema);
  return validate;
}

/**
 * The source of a CommonJS module that exports a validator for each schema, as `compileSchema` would give it, but
 * without the compiler. It requires small parts of `ajv` and `ajv-formats`.
 *
 * @param schemas by the name of the export; they can refer to one another by `$id`
 * @throws Error when a schema itself is at fault
 */
export function standaloneCode(
  schemas: Readonly<Record<string, JsonObject>>,
  { strictTypes = true, allErrors = true, isPlain = false }: CompileOptions = {},
): string {
  const Compiler = isPlain ? Ajv : Ajv2020;
  const ajv = configured(new Compiler({ ...strictly, allErrors, strictTypes, code: { source: true } }));
  const entries = Object.entries(schemas);
  for (const [name, { $schema: _, ...schema }] of entries) ajv.addSchema(schema, name);
  return standalone.default(ajv, Object.fromEntries(entries.map(([name]) => [name, name])));
}

// `required` without `properties` is how a condition asks whether a field is there. The sentences are ours.
const strictly: Options = { strict: true, strictRequired: false, messages: false };

function newAjv(options: Options): Ajv2020 {
  return configured(new Ajv2020({ ...strictly, ...options }));
}

function configured<Compiler extends Ajv>(ajv: Compiler): Compiler {
  formats.default(ajv);
  return ajv;
}
