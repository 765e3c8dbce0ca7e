import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'json-schema-to-typescript';
import type { Json, JsonObject } from '../descriptor/json-pointer.ts';
import { readDefinitionFolder } from '../workspace/read-definitions.ts';
import { apiReport } from './api-report.ts';
import { ruleCatalogue } from './rule-catalogue.ts';

/** Writes every generated file, or, with `checkOnly`, none. Gives the files that are or were not up to date. */
export async function generate(root: string, checkOnly: boolean): Promise<string[]> {
  const files: Record<string, string> = {
    'src/descriptor/course-descriptor.ts': await descriptorType(root),
    'rules/README.md': ruleCatalogue(readDefinitionFolder(join(root, 'rules')).definitions),
    'etc/microcred.api.md': apiReport(root),
    'README.md': withSamples(readFileSync(join(root, 'README.md'), 'utf8'), root),
  };
  const stale = Object.entries(files).filter(([file, text]) => {
    const path = join(root, file);
    return !existsSync(path) || readFileSync(path, 'utf8') !== text;
  });
  if (checkOnly) return stale.map(([file]) => file);
  for (const [file, text] of stale) writeFileSync(join(root, file), text);
  return [];
}

/** The TypeScript type of a descriptor, out of its schema: one truth. */
async function descriptorType(root: string): Promise<string> {
  const schema = JSON.parse(readFileSync(join(root, 'schemas', 'course-descriptor.schema.json'), 'utf8'));
  return await compile({ ...untitled(schema), title: 'CourseDescriptor' }, 'CourseDescriptor', {
    additionalProperties: false,
    bannerComment:
      '// Generated from schemas/course-descriptor.schema.json by `npm run generate`; do not edit.',
    declareExternallyReferenced: true,
    maxItems: -1,
    unreachableDefinitions: false,
  });
}

/** Without titles, every title would become a type with a name of its own; the definitions have names already. */
function untitled(schema: Json): JsonObject {
  return JSON.parse(
    JSON.stringify(schema, (key, value) =>
      key === 'title' && typeof value === 'string' ? undefined : value,
    ),
  );
}

/** Puts what each command named in a sample's mark prints into the sample. */
function withSamples(text: string, root: string): string {
  return text.replace(/<!-- sample: node (.+?) -->\n[\s\S]*?<!-- \/sample -->/g, (_, command: string) => {
    const { stdout } = spawnSync(process.execPath, command.split(' '), { cwd: root, encoding: 'utf8' });
    return `<!-- sample: node ${command} -->\n\`\`\`text\n${stdout}\`\`\`\n<!-- /sample -->`;
  });
}
