import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileSchema } from '../../src/descriptor/compile-schema.ts';
import type { BaselineEntry } from '../../src/report/baseline-entry.ts';
import { baselineText, tooLong, withoutEntries } from '../../src/workspace/baseline-text.ts';
import type { CompiledCatalogue } from '../../src/workspace/compiled-catalogue.ts';
import { type ReadBaseline, readBaseline } from '../../src/workspace/read-baseline.ts';
import { temporaryFolder } from './temporary-folder.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/baseline.schema.json', import.meta.url), 'utf8'),
);
const builtIn = {
  schema: () => schema,
  validators: { baseline: compileSchema(schema) },
} as unknown as CompiledCatalogue;

function read(text: string | Uint8Array): ReadBaseline {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'b.yaml'), text);
  const found = readBaseline('b.yaml', folder, builtIn);
  if (found === undefined) throw new Error('The file was not found.');
  return found;
}

const entry = {
  rule: 'title-is-stated',
  path: 'courses/a.yaml',
  fingerprint: '0123456789abcdef0123456789abcdef',
  message: 'The award has no title.',
  addedOn: '2026-11-23',
} satisfies BaselineEntry;
/** A file with entries, each given as the lines of its own. */
const file = (...entries: string[][]): string =>
  `baseline: 1\ndate: 2026-11-23\nentries:\n${entries.map((lines) => `  - ${lines.join('\n    ')}\n`).join('')}`;
const lines = Object.entries(entry).map(([name, value]) => `${name}: ${value}`);
const bare = (entries: readonly BaselineEntry[]) =>
  entries.map((one) => {
    const { document: _, index: __, place: ___, ...rest } = one as BaselineEntry & Record<string, unknown>;
    return rest;
  });

describe('a baseline', () => {
  it('gives its entries, and the place of those that may expire', () => {
    const text = file(lines, [...lines, 'owner: Team', 'reason: In spring.', 'expires: 2027-01-01']);
    const found = read(text);
    expect(found).toMatchObject({ findings: [], problems: [] });
    expect(found.file).toEqual({
      path: 'b.yaml',
      sha256: createHash('sha256').update(text).digest('hex'),
    });
    expect(bare(found.entries)).toEqual([
      entry,
      { ...entry, owner: 'Team', reason: 'In spring.', expires: '2027-01-01' },
    ]);
    expect(found.entries[0]?.place).toBeUndefined();
    expect(found.entries[1]?.place?.location).toMatchObject({
      path: 'b.yaml',
      range: { start: { line: 9 } },
    });
  });

  it('may be in several documents', () => {
    const { entries, problems } = read(`${file(lines)}---\n${file(lines, lines)}`);
    expect(problems).toEqual([]);
    expect(entries.map(({ document, index }) => [document, index])).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
  });

  it('that is not there is undefined', () => {
    expect(readBaseline('b.yaml', temporaryFolder(), builtIn)).toBeUndefined();
  });

  it('that is a folder is a problem', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'b.yaml'));
    expect(readBaseline('b.yaml', folder, builtIn)?.problems).toMatchObject([
      { message: 'The baseline `b.yaml` cannot be read: it is a folder.' },
    ]);
  });

  it.each<[string, string | Uint8Array, string, number | undefined]>([
    ['is empty', '', 'The file is empty.', 1],
    ['is not YAML', 'baseline: [\n', 'is not closed', 1],
    ['is not UTF-8', new Uint8Array([0x61, 0x3a, 0x20, 0xff]), 'The file is not UTF-8', 1],
    ['is a descriptor', 'microcred: 1\n', 'The file is no baseline: it has no field `baseline`.', 1],
    ['is a text', 'baseline\n', 'The file is no baseline', 1],
    ['has the list in the wrong field', 'baseline:\n  - rule: a\n', 'holds a list', 1],
    ['is of another version', 'baseline: 2\ndate: 2026-11-23\nentries: []\n', 'is 2, but only', 1],
    ['has no list', 'baseline: 1\ndate: 2026-11-23\n', '`entries`', 1],
    ['has an unknown field', `${file(lines)}entires: []\n`, '`entires`', 9],
    ['is a descriptor as well', `${file(lines)}microcred: 1\n`, '`microcred`', 9],
    ['has a document that is none', `${file(lines)}---\nid: a\n`, 'it has no field `baseline`', 10],
    ['is too large', `${file(lines)}#${' '.repeat(5_000_000)}`, 'more than 5,000,000 bytes', undefined],
    ['nests deeply', `baseline: 1\nentries: ${'['.repeat(500)}${']'.repeat(500)}\n`, 'nested more than', 2],
    [
      'grows by aliases',
      `baseline: 1\na: &a [${'x,'.repeat(999)}]\nb: &b [${'*a,'.repeat(999)}]\nentries: [${'*b,'.repeat(999)}]\n`,
      'aliases',
      undefined,
    ],
  ])('that %s is a problem', (_what, text, message, line) => {
    const { entries, findings, problems } = read(text);
    expect({ entries, findings }).toEqual({ entries: [], findings: [] });
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.help).toMatch(/[.?]$/);
    if (line !== undefined) expect(problems[0]?.place?.line).toBe(line);
  });

  it.each<[string, string[], string]>([
    ['without a path', lines.filter((line) => !line.startsWith('path')), '`path`'],
    [
      'with a fingerprint that is none',
      lines.map((line) => line.replace(/^(fing.*: ).*/, '$1"<b>"')),
      'fingerprint',
    ],
    ['with an unknown field', [...lines, 'expiry: 2026-11-23'], '.expiry`'],
    ['that expires on no day', [...lines, 'expires: 2026-02-30'], 'expires'],
    ['that is no group of fields', ['a'], 'entries[1]'],
    ['for broken YAML', lines.map((line) => line.replace(/^rule: .*/, 'rule: yaml')), 'no baseline can know'],
    ['for a waiver', lines.map((line) => line.replace(/^rule: .*/, 'rule: waiver')), 'no baseline can know'],
  ])('an entry %s does not count and is told', (_what, broken, message) => {
    const { entries, findings, problems } = read(file(lines, broken, lines));
    expect(problems).toEqual([]);
    expect(entries.map(({ index }) => index)).toEqual([0, 2]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: 'baseline',
      severity: 'warning',
      location: { path: 'b.yaml' },
    });
    expect(findings[0]?.message).toContain(message);
  });

  it('with very many entries at fault tells fifty, and how many more', () => {
    const { findings } = read(file(...Array.from({ length: 120 }, () => ['rule: a'])));
    expect(findings).toHaveLength(50);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(50);
    expect(findings[49]?.help).toContain('70 faults');
  });
});

describe('a baseline that is written', () => {
  const hostile = fc.oneof(
    fc.string({ minLength: 1, maxLength: 40 }),
    fc.constantFrom(
      '\u202eabc',
      '<script>',
      '- a: b',
      '# x',
      '"',
      "'",
      '`',
      'null',
      '1e5',
      '~',
      '---',
      'a: b',
      '\u0000',
      '\n',
      '😀',
      '\u2028',
      '{',
      '*a',
      '&b',
      '!c',
      'a #b',
      ' a',
      'a ',
    ),
  );
  const entries = fc.array(
    fc.record({
      rule: fc.constantFrom('title-is-stated', 'schema', 'requirement'),
      path: hostile,
      id: hostile,
      fingerprint: fc.constantFrom('0'.repeat(32), '1e'.padEnd(32, '3'), '0123456789abcdef0123456789abcdef'),
      message: hostile,
      parts: fc.array(hostile, { maxLength: 3 }),
      addedOn: fc.constant('2026-11-23'),
      reason: hostile,
      owner: hostile,
    }),
    { maxLength: 4 },
  );

  it('reads as what was written, whatever is in it', () => {
    fc.assert(
      fc.property(entries, (written) => {
        const { entries: found, findings, problems } = read(baselineText(written, '2026-11-23'));
        expect({ findings, problems }).toEqual({ findings: [], problems: [] });
        expect(bare(found)).toEqual(
          written.map((one) => ({ ...one, path: one.path.replace(/^(?:\.\/)+/, '') })),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is divided where it is long, and still one', () => {
    const many = Array.from(
      { length: 6_000 },
      (_, index): BaselineEntry => ({ ...entry, path: `${index}.yaml` }),
    );
    const text = baselineText(many, '2026-11-23');
    const { entries: found, problems } = read(text);
    expect(problems).toEqual([]);
    expect(text.match(/^---$/gm)?.length).toBeGreaterThan(0);
    expect(bare(found)).toEqual(many);
    expect(tooLong(many, text, 'b.yaml')).toBeUndefined();
  });

  it('is refused where it would be longer than is read', () => {
    const many = Array.from({ length: 30_000 }, (): BaselineEntry => entry);
    expect(tooLong(many, baselineText(many, '2026-11-23'), 'b.yaml')?.message).toBe(
      'The baseline `b.yaml` would have 30,000 entries and be longer than is read.',
    );
  });

  it('loses entries of any of its documents and keeps the rest', () => {
    const text = `# One.\n${file(lines, [...lines, 'owner: B'])}---\n${file([...lines, 'owner: C'], lines)}# End.\n`;
    const { entries: found } = read(text);
    const pruned =
      withoutEntries(
        text,
        found.filter(({ owner }) => owner === undefined),
      ) ?? '';
    expect(read(pruned).entries.map(({ owner }) => owner)).toEqual(['B', 'C']);
    expect(pruned).toContain('# One.');
    expect(pruned).toContain('# End.');
    expect(read(withoutEntries(pruned, read(pruned).entries) ?? '').entries).toEqual([]);
  });
});
