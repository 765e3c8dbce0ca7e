import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { checkstyle } from '../../src/formats/checkstyle.ts';
import { rawCharacters, root } from '../cli-case.ts';
import {
  exampleDescriptor,
  exampleFinding,
  exampleReport,
  exampleResults,
  failed,
} from './example-report.ts';
import { machineCases, oddReport, writtenAs } from './machine-cases.ts';

const schema = readFileSync(join(root, 'test', 'standards', 'checkstyle.xsd'), 'utf8');

async function faultsOf(documents: readonly string[]): Promise<string[]> {
  const xml = documents.map((contents, index) => ({ fileName: `${index}.xml`, contents }));
  const { errors } = await validateXML({ xml, schema: [schema], maxMemoryPages: 4_096 });
  return errors.map(({ rawMessage }) => rawMessage);
}

describe.each(Object.entries(machineCases))('the case %s', (name, report) => {
  const text = writtenAs(checkstyle, report);

  it('is as its schema wants it, and as its golden file', async () => {
    expect(await faultsOf([text])).toEqual([]);
    expect(rawCharacters(text)).toEqual([]);
    await expect(text).toMatchFileSnapshot(
      join(root, 'fixtures', 'reports', `machine-${name}.checkstyle.xml`),
    );
  });

  it('has an error for every finding that counts and for everything that went wrong', () => {
    const { findings } = report.summary;
    const counting = name === 'known' ? findings.warning : findings.error + findings.warning + findings.info;
    expect(text.match(/<error /g) ?? []).toHaveLength(counting + report.incidents.length);
  });

  it('names every file that was checked once', () => {
    const paths = [...report.descriptors, ...report.incidents].map(({ path }) => path);
    const others = report.findings.map(({ location }) => location.path);
    expect(text.match(/<file /g) ?? []).toHaveLength(new Set([...paths, ...others]).size);
  });
});

it('has no line and no column where a finding has none', () => {
  const start = { line: 0, column: 0, offset: 0 };
  const location = { path: 'a.yaml', document: 0, pointer: '', range: { start, end: start } };
  const finding = exampleFinding({ rule: 'title', location });
  const report = exampleReport([exampleDescriptor({ rules: exampleResults({ title: failed(finding) }) })]);
  expect(writtenAs(checkstyle, report)).toContain('<error severity="error"');
});

it('is well-formed whatever stands in a descriptor', async () => {
  const texts = fc.sample(fc.string({ unit: 'binary', minLength: 1 }), { numRuns: 100, seed: 1 });
  expect(await faultsOf(texts.map((text) => writtenAs(checkstyle, oddReport(text))))).toEqual([]);
});
