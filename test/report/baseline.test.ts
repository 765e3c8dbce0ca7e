import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleResult } from '../../src/conformance/rule.ts';
import type { Finding } from '../../src/descriptor/finding.ts';
import { type Baseline, entriesToWrite } from '../../src/report/baseline.ts';
import { type BaselineEntry, troubleFingerprint } from '../../src/report/baseline-entry.ts';
import { type EntryState, matchBaseline } from '../../src/report/baseline-match.ts';
import {
  hasMandatoryTrouble,
  hasNewMandatoryTrouble,
  type JudgedDescriptor,
  type Report,
  type ReportParts,
  ruledDescriptors,
} from '../../src/report/report.ts';
import {
  exampleAnswer,
  exampleDescriptor,
  exampleFinding,
  exampleFramework,
  exampleReport,
  exampleResults,
  exampleWaiver,
} from '../formats/example-report.ts';

const date = '2026-11-23';
const digits = (name: string): string => Buffer.from(name).toString('hex').padEnd(32, '0').slice(0, 32);
const entry = (parts: Partial<BaselineEntry> = {}): BaselineEntry => ({
  rule: 'title',
  path: 'a.yaml',
  id: 'weaving-1',
  fingerprint: digits('a'),
  message: 'The award has no title.',
  addedOn: '2026-11-01',
  ...parts,
});
/** A descriptor in which a rule finds something. */
const descriptor = (
  parts: Partial<JudgedDescriptor> & { readonly finds?: Partial<Finding>[]; readonly rule?: string } = {},
): JudgedDescriptor => {
  const { finds = [{}], rule = 'title', ...rest } = parts;
  const findings = finds.map((one) => exampleFinding({ rule, fingerprint: digits('a'), ...one }));
  const result: Partial<RuleResult> = { outcome: 'failed', findings };
  return exampleDescriptor({
    rules: exampleResults(findings.length === 0 ? {} : { [rule]: result }),
    ...rest,
  });
};
const waiting = (rule: string): Record<string, Partial<RuleResult>> => ({
  [rule]: { outcome: 'cantTell', reason: 'It waits.' },
});
const baseline = (entries: readonly BaselineEntry[], parts: Partial<Baseline> = {}): Baseline => ({
  file: { path: 'b.yaml', sha256: '0'.repeat(64) },
  entries,
  findings: [],
  isPruned: false,
  checked: new Set(['a.yaml', 'b.yaml']),
  gone: new Set(),
  ...parts,
});
const report = (
  results: readonly JudgedDescriptor[],
  entries: readonly BaselineEntry[],
  parts: Partial<Baseline> = {},
  more: Partial<ReportParts> = {},
): Report => exampleReport(results, { baseline: baseline(entries, parts), ...more });
const marks = ({ descriptors }: Report): string[] =>
  descriptors.flatMap(({ path, findings }) => findings.map((one) => `${path} ${one.baseline}`));

describe('a baseline knows', () => {
  const gone = { gone: new Set(['old.yaml']) };
  it.each<[string, JudgedDescriptor[], BaselineEntry[], Partial<Baseline>, string[]]>([
    ['what has its rule, path, id and fingerprint', [descriptor()], [entry()], {}, ['a.yaml known']],
    ['nothing of another rule', [descriptor()], [entry({ rule: 'fee' })], {}, ['a.yaml new']],
    ['no other value', [descriptor()], [entry({ fingerprint: digits('b') })], {}, ['a.yaml new']],
    ['an award that has got another id', [descriptor()], [entry({ id: 'weaving' })], {}, ['a.yaml known']],
    [
      'an award in a file that has been moved',
      [descriptor()],
      [entry({ path: 'old.yaml' })],
      gone,
      ['a.yaml known'],
    ],
    [
      'no copy in another file while the first is there',
      [descriptor()],
      [entry({ path: 'old.yaml' })],
      {},
      ['a.yaml new'],
    ],
    [
      'the award where it went, not another that took its file',
      [descriptor({ path: 'a.yaml', id: 'other' }), descriptor({ path: 'b.yaml' })],
      [entry()],
      {},
      ['a.yaml new', 'b.yaml known'],
    ],
    [
      'one finding for each entry',
      [descriptor({ path: 'a.yaml' }), descriptor({ path: 'b.yaml' })],
      [entry()],
      {},
      ['a.yaml known', 'b.yaml new'],
    ],
    [
      'the award itself before one of another id in the same file',
      [descriptor({ id: 'other' }), descriptor({ document: 1 })],
      [entry()],
      {},
      ['a.yaml new', 'a.yaml known'],
    ],
    [
      'nothing of another award whose entries were mended',
      [descriptor({ finds: [] }), descriptor({ document: 1, id: 'other' })],
      [entry(), entry({ id: 'other', fingerprint: digits('b') })],
      {},
      ['a.yaml new'],
    ],
    [
      'nothing in a file that others are about, by id alone',
      [descriptor({ id: undefined })],
      [entry({ path: 'old.yaml' })],
      gone,
      ['a.yaml new'],
    ],
    [
      'nothing on the day after its last',
      [descriptor()],
      [entry({ expires: '2026-11-22' })],
      {},
      ['a.yaml new'],
    ],
    ['what it is for on its last day', [descriptor()], [entry({ expires: date })], {}, ['a.yaml known']],
    [
      'fewer of several things',
      [descriptor({ finds: [{ data: { ids: ['LO1'] } }] })],
      [entry({ parts: ['LO1', 'LO2'] })],
      {},
      ['a.yaml known'],
    ],
    [
      'no other of several things',
      [descriptor({ finds: [{ data: { ids: ['LO3'] } }] })],
      [entry({ parts: ['LO1', 'LO2'] })],
      {},
      ['a.yaml new'],
    ],
    [
      'no more of several things',
      [descriptor({ finds: [{ data: { fields: ['summary', 'outcomes[3].text'] } }] })],
      [entry({ parts: ['summary'] })],
      {},
      ['a.yaml new'],
    ],
    [
      'the same things in another order and at other numbers',
      [descriptor({ finds: [{ data: { fields: ['outcomes[3].text', 'summary'], items: ['3'] } }] })],
      [entry({ parts: ['outcomes[].text', 'summary'] })],
      {},
      ['a.yaml known'],
    ],
  ])('%s', (_what, results, entries, parts, expected) => {
    expect(marks(report(results, entries, parts))).toEqual(expected);
  });

  it.each(['file', 'yaml', 'review', 'waiver', 'baseline'])('nothing told under `%s`', (rule) => {
    const finding = exampleFinding({ rule, fingerprint: digits('a') });
    const told = report([exampleDescriptor({ judgementFindings: [finding] })], [entry({ rule })]);
    expect(marks(told)).toEqual(['a.yaml new']);
  });

  it('and says since when, by whom and why', () => {
    const more = { reason: 'In spring.', owner: 'Team', expires: '2027-01-01' };
    const [first] = report([descriptor()], [entry(more)]).descriptors;
    expect(first?.findings[0]?.baselineEntry).toEqual({ addedOn: '2026-11-01', ...more });
  });

  it('findings that are waived as well, but does not count them', () => {
    const told = report([descriptor({ waivers: [exampleWaiver({ rule: 'title' })] })], [entry()]);
    expect(marks(told)).toEqual(['a.yaml known']);
    expect(told.summary.baseline).toMatchObject({ known: 0, new: { error: 0 } });
  });
});

describe('an entry', () => {
  const place = { location: exampleFinding({ rule: 'x' }).location, excerpt: '- rule: title' };
  const unreadable = descriptor({ finds: [], status: 'unreadable', id: undefined, rules: [] });
  it.each<[string, JudgedDescriptor[], BaselineEntry, Partial<Baseline>, EntryState]>([
    ['for what is there is known', [descriptor()], entry(), {}, 'known'],
    ['whose day has passed is expired', [descriptor()], entry({ expires: '2026-11-22' }), {}, 'expired'],
    ['for what was mended is stale', [descriptor({ finds: [] })], entry(), {}, 'stale'],
    [
      'for what has grown is outgrown',
      [descriptor({ finds: [{ data: { ids: ['LO9'] } }] })],
      entry({ parts: ['LO1'] }),
      {},
      'outgrown',
    ],
    [
      'of a file that was not looked at is unseen',
      [descriptor()],
      entry({ path: 'c.yaml', id: 'c' }),
      {},
      'unseen',
    ],
    [
      'of a file that is gone is stale',
      [descriptor()],
      entry({ path: 'c.yaml', id: 'c' }),
      { gone: new Set(['c.yaml']) },
      'stale',
    ],
    ['of a file that cannot be read is unseen', [unreadable], entry(), {}, 'unseen'],
    ['of a rule that was not run is unseen', [descriptor()], entry({ rule: 'other' }), {}, 'unseen'],
    [
      'of a rule that cannot tell is unseen',
      [descriptor({ finds: [], rules: exampleResults(waiting('title')) })],
      entry(),
      {},
      'unseen',
    ],
    ['of a form that was mended is stale', [descriptor()], entry({ rule: 'schema' }), {}, 'stale'],
    [
      'of a requirement that can be told is stale',
      [descriptor()],
      entry({ rule: 'requirement', fingerprint: troubleFingerprint('title-is-stated', 'undecided') }),
      {},
      'stale',
    ],
    [
      'of a requirement of another framework is unseen',
      [descriptor()],
      entry({ rule: 'requirement', fingerprint: troubleFingerprint('elsewhere', 'undecided') }),
      {},
      'unseen',
    ],
  ])('%s', (_what, results, one, parts, state) => {
    const ruled = ruledDescriptors(results, [exampleFramework], date);
    const { states } = matchBaseline(ruled, [exampleFramework], [one], baseline([], parts), date);
    expect(states).toEqual([state]);
    const { summary } = report(results, [one], parts);
    expect(summary.baseline?.stale).toBe(state === 'stale' ? 1 : 0);
    expect(summary.baseline?.expired).toBe(state === 'expired' ? 1 : 0);
  });

  it('that has expired is told once, as a warning that is new', () => {
    const { findings, summary } = report([descriptor()], [entry({ expires: '2026-11-22', place })]);
    expect(findings).toMatchObject([
      {
        rule: 'baseline',
        severity: 'warning',
        baseline: 'new',
        message: '`title` in `a.yaml` was known until 22 November 2026, so it counts as new again.',
      },
    ]);
    expect(summary.baseline?.new).toEqual({ error: 1, warning: 1, info: 0 });
  });

  it('that has expired says nothing once its finding is mended', () => {
    const told = report([descriptor({ finds: [] })], [entry({ expires: '2026-11-22', place })]);
    expect(told.findings).toEqual([]);
  });
});

describe('new mandatory trouble is', () => {
  const undecided = entry({
    rule: 'requirement',
    fingerprint: troubleFingerprint('title-is-stated', 'undecided'),
  });
  const notMet = entry({ rule: 'requirement', fingerprint: troubleFingerprint('title-is-fair', 'not-met') });
  const against = exampleDescriptor({ answers: [exampleAnswer('title-is-fair', { outcome: 'not-met' })] });
  const open = exampleDescriptor({ rules: exampleResults(waiting('title')) });
  it.each<[string, JudgedDescriptor, BaselineEntry[], boolean]>([
    ['a finding that is not known', descriptor(), [], true],
    ['no finding that is known', descriptor(), [entry()], false],
    [
      'a finding beside a known one',
      descriptor({ finds: [{}, { fingerprint: digits('b') }] }),
      [entry()],
      true,
    ],
    ['a finding whose entry has expired', descriptor(), [entry({ expires: '2026-11-22' })], true],
    ['a requirement that cannot be told', open, [], true],
    ['no requirement that is known not to be told', open, [undecided], false],
    ['a requirement whose entry has expired', open, [{ ...undecided, expires: '2026-11-22' }], true],
    ['no requirement whose rule was known to fail and cannot tell now', open, [entry()], false],
    [
      'a requirement whose rule was known to fail elsewhere',
      open,
      [entry({ path: 'c.yaml', id: 'c' })],
      true,
    ],
    ['an answer that a requirement is not met', against, [], true],
    ['no answer that is known', against, [notMet], false],
    ['an answer where only doubt was known', against, [undecided], true],
    ['nothing in a descriptor without trouble', exampleDescriptor(), [], false],
    [
      'everything in a file that cannot be read',
      exampleDescriptor({ status: 'unreadable', rules: exampleResults(waiting('title')) }),
      [undecided],
      true,
    ],
  ])('%s', (_what, result, entries, expected) => {
    const [first] = report([result], entries).descriptors;
    expect(first && hasNewMandatoryTrouble(first)).toBe(expected);
  });
});

describe('whatever a baseline and waivers say', () => {
  const rules = ['title', 'points', 'fee'] as const;
  const names = ['a', 'b', 'c'];
  const someFindings = fc.array(
    fc.record({ rule: fc.constantFrom(...rules), name: fc.constantFrom(...names) }),
    { maxLength: 6 },
  );
  const someEntries = fc.array(
    fc.record({
      rule: fc.constantFrom(...rules, 'requirement', 'schema'),
      name: fc.constantFrom(...names),
      path: fc.constantFrom('a.yaml', 'b.yaml', 'c.yaml'),
      id: fc.constantFrom('weaving-1', 'weaving-2', undefined),
      expires: fc.constantFrom('2026-11-22', '2026-11-23', undefined),
    }),
    { maxLength: 8 },
  );
  const someWaived = fc.array(fc.constantFrom(...rules), { maxLength: 2 });
  const cases = fc.record({
    findings: someFindings,
    entries: someEntries,
    waived: someWaived,
    open: fc.boolean(),
  });
  const build = ({
    findings,
    waived,
    open,
  }: {
    findings: { rule: string; name: string }[];
    waived: string[];
    open: boolean;
  }) => {
    const given: Record<string, Partial<RuleResult>> = open ? waiting('title') : {};
    for (const rule of rules) {
      const found = findings.filter((one) => one.rule === rule);
      const told = found.map(({ name }) => exampleFinding({ rule, fingerprint: digits(name) }));
      if (told.length > 0) given[rule] = { outcome: 'failed', findings: told };
    }
    return exampleDescriptor({
      rules: exampleResults(given),
      waivers: waived.map((rule) => exampleWaiver({ rule })),
    });
  };
  const written = (
    entries: {
      rule: string;
      name: string;
      path: string;
      id: string | undefined;
      expires: string | undefined;
    }[],
  ) =>
    entries.map(({ name, id, expires, ...one }) =>
      entry({
        ...one,
        fingerprint:
          one.rule === 'requirement' ? troubleFingerprint('title-is-stated', 'undecided') : digits(name),
        ...(expires === undefined ? {} : { expires }),
        ...{ id: id as string },
      }),
    );

  it('no verdict, outcome, score or count changes by a baseline', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const without = exampleReport([build(one)]);
        const marked = report([build(one)], written(one.entries));
        expect(marked.descriptors.map(({ conformance }) => conformance)).toEqual(
          without.descriptors.map(({ conformance }) => conformance),
        );
        const { baseline: _, ...summary } = marked.summary;
        expect({ ...summary, findings: undefined }).toEqual({ ...without.summary, findings: undefined });
        const good = ['conforms', 'conforms-with-advice'];
        const verdictOf = ({ descriptors }: Report): string => descriptors[0]?.conformance[0]?.verdict ?? '';
        if (!good.includes(verdictOf(exampleReport([{ ...build(one), waivers: [] }])))) {
          expect(good).not.toContain(verdictOf(marked));
        }
      }),
    );
  });

  it('what is new trouble is trouble, and without entries in force all trouble is new', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const [first] = report([build(one)], written(one.entries)).descriptors;
        const [bare] = report([build(one)], []).descriptors;
        if (first === undefined || bare === undefined) throw new Error('There is no descriptor.');
        if (hasNewMandatoryTrouble(first)) expect(hasMandatoryTrouble(first)).toBe(true);
        expect(hasNewMandatoryTrouble(bare)).toBe(hasMandatoryTrouble(bare));
      }),
    );
  });

  it('a baseline that is written knows everything at once, and is the same when written again', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const write = (entries: readonly BaselineEntry[]): readonly BaselineEntry[] => {
          const ruled = ruledDescriptors([build(one)], [exampleFramework], date);
          const match = matchBaseline(ruled, [exampleFramework], entries, baseline([]), date);
          return entriesToWrite(
            ruled.map((two) => two.report),
            match,
            entries,
            date,
          );
        };
        const first = write([]);
        const [marked] = report([build(one)], first).descriptors;
        if (marked === undefined) throw new Error('There is no descriptor.');
        expect(marked.findings.filter(({ waiver, baseline: mark }) => !waiver && mark !== 'known')).toEqual(
          [],
        );
        expect(hasNewMandatoryTrouble(marked)).toBe(false);
        expect(write(first)).toEqual(first);
      }),
    );
  });
});
