import fc from 'fast-check';
import { type FinalResults, Parser, type Result } from 'tap-parser';
import { describe, expect, it } from 'vitest';
import { tap } from '../../src/formats/tap.ts';
import type { Report } from '../../src/report/report.ts';
import { rawCharacters, root } from '../cli-case.ts';
import {
  exampleAnswer,
  exampleDescriptor,
  exampleDraft,
  exampleFinding,
  exampleReport,
  exampleResults,
  exampleWaiver,
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

/** Reads TAP strictly: what is no TAP is a failure, and so is a plan that does not fit. */
function readTap(text: string): { points: Result[]; end: FinalResults; version: unknown } {
  const points: Result[] = [];
  let version: unknown;
  const parser = new Parser({ strict: true });
  parser.on('assert', (point: Result) => points.push(point));
  parser.on('version', (given: unknown) => {
    version = given;
  });
  parser.on('child', () => expect.unreachable('A text was taken for a subtest.'));
  parser.on('bailout', () => expect.unreachable('A text was taken for a bail-out.'));
  parser.end(text);
  const end = parser.results;
  if (end === null) throw new Error('The parser has not come to an end.');
  return { points, end, version };
}

/** TAP of a report, with as many points as there are requirements and faults beside them, and nothing else. */
function expectSound(report: Report): void {
  const text = writtenBy(tap, report);
  expect(rawCharacters(text)).toEqual([]);
  const { points, end, version } = readTap(text);
  expect(version).toBe(14);
  // Failures that are none of the points' own are the parser's.
  expect(end.failures.filter((failure) => 'tapError' in failure && failure.tapError !== null)).toEqual([]);
  expect(points.map(({ id }) => id)).toEqual(points.map((_, index) => index + 1));
  const ruled = new Set(
    report.frameworks.flatMap(({ requirements }) => requirements.flatMap(({ rules = [] }) => rules)),
  );
  const beside = report.descriptors
    .flatMap(({ findings }) => findings)
    .filter(({ rule }) => !ruled.has(rule));
  const requirements = report.descriptors.flatMap(({ conformance }) => [
    ...new Set(conformance.flatMap((one) => one.requirements.map(({ requirement }) => requirement))),
  ]);
  expect(points).toHaveLength(
    report.incidents.length + report.findings.length + beside.length + requirements.length,
  );
  for (const { ok, diag, skip, todo, name, buffered } of points) {
    expect(buffered).toBe(false);
    expect(name).not.toBe('');
    expect(ok || skip === false).toBe(true);
    if (!ok && todo === false)
      expect(diag).toMatchObject({ message: expect.any(String), severity: expect.any(String) });
  }
}

describe.each(formatCases)('TAP of %s', (_name, report) => {
  it('is read back by a strict parser, whole', () => {
    expectSound(report);
  });
});

it('writes what it wrote before', async () => {
  for (const name of ['several', 'troubled', 'clean']) {
    const written = writtenBy(tap, storedReport(name));
    await expect(written).toMatchFileSnapshot(`${root}/fixtures/reports/${name}.tap`);
  }
});

/** What the points of a report say, briefly. */
function pointsOf(report: Report): (string | boolean)[][] {
  return readTap(writtenBy(tap, report)).points.map(({ ok, name, todo, skip }) => [
    ok ? 'ok' : 'not ok',
    name,
    ...(todo === false ? [] : ['TODO', todo]),
    ...(skip === false ? [] : ['SKIP', skip]),
  ]);
}

it('has a point for each requirement of each descriptor', () => {
  const report = exampleReport([exampleDescriptor(), exampleDescriptor({ document: 1 })]);
  expect(pointsOf(report).slice(5, 7)).toEqual([
    [
      'not ok',
      'a.yaml: The size is agreed with employers. (size-is-agreed)',
      'TODO',
      'untested: Nobody has said how.',
    ],
    ['ok', 'a.yaml (document 2): The award has a title. (title-is-stated)'],
  ]);
});

it('gives message, severity and place of what does not hold', () => {
  const { points, end } = readTap(writtenBy(tap, caseNamed('one finding')));
  expect(end.ok).toBe(false);
  expect(points[0]).toMatchObject({ ok: false, name: 'a.yaml: The award has a title. (title-is-stated)' });
  expect(points[0]?.diag).toEqual({
    message: 'The award has no `title`.',
    severity: 'error',
    at: { file: 'a.yaml', line: 3, column: 1 },
    rule: 'title',
    help: 'Write the title under `title`.',
  });
});

it('gives every finding behind a requirement', () => {
  const findings = [1, 2, 3].map((number) =>
    exampleFinding({ rule: 'title', message: `Number ${number}: "\\" # ---` }),
  );
  const rules = exampleResults({ title: { outcome: 'failed', findings } });
  const [point] = readTap(writtenBy(tap, exampleReport([exampleDescriptor({ rules })]))).points;
  expect(point?.diag).toMatchObject({
    message: 'Number 1: "\\" # ---',
    further: [
      { message: 'Number 2: "\\" # ---', at: { file: 'a.yaml', line: 3, column: 1 } },
      { message: 'Number 3: "\\" # ---', rule: 'title' },
    ],
  });
});

const knownResults = exampleResults({
  title: {
    outcome: 'failed',
    findings: [{ ...exampleFinding({ rule: 'title' }), ...({ baseline: 'known' } as object) }],
  },
});

it.each([
  [
    'does not apply, by a rule',
    { rules: exampleResults({ fee: { outcome: 'inapplicable' } }) },
    3,
    ['ok', 'SKIP', 'does not apply'],
  ],
  [
    'does not apply, by a person',
    { answers: [exampleAnswer('title-is-fair', { outcome: 'not-applicable' as const })] },
    1,
    ['ok', 'SKIP', 'does not apply: Ada Example (Quality officer) answered on 2026-10-01: does not apply.'],
  ],
  ['is for a person to judge', { answers: [] }, 1, ['not ok', 'TODO', 'for a person to judge']],
  [
    'a person finds partly met',
    { answers: [exampleAnswer('title-is-fair', { outcome: 'partly' as const })] },
    1,
    ['not ok'],
  ],
  [
    'is waived',
    {
      rules: untitled('a.yaml').rules,
      waivers: [exampleWaiver({ rule: 'title', reason: 'Agreed # with {', until: '2027-07-31' })],
    },
    0,
    ['not ok', 'TODO', 'Waived: Agreed # with {. It holds until 2027-07-31.'],
  ],
  [
    'is mandatory and cannot be told, and nothing says why',
    { rules: exampleResults({ title: { outcome: 'cantTell', reason: 'Others were not read.' } }) },
    0,
    ['not ok'],
  ],
  [
    'is recommended and cannot be told',
    { rules: exampleResults({ points: { outcome: 'cantTell', reason: 'Others were not read.' } }) },
    2,
    ['not ok', 'TODO', 'cannot be told: Others were not read.'],
  ],
  [
    'cannot be told for a reason that looks like the begin of a subtest',
    { rules: exampleResults({ points: { outcome: 'cantTell', reason: '# Subtest: x {' } }) },
    2,
    ['not ok', 'TODO', 'cannot be told: # Subtest: x {.'],
  ],
  [
    'cannot be told although a part of it is known not to hold',
    {
      rules: exampleResults({
        points: {
          outcome: 'cantTell',
          reason: 'Others were not read.',
          findings: [exampleFinding({ rule: 'points', severity: 'warning' })],
        },
      }),
    },
    2,
    ['not ok'],
  ],
  [
    'is recommended and not met, by a person',
    {
      answers: [
        exampleAnswer('title-is-fair'),
        exampleAnswer('hours-are-fair', { outcome: 'not-met' as const }),
      ],
    },
    4,
    ['not ok'],
  ],
  [
    'is not met as a baseline knows',
    { rules: knownResults },
    0,
    ['not ok', 'TODO', 'It was so before: the baseline knows it.'],
  ],
])('says how a requirement stands that %s', (_what, parts, index, expected) => {
  const [status, , ...directive] = pointsOf(exampleReport([exampleDescriptor(parts)]))[index] ?? [];
  expect([status, ...directive]).toEqual(expected);
});

it('fails a broken file once, and leaves what waits for it to do', () => {
  const { points, end } = readTap(writtenBy(tap, caseNamed('a YAML error')));
  expect(points.filter(({ ok, todo }) => !ok && todo === false).map(({ name }) => name)).toEqual([
    'c.yaml (document 2): A double quotation mark opens a text here that is never closed. (yaml)',
  ]);
  expect(end.ok).toBe(false);
});

it('fails incidents without a bail-out, so that the rest is still read', () => {
  const points = pointsOf(caseNamed('an unreadable file'));
  expect(points[0]).toEqual(['not ok', 'locked.yaml: the run is incomplete (unreadable-file)']);
  expect(points.length).toBeGreaterThan(1);
});

it('plans nothing, and says so, where there was nothing to check', () => {
  const text = writtenBy(tap, caseNamed('an empty catalogue'));
  expect(text).toBe('TAP version 14\n1..0 # SKIP There was nothing to check.\n');
  expect(readTap(text).end).toMatchObject({ ok: true, count: 0 });
});

it('tells a requirement that two frameworks share once', () => {
  const once = pointsOf(exampleReport([exampleDraft()]));
  expect(pointsOf(caseNamed('two frameworks'))).toEqual(once);
});

it('passes where nothing is left but what people have to do', () => {
  expect(readTap(writtenBy(tap, caseNamed('clean'))).end.ok).toBe(true);
  expect(readTap(writtenBy(tap, caseNamed('a waived finding'))).end.ok).toBe(true);
});

it('lets no text of anybody be a point, a directive or an end', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expectSound(oddReport(text));
    }),
    { numRuns: 150 },
  );
});
