import type { Evidence } from '../../src/conformance/evidence.ts';
import type { Framework, RequirementLevel } from '../../src/conformance/framework.ts';
import type { Rule, RuleResult } from '../../src/conformance/rule.ts';
import type { RuleSet } from '../../src/conformance/rule-set.ts';
import type { Citation, Finding, Severity } from '../../src/descriptor/finding.ts';
import type { Answer } from '../../src/report/answer.ts';
import {
  assembleReport,
  type JudgedDescriptor,
  type Report,
  type ReportParts,
} from '../../src/report/report.ts';
import type { Waiver } from '../../src/report/waiver.ts';

const sources: readonly Citation[] = [
  {
    document: 'Policy on short awards of Example College',
    url: 'https://example.org/policy?on=short-awards',
    basis: 'quoted',
    quote: 'every award has a title',
  },
  { document: 'Minutes of the panel', basis: 'inferred', note: 'The number is our step.' },
];

/** Two principles, with a requirement of every kind: decided by rules, by a person, by nobody. */
export const exampleFramework: Framework = {
  id: 'example',
  title: 'Rules of Example College',
  version: '1.2.0',
  date: '2026-01-31',
  about: 'What the college asks of every award.',
  principles: [
    { id: 'name', title: 'Name', about: 'An award is called what it is.' },
    {
      id: 'size',
      title: 'Size and price',
      about: 'An award says how large it is and what it costs.',
      clause: { number: '2.1', text: 'Size is stated in hours.' },
    },
  ],
  requirements: [
    {
      id: 'title-is-stated',
      principle: 'name',
      level: 'must',
      text: 'The award has a title.',
      rules: ['title'],
    },
    {
      id: 'title-is-fair',
      principle: 'name',
      level: 'must',
      text: 'The title says what the award is.',
      review: {
        question: 'Is the award what its title says?',
        guidance: 'Weigh the title against `summary`.',
        concerns: ['/title', '/summary'],
      },
    },
    {
      id: 'size-is-small',
      principle: 'size',
      level: 'should',
      text: 'The award is small.',
      rules: ['points'],
    },
    {
      id: 'fee-is-in-pounds',
      principle: 'size',
      level: 'could',
      text: 'The fee is in pounds.',
      rules: ['fee'],
    },
    {
      id: 'hours-are-fair',
      principle: 'size',
      level: 'should',
      text: 'The hours are enough.',
      review: { question: 'Are the hours enough?', guidance: 'Ask two tutors.', concerns: ['/workload'] },
    },
    {
      id: 'size-is-agreed',
      principle: 'size',
      level: 'should',
      text: 'The size is agreed with employers.',
      untested: 'Nobody has said how.',
    },
  ],
};

const rule = (id: string, title: string, reads: readonly string[]): Rule =>
  ({ definition: { id, title, why: 'Readers have to know.', reads }, citations: sources }) as unknown as Rule;

/** The rules of the framework, which an example gives its own results for. */
export const exampleRules: readonly Rule[] = [
  rule('title', 'The award has a title', ['/title']),
  rule('points', 'The award has at most twenty credit points', ['/credit/points']),
  rule('fee', 'The fee is in pounds', ['/cost/fee/currency']),
];

/** A finding on line 3 of a file, where not said otherwise. */
export function exampleFinding(parts: Partial<Finding> & { readonly rule: string }): Finding {
  const start = { line: 3, column: 1, offset: 20 };
  return {
    severity: 'error',
    principles: ['name'],
    message: 'The award has no `title`.',
    help: 'Write the title under `title`.',
    why: 'Nobody can ask for an award that has no name. It is as simple as that.',
    sources,
    data: {},
    location: {
      path: 'a.yaml',
      document: 0,
      pointer: '/title',
      range: { start, end: { ...start, column: 6 } },
    },
    related: [],
    excerpt: 'title: TBC # to be | decided',
    fingerprint: '0',
    ...parts,
  };
}

/** That an answer to a question no longer counts, as reading a review tells it. */
export function exampleStaleFinding(requirement: string): Finding {
  return exampleFinding({
    rule: 'review',
    severity: 'warning',
    principles: [],
    message: 'The answer is older than the title.',
    help: 'Look at the title again.',
    sources: [],
    data: { requirement, fields: ['/title'] },
    location: place('/answers/0/requirement', 4, 5, 'a.review.yaml'),
    excerpt: '  - requirement: title-is-fair',
  });
}

/** Results of the three rules: passed, but for what is given. */
export function exampleResults(given: Readonly<Record<string, Partial<RuleResult>>> = {}): RuleResult[] {
  return exampleRules.map(({ definition: { id } }) => ({
    rule: id,
    outcome: 'passed',
    findings: [],
    ...given[id],
  }));
}

/** A failure of a rule with one finding. */
export function failed(finding: Finding): Partial<RuleResult> {
  return { outcome: 'failed', findings: [finding] };
}

/** An answer of Ada's that a question is met, where not said otherwise. */
export function exampleAnswer(requirement: string, parts: Partial<Answer> = {}): Answer {
  return {
    requirement,
    outcome: 'met',
    reviewer: 'Ada Example',
    role: 'Quality officer',
    date: '2026-10-01',
    ...parts,
  };
}

/** A waiver of a rule for everything, from a file. */
export function exampleWaiver(parts: Partial<Waiver> & { readonly rule: string }): Waiver {
  const start = { line: 4, column: 1, offset: 40 };
  return {
    reason: 'Agreed with the panel.',
    covers: 'everything',
    origin: 'file',
    location: { path: 'waivers.yaml', document: 0, pointer: '', range: { start, end: start } },
    ...parts,
  };
}

/** A descriptor for which everything is met and answered, where not said otherwise. */
export function exampleDescriptor(parts: Partial<JudgedDescriptor> = {}): JudgedDescriptor {
  return {
    path: 'a.yaml',
    document: 0,
    status: 'checked',
    id: 'weaving-1',
    title: 'Weaving for Beginners',
    sha256: 'a'.repeat(64),
    review: { path: 'a.review.yaml', sha256: 'b'.repeat(64) },
    award: exampleAward,
    findings: [],
    rules: exampleResults(),
    facts: [],
    answers: [
      exampleAnswer('title-is-fair'),
      exampleAnswer('hours-are-fair', { remark: 'Two tutors agree.\nThey have taught it.' }),
    ],
    evidence: exampleEvidence,
    ...parts,
  };
}

const exampleAward: JudgedDescriptor['award'] = {
  kind: 'micro-credential',
  status: 'approved',
  version: '1.0',
  provider: 'Example College',
  providerType: 'college',
  awardingBody: 'Example College',
  framework: 'SCQF',
  level: '7',
  creditPoints: 10,
  creditScheme: 'SCQF',
  notionalHours: 100,
  weeks: 10,
  mode: 'blended',
  language: 'en-GB',
  fee: { amount: 320.5, currency: 'GBP' },
  stackability: 'both',
  pathways: 1,
  recognition: 'Each institution decides for itself.',
};

const exampleEvidence: readonly Evidence[] = [
  { pointer: '/title', line: 3, lastLine: 3, value: 'Weaving for Beginners' },
  { pointer: '/credit/points', line: 6, lastLine: 6, value: '10' },
  { pointer: '/workload', line: 8, lastLine: 12, value: 'notionalHours, weeks' },
];

/** A report on descriptors by the example's framework, as a run assembles it. */
export function exampleReport(
  results: readonly JudgedDescriptor[],
  parts: Partial<ReportParts> = {},
): Report {
  return assembleReport({
    version: '0.0.0',
    date: '2026-11-23',
    ruleSetDigest: '0'.repeat(64),
    ruleSet: { frameworks: [exampleFramework], rules: exampleRules } as unknown as RuleSet,
    results,
    incidents: [],
    skipped: 0,
    ignored: 0,
    ...parts,
  });
}

/** A first attempt: something of every kind is wrong, stale, waived, unknown or still to be judged. */
export function exampleDraft(): JudgedDescriptor {
  const points = exampleFinding({
    rule: 'points',
    severity: 'warning',
    principles: ['size'],
    message: 'The award has 40 credit points.',
    help: 'Divide it.',
    location: place('/credit/points', 6, 11),
    excerpt: '  points: 40',
  });
  const fee = exampleFinding({
    rule: 'fee',
    severity: 'info',
    principles: ['size'],
    message: 'The fee is in EUR.',
    location: place('/cost/fee/currency', 9, 15),
    excerpt: '    currency: EUR',
    related: [{ message: 'The amount stands here.', location: place('/cost/fee/amount', 8, 15) }],
  });
  const form = exampleFinding({
    rule: 'schema',
    principles: [],
    message: '`titel` is not a known field. Did you mean `title`?',
    help: 'Rename it to `title`.',
    location: place('/titel', 3, 1),
    excerpt: 'titel: Weaving',
  });
  const missing = exampleFinding({
    rule: 'title',
    data: { missing: 'title' },
    location: place('', 1, 1),
    excerpt: '',
  });
  return exampleDescriptor({
    path: 'drafts/b.yaml',
    title: undefined,
    id: 'weaving-2',
    award: {},
    findings: [form],
    rules: exampleResults({ title: failed(missing), points: failed(points), fee: failed(fee) }),
    waivers: [
      exampleWaiver({ rule: 'fee', approver: 'Academic Board', until: '2027-07-31' }),
      exampleWaiver({ rule: 'title', until: '2025-07-31' }),
    ],
    answers: [
      exampleAnswer('title-is-fair', { isStale: true, remark: 'As it stood then.' }),
      exampleAnswer('hours-are-fair', {
        outcome: 'partly',
        reviewer: 'Bo',
        remark: 'Too few for beginners.',
      }),
    ],
    evidence: [],
  });
}

function place(pointer: string, line: number, column: number, path = 'drafts/b.yaml'): Finding['location'] {
  const start = { line, column, offset: 0 };
  return { path, document: 0, pointer, range: { start, end: { ...start, column: column + 2 } } };
}

/** A descriptor of which nothing could be read. */
export function exampleUnreadable(): JudgedDescriptor {
  const yaml = exampleFinding({
    rule: 'yaml',
    principles: [],
    message: 'A double quotation mark opens a text here that is never closed.',
    help: 'Write a second `"` at the end of the text.',
    location: place('', 2, 8, 'c.yaml'),
    excerpt: 'title: "Weaving',
  });
  const { review: _review, ...descriptor } = exampleDescriptor();
  return {
    ...descriptor,
    path: 'c.yaml',
    document: 1,
    status: 'unreadable',
    id: undefined,
    title: undefined,
    award: {},
    findings: [yaml],
    rules: exampleResults(
      Object.fromEntries(
        exampleRules.map(({ definition: { id } }) => [
          id,
          { outcome: 'cantTell', reason: 'Nothing can be read.' },
        ]),
      ),
    ),
    answers: [],
    evidence: [],
  };
}

/** A descriptor, its review and its waivers with one hostile text wherever a person could have written it. */
export function hostileDescriptor(text: string): JudgedDescriptor {
  const finding = (rule: string, severity: Severity): Finding =>
    exampleFinding({
      rule,
      severity,
      message: `The value is "${text}" in \`${text}\`.`,
      help: text,
      why: text,
      excerpt: text,
      sources: [{ document: text, url: text, basis: 'quoted', quote: text, note: text }],
      location: place(`/${text.replaceAll('~', '~0').replaceAll('/', '~1')}`, 3, 1, text),
      related: [{ message: text, location: place('', 1, 1, text) }],
    });
  const award = Object.fromEntries(
    Object.entries(exampleAward).map(([name, value]) => [name, typeof value === 'string' ? text : value]),
  );
  return exampleDescriptor({
    path: text,
    id: text,
    title: text,
    sha256: text,
    review: { path: text, sha256: text },
    award: { ...award, fee: { amount: 1, currency: text } },
    rules: exampleResults({
      title: { outcome: 'cantTell', reason: text },
      points: failed(finding('points', 'warning')),
      fee: failed(finding('fee', 'info')),
    }),
    waivers: [exampleWaiver({ rule: 'fee', reason: text, approver: text })],
    answers: [
      exampleAnswer('title-is-fair', { reviewer: text, role: text, remark: text, isStale: true }),
      exampleAnswer('hours-are-fair', {
        outcome: 'not-met',
        reviewer: text,
        role: text,
        date: text,
        remark: text,
      }),
    ],
    evidence: ['/title', '/summary', '/credit/points'].map((pointer) => ({
      pointer,
      line: 1,
      lastLine: 2,
      value: text,
    })),
  });
}

/** The example's framework with a text in every place that an institution can fill. */
export function hostileFramework(text: string): Framework {
  const level: RequirementLevel = 'must';
  return {
    ...exampleFramework,
    title: text,
    version: text,
    date: text,
    clausesFrom: text,
    principles: exampleFramework.principles.map(({ id }) => ({
      id,
      title: text,
      about: text,
      clause: { number: text, text },
    })),
    requirements: exampleFramework.requirements.map((requirement) => ({
      ...requirement,
      level,
      text,
      clause: { number: text },
      ...(requirement.review === undefined
        ? {}
        : { review: { question: text, guidance: text, concerns: requirement.review.concerns } }),
      ...(requirement.untested === undefined ? {} : { untested: text }),
    })),
  };
}
