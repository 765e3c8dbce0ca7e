import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ndjson } from '../../src/formats/ndjson.ts';
import type { Report } from '../../src/report/report.ts';
import { rawCharacters, root } from '../cli-case.ts';
import { anyText, caseNamed, formatCases, oddReport, storedReport, writtenBy } from './format-cases.ts';

const schemaNamed = (name: string) =>
  JSON.parse(readFileSync(join(root, 'schemas', `${name}.schema.json`), 'utf8'));
const reportSchema = schemaNamed('report');
const lineSchema = schemaNamed('result-line');

const isLine = (() => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(reportSchema);
  return ajv.compile(lineSchema);
})();

type Line = Readonly<Record<string, unknown>>;

function linesOf(report: Report): Line[] {
  const text = writtenBy(ndjson, report);
  expect(rawCharacters(text)).toEqual([]);
  expect(text.endsWith('\n')).toBe(true);
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** The report that the lines are of. */
function joined(lines: readonly Line[]): Line {
  const { type: _start, ...start } = lines[0] ?? {};
  const { type: _end, ...end } = lines.at(-1) ?? {};
  const descriptors = lines.slice(1, -1).map(({ type: _type, ...descriptor }) => descriptor);
  return { ...start, descriptors, ...end };
}

function expectSound(report: Report): Line[] {
  const lines = linesOf(report);
  const types = ['start', ...report.descriptors.map(() => 'descriptor'), 'end'];
  expect(lines.map(({ type }) => type)).toEqual(types);
  expect(joined(lines)).toEqual(JSON.parse(JSON.stringify(report)));
  return lines;
}

describe.each(formatCases)('lines of %s', (_name, report) => {
  it('are a start, one for each descriptor, and an end, and nothing of the report is lost', () => {
    expectSound(report);
  });
});

// Examples for tests have versions, digests and ids that no run gives; the stored ones are as runs give them.
it.each(['several', 'troubled', 'clean'])('lines of the report %s are in form', async (name) => {
  const lines = expectSound(storedReport(name));
  for (const line of lines) {
    isLine(line);
    expect(isLine.errors ?? []).toEqual([]);
  }
  const written = writtenBy(ndjson, storedReport(name));
  await expect(written).toMatchFileSnapshot(`${root}/fixtures/reports/${name}.ndjson.txt`);
});

describe('the form of lines', () => {
  it('names what the form of reports names, so that neither can change alone', () => {
    const { start, descriptor, end } = lineSchema.$defs;
    const namesOf = (schema: { properties: object }): string[] =>
      Object.keys(schema.properties).filter((name) => name !== 'type');
    expect([...namesOf(start), 'descriptors', ...namesOf(end)].sort()).toEqual(
      Object.keys(reportSchema.properties).sort(),
    );
    expect(namesOf(descriptor)).toEqual(Object.keys(reportSchema.$defs.descriptor.properties));
    const required = [...start.required, 'descriptors', ...end.required].filter((name) => name !== 'type');
    expect(required.sort()).toEqual([...reportSchema.required].sort());
    expect(descriptor.required).toEqual(['type', ...reportSchema.$defs.descriptor.required]);
  });

  it.each([
    ['without a type', {}],
    ['of an unknown type', { type: 'middle' }],
    ['without what it has to hold', { type: 'end', summary: {} }],
    ['with something else in it', { ...linesOf(storedReport('clean')).at(-1), more: 1 }],
  ])('refuses a line %s', (_what, line) => {
    expect(isLine(line)).toBe(false);
  });
});

it('says in the last line whether the run is complete', () => {
  expect(linesOf(caseNamed('clean')).at(-1)).toMatchObject({ type: 'end', incidents: [] });
  expect(linesOf(caseNamed('incidents alone')).at(-1)).toMatchObject({
    incidents: [{ kind: 'unreadable-file' }, { kind: 'unreadable-folder' }],
  });
});

it('has a start and an end where there was nothing to check', () => {
  expect(linesOf(caseNamed('an empty catalogue')).map(({ type }) => type)).toEqual(['start', 'end']);
});

it('keeps any text as it is, on its line', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const [, first] = expectSound(oddReport(text));
      expect(first?.['title']).toBe(text);
    }),
    { numRuns: 150 },
  );
});
