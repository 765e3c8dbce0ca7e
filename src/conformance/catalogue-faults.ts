import { isJsonArray, isJsonObject, type Json, type JsonPointer } from '../descriptor/json-pointer.ts';
import { unknownName } from '../descriptor/unknown-name.ts';
import type { Check } from './check.ts';
import type { Framework, Requirement } from './framework.ts';
import type { RuleDefinition } from './rule.ts';
import type { Catalogue } from './rule-set.ts';

/** What is wrong between definitions, although each fits its schema. */
export interface CatalogueFault {
  readonly kind: 'rule' | 'framework';
  readonly id: string;
  /** Where in that definition. */
  readonly pointer: JsonPointer;
  readonly message: string;
  readonly help: string;
}

/** What names what that does not exist, waits for itself, or says two things at once. Every definition fits its schema. */
export function catalogueFaults(catalogue: Catalogue, checks: ReadonlyMap<string, Check>): CatalogueFault[] {
  return [
    ...repeated('rule', catalogue.rules),
    ...repeated('framework', catalogue.frameworks),
    ...catalogue.rules.flatMap((rule) => ruleFaults(rule, catalogue, checks)),
    ...catalogue.frameworks.flatMap((framework) => frameworkFaults(framework, catalogue)),
  ];
}

function repeated(
  kind: 'rule' | 'framework',
  definitions: readonly { readonly id: string }[],
): CatalogueFault[] {
  return definitions
    .filter(({ id }, index) => definitions.findIndex((other) => other.id === id) < index)
    .map(({ id }) => ({
      kind,
      id,
      pointer: '/id',
      message: `There is another ${kind} with the id \`${id}\`.`,
      help: 'Give it an id of its own; ids of the built-in catalogue are taken.',
    }));
}

type RuleToCheck = Omit<RuleDefinition, 'examples'>;

function ruleFaults(
  rule: RuleToCheck,
  catalogue: Catalogue,
  checks: ReadonlyMap<string, Check>,
): CatalogueFault[] {
  const fault = (pointer: JsonPointer, message: string, help: string): CatalogueFault => ({
    kind: 'rule',
    id: rule.id,
    pointer,
    message,
    help,
  });
  const faults: CatalogueFault[] = [];
  if ((rule.expect === undefined) === (rule.check === undefined)) {
    faults.push(
      fault(
        '',
        'A rule states either an expectation or a check.',
        'Write exactly one of `expect` and `check`.',
      ),
    );
  }
  if (rule.check !== undefined && !checks.has(rule.check.name)) {
    faults.push(fault('/check/name', ...unknown('check', rule.check.name, [...checks.keys()])));
  }
  const ruleIds = catalogue.rules.map(({ id }) => id);
  for (const [index, id] of (rule.after ?? []).entries()) {
    if (!ruleIds.includes(id)) faults.push(fault(`/after/${index}`, ...unknown('rule', id, ruleIds)));
  }
  if (waitsForItself(rule, catalogue.rules)) {
    faults.push(
      fault(
        '/after',
        'The rule waits, over other rules, for itself.',
        'Take one of the rules out of `after`.',
      ),
    );
  }
  const sourceIds = catalogue.sources.map(({ id }) => id);
  for (const [index, { source }] of rule.sources.entries()) {
    if (!sourceIds.includes(source)) {
      faults.push(fault(`/sources/${index}/source`, ...unknown('source', source, sourceIds)));
    }
  }
  const vocabularyIds = catalogue.vocabularies.map(({ id }) => id);
  for (const id of vocabulariesIn(rule.check?.with ?? {})) {
    if (!vocabularyIds.includes(id))
      faults.push(fault('/check/with', ...unknown('vocabulary', id, vocabularyIds)));
  }
  return faults;
}

function waitsForItself(rule: RuleToCheck, rules: readonly RuleToCheck[]): boolean {
  const seen = new Set<string>();
  const ahead = [...(rule.after ?? [])];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (id === rule.id) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    ahead.push(...(rules.find((other) => other.id === id)?.after ?? []));
  }
  return false;
}

function vocabulariesIn(options: Json): string[] {
  if (isJsonArray(options)) return options.flatMap(vocabulariesIn);
  if (!isJsonObject(options)) return [];
  const name = options['vocabulary'];
  if (typeof name === 'string' && Object.keys(options).length === 1) return [name];
  return Object.values(options).flatMap(vocabulariesIn);
}

function frameworkFaults(framework: Framework, catalogue: Catalogue): CatalogueFault[] {
  const fault = (pointer: JsonPointer, message: string, help: string): CatalogueFault => ({
    kind: 'framework',
    id: framework.id,
    pointer,
    message,
    help,
  });
  const frameworkIds = catalogue.frameworks.map(({ id }) => id);
  const { extends: base } = framework;
  if (base !== undefined && !frameworkIds.includes(base)) {
    return [fault('/extends', ...unknown('framework', base, frameworkIds))];
  }
  const ancestors = ancestorsOf(framework, catalogue.frameworks);
  if (ancestors === undefined) {
    return [
      fault('/extends', 'The framework extends, over others, itself.', 'Take one of the `extends` away.'),
    ];
  }
  const principles = [framework, ...ancestors].flatMap((one) => one.principles.map(({ id }) => id));
  const inherited = ancestors.flatMap(({ requirements }) => requirements.map(({ id }) => id));
  return framework.requirements.flatMap((requirement, index) => {
    const isTaken =
      inherited.includes(requirement.id) ||
      framework.requirements.findIndex(({ id }) => id === requirement.id) < index;
    const at = `/requirements/${index}`;
    return [
      ...(isTaken
        ? [
            fault(
              `${at}/id`,
              `There is another requirement \`${requirement.id}\`.`,
              'Give it an id of its own.',
            ),
          ]
        : []),
      ...requirementFaults(requirement, principles, catalogue).map(([pointer, message, help]) =>
        fault(at + pointer, message, help),
      ),
    ];
  });
}

function requirementFaults(
  { principle, rules, review, untested }: Requirement,
  principles: readonly string[],
  catalogue: Catalogue,
): [JsonPointer, string, string][] {
  const faults: [JsonPointer, string, string][] = [];
  if (!principles.includes(principle))
    faults.push(['/principle', ...unknown('principle', principle, principles)]);
  if ([rules, review, untested].filter((way) => way !== undefined).length !== 1) {
    faults.push([
      '',
      'A requirement is decided by rules, by a person, or by nobody yet.',
      'Write exactly one of `rules`, `review` and `untested`.',
    ]);
  }
  for (const [index, id] of (rules ?? []).entries()) {
    const rule = catalogue.rules.find((candidate) => candidate.id === id);
    const ids = catalogue.rules.map((candidate) => candidate.id);
    if (rule === undefined) faults.push([`/rules/${index}`, ...unknown('rule', id, ids)]);
    else if (rule.status === 'draft') {
      faults.push([
        `/rules/${index}`,
        `The rule \`${id}\` is a draft.`,
        'Name it once its status is stable.',
      ]);
    }
  }
  return faults;
}

/** The frameworks that one extends, nearest first; undefined when they run in a circle. */
function ancestorsOf(framework: Framework, frameworks: readonly Framework[]): Framework[] | undefined {
  const ancestors: Framework[] = [];
  for (let id = framework.extends; id !== undefined; ) {
    const next = frameworks.find((candidate) => candidate.id === id);
    if (next === undefined) return ancestors;
    if (next === framework || ancestors.includes(next)) return undefined;
    ancestors.push(next);
    id = next.extends;
  }
  return ancestors;
}

function unknown(thing: string, name: string, known: readonly string[]): [message: string, help: string] {
  const { message, help } = unknownName(thing, name, known);
  return [message, help];
}
