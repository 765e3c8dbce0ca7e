import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Who may import whom, from `src` and from packages; a folder may always import itself. This table is the architecture. */
const mayImport: Record<string, { folders: string[]; packages: string[] }> = {
  descriptor: {
    folders: [],
    packages: ['yaml', 'ajv', 'ajv-formats', '@noble/hashes'],
  },
  conformance: { folders: ['descriptor'], packages: [] },
  report: { folders: ['descriptor', 'conformance'], packages: [] },
  checks: { folders: ['descriptor', 'conformance'], packages: [] },
  formats: {
    folders: ['descriptor', 'conformance', 'report'],
    packages: ['fast-string-width', 'xmlbuilder', 'csv-stringify', 'sarif'],
  },
  workspace: {
    folders: ['descriptor', 'conformance', 'report', 'checks'],
    packages: [
      'fast-glob',
      'ignore',
      'fastest-levenshtein',
      '#catalogue',
      '#examples',
      'node:fs',
      'node:path',
      'node:crypto',
      'node:url',
      'node:child_process',
    ],
  },
  cli: {
    folders: ['descriptor', 'conformance', 'report', 'formats', 'workspace'],
    packages: ['commander', 'chalk', '@clack/prompts', '#catalogue', 'node:fs', 'node:path'],
  },
  maintain: {
    folders: ['descriptor', 'conformance', 'report', 'checks', 'workspace', 'cli'],
    packages: [
      'esbuild',
      'json-schema-to-typescript',
      'node:module',
      'node:child_process',
      'node:vm',
      'node:fs',
      'node:path',
      'node:crypto',
      'node:url',
    ],
  },
  'index.ts': {
    folders: ['descriptor', 'conformance', 'report', 'checks', 'formats', 'workspace'],
    packages: [],
  },
};

/** Packages that only one file may import, so that it alone knows their ways. */
const onlyImporters: Record<string, RegExp> = {
  yaml: /^descriptor\/yaml-/,
  ajv: /^descriptor\/compile-schema\.ts$/,
  'ajv-formats': /^descriptor\/compile-schema\.ts$/,
  '@noble/hashes': /^descriptor\/fingerprint\.ts$/,
  'node:child_process': /^(?:workspace\/git-command|maintain\/)/,
  chalk: /^cli\/style\.ts$/,
  xmlbuilder: /^formats\/xml\.ts$/,
  'csv-stringify': /^formats\/csv\.ts$/,
  sarif: /^formats\/sarif/,
  '@clack/prompts': /^cli\/prompter\.ts$/,
  commander: /^cli\/(?:main|check-options|option-values)\.ts$/,
};

/** Files over 250 lines, each with the reason; the list is the place to argue. */
const longFiles: Record<string, string> = {
  'descriptor/course-descriptor.ts': 'generated',
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .sort();
const textOf = (file: string): string => readFileSync(file, 'utf8');

/** Everything that a file imports: `from '…'`, `import '…'`, `import('…')` and `new URL('./…')`. */
function importsOf(text: string): string[] {
  const expression = /(?:\bfrom\s+|\bimport\s+|\bimport\(\s*|new URL\(\s*)'([^']+)'/g;
  return [...text.matchAll(expression)].map((match) => match[1] ?? '');
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

describe.each(files)('%s', (file) => {
  const path = file.replace(/^src\//, '');
  const folder = path.split('/')[0] ?? '';
  const text = textOf(file);

  it('imports only what its folder may', () => {
    const may = mayImport[folder];
    if (may === undefined)
      throw new Error(
        `src/${folder} is not in the table of test/architecture.test.ts: say there what it may import.`,
      );
    for (const specifier of importsOf(text)) {
      // The folder of the project itself, which developers' commands work on.
      if (/^(\.\.\/)+$/.test(specifier)) continue;
      if (specifier.startsWith('.')) {
        const target = new URL(specifier, `file:///src/${path}`).pathname.split('/')[2] ?? '';
        const isAllowed = target === folder || may.folders.includes(target);
        expect(
          isAllowed,
          `${path} imports ${specifier}; ${folder} may import from: ${may.folders.join(', ') || 'nothing'}`,
        ).toBe(true);
        continue;
      }
      const name = packageOf(specifier);
      expect(may.packages, `${path} imports ${specifier}`).toContain(name);
      const only = onlyImporters[name];
      if (only !== undefined) expect(path, `only ${only} may import ${name}`).toMatch(only);
    }
  });

  it('is at most 250 lines long, or says why not', () => {
    const lines = text.split('\n').length - 1;
    if (path in longFiles) expect(lines, `${path} is short again: take it off the list`).toBeGreaterThan(0);
    else
      expect(
        lines,
        `split ${path}, or put it on the list in test/architecture.test.ts with the reason`,
      ).toBeLessThanOrEqual(250);
  });

  it('keeps the habits', () => {
    expect(text, 'no default exports: name what you export').not.toMatch(/^export default/m);
    if (!['cli', 'maintain'].includes(folder))
      expect(text, 'no console, no process here').not.toMatch(/\bconsole\.|(?<!\.)\bprocess\./);
    if (['descriptor', 'conformance', 'report', 'checks', 'formats'].includes(folder)) {
      expect(text, 'pure folders are synchronous').not.toMatch(/\basync\b|\bawait\b|\bPromise</);
      expect(text, 'pure folders read no clock and no chance').not.toMatch(
        /Date\.now|new Date\(\)|Math\.random|toLocale|localeCompare|\bIntl\./,
      );
    }
  });
});

it('finds what it looks for', () => {
  const found = importsOf(
    `import fs from 'node:fs';\nimport './a.ts';\nawait import('./b.ts');\nnew URL('./c.ts', x);\nconst y = 'from'; export const z = 'node:net';`,
  );
  expect(found).toEqual(['node:fs', './a.ts', './b.ts', './c.ts']);
});
