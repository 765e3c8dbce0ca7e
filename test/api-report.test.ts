import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { apiReport } from '../src/maintain/api-report.ts';
import { readDeclarations } from '../src/maintain/declarations.ts';
import { root } from './cli-case.ts';

/** The report on a package whose `dist/` holds these declarations. */
function reportOn(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'microcred-api-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, 'dist', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return apiReport(folder);
}

const headings = (report: string): string[] => report.match(/(?<=^#{2,3} ).+$/gm) ?? [];

describe('the API report', () => {
  it('is up to date', () => {
    expect(readFileSync(join(root, 'etc/microcred.api.md'), 'utf8'), 'run `npm run generate`').toBe(
      apiReport(root),
    );
  });

  it('follows names over files, under other names, inline and to what is not exported', () => {
    const report = reportOn({
      'index.d.ts': `export { check as run, type Kind } from './a/check.ts';\nexport type { T } from './a/b.ts';\n`,
      'a/check.d.ts': `import type { B as Renamed } from './b.ts';
/** Checks; see { this }. */
export declare function check(one: Renamed, other: import("../c.ts").C): Hidden;
interface Hidden { readonly text: '};'; }
export type Kind = 'a' | \`b\${string}\`;
`,
      'a/b.d.ts': `export interface B { readonly t: T; }\nexport type T = {\n    x: 1;\n} | {\n    x: 2;\n};\nexport type Unused = 1;\n`,
      'c.d.ts': `export declare const other: number;\nexport interface C { self: C }\nexport {};\n`,
    });
    expect(headings(report)).toEqual([
      'Exports',
      'check',
      'Kind',
      'T',
      'Types that these mention',
      'B',
      'C',
      'Hidden',
    ]);
    expect(report).toContain(
      '/** Checks; see { this }. */\nfunction check(one: Renamed, other: import("../c.ts").C): Hidden;',
    );
    expect(report).toContain('type T = {\n    x: 1;\n} | {\n    x: 2;\n};');
  });

  it('does not take words of a comment for types', () => {
    const report = reportOn({
      'index.d.ts': `/** Not a Stranger. */\nexport declare const a: 1;\ntype Stranger = 2;\n`,
    });
    expect(headings(report)).toEqual(['Exports', 'a', 'Types that these mention']);
  });

  it.each(['export default 1;', 'export * from "./a.ts";', 'declare namespace A { const b: 1; }'])(
    'would rather fail than leave out %s',
    (text) => {
      expect(() => readDeclarations(text)).toThrow('unknown kind');
    },
  );

  it('says when a name stands for nothing', () => {
    expect(() => reportOn({ 'index.d.ts': 'export { gone };\n' })).toThrow(
      'index.d.ts says nothing about gone.',
    );
  });
});
