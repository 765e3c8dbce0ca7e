import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptAt, type Position } from '../../src/descriptor/finding.ts';
import { positionsOf } from '../../src/descriptor/text-positions.ts';
import { rdjson } from '../../src/formats/rdjson.ts';
import { byteColumn } from '../../src/formats/rdjson-diagnostic.ts';
import { rdjsonl } from '../../src/formats/rdjsonl.ts';
import type { Report } from '../../src/report/report.ts';
import { rawCharacters, root } from '../cli-case.ts';
import {
  exampleDescriptor,
  exampleFinding,
  exampleReport,
  exampleResults,
  failed,
} from './example-report.ts';
import {
  anyText,
  caseNamed,
  formatCases,
  oddReport,
  storedReport,
  untitled,
  writtenBy,
} from './format-cases.ts';

interface Diagnostic {
  readonly message: string;
  readonly severity: string;
  readonly location: {
    readonly path: string;
    readonly range?: {
      readonly start: { line: number; column?: number };
      readonly end: { line: number; column?: number };
    };
  };
  readonly code: { readonly value: string; readonly url?: string };
}

const ours = JSON.parse(readFileSync(join(root, 'test', 'standards', 'rdjson.schema.json'), 'utf8'));
const official = join(root, '..', 'shared', 'standards', 'rdjson');

/** Validators of a whole document and of a line: always by our schema, by reviewdog's own where it is at hand. */
const validators = (() => {
  const compiled = (schema: object, file: string) => {
    const ajv = new AjvDraft04.default({ allErrors: true, strict: false });
    const all = [ajv.compile(schema)];
    const path = join(official, file);
    if (existsSync(path)) all.push(ajv.compile(JSON.parse(readFileSync(path, 'utf8'))));
    return all;
  };
  const line = { ...ours, $ref: '#/definitions/diagnostic' };
  return { document: compiled(ours, 'DiagnosticResult.json'), line: compiled(line, 'Diagnostic.json') };
})();

function expectValid(value: unknown, kind: keyof typeof validators): void {
  for (const isValid of validators[kind]) {
    isValid(value);
    expect(isValid.errors ?? []).toEqual([]);
  }
}

function diagnosticsOf(report: Report): Diagnostic[] {
  return JSON.parse(writtenBy(rdjson, report)).diagnostics;
}

function expectSound(report: Report): void {
  const written = writtenBy(rdjson, report);
  const document = JSON.parse(written) as { diagnostics: Diagnostic[] };
  expectValid(document, 'document');
  const lines = writtenBy(rdjsonl, report);
  expect(rawCharacters(written + lines)).toEqual([]);
  const read =
    lines === ''
      ? []
      : lines
          .slice(0, -1)
          .split('\n')
          .map((line) => JSON.parse(line));
  for (const one of read) expectValid(one, 'line');
  const source = { name: 'microcred' };
  expect(read).toEqual(document.diagnostics.map((diagnostic) => ({ ...diagnostic, source })));
  const all = [...report.findings, ...report.descriptors.flatMap(({ findings }) => findings)];
  const said = document.diagnostics.filter(({ code }) => code.value !== 'verdict');
  expect(said).toHaveLength(all.length + report.incidents.length);
  for (const { location } of document.diagnostics) {
    const { start, end } = location.range ?? {};
    // reviewdog takes a range without columns as whole lines, and has no meaning for one with a single column.
    expect(start?.column === undefined).toBe(end?.column === undefined);
  }
}

describe.each(formatCases)('diagnostics of %s', (_name, report) => {
  it('are in the form of reviewdog, as a document and as lines', () => {
    expectSound(report);
  });
});

it('writes what it wrote before', async () => {
  for (const name of ['several', 'troubled', 'clean']) {
    const report = storedReport(name);
    const stem = `${root}/fixtures/reports/${name}`;
    await expect(writtenBy(rdjson, report)).toMatchFileSnapshot(`${stem}.rdjson.txt`);
    await expect(writtenBy(rdjsonl, report)).toMatchFileSnapshot(`${stem}.rdjsonl.txt`);
  }
});

it('is a document without diagnostics, or no line, where all is well', () => {
  expect(writtenBy(rdjson, caseNamed('clean'))).toBe('{"source":{"name":"microcred"},"diagnostics":[]}\n');
  expect(writtenBy(rdjsonl, caseNamed('clean'))).toBe('');
});

it('gives severity, code and the address of a source', () => {
  expect(diagnosticsOf(caseNamed('one finding'))).toEqual([
    {
      message: 'The award has no `title`.\nWrite the title under `title`.',
      location: { path: 'a.yaml', range: { start: { line: 3, column: 1 }, end: { line: 3, column: 6 } } },
      severity: 'ERROR',
      code: { value: 'title', url: 'https://example.org/policy?on=short-awards' },
    },
  ]);
});

it.each(['javascript:alert(1)', 'data:text/html,x', 'https://e.org/ x', 'https://', '//e.org', 'x'])(
  'gives no address of the kind %s',
  (url) => {
    const sources = [{ document: 'Policy', basis: 'quoted', url }] as const;
    const [diagnostic] = diagnosticsOf(exampleReport([untitled('a.yaml', { sources })]));
    expect(diagnostic?.code).toEqual({ value: 'title' });
  },
);

it('keeps a waived finding as information, with its reason', () => {
  const [diagnostic] = diagnosticsOf(caseNamed('a waived finding'));
  expect(diagnostic?.severity).toBe('INFO');
  expect(diagnostic?.message).toMatch(
    /\nWaived: Agreed with the panel\. Agreed by Academic Board\. It holds until 2027-07-31\.$/,
  );
});

it('keeps what a baseline knows as information, and says so', () => {
  const [diagnostic] = diagnosticsOf(caseNamed('a finding that a baseline knows'));
  expect(diagnostic?.severity).toBe('INFO');
  expect(diagnostic?.message).toMatch(/\nIt was so before: the baseline knows it\.$/);
});

it('names places that have to do with a finding', () => {
  const related = diagnosticsOf(caseNamed('many findings')).flatMap((one) =>
    'related_locations' in one ? [one.related_locations] : [],
  );
  expect(related).toEqual([
    [
      {
        message: 'The amount stands here.',
        location: { path: 'drafts/b.yaml', range: { start: { line: 8 }, end: { line: 8 } } },
      },
    ],
  ]);
});

describe('columns', () => {
  const at = (line: number, column: number): Position => ({ line, column, offset: 0 });

  it.each([
    ['of ASCII', 'title: x', 8, 8],
    ['after é, of two bytes', 'é: x', 4, 5],
    ['after 日本, of three each', '日本: x', 5, 9],
    ['after 𐐀, of four bytes and two units', 'a𐐀b', 4, 6],
    ['at the end', 'é', 2, 3],
  ])('%s count bytes of UTF-8', (_what, excerpt, column, expected) => {
    expect(byteColumn(at(3, column), 3, excerpt)).toBe(expected);
  });

  it('are known in the first place of any line', () => {
    expect(byteColumn(at(7, 1), 3, '')).toBe(1);
  });

  it.each([
    ['on another line', at(4, 2), 'é: x'],
    ['beyond what is known of the line', at(3, 6), 'é: x'],
    ['in the middle of a character', at(3, 3), 'a𐐀b'],
    ['without a text', at(3, 2), ''],
  ])('are not known %s', (_where, position, excerpt) => {
    expect(byteColumn(position, 3, excerpt)).toBeUndefined();
  });

  const rangeOf = (excerpt: string, start: Position, end: Position) => {
    const location = { path: 'a.yaml', document: 0, pointer: '', range: { start, end } };
    return diagnosticsOf(exampleReport([untitled('a.yaml', { location, excerpt })]))[0]?.location.range;
  };

  it('are left out on both sides where one is not known', () => {
    expect(rangeOf('é: |', at(3, 2), at(5, 4))).toEqual({ start: { line: 3 }, end: { line: 5 } });
  });

  it('say where a range ends that ends before a line', () => {
    expect(rangeOf('é: |', at(3, 2), at(5, 1))).toEqual({
      start: { line: 3, column: 3 },
      end: { line: 5, column: 1 },
    });
    expect(rangeOf('', at(3, 2), at(5, 1))).toEqual({ start: { line: 3 }, end: { line: 4 } });
  });

  it('point at the same bytes as the range does, in any text', () => {
    const text = fc
      .array(fc.constantFrom('a', 'é', '日', '𐐀', '👩🏽‍🚀', ' ', '\t', '\r', '\n', '\r\n'), { maxLength: 20 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(5), (source, from, length) => {
        const whole = [...source];
        const start = whole.slice(0, from).join('').length;
        const range = positionsOf(source).rangeOf(
          start,
          start + whole.slice(from, from + length).join('').length,
        );
        const excerpt = excerptAt(source, range.start);
        const lineBytes = Buffer.from(source.split('\n')[range.start.line - 1] ?? '');
        const column = byteColumn(range.start, range.start.line, excerpt);
        if (column === undefined) return;
        const lineStart = range.start.offset - range.start.column + 1;
        expect(lineBytes.subarray(0, column - 1).toString()).toBe(
          source.slice(lineStart, range.start.offset),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('are those of the fixture in the end', () => {
    const start = at(2, 8);
    const finding = exampleFinding({
      rule: 'title',
      excerpt: 'titél: 日本',
      location: { path: 'a.yaml', document: 0, pointer: '/title', range: { start, end: at(2, 10) } },
    });
    const report = exampleReport([exampleDescriptor({ rules: exampleResults({ title: failed(finding) }) })]);
    expect(diagnosticsOf(report)[0]?.location.range).toEqual({
      start: { line: 2, column: 9 },
      end: { line: 2, column: 15 },
    });
  });
});

it('stays in form whatever anybody wrote', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expectSound(oddReport(text));
    }),
    { numRuns: 150 },
  );
});
