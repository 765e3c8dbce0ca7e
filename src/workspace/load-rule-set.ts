import { createHash } from 'node:crypto';
import { checkRegistry } from '../checks/index.ts';
import type { Predicate } from '../conformance/rule.ts';
import {
  type Catalogue,
  compileRuleSet,
  type DescriptorForm,
  type RuleSet,
  resolveFramework,
} from '../conformance/rule-set.ts';
import { unknownName } from '../descriptor/unknown-name.ts';
import type { CompiledCatalogue } from './compiled-catalogue.ts';
import { houseFramework } from './house-framework.ts';
import type { HouseRules } from './load-house-rules.ts';
import type { Problem } from './problem.ts';
import type { DefinitionFile } from './read-definitions.ts';

export interface RuleSetRequest {
  readonly cwd: string;
  /** Ids of the frameworks to judge by. */
  readonly frameworks: readonly string[];
  /** Folders with an institution's own definitions. */
  readonly rulesFolders: readonly string[];
  /** A file that lays clause numbers and wording over the frameworks. */
  readonly clausesFile?: string;
}

/** A rule set with the catalogue that it comes from, or what keeps it from being one. */
export type LoadedRuleSet =
  | {
      readonly kind: 'loaded';
      readonly ruleSet: RuleSet;
      readonly catalogue: Catalogue;
      readonly digest: string;
    }
  | { readonly kind: 'faulty'; readonly problems: readonly Problem[] };

/** Loads the built-in catalogue, adds an institution's own definitions, and compiles the frameworks asked for. */
export async function loadRuleSet(request: RuleSetRequest): Promise<LoadedRuleSet> {
  const { default: builtIn } = await import('#catalogue');
  const house = await houseRulesOf(request, builtIn);
  if (house !== undefined && house.problems.length > 0) return { kind: 'faulty', problems: house.problems };
  const catalogue = house?.catalogue ?? builtIn.catalogue;
  const frameworks = [...new Set([...request.frameworks, ...(house?.ownFramework ? [houseFramework] : [])])];
  const problems = [
    ...frameworks.flatMap((id) => frameworkProblem(id, catalogue)),
    ...(house === undefined ? [] : idleProblems(house.files, frameworks, catalogue)),
  ];
  if (problems.length > 0) return { kind: 'faulty', problems };
  const ruleSet = compileRuleSet({
    catalogue,
    form: descriptorForm(builtIn),
    frameworks,
    checks: checkRegistry,
    predicate: (rule, part) => predicateOf(`${rule}/${part}`, builtIn, house?.predicates),
  });
  const digestOf = (clauses: string): string =>
    sha256([
      builtIn.digest,
      ...frameworks,
      ...(house?.files.map(({ document }) => document.source.text) ?? []),
      clauses,
    ]);
  if (request.clausesFile === undefined) return { kind: 'loaded', ruleSet, catalogue, digest: digestOf('') };
  const { layClausesFrom } = await import('./load-clauses.ts');
  const laid = layClausesFrom(request.clausesFile, request.cwd, ruleSet.frameworks, builtIn);
  if (laid.problems.length > 0) return { kind: 'faulty', problems: laid.problems };
  return {
    kind: 'loaded',
    ruleSet: { ...ruleSet, frameworks: laid.frameworks },
    catalogue,
    digest: digestOf(laid.text),
  };
}

/** The built-in catalogue together with the definitions of rules folders, without selecting a framework. */
export async function loadCatalogue(
  request: Pick<RuleSetRequest, 'cwd' | 'rulesFolders'>,
): Promise<{ readonly catalogue: Catalogue; readonly problems: readonly Problem[] }> {
  const { default: builtIn } = await import('#catalogue');
  return (await houseRulesOf(request, builtIn)) ?? { catalogue: builtIn.catalogue, problems: [] };
}

/** An institution's definitions, where it has brought any; what reads them is loaded only then. */
async function houseRulesOf(
  request: Pick<RuleSetRequest, 'cwd' | 'rulesFolders'>,
  builtIn: CompiledCatalogue,
): Promise<HouseRules | undefined> {
  if (request.rulesFolders.length === 0) return undefined;
  const { loadHouseRules } = await import('./load-house-rules.ts');
  return await loadHouseRules(request, builtIn);
}

/** The schema itself is parsed only when a fault has to be put into words. */
function descriptorForm(builtIn: CompiledCatalogue): DescriptorForm {
  return {
    get schema() {
      return builtIn.schema('descriptor');
    },
    validate: builtIn.validators.descriptor,
  };
}

function predicateOf(
  key: string,
  builtIn: CompiledCatalogue,
  house: ReadonlyMap<string, Predicate> | undefined,
): Predicate {
  const predicate = house?.get(key) ?? builtIn.predicates[key];
  if (predicate === undefined)
    throw new Error(`The compiled catalogue lacks "${key}": build the project again.`);
  return predicate;
}

function frameworkProblem(id: string, { frameworks }: Catalogue): Problem[] {
  const ids = frameworks.map((framework) => framework.id);
  if (ids.includes(id)) return [];
  return [unknownName('framework', id, ids)];
}

/** Definitions that were asked for but judge nothing would look as if they had passed. */
function idleProblems(
  files: readonly DefinitionFile[],
  selected: readonly string[],
  catalogue: Catalogue,
): Problem[] {
  const run = new Set(
    selected
      .filter((id) => catalogue.frameworks.some((framework) => framework.id === id))
      .flatMap((id) =>
        resolveFramework(id, catalogue.frameworks).requirements.flatMap(({ rules = [] }) => rules),
      ),
  );
  const rules = files.filter(({ kind }) => kind === 'rule');
  if (rules.length === 0 || rules.some(({ name }) => run.has(name))) {
    return files.length > 0
      ? []
      : [
          {
            message: 'The folder of rules holds no definitions.',
            help: 'Put rule files (`<id>.yaml`) into it.',
          },
        ];
  }
  const own = files.filter(({ kind }) => kind === 'framework').map(({ name }) => `--framework ${name}`);
  return [
    {
      message: 'None of the rules in the folder of rules is run.',
      help:
        own.length > 0
          ? `Select a framework that names them: ${own.join(' or ')}.`
          : 'Give them the status stable.',
    },
  ];
}

function sha256(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest('hex');
}
