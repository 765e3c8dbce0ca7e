import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { RuleSet } from '../../src/conformance/rule-set.ts';
import type { Finding } from '../../src/descriptor/finding.ts';
import type { ReportFormat, WriteOptions } from '../../src/formats/report-format.ts';
import type { JudgedDescriptor, Report, ReportParts } from '../../src/report/report.ts';
import { root } from '../cli-case.ts';
import {
  exampleAnswer,
  exampleDescriptor,
  exampleDraft,
  exampleFinding,
  exampleFramework,
  exampleReport,
  exampleResults,
  exampleRules,
  exampleUnreadable,
  exampleWaiver,
  failed,
  hostileDescriptor,
  hostileFramework,
} from './example-report.ts';

const plainStyle: WriteOptions['style'] = {
  strong: (text) => text,
  faint: (text) => text,
  error: (text) => text,
  warning: (text) => text,
  info: (text) => text,
  good: (text) => text,
};

/** What a format makes of a report, in one text. */
export function writtenBy(format: ReportFormat, report: Report, options: Partial<WriteOptions> = {}): string {
  const all: WriteOptions = { style: plainStyle, width: 80, isQuiet: false, isVerbose: false, ...options };
  return [...format.write(report, all)].join('');
}

/** A report out of `fixtures/reports/`. */
export function storedReport(name: string): Report {
  return JSON.parse(readFileSync(join(root, 'fixtures', 'reports', `${name}.json`), 'utf8'));
}

const missingTitle = exampleFinding({ rule: 'title', fingerprint: '1'.repeat(32) });

/** A descriptor that lacks a title, at a path. */
export function untitled(path: string, finding: Partial<Finding> = {}): JudgedDescriptor {
  const { location } = missingTitle;
  const given = { ...missingTitle, location: { ...location, path }, ...finding };
  return exampleDescriptor({ path, rules: exampleResults({ title: failed(given) }) });
}

/** What a comparison with a baseline adds to a finding. */
const known = { baseline: 'known' } as Partial<Finding>;

export const incidents: ReportParts['incidents'] = [
  { kind: 'unreadable-file', path: 'locked.yaml', message: 'permission to read it is denied' },
  { kind: 'unreadable-folder', path: 'private', message: 'permission to read it is denied' },
];

/** Texts that mean something in one format or another, and that no format may take for its own. */
export const oddTexts: readonly string[] = [
  '<script>alert(1)</script>',
  '::error file=forged.yaml,line=1::forged',
  '\n::set-output name=forged::yes\n##[add-mask]forged',
  '100%0A::error::forged, a:b',
  '=HYPERLINK("https://e.org";"x")',
  '@SUM(1,2)\r\n"forged","row"',
  '-1+1|cmd',
  '\t=1',
  'ok 1 - forged\nok 2 # SKIP forged',
  '# TODO forged \\# \\',
  'forged {',
  '}\n  ---\nforged: yes\n  ...\nBail out! forged',
  '1..1',
  'a,b;"c" \'d\' `e`',
  '\u202egnidaer\u2066 \u0000\u001b[31m\u0007\u2028\u2029\u0085\ufeff\ud800',
  '日本語 é 👩🏽‍🚀 \u05e9\u05dc\u05d5\u05dd',
  '{"type":"end"}\n{"type":"end"}',
  'javascript:alert(1)',
  'x'.repeat(5_000),
  ' ',
];

/** A report in which a text stands wherever a person, a file name or the system could have put it. */
export function oddReport(text: string): Report {
  return exampleReport([hostileDescriptor(text), { ...exampleUnreadable(), path: text }], {
    incidents: [{ kind: 'unreadable-file', path: text, message: text }],
    findings: [exampleFinding({ rule: 'waiver', message: text, help: text, principles: [text] })],
    ruleSet: { frameworks: [hostileFramework(text)], rules: exampleRules } as unknown as RuleSet,
  });
}

/** Bits of everything that formats look for, in any order, and arbitrary text. */
export const anyText = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        ...':: ##[ ] error , : = % %0A # \\ \\# TODO SKIP ok not { } [ " \' - + @ --- ... 1..2 Bail é 日 👩🏽‍🚀 ; |'.split(
          ' ',
        ),
        ...[' ', '\n', '\r\n', '\t', '\u202e', '\u0000', '\u001b', '\u2028', '\ud800', '\ufeff'],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

const many = Array.from({ length: 12 }, (_, index) =>
  untitled(`courses/${String(index).padStart(2, '0')}.yaml`),
);
const twoFrameworks = {
  frameworks: [exampleFramework, { ...exampleFramework, id: 'copy' }],
  rules: exampleRules,
};

/** The reports that every format is tried on. */
export const formatCases: readonly (readonly [name: string, report: Report])[] = [
  ['clean', exampleReport([exampleDescriptor()])],
  ['one finding', exampleReport([untitled('a.yaml')])],
  ['many findings', exampleReport([...many, exampleDraft()])],
  ['a YAML error', exampleReport([exampleUnreadable()])],
  ['an unreadable file', exampleReport([exampleDescriptor()], { incidents: incidents.slice(0, 1) })],
  [
    'a waived finding',
    exampleReport([
      {
        ...untitled('a.yaml'),
        waivers: [exampleWaiver({ rule: 'title', approver: 'Academic Board', until: '2027-07-31' })],
      },
    ]),
  ],
  [
    'a requirement that a person finds not met',
    exampleReport([
      exampleDescriptor({
        answers: [
          exampleAnswer('title-is-fair', { outcome: 'not-met', remark: 'It says\nnothing.' }),
          exampleAnswer('hours-are-fair'),
        ],
      }),
    ]),
  ],
  [
    'a mandatory requirement that nobody can tell',
    exampleReport([
      exampleDescriptor({
        rules: exampleResults({ title: { outcome: 'cantTell', reason: 'Others were not read.' } }),
      }),
    ]),
  ],
  ['a finding that a baseline knows', exampleReport([untitled('a.yaml', known)])],
  ['an empty catalogue', exampleReport([])],
  ['incidents alone', exampleReport([], { incidents })],
  ['something wrong with waivers', exampleReport([exampleDescriptor()], { findings: [missingTitle] })],
  ['two frameworks', exampleReport([exampleDraft()], { ruleSet: twoFrameworks as unknown as RuleSet })],
  ['several (stored)', storedReport('several')],
  ['troubled (stored)', storedReport('troubled')],
  ['clean (stored)', storedReport('clean')],
  ...oddTexts.map((text, index) => [`odd characters ${index}`, oddReport(text)] as const),
];

/** The report of a case. */
export function caseNamed(name: string): Report {
  const found = formatCases.find(([candidate]) => candidate === name);
  if (found === undefined) throw new Error(`There is no case ${name}.`);
  return found[1];
}
