import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkRegistry } from '../checks/index.ts';
import type { Framework } from '../conformance/framework.ts';
import type { Predicate } from '../conformance/rule.ts';
import type { Catalogue } from '../conformance/rule-set.ts';
import { compilePredicate, compileSchema } from '../descriptor/compile-schema.ts';
import type { CompiledCatalogue } from './compiled-catalogue.ts';
import { type DefinitionForms, formProblems, meaningProblems, schemaNameOf } from './definition-problems.ts';
import { exampleProblems } from './example-problems.ts';
import { houseFramework } from './house-framework.ts';
import type { Problem } from './problem.ts';
import { type DefinitionFile, readDefinitionFolder } from './read-definitions.ts';

/** An institution's definitions together with the built-in ones, or the problems that keep them apart. */
export interface HouseRules {
  readonly files: readonly DefinitionFile[];
  readonly catalogue: Catalogue;
  readonly problems: readonly Problem[];
  readonly predicates: ReadonlyMap<string, Predicate>;
  readonly ownFramework: boolean;
}

/** Reads folders of definitions and joins them with the built-in catalogue. */
export async function loadHouseRules(
  { cwd, rulesFolders }: { readonly cwd: string; readonly rulesFolders: readonly string[] },
  builtIn: CompiledCatalogue,
): Promise<HouseRules> {
  const none = { files: [], catalogue: builtIn.catalogue, predicates: new Map(), ownFramework: false };
  const missing = rulesFolders.flatMap((folder) => folderProblem(folder, cwd));
  if (missing.length > 0) return { ...none, problems: missing };
  const read = rulesFolders.map((folder) => readDefinitionFolder(resolve(cwd, folder), folder));
  const files = read.flatMap((one) => one.files);
  const forms: DefinitionForms = {
    schema: (kind) => builtIn.schema(schemaNameOf(kind)),
    validator: (kind) => builtIn.validators[schemaNameOf(kind)],
    compile: (schema) => compileSchema(schema, [], { strictTypes: false }),
  };
  const broken = formProblems(files, forms);
  if (broken.length > 0) return { ...none, problems: broken };
  const rules = read.flatMap(({ definitions }) => definitions.rules);
  const own = read.flatMap(({ definitions }) => definitions.frameworks);
  const catalogue = withHouseRules(
    {
      rules: [...builtIn.catalogue.rules, ...rules],
      frameworks: [...builtIn.catalogue.frameworks, ...own],
      // An institution's own word list or source of the same name takes the place of ours.
      vocabularies: byLatest([
        ...builtIn.catalogue.vocabularies,
        ...read.flatMap(({ definitions }) => definitions.vocabularies),
      ]),
      sources: byLatest([
        ...builtIn.catalogue.sources,
        ...read.flatMap(({ definitions }) => definitions.sources),
      ]),
    },
    rules.filter(({ status }) => status === 'stable').map(({ id }) => id),
  );
  const meaning = meaningProblems(files, catalogue, checkRegistry, forms);
  const problems = meaning.length > 0 ? meaning : exampleProblems(rules, catalogue, files);
  if (problems.length > 0) return { ...none, problems };
  const predicates = new Map(
    rules.flatMap(({ id, applies, expect }) => [
      ...(applies ? [[`${id}/applies`, compilePredicate(applies)] as const] : []),
      ...(expect ? [[`${id}/expect`, compileSchema(expect, [], { strictTypes: false })] as const] : []),
    ]),
  );
  return {
    files,
    catalogue,
    problems,
    predicates,
    ownFramework: catalogue.frameworks.some(({ id }) => id === houseFramework),
  };
}

/** Rules of an institution that no framework names are judged all the same, as a framework of their own. */
function withHouseRules(catalogue: Catalogue, houseRules: readonly string[]): Catalogue {
  const named = new Set(
    catalogue.frameworks.flatMap(({ requirements = [] }) => requirements.flatMap(({ rules = [] }) => rules)),
  );
  const free = catalogue.rules.filter(({ id }) => houseRules.includes(id) && !named.has(id));
  if (free.length === 0) return catalogue;
  const levels = { error: 'must', warning: 'should', info: 'could' } as const;
  const framework: Framework = {
    id: houseFramework,
    title: 'House rules',
    version: '0.0.0',
    date: '2026-01-01',
    about: 'Rules of the institution that belong to no framework.',
    principles: [
      { id: 'house-rules', title: 'House rules', about: 'What the institution asks beyond the frameworks.' },
    ],
    requirements: free.map(({ id, title, severity }) => ({
      id,
      principle: 'house-rules',
      level: levels[severity],
      text: `${title}.`,
      rules: [id],
    })),
  };
  return { ...catalogue, frameworks: [...catalogue.frameworks, framework] };
}

function byLatest<T extends { readonly id: string }>(definitions: readonly T[]): T[] {
  return [...new Map(definitions.map((definition) => [definition.id, definition])).values()];
}

function folderProblem(folder: string, cwd: string): Problem[] {
  const path = resolve(cwd, folder);
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  if (isFolder) return [];
  return [
    {
      message: `There is no folder of rules \`${folder}\`.`,
      help: 'Name a folder that holds rule files (`<id>.yaml`).',
    },
  ];
}
