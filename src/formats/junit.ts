import type { DescriptorReport, Report } from '../report/report.ts';
import { incidentText } from './incidents-text.ts';
import { casesOf, looseCases, type TestCase } from './junit-cases.ts';
import type { ReportFormat } from './report-format.ts';
import { type XmlElement, xmlDocument } from './xml.ts';

/**
 * The report as JUnit XML: a descriptor is a suite, a requirement a case, so that what holds is counted too. Only what the
 * Jenkins XSD allows is written, and no time, so that the same report gives the same bytes.
 */
export const junit: ReportFormat = {
  fileExtension: 'xml',
  *write(report) {
    const total = { tests: 0, failures: 0, errors: 0 };
    for (const { cases } of suitesOf(report)) {
      const { tests, failures, errors } = countsOf(cases);
      total.tests += tests;
      total.failures += failures;
      total.errors += errors;
    }
    yield* xmlDocument({
      name: 'testsuites',
      attributes: { name: 'microcred', ...total },
      children: suiteElements(report),
    });
  },
};

interface Suite {
  readonly name: string;
  readonly properties: readonly (readonly [string, string | undefined])[];
  readonly cases: readonly TestCase[];
}

function* suitesOf(report: Report): Generator<Suite> {
  const { descriptors, frameworks, findings, incidents } = report;
  for (const descriptor of descriptors) {
    yield {
      name: suiteName(descriptor),
      properties: propertiesOf(descriptor),
      cases: casesOf(descriptor, frameworks),
    };
  }
  const paths = new Set(findings.map(({ location }) => location.path));
  for (const path of paths) {
    const cases = looseCases(findings.filter(({ location }) => location.path === path));
    if (cases.length > 0) yield { name: path, properties: [], cases };
  }
  if (incidents.length === 0) return;
  const cases = incidents.map((incident): TestCase => {
    const message = incidentText(incident);
    const trouble = { message, type: incident.kind, text: message };
    return { name: `${incident.kind}: ${incident.path}`, classname: 'run', outcome: 'error', trouble };
  });
  yield { name: 'microcred', properties: [], cases };
}

/** The path, and the number of the YAML document where it is not the first. */
function suiteName({ path, document }: DescriptorReport): string {
  return document === 0 ? path : `${path} (document ${document + 1})`;
}

function propertiesOf({ id, title, sha256, conformance }: DescriptorReport): Suite['properties'] {
  return [
    ['id', id],
    ['title', title],
    ['sha256', sha256],
    ...conformance.map(({ framework, verdict }) => [`verdict.${framework}`, verdict] as const),
  ];
}

function* suiteElements(report: Report): Generator<XmlElement> {
  for (const { name, properties, cases } of suitesOf(report)) {
    const given = properties.filter(([, value]) => value !== undefined);
    yield {
      name: 'testsuite',
      attributes: { name, ...countsOf(cases) },
      children: [
        ...(given.length === 0 ? [] : [{ name: 'properties', children: given.map(propertyElement) }]),
        ...cases.map(caseElement),
      ],
    };
  }
}

function propertyElement([name, value]: Suite['properties'][number]): XmlElement {
  return { name: 'property', attributes: { name, value } };
}

function caseElement({ name, classname, outcome, trouble, skipped }: TestCase): XmlElement {
  const attributes = { name, classname };
  if (skipped !== undefined) {
    return { name: 'testcase', attributes, children: [{ name: 'skipped', text: skipped }] };
  }
  if (trouble === undefined) return { name: 'testcase', attributes };
  const { message, type, text } = trouble;
  return {
    name: 'testcase',
    attributes,
    children: [{ name: outcome, attributes: { message, type }, text }],
  };
}

function countsOf(
  cases: readonly TestCase[],
): Readonly<Record<'tests' | 'failures' | 'errors' | 'skipped', number>> {
  const counts = { tests: cases.length, failures: 0, errors: 0, skipped: 0 };
  for (const { outcome } of cases) {
    if (outcome === 'failure') counts.failures += 1;
    if (outcome === 'error') counts.errors += 1;
    if (outcome === 'skipped') counts.skipped += 1;
  }
  return counts;
}
