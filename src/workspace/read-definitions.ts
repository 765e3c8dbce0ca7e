import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Framework } from '../conformance/framework.ts';
import type { RuleDefinition } from '../conformance/rule.ts';
import type { Catalogue, SourceDefinition, Vocabulary } from '../conformance/rule-set.ts';
import { readDocuments, type SourceDocument } from '../descriptor/descriptor.ts';
import type { Json, JsonObject } from '../descriptor/json-pointer.ts';

/** The kinds of definition, each with the folder (below the rules' own) that its files stand in and its schema's name. */
export const definitionKinds = {
  rule: { folder: '.', schema: 'rule' },
  framework: { folder: 'frameworks', schema: 'framework' },
  vocabulary: { folder: 'vocabulary', schema: 'vocabulary' },
  sources: { folder: '.', schema: 'sources' },
} as const;

export type DefinitionKind = keyof typeof definitionKinds;

/** One definition file as it was read. */
export interface DefinitionFile {
  readonly kind: DefinitionKind;
  /** Name of the file without its ending; the definition's id has to be the same. */
  readonly name: string;
  readonly document: SourceDocument;
}

/** A catalogue with the examples of its rules, which only tests and reference need. */
export interface Definitions extends Catalogue {
  readonly rules: readonly RuleDefinition[];
}

/**
 * Reads a folder of definitions: rules and `sources.yaml` in it, frameworks and vocabularies in folders below.
 * The definitions are as the files have them: whether they are right is for definition-problems.ts to say.
 *
 * @param shownAs what the folder is called in messages
 */
export function readDefinitionFolder(
  folder: string | URL,
  shownAs = 'rules',
): { files: DefinitionFile[]; definitions: Definitions } {
  const root = typeof folder === 'string' ? folder : fileURLToPath(folder);
  const files = [
    ...filesIn(root, shownAs, '.', (name) => (name === 'sources' ? 'sources' : 'rule')),
    ...filesIn(root, shownAs, 'frameworks', () => 'framework'),
    ...filesIn(root, shownAs, 'vocabulary', () => 'vocabulary'),
  ];
  const dataOf = (kind: DefinitionKind): JsonObject[] =>
    files.filter((file) => file.kind === kind).flatMap(({ document }) => asObject(document.data));
  return {
    files,
    definitions: {
      rules: dataOf('rule') as unknown as RuleDefinition[],
      frameworks: dataOf('framework') as unknown as Framework[],
      vocabularies: dataOf('vocabulary') as unknown as Vocabulary[],
      sources: dataOf('sources').flatMap((data) => (data['sources'] ?? []) as unknown as SourceDefinition[]),
    },
  };
}

function asObject(data: Json | undefined): JsonObject[] {
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? [data as JsonObject] : [];
}

function filesIn(
  root: string,
  shownAs: string,
  folder: string,
  kindOf: (name: string) => DefinitionKind,
): DefinitionFile[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((fileName) => fileName.endsWith('.yaml'))
    .map((fileName) => fileName.slice(0, -'.yaml'.length))
    .sort()
    .flatMap((name) => {
      const fileName = `${name}.yaml`;
      const file = join(path, fileName);
      const [document] = readDocuments({
        path: join(shownAs, folder, fileName),
        text: readFileSync(file, 'utf8'),
      });
      return document === undefined ? [] : [{ kind: kindOf(name), name, document }];
    });
}
