import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/descriptor/finding.ts';
import { gitlab } from '../../src/formats/gitlab.ts';
import type { Report } from '../../src/report/report.ts';
import { rawCharacters, root } from '../cli-case.ts';
import {
  exampleDescriptor,
  exampleDraft,
  exampleFinding,
  exampleReport,
  exampleResults,
  exampleUnreadable,
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

interface Entry {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: {
    readonly path: string;
    readonly lines: { readonly begin: number; readonly end?: number };
  };
}

const isCodeQuality = new Ajv2020({ allErrors: true }).compile(
  JSON.parse(readFileSync(join(root, 'test', 'standards', 'gitlab-code-quality.schema.json'), 'utf8')),
);

function entriesOf(report: Report): Entry[] {
  return JSON.parse(writtenBy(gitlab, report));
}

/** In form, and as many entries as there are findings and incidents, each with a fingerprint of its own. */
function expectSound(report: Report): void {
  const written = writtenBy(gitlab, report);
  const entries = JSON.parse(written) as Entry[];
  isCodeQuality(entries);
  expect(isCodeQuality.errors ?? []).toEqual([]);
  expect(rawCharacters(written)).toEqual([]);
  expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
  const all = [...report.findings, ...report.descriptors.flatMap(({ findings }) => findings)];
  const said = entries.filter(({ check_name }) => check_name !== 'verdict');
  expect(said).toHaveLength(all.length + report.incidents.length);
}

describe.each(formatCases)('a code quality report of %s', (_name, report) => {
  it('is in form, and loses nothing to equal fingerprints', () => {
    expectSound(report);
  });
});

it('writes what it wrote before', async () => {
  for (const name of ['several', 'troubled', 'clean']) {
    const written = writtenBy(gitlab, storedReport(name));
    await expect(written).toMatchFileSnapshot(`${root}/fixtures/reports/${name}.gitlab.txt`);
  }
});

it('is an empty list where all is well', () => {
  expect(writtenBy(gitlab, caseNamed('clean'))).toBe('[]\n');
});

it('tells lines from 1, and the path without ./ at the front', () => {
  const finding = exampleFinding({ rule: 'title' }).location;
  const report = exampleReport([untitled('a.yaml', { location: { ...finding, path: './a.yaml' } })]);
  expect(entriesOf(report)[0]?.location).toEqual({ path: 'a.yaml', lines: { begin: 3, end: 3 } });
});

describe('fingerprints', () => {
  /** A descriptor with the same finding several times: all equal but for the line. */
  function repeated(path: string, count: number, document = 0) {
    const findings = Array.from({ length: count }, (_, index): Finding => {
      const start = { line: 3 + index, column: 1, offset: 20 };
      const location = { path, document, pointer: '', range: { start, end: start } };
      return exampleFinding({ rule: 'title', location, fingerprint: 'f'.repeat(32) });
    });
    const rules = exampleResults({ title: { outcome: 'failed', findings } });
    return exampleDescriptor({ path, document, rules });
  }

  it('differ even for findings that are equal in everything else', () => {
    const report = exampleReport([
      repeated('a.yaml', 5),
      repeated('a.yaml', 5, 1),
      repeated('a.yaml', 2, 1),
      repeated('b.yaml', 5),
    ]);
    const fingerprints = entriesOf(report).map(({ fingerprint }) => fingerprint);
    expect(fingerprints).toHaveLength(17);
    expect(new Set(fingerprints).size).toBe(17);
  });

  it('differ whatever the number of equal findings in however many files', () => {
    const counts = fc.array(fc.tuple(fc.constantFrom('a', './a', 'b'), fc.nat(2), fc.nat(4)), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(counts, (given) => {
        expectSound(exampleReport(given.map(([path, document, count]) => repeated(path, count, document))));
      }),
    );
  });

  it('stay when lines move, words change, a waiver is agreed, or other files come and go', () => {
    const fingerprintOf = (...descriptors: Parameters<typeof exampleReport>[0]): string | undefined =>
      entriesOf(exampleReport(descriptors)).find(({ location }) => location.path === 'b.yaml')?.fingerprint;
    const before = fingerprintOf(untitled('b.yaml'));
    expect(before).toMatch(/^[0-9a-f]{32}$/);
    const start = { line: 53, column: 1, offset: 2_000 };
    const location = { path: 'b.yaml', document: 0, pointer: '/title', range: { start, end: start } };
    const waiver = { reason: 'Agreed.', origin: 'file', path: 'w.yaml', line: 1 } as const;
    expect(fingerprintOf(untitled('b.yaml', { location, message: 'In other words.' }))).toBe(before);
    expect(fingerprintOf(untitled('b.yaml', { waiver }))).toBe(before);
    expect(fingerprintOf(untitled('a.yaml'), untitled('b.yaml'), untitled('c.yaml'))).toBe(before);
    expect(fingerprintOf(untitled('b.yaml', { fingerprint: '2'.repeat(32) }))).not.toBe(before);
  });
});

it.each([
  ['an unreadable file', 'unreadable-file', 'blocker'],
  ['a YAML error', 'yaml', 'critical'],
  ['a requirement that a person finds not met', 'verdict', 'critical'],
  ['a mandatory requirement that nobody can tell', 'verdict', 'critical'],
  ['one finding', 'title', 'major'],
  ['many findings', 'schema', 'major'],
  ['many findings', 'points', 'minor'],
  ['a waived finding', 'title', 'info'],
  ['a finding that a baseline knows', 'title', 'info'],
])('weighs %s (%s) as %s', (name, check, severity) => {
  const found = entriesOf(caseNamed(name)).filter(({ check_name }) => check_name === check);
  expect(found.length).toBeGreaterThan(0);
  expect(new Set(found.map((entry) => entry.severity))).toEqual(new Set([severity]));
});

it('says that a finding is waived, until when, by whom and why', () => {
  const [entry] = entriesOf(caseNamed('a waived finding'));
  expect(entry?.description).toBe(
    'The award has no `title`. Write the title under `title`. Waived: Agreed with the panel. Agreed by Academic Board. It holds until 2027-07-31.',
  );
});

it('tells the same descriptors whatever the order in which they came', () => {
  const draft = exampleDraft();
  const broken = exampleUnreadable();
  expect(writtenBy(gitlab, exampleReport([draft, broken]))).toBe(
    writtenBy(gitlab, exampleReport([broken, draft])),
  );
});

it('stays in form whatever anybody wrote', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expectSound(oddReport(text));
    }),
    { numRuns: 150 },
  );
});
