import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fileLocation } from '../../src/formats/sarif/places.ts';
import { leftOutText, type ResultRank, roomFor } from '../../src/formats/sarif/room.ts';
import { messageText, webAddress } from '../../src/formats/sarif/texts.ts';
import { codeScanning, sarif } from '../../src/formats/sarif.ts';
import type { Report } from '../../src/report/report.ts';
import { rawCharacters, root } from '../cli-case.ts';
import { exampleDescriptor, exampleReport } from './example-report.ts';
import { machineCases, oddReport, writtenAs } from './machine-cases.ts';

const require = createRequire(import.meta.url);

const isSarif = (() => {
  const ajv = new AjvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const file = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  return ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
})();

function faultsOf(text: string): unknown[] {
  return isSarif(JSON.parse(text))
    ? []
    : (isSarif.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function runOf(report: Report, format = sarif): Run {
  const [run] = (JSON.parse(writtenAs(format, report)) as Log).runs;
  if (run === undefined) throw new Error('There is no run.');
  return run;
}

function resultsOf(report: Report | undefined, format = sarif): readonly Result[] {
  return report === undefined ? [] : (runOf(report, format).results ?? []);
}

const cases = Object.entries(machineCases);

describe.each(cases)('the case %s', (name, report) => {
  const text = writtenAs(sarif, report);
  const run = runOf(report);
  const results = run.results ?? [];

  it('is as the official schema wants it, and as its golden file', async () => {
    expect(faultsOf(text)).toEqual([]);
    expect(faultsOf(writtenAs(codeScanning, report))).toEqual([]);
    expect(rawCharacters(text)).toEqual([]);
    await expect(text).toMatchFileSnapshot(join(root, 'fixtures', 'reports', `machine-${name}.sarif`));
  });

  it('has every finding as a failure, suppressed where it does not count', () => {
    const findings = [...report.findings, ...report.descriptors.flatMap((one) => one.findings)];
    const found = results.filter(({ partialFingerprints, kind, ruleId }) =>
      findings.some(({ rule }) => rule === ruleId && kind === 'fail' && partialFingerprints !== undefined),
    );
    expect(found).toHaveLength(findings.length);
    const waived = findings.filter(({ waiver }) => waiver !== undefined);
    const suppressed = found.filter(({ suppressions = [] }) => suppressions.length > 0);
    if (name !== 'known') expect(suppressed).toHaveLength(waived.length);
  });

  it('gives every result a level of its kind, a rule, one place and a sentence', () => {
    for (const { kind, level, ruleId, ruleIndex = -1, locations = [], message } of results) {
      expect(level === 'none').toBe(kind !== 'fail');
      expect(run.tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId);
      expect(locations).toHaveLength(1);
      expect(locations[0]?.physicalLocation?.region?.startLine).toBeGreaterThan(0);
      expect(message.text).toMatch(/[.!?…)]$/);
    }
  });

  it('says of all results whether they are suppressed, or of none', () => {
    expect(new Set(results.map(({ suppressions }) => suppressions === undefined)).size).toBeLessThanOrEqual(
      1,
    );
  });

  it('has a URI of every file that is relative and percent-encoded', () => {
    const uris = (run.artifacts ?? []).map(({ location }) => location?.uri ?? '');
    for (const uri of uris) expect(uri).toMatch(/^(?:[\w.!~*'()-]|%[\dA-F]{2}|\/)+$/);
    expect(new Set(uris).size).toBe(uris.length);
  });

  it('says that the run was successful unless something went wrong, and what that was', () => {
    const [invocation] = run.invocations ?? [];
    expect(invocation?.executionSuccessful).toBe(report.incidents.length === 0);
    expect(invocation?.toolExecutionNotifications).toHaveLength(report.incidents.length);
  });

  it('has only failures for code scanning', () => {
    const alerts = resultsOf(report, codeScanning);
    expect(alerts).toEqual(results.filter(({ kind }) => kind === 'fail'));
  });
});

it('has no results when nothing was checked', () => {
  expect(runOf(exampleReport([])).results).toEqual([]);
});

it.each([
  ['one-finding', 'title', 'fail', 'error'],
  ['one-finding', 'points', 'pass', 'none'],
  ['draft', 'points', 'fail', 'warning'],
  ['draft', 'fee', 'fail', 'note'],
  ['draft', 'title-is-fair', 'review', 'none'],
  ['draft', 'hours-are-fair', 'fail', 'warning'],
  ['draft', 'size-is-agreed', 'open', 'none'],
  ['reviewed', 'title-is-fair', 'fail', 'error'],
  ['reviewed', 'hours-are-fair', 'notApplicable', 'none'],
  ['cannot-tell', 'title', 'open', 'none'],
  ['troubled', 'yaml', 'fail', 'error'],
  ['troubled', 'house-fee-is-in-pounds', 'notApplicable', 'none'],
] as const)('of %s, has %s as a result of the kind %s and the level %s', (name, rule, kind, level) => {
  const results = resultsOf(machineCases[name]).filter(({ ruleId }) => ruleId === rule);
  expect(results.map((result) => [result.kind, result.level])).toContainEqual([kind, level]);
});

it('has the answer of a person in the message', () => {
  const [result] = resultsOf(machineCases['reviewed']).filter(({ ruleId }) => ruleId === 'title-is-fair');
  expect(result?.message.text).toBe(
    'Not met: The title says what the award is. Ada Example (Quality officer) answered on 2026-10-01: not met. It promises a degree.',
  );
});

it('has a waiver as a suppression with its reason and place', () => {
  const [result] = resultsOf(machineCases['waived']).filter(({ ruleId }) => ruleId === 'title');
  expect(result?.suppressions).toMatchObject([
    {
      kind: 'inSource',
      status: 'accepted',
      justification: 'Agreed with the panel. Agreed by Academic Board.',
      location: { physicalLocation: { artifactLocation: { uri: 'waivers.yaml' }, region: { startLine: 4 } } },
    },
  ]);
});

it('has what a baseline knows as unchanged and suppressed, and everything else as new', () => {
  const states = resultsOf(machineCases['known'])
    .filter(({ baselineState }) => baselineState !== undefined)
    .map(({ level, baselineState, suppressions }) => [level, baselineState, suppressions?.[0]?.kind]);
  expect(states).toEqual([
    ['error', 'unchanged', 'external'],
    ['error', 'unchanged', 'external'],
    ['warning', 'new', undefined],
    ['note', 'new', 'external'],
  ]);
});

it('tells the documents of a file apart in the hash that GitHub looks at', () => {
  const documents = [0, 1].map((document) => exampleDescriptor({ document, answers: [] }));
  const unmet = documents.map((one) => ({
    ...one,
    answers: (machineCases['reviewed']?.descriptors ?? []).flatMap(({ conformance }) =>
      conformance.flatMap(({ requirements }) => requirements.flatMap(({ answer }) => answer ?? [])),
    ),
  }));
  const hashes = resultsOf(exampleReport(unmet), codeScanning).map(
    ({ partialFingerprints }) => partialFingerprints?.['primaryLocationLineHash'],
  );
  expect(hashes).toHaveLength(2);
  expect(new Set(hashes).size).toBe(2);
});

it('has the principles as a taxonomy, and every rule with what it serves and weighs', () => {
  const run = runOf(exampleReport([]));
  expect(run.taxonomies?.map(({ name, taxa }) => [name, taxa?.map(({ id }) => id)])).toEqual([
    ['example', ['name', 'size']],
  ]);
  for (const rule of run.tool.driver.rules ?? []) {
    expect(rule).toMatchObject({
      name: expect.stringMatching(/^[A-Z]\w+$/),
      shortDescription: { text: expect.stringMatching(/.{1,1024}/) },
      fullDescription: { text: expect.stringMatching(/.{1,1024}/) },
      help: { text: expect.stringMatching(/./), markdown: expect.stringMatching(/./) },
      defaultConfiguration: { level: expect.stringMatching(/^(?:error|warning|note)$/) },
      properties: {
        tags: expect.any(Array),
        precision: expect.any(String),
        'problem.severity': expect.any(String),
      },
    });
  }
  const [title, points] = run.tool.driver.rules ?? [];
  expect(points?.relationships).toEqual([
    { target: { id: 'size', index: 1, toolComponent: { name: 'example', index: 0 } }, kinds: ['relevant'] },
  ]);
  expect([title, points].map((rule) => rule?.defaultConfiguration?.level)).toEqual(['error', 'warning']);
  expect(title?.helpUri).toBe('https://example.org/policy?on=short-awards');
  expect(run.automationDetails?.id).toBe('microcred/example/');
});

describe('more results than GitHub takes', () => {
  const none = { error: 0, warning: 0, note: 0, suppressed: 0, undecided: 0, settled: 0 };
  it.each<[string, Partial<Record<ResultRank, number>>, Partial<Record<ResultRank, number>>]>([
    ['none when there is room', { error: 4, settled: 6 }, { error: 4, settled: 6 }],
    ['what is settled first, all of it', { error: 4, settled: 7 }, { error: 4 }],
    ['then what is undecided, all of it', { error: 4, undecided: 7, settled: 1 }, { error: 4 }],
    ['then the lightest failures', { error: 4, warning: 7, note: 3 }, { error: 4, warning: 6 }],
    ['errors only when they alone are too many', { error: 11, note: 1 }, { error: 10 }],
  ])('leaves out %s', (_name, counts, room) => {
    expect(roomFor({ ...none, ...counts }, 10)).toEqual({ ...none, ...room });
  });

  it('says what was left out', () => {
    const counts = { ...none, error: 1, settled: 30_000 };
    expect(leftOutText(counts, roomFor(counts))).toBe(
      'There are 30001 results, and GitHub takes 25000 from a run. Left out: 30000 that hold or do not apply. The format json has them all.',
    );
    expect(leftOutText(none, none)).toBeUndefined();
  });

  it('writes no more than that of a large catalogue, and says so in the run', () => {
    const [descriptor] = machineCases['one-finding']?.descriptors ?? [];
    const report = machineCases['one-finding'];
    if (report === undefined || descriptor === undefined) throw new Error('The case is gone.');
    const run = runOf({ ...report, descriptors: Array(6_000).fill(descriptor) });
    expect(new Set(run.results?.map(({ kind }) => kind))).toEqual(new Set(['fail', 'open']));
    expect(run.results).toHaveLength(12_000);
    expect(run.invocations?.[0]).toMatchObject({
      executionSuccessful: true,
      toolExecutionNotifications: [{ level: 'note', descriptor: { id: 'results-left-out' } }],
    });
  });
});

describe('the place of a file', () => {
  it.each([
    ['a.yaml', { uri: 'a.yaml', uriBaseId: '%SRCROOT%' }],
    ['über uns/a b.yaml', { uri: '%C3%BCber%20uns/a%20b.yaml', uriBaseId: '%SRCROOT%' }],
    ['javascript:alert(1)', { uri: 'javascript%3Aalert(1)', uriBaseId: '%SRCROOT%' }],
    ['a?b#c%2e.yaml', { uri: 'a%3Fb%23c%252e.yaml', uriBaseId: '%SRCROOT%' }],
    ['\ud800.yaml', { uri: '%EF%BF%BD.yaml', uriBaseId: '%SRCROOT%' }],
    ['/srv/a b.yaml', { uri: 'file:///srv/a%20b.yaml' }],
    ['//host/a.yaml', { uri: 'file:///host/a.yaml' }],
    ['C:/courses/a.yaml', { uri: 'file:///C:/courses/a.yaml' }],
  ])('is for %j given as %j', (path, location) => {
    expect(fileLocation(path)).toEqual(location);
  });
});

it.each([
  ['[a](javascript:x)', '[a] (javascript:x).'],
  ['a\n  b', 'a b.'],
  ['a\u202eb!', 'a\\u202eb!'],
  ['', ''],
])('puts the text %j into a message as %j', (text, shown) => {
  expect(messageText(text)).toBe(shown);
});

it.each([
  ['https://example.org/a?b=c&d=%20#e', true],
  ['http://localhost:8080', true],
  ['javascript:alert(1)', false],
  ['https://example.org/a b', false],
  ['https://example.org/%zz', false],
  ['https://user@example.org/', false],
  ['', false],
])('takes %j for an address of the web: %j', (address, isOne) => {
  expect(webAddress(address)).toBe(isOne ? address : undefined);
});

it('is valid whatever stands in a descriptor', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      const written = writtenAs(sarif, oddReport(text));
      expect(faultsOf(written)).toEqual([]);
      expect(rawCharacters(written)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

it('has no error and no warning for the reference tool, nor by the rules of GitHub', () => {
  const folder = mkdtempSync(join(tmpdir(), 'microcred-sarif-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, report] of cases) {
    writeFileSync(join(folder, `${name}.sarif`), writtenAs(sarif, report));
    writeFileSync(join(folder, `${name}-alerts.sarif`), writtenAs(codeScanning, report));
  }
  // Where install scripts are off, nobody has made it executable.
  const tool = require('@microsoft/sarif-multitool') as string;
  chmodSync(tool, 0o755);
  const output = join(folder, 'out.json');
  const given = ['--rule-kind', 'Sarif;Gh', '--level', 'Error;Warning', '--output', output];
  const { stdout } = spawnSync(tool, ['validate', join(folder, '*.sarif'), ...given], {
    encoding: 'utf8',
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
  });
  expect(stdout).toContain(`${2 * cases.length} files scanned`);
  const [run] = (JSON.parse(readFileSync(output, 'utf8')) as Log).runs;
  const found = (run?.results ?? []).filter(
    ({ level }) => level === 'error' || level === 'warning' || level === undefined,
  );
  expect(found.map(({ ruleId, message }) => `${ruleId} ${JSON.stringify(message)}`)).toEqual([]);
});
