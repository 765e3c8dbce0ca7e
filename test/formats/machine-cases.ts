import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleSet } from '../../src/conformance/rule-set.ts';
import type { Finding } from '../../src/descriptor/finding.ts';
import type { ReportFormat, WriteOptions } from '../../src/formats/report-format.ts';
import type { Report } from '../../src/report/report.ts';
import { root } from '../cli-case.ts';
import {
  exampleAnswer,
  exampleDescriptor,
  exampleDraft,
  exampleFinding,
  exampleReport,
  exampleResults,
  exampleRules,
  exampleUnreadable,
  exampleWaiver,
  failed,
  hostileDescriptor,
  hostileFramework,
} from './example-report.ts';

/** Text with everything that markup, URIs, terminals or logs could trip over. */
export const oddText =
  '<script>alert(1)</script> & "quoted" \'too\' ]]> {0} [here](javascript:alert(1)) %2e a/../b #?: \u202e\u0007\u0000\ud800\ufffe\uffff\u2028 😀 \r\n::error::forged\n<error/>';

/** What an example's descriptors come to when one text stands wherever a person could have written it. */
export function oddReport(text: string): Report {
  return exampleReport([hostileDescriptor(text)], {
    ruleSet: { frameworks: [hostileFramework(text)], rules: exampleRules } as unknown as RuleSet,
    incidents: [{ kind: 'unreadable-file', path: text, message: text }],
  });
}

const title = exampleFinding({ rule: 'title', fingerprint: 'a'.repeat(32) });

/** A report of which every finding says what a baseline knows of it. */
function withBaseline(report: Report): Report {
  const marked = (finding: Finding): Finding =>
    ({ ...finding, baseline: finding.severity === 'error' ? 'known' : 'new' }) as Finding;
  const descriptors = report.descriptors.map((one) => ({ ...one, findings: one.findings.map(marked) }));
  return { ...report, descriptors };
}

function stored(name: string): Report {
  return JSON.parse(readFileSync(join(root, 'fixtures', 'reports', `${name}.json`), 'utf8')) as Report;
}

/** A report of every kind that a format has to cope with. */
export const machineCases: Readonly<Record<string, Report>> = {
  clean: stored('clean'),
  several: stored('several'),
  troubled: stored('troubled'),
  draft: exampleReport([exampleDescriptor(), exampleDraft(), exampleUnreadable()]),
  'one-finding': exampleReport([exampleDescriptor({ rules: exampleResults({ title: failed(title) }) })]),
  waived: exampleReport([
    exampleDescriptor({
      rules: exampleResults({ title: failed(title) }),
      waivers: [exampleWaiver({ rule: 'title', origin: 'comment', approver: 'Academic Board' })],
    }),
  ]),
  reviewed: exampleReport([
    exampleDescriptor({
      answers: [
        exampleAnswer('title-is-fair', { outcome: 'not-met', remark: 'It promises a degree' }),
        exampleAnswer('hours-are-fair', { outcome: 'not-applicable' }),
      ],
    }),
  ]),
  'unreadable-file': exampleReport([exampleUnreadable()], {
    incidents: [{ kind: 'unreadable-file', path: 'd.yaml', message: 'permission to read it is denied' }],
  }),
  'cannot-tell': exampleReport([
    exampleDescriptor({
      rules: exampleResults({ title: { outcome: 'cantTell', reason: 'It has to wait.' } }),
    }),
  ]),
  known: withBaseline(exampleReport([exampleDraft()])),
  empty: exampleReport([]),
  odd: oddReport(oddText),
};

/** What a format writes, as one text. */
export function writtenAs(format: ReportFormat, report: Report): string {
  return [...format.write(report, {} as WriteOptions)].join('');
}
