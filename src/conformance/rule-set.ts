import type { Citation, Severity } from '../descriptor/finding.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../descriptor/json-pointer.ts';
import type { SchemaValidator } from '../descriptor/schema.ts';
import type { Check } from './check.ts';
import type { Framework, Principle, Requirement, RequirementLevel } from './framework.ts';
import type { Predicate, Rule, RuleDefinition } from './rule.ts';

/** A word list or table that checks use; `entries` is what a rule gets in place of `{ vocabulary: <id> }`. */
export interface Vocabulary {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly entries: Json;
}

/** A document that rules go back to. */
export interface SourceDefinition {
  readonly id: string;
  readonly document: string;
  readonly url?: string;
  /** Read through somebody else's copy. */
  readonly mirror?: boolean;
}

/** Everything that definition files say, before it is compiled. Examples are for reference and tests only. */
export interface Catalogue {
  readonly rules: readonly Omit<RuleDefinition, 'examples'>[];
  readonly frameworks: readonly Framework[];
  readonly vocabularies: readonly Vocabulary[];
  readonly sources: readonly SourceDefinition[];
}

/** The schema that descriptors have to fit, with its validator. */
export interface DescriptorForm {
  readonly schema: JsonObject;
  readonly validate: SchemaValidator;
}

/** What a run judges by: the rules of the selected frameworks, each rule after those it waits for. */
export interface RuleSet {
  readonly form: DescriptorForm;
  readonly rules: readonly Rule[];
  /** The selected frameworks, with what they extend already in them. */
  readonly frameworks: readonly Framework[];
  /** The vocabulary `placeholders`, for CheckContext. */
  readonly placeholders: ReadonlySet<string>;
}

export interface RuleSetParts {
  readonly catalogue: Catalogue;
  readonly form: DescriptorForm;
  /** Ids of the frameworks to judge by; every one is in the catalogue. */
  readonly frameworks: readonly string[];
  readonly checks: ReadonlyMap<string, Check>;
  /** The compiled `applies` or `expect` of a rule that has one. */
  readonly predicate: (rule: string, part: 'applies' | 'expect') => Predicate;
}

/** Compiles the rules that the frameworks name. The catalogue has been found free of faults (catalogue-faults.ts). */
export function compileRuleSet(parts: RuleSetParts): RuleSet {
  const frameworks = parts.frameworks.map((id) => resolveFramework(id, parts.catalogue.frameworks));
  const uses = usesOfRules(frameworks);
  const definitions = parts.catalogue.rules.filter(({ id }) => uses.has(id));
  const vocabularies = new Map(parts.catalogue.vocabularies.map(({ id, entries }) => [id, entries]));
  const sources = new Map(parts.catalogue.sources.map((source) => [source.id, source]));
  const rules = inWaitingOrder(definitions).map((definition): Rule => {
    const use = uses.get(definition.id);
    return {
      definition,
      severity: use?.severity ?? definition.severity,
      principles: use?.principles ?? [],
      citations: definition.sources.map(({ source, ...rest }): Citation => {
        const found = sources.get(source);
        return { document: found?.document ?? source, ...(found?.url ? { url: found.url } : {}), ...rest };
      }),
      applies: definition.applies && parts.predicate(definition.id, 'applies'),
      expect: definition.expect && parts.predicate(definition.id, 'expect'),
      check: definition.check && parts.checks.get(definition.check.name),
      options: resolveVocabularies(definition.check?.with ?? {}, vocabularies) as JsonObject,
      whenPassed: Object.freeze({ rule: definition.id, outcome: 'passed', findings: [] }),
      whenInapplicable: Object.freeze({ rule: definition.id, outcome: 'inapplicable', findings: [] }),
    };
  });
  const placeholders = vocabularies.get('placeholders');
  return {
    form: parts.form,
    rules,
    frameworks,
    placeholders: new Set(
      isJsonArray(placeholders) ? placeholders.map((text) => String(text).toLowerCase()) : [],
    ),
  };
}

/** A framework with the principles and requirements of what it extends before its own. */
export function resolveFramework(id: string, frameworks: readonly Framework[]): Framework {
  const framework = frameworks.find((candidate) => candidate.id === id);
  if (framework === undefined) throw new Error(`The framework "${id}" is not in the catalogue.`);
  if (framework.extends === undefined) return framework;
  const base = resolveFramework(framework.extends, frameworks);
  return {
    ...framework,
    principles: [...base.principles, ...framework.principles],
    requirements: inOrderOfPrinciples(
      [...base.principles, ...framework.principles],
      [...base.requirements, ...framework.requirements],
    ),
  };
}

/** Replaces `{ vocabulary: <id> }` at any depth by that vocabulary's entries. */
export function resolveVocabularies(options: Json, vocabularies: ReadonlyMap<string, Json>): Json {
  if (isJsonArray(options)) return options.map((item) => resolveVocabularies(item, vocabularies));
  if (!isJsonObject(options)) return options;
  const name = options['vocabulary'];
  if (typeof name === 'string' && Object.keys(options).length === 1) return vocabularies.get(name) ?? [];
  return Object.fromEntries(
    Object.entries(options).map(([key, value]) => [key, resolveVocabularies(value, vocabularies)]),
  );
}

function inOrderOfPrinciples(
  principles: readonly Principle[],
  requirements: readonly Requirement[],
): Requirement[] {
  return principles.flatMap(({ id }) => requirements.filter(({ principle }) => principle === id));
}

interface RuleUse {
  readonly severity: Severity;
  readonly principles: readonly string[];
}

const severityOf: Record<RequirementLevel, Severity> = { must: 'error', should: 'warning', could: 'info' };
const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** For each rule named: the strictest weight that any requirement gives it, and the principles that it serves. */
function usesOfRules(frameworks: readonly Framework[]): Map<string, RuleUse> {
  const uses = new Map<string, RuleUse>();
  for (const { requirements } of frameworks) {
    for (const { rules = [], level, principle } of requirements) {
      for (const rule of rules) {
        const before = uses.get(rule);
        const severity = severityOf[level];
        uses.set(rule, {
          severity:
            before && severities.indexOf(before.severity) < severities.indexOf(severity)
              ? before.severity
              : severity,
          principles: [...new Set([...(before?.principles ?? []), principle])],
        });
      }
    }
  }
  return uses;
}

type Waiting = { readonly id: string; readonly after?: readonly string[] };

/** Each rule after those it waits for; otherwise in the order given. */
function inWaitingOrder<T extends Waiting>(definitions: readonly T[]): T[] {
  const byId = new Map(definitions.map((definition) => [definition.id, definition]));
  const ordered = new Set<T>();
  const place = (definition: T): void => {
    if (ordered.has(definition)) return;
    for (const id of definition.after ?? []) {
      const first = byId.get(id);
      if (first !== undefined) place(first);
    }
    ordered.add(definition);
  };
  for (const definition of definitions) place(definition);
  return [...ordered];
}
