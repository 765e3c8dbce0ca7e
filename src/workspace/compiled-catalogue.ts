import type { Predicate } from '../conformance/rule.ts';
import type { Catalogue } from '../conformance/rule-set.ts';
import type { JsonObject } from '../descriptor/json-pointer.ts';
import type { SchemaValidator } from '../descriptor/schema.ts';

/** The schemas that ship with the tool, by the name that `microcred schema <name>` knows. */
export const schemaNames = {
  descriptor: 'course-descriptor',
  report: 'report',
  'result-line': 'result-line',
  rule: 'rule',
  framework: 'framework',
  vocabulary: 'vocabulary',
  sources: 'sources',
  clauses: 'clauses',
  review: 'review',
  waivers: 'waivers',
  baseline: 'baseline',
} as const;

export type SchemaName = keyof typeof schemaNames;

/** The definitions whose form is judged when an institution brings its own. */
export const definitionForms = [
  'rule',
  'framework',
  'vocabulary',
  'sources',
  'clauses',
  'review',
  'waivers',
  'baseline',
] as const;

/** What the build makes of `rules/` and `schemas/`: nothing in it is parsed or compiled when the tool starts. */
export interface CompiledCatalogue {
  readonly catalogue: Catalogue;
  /** SHA-256 over all definitions and schemas. */
  readonly digest: string;
  /** Compiled `applies` and `expect`, as `<rule id>/<part>`. */
  readonly predicates: Readonly<Record<string, Predicate>>;
  readonly validators: Readonly<Record<'descriptor' | (typeof definitionForms)[number], SchemaValidator>>;
  /** Parsed only when asked for. */
  schema(name: SchemaName): JsonObject;
}
