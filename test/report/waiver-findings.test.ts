import { describe, expect, it } from 'vitest';
import type { Outcome, RuleResult } from '../../src/conformance/rule.ts';
import type { Finding, Range } from '../../src/descriptor/finding.ts';
import { applyWaivers, type Waiver } from '../../src/report/waiver.ts';
import { findingsOfWaiverFiles, waiverFindings } from '../../src/report/waiver-findings.ts';

const rangeOn = (line: number): Range => ({
  start: { line, column: 1, offset: 10 * line },
  end: { line, column: 5, offset: 10 * line + 4 },
});
const finding = (line: number, pointer = '/cost/fee', path = 'a.yaml'): Finding => ({
  rule: 'fee-is-stated',
  severity: 'error',
  principles: [],
  message: 'It is so.',
  help: 'Mend it.',
  why: 'Because.',
  sources: [],
  data: {},
  location: { path, document: 0, pointer, range: rangeOn(line) },
  related: [],
  excerpt: '',
  fingerprint: '0',
});
const result = (outcome: Outcome, ...findings: Finding[]): RuleResult => ({
  rule: 'fee-is-stated',
  outcome,
  findings,
});
const waiver = (more: Partial<Waiver> = {}): Waiver => ({
  rule: 'fee-is-stated',
  reason: 'It was agreed.',
  covers: { firstLine: 4, lastLine: 5 },
  origin: 'comment',
  location: { path: 'a.yaml', document: 0, pointer: '', range: rangeOn(3) },
  excerpt: '# microcred-waive fee-is-stated: It was agreed.',
  ...more,
});
const date = '2026-05-12';

/** What is said of waivers in comments, after they were applied. */
function said(rule: RuleResult, ...waivers: Waiver[]): Finding[] {
  const applied = applyWaivers([rule], waivers, date);
  return waiverFindings(applied.waivers, applied.rules);
}
const ended = { until: '2026-05-11' };

describe('of a waiver in a comment', () => {
  it.each<[string, RuleResult, Waiver[], string[]]>([
    ['in use', result('failed', finding(4)), [waiver()], []],
    ['on its last day', result('failed', finding(4)), [waiver({ until: date })], []],
    ['for a rule that cannot tell', result('cantTell'), [waiver(), waiver(ended)], []],
    ['for a rule that was not run', result('passed'), [waiver({ rule: 'other-rule' })], []],
    [
      'and another one for the same',
      result('failed', finding(4)),
      [waiver(), waiver({ covers: 'everything' })],
      [],
    ],
    [
      'that has ended',
      result('failed', finding(4)),
      [waiver(ended)],
      ['The waiver of `fee-is-stated` ended on 11 May 2026, so what it covered counts again.'],
    ],
    [
      'that has ended and would cover nothing',
      result('failed', finding(9)),
      [waiver(ended)],
      ['The waiver of `fee-is-stated` ended on 11 May 2026, and there is nothing left that it would cover.'],
    ],
    [
      'that has ended and was agreed anew',
      result('failed', finding(4)),
      [waiver(ended), waiver({ covers: 'everything' })],
      ['The waiver of `fee-is-stated` ended on 11 May 2026, and there is nothing left that it would cover.'],
    ],
    [
      'for a rule that holds',
      result('passed'),
      [waiver()],
      ['The waiver of `fee-is-stated` covers nothing: the rule holds.'],
    ],
    [
      'for a rule that does not apply',
      result('inapplicable'),
      [waiver()],
      ['The waiver of `fee-is-stated` covers nothing: the rule does not apply here.'],
    ],
    [
      'at another place',
      result('failed', finding(9), finding(12), finding(12)),
      [waiver()],
      [
        'The waiver of `fee-is-stated` covers nothing: the rule fails on line 9 and on line 12, not where the waiver applies.',
      ],
    ],
    [
      'at another place, where another one is in use',
      result('failed', finding(9)),
      [waiver(), waiver({ covers: { firstLine: 9, lastLine: 9 } })],
      ['The waiver of `fee-is-stated` covers nothing: other waivers cover all that the rule finds.'],
    ],
  ])('%s', (_what, rule, waivers, messages) => {
    const findings = said(rule, ...waivers);
    expect(findings.map(({ message }) => message)).toEqual(messages);
    for (const found of findings) {
      expect(found).toMatchObject({
        rule: 'waiver',
        severity: 'warning',
        principles: [],
        excerpt: waiver().excerpt,
      });
      expect(found.location).toEqual(waiver().location);
    }
  });

  it('the fingerprint does not depend on its line, but on what it says', () => {
    const rule = result('passed');
    const moved = waiver({ location: { ...waiver().location, range: rangeOn(8) } });
    const print = (one: Waiver) => said(rule, one)[0]?.fingerprint;
    expect(print(moved)).toBe(print(waiver()));
    expect(print(waiver({ reason: 'It was agreed again.' }))).not.toBe(print(waiver()));
  });
});

describe('of a waiver in a file', () => {
  const place = { path: 'waivers.yaml', document: 0, pointer: '/exceptions/0', range: rangeOn(3) };
  const named = (more: Partial<Waiver> = {}): Waiver =>
    waiver({ origin: 'file', location: place, covers: { pointer: '/cost/fee' }, ...more });
  const descriptor = (path: string, rule: RuleResult, ...waivers: Waiver[]) => {
    const applied = applyWaivers([rule], waivers, date);
    return { path, findings: applied.rules.flatMap(({ findings }) => findings), waivers: applied.waivers };
  };

  it('nothing is said with the descriptors', () => {
    expect(said(result('passed'), named())).toEqual([]);
  });

  it.each<[string, RuleResult[], Partial<Waiver>, string[]]>([
    ['in use in one of them', [result('passed'), result('failed', finding(4))], {}, []],
    ['that cannot be told of in one of them', [result('passed'), result('cantTell')], {}, []],
    [
      'in use in none of them',
      [result('passed'), result('inapplicable')],
      {},
      ['The waiver of `fee-is-stated` covers nothing: in 2 descriptors the rule holds or does not apply.'],
    ],
    [
      'for one where the rule holds',
      [result('passed')],
      {},
      ['The waiver of `fee-is-stated` covers nothing: in `0.yaml` the rule holds or does not apply.'],
    ],
    [
      'for another field',
      [result('failed', finding(7, '/cost', '0.yaml'))],
      {},
      [
        'The waiver of `fee-is-stated` covers nothing: the rule fails at `cost` (0.yaml:7), not where the waiver applies.',
      ],
    ],
    [
      'that has ended',
      [result('passed'), result('failed', finding(4))],
      ended,
      ['The waiver of `fee-is-stated` ended on 11 May 2026, so what it covered counts again.'],
    ],
    [
      'that has ended and would cover nothing',
      [result('passed'), result('passed')],
      ended,
      ['The waiver of `fee-is-stated` ended on 11 May 2026, and there is nothing left that it would cover.'],
    ],
  ])('%s', (_what, rules, more, messages) => {
    const findings = findingsOfWaiverFiles(
      rules.map((rule, index) => descriptor(`${index}.yaml`, rule, named(more))),
    );
    expect(findings.map(({ message }) => message)).toEqual(messages);
    for (const found of findings) expect(found.location).toEqual(place);
  });

  it('nothing is said of comments', () => {
    expect(findingsOfWaiverFiles([descriptor('a.yaml', result('passed'), waiver())])).toEqual([]);
    expect(findingsOfWaiverFiles([{ path: 'a.yaml', findings: [] }])).toEqual([]);
  });
});
