import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Framework, RequirementLevel } from '../../src/conformance/framework.ts';
import type { Outcome, RuleResult } from '../../src/conformance/rule.ts';
import type { Finding, Range } from '../../src/descriptor/finding.ts';
import type { JsonObject } from '../../src/descriptor/json-pointer.ts';
import { conformanceOf, verdicts } from '../../src/report/verdict.ts';
import { applyWaivers, isCovered, type Waiver } from '../../src/report/waiver.ts';

const rangeOn = (line: number): Range => ({
  start: { line, column: 1, offset: 10 * line },
  end: { line, column: 5, offset: 10 * line + 4 },
});
const finding = (rule: string, line: number, pointer = '', data: JsonObject = {}): Finding => ({
  rule,
  severity: 'error',
  principles: [],
  message: 'It is so.',
  help: 'Mend it.',
  why: 'Because.',
  sources: [],
  data,
  location: { path: 'a.yaml', document: 0, pointer, range: rangeOn(line) },
  related: [],
  excerpt: '',
  fingerprint: '0',
});
const failed = (rule: string, ...findings: Finding[]): RuleResult => ({ rule, outcome: 'failed', findings });
const waiver = (rule: string, covers: Waiver['covers'], more: Partial<Waiver> = {}): Waiver => ({
  rule,
  reason: 'It was agreed.',
  covers,
  origin: 'comment',
  location: { path: 'a.yaml', document: 0, pointer: '', range: rangeOn(1) },
  ...more,
});

describe('a waiver covers', () => {
  const missing = (field: string, lacking: string, pointer = '') =>
    finding('r', 1, pointer, { field, missing: lacking });
  it.each<[string, Finding, Waiver['covers'], boolean]>([
    ['everything', finding('r', 7, '/a'), 'everything', true],
    ['its first line', finding('r', 3), { firstLine: 3, lastLine: 5 }, true],
    ['its last line', finding('r', 5), { firstLine: 3, lastLine: 5 }, true],
    ['not the line before', finding('r', 2), { firstLine: 3, lastLine: 5 }, false],
    ['not the line after', finding('r', 6), { firstLine: 3, lastLine: 5 }, false],
    ['its field', finding('r', 1, '/cost/fee'), { pointer: '/cost/fee' }, true],
    ['what is below its field', finding('r', 1, '/cost/fee/amount'), { pointer: '/cost' }, true],
    ['not what is above its field', finding('r', 1, '/cost'), { pointer: '/cost/fee' }, false],
    ['not a field that begins alike', finding('r', 1, '/costs'), { pointer: '/cost' }, false],
    ['its item', finding('r', 1, '/outcomes/1/text'), { pointer: '/outcomes/1' }, true],
    ['not another item', finding('r', 1, '/outcomes/10/text'), { pointer: '/outcomes/1' }, false],
    ['no star for any item', finding('r', 1, '/outcomes/1'), { pointer: '/outcomes/*' }, false],
    ['a field with a slash in its name', finding('r', 1, '/x-a~1b/c'), { pointer: '/x-a~1b' }, true],
    ['not a field behind a slash', finding('r', 1, '/x-a/b'), { pointer: '/x-a~1b' }, false],
    ['a field that is missing', missing('fee', 'fee', '/cost'), { pointer: '/cost/fee' }, true],
    ['a missing field with a slash in its name', missing('x', 'x-a/b'), { pointer: '/x-a~1b' }, true],
    ['what is missing below its field', missing('cost.fee', 'fee', '/cost'), { pointer: '/cost' }, true],
    [
      'not another field that is missing',
      missing('cost.fee', 'fee', '/cost'),
      { pointer: '/cost/funding' },
      false,
    ],
    [
      'a missing field whose group is missing too',
      missing('cost.fee', 'cost'),
      { pointer: '/cost/fee' },
      true,
    ],
    [
      'what is missing below it with its group',
      missing('cost.fee.amount', 'cost'),
      { pointer: '/cost/fee' },
      true,
    ],
    ['not a whole group that is missing', missing('cost', 'cost'), { pointer: '/cost/fee' }, false],
    [
      'not a missing neighbour that begins alike',
      missing('cost.fees', 'cost'),
      { pointer: '/cost/fee' },
      false,
    ],
  ])('%s', (_what, found, covers, expected) => {
    expect(isCovered(found, { covers })).toBe(expected);
  });
});

describe('applying waivers', () => {
  it('marks what they cover, with reason, approver, end and place, and leaves the rest as it was', () => {
    const rules = [failed('a', finding('a', 2), finding('a', 3)), failed('b', finding('b', 2))];
    const one = waiver('a', { firstLine: 2, lastLine: 2 }, { approver: 'Senate', until: '2027-06-30' });
    const result = applyWaivers(rules, [one], '2027-06-30');
    expect(result.rules).toEqual([
      failed(
        'a',
        {
          ...finding('a', 2),
          waiver: {
            reason: 'It was agreed.',
            approver: 'Senate',
            until: '2027-06-30',
            origin: 'comment',
            path: 'a.yaml',
            line: 1,
          },
        },
        finding('a', 3),
      ),
      failed('b', finding('b', 2)),
    ]);
    expect(result.waivers).toEqual([{ ...one, state: 'used' }]);
  });

  const cannotTell: RuleResult = { rule: 'a', outcome: 'cantTell', findings: [], reason: 'It waits.' };
  it.each<[string, RuleResult, Partial<Waiver>, string]>([
    ['covers a finding on its last day', failed('a', finding('a', 2)), { until: '2026-05-12' }, 'used'],
    ['has ended the day before', failed('a', finding('a', 2)), { until: '2026-05-11' }, 'expired'],
    [
      'has ended, and the rule holds',
      { rule: 'a', outcome: 'passed', findings: [] },
      { until: '2026-05-11' },
      'expired',
    ],
    ['covers nothing as the rule holds', { rule: 'a', outcome: 'passed', findings: [] }, {}, 'unused'],
    [
      'covers nothing as the rule does not apply',
      { rule: 'a', outcome: 'inapplicable', findings: [] },
      {},
      'unused',
    ],
    [
      'is for another place',
      failed('a', finding('a', 9)),
      { covers: { firstLine: 1, lastLine: 8 } },
      'unused',
    ],
    ['is for a rule that cannot tell', cannotTell, {}, 'not-run'],
    ['is for a rule that was not run', failed('b', finding('b', 2)), {}, 'not-run'],
    [
      'has ended, for a rule that was not run',
      failed('b', finding('b', 2)),
      { until: '2026-05-11' },
      'not-run',
    ],
  ])('says that a waiver %s', (_what, rule, more, state) => {
    const { waivers, rules } = applyWaivers([rule], [waiver('a', 'everything', more)], '2026-05-12');
    expect(waivers.map((one) => one.state)).toEqual([state]);
    expect(rules[0]?.findings.map((found) => found.waiver !== undefined)).toEqual(
      rule.findings.map(() => state === 'used'),
    );
  });

  it('uses all that cover a finding, and shows the first by its place', () => {
    const later = waiver('a', 'everything', {
      reason: 'Later.',
      location: { path: 'w.yaml', document: 0, pointer: '', range: rangeOn(9) },
    });
    const { rules, waivers } = applyWaivers(
      [failed('a', finding('a', 2))],
      [later, waiver('a', { firstLine: 2, lastLine: 2 })],
      '2026-05-12',
    );
    expect(waivers.map(({ reason, state }) => [reason, state])).toEqual([
      ['It was agreed.', 'used'],
      ['Later.', 'used'],
    ]);
    expect(rules[0]?.findings[0]?.waiver?.reason).toBe('It was agreed.');
  });
});

const names = ['a', 'b', 'c', 'd'] as const;
const pointers = ['', '/x', '/x/y', '/x/0', '/z'];
const resultOf = (rule: string): fc.Arbitrary<RuleResult> =>
  fc
    .tuple(
      fc.constantFrom<Outcome>('failed', 'failed', 'passed', 'inapplicable', 'cantTell'),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom(...pointers)), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([outcome, places]) => ({
      rule,
      outcome,
      findings: outcome === 'failed' ? places.map(([line, pointer]) => finding(rule, line, pointer)) : [],
    }));
const waivers = fc.array(
  fc
    .record({
      rule: fc.constantFrom(...names, 'e'),
      covers: fc.oneof(
        fc.constant('everything' as const),
        fc.constantFrom('/x', '/x/y', '/z').map((pointer) => ({ pointer })),
        fc
          .tuple(fc.integer({ min: 1, max: 6 }), fc.nat({ max: 3 }))
          .map(([firstLine, more]) => ({ firstLine, lastLine: firstLine + more })),
      ),
      reason: fc.constantFrom('One reason.', 'Another reason.'),
      until: fc.constantFrom('2026-01-01', '2026-05-12', '2027-01-01'),
      line: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ rule, covers, line, ...more }) =>
      waiver(rule, covers, {
        ...more,
        location: { path: 'a.yaml', document: 0, pointer: '', range: rangeOn(line) },
      }),
    ),
  { maxLength: 6 },
);
const results = fc.tuple(...names.map(resultOf));
const framework = fc
  .array(
    fc.tuple(
      fc.constantFrom<RequirementLevel>('must', 'should', 'could'),
      fc.uniqueArray(fc.constantFrom<string>(...names), { minLength: 1, maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map(
    (requirements): Framework => ({
      id: 'f',
      title: 'F',
      version: '1.0.0',
      date: '2026-01-01',
      about: '',
      principles: [{ id: 'p', title: 'P', about: '' }],
      requirements: requirements.map(([level, rules], index) => ({
        id: `r${index}`,
        principle: 'p',
        text: 'It holds.',
        level,
        rules,
      })),
    }),
  );
const date = '2026-05-12';
const unmarked = ({ waiver: _, ...found }: Finding): Finding => found;

describe('whatever the waivers', () => {
  it('they never make a descriptor conform without them', () => {
    fc.assert(
      fc.property(results, waivers, framework, (rules, agreed, asked) => {
        const before = conformanceOf({ rules, findings: [] }, asked);
        const after = conformanceOf({ rules: applyWaivers(rules, agreed, date).rules, findings: [] }, asked);
        const best = verdicts.indexOf('conforms-with-waivers');
        if (verdicts.indexOf(after.verdict) < best) expect(after.verdict).toBe(before.verdict);
        expect(after.score).toEqual(before.score);
        for (const [index, { outcome }] of after.requirements.entries()) {
          const was = before.requirements[index]?.outcome;
          // Where a rule of a requirement is waived, another one that cannot tell comes to light.
          if (outcome !== was) expect(['failed waived', 'failed cantTell']).toContain(`${was} ${outcome}`);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('no finding is lost or changed but for the mark', () => {
    fc.assert(
      fc.property(results, waivers, (rules, agreed) => {
        const after = applyWaivers(rules, agreed, date).rules;
        expect(after.map((rule) => ({ ...rule, findings: rule.findings.map(unmarked) }))).toEqual(rules);
      }),
    );
  });

  it('their order makes no difference', () => {
    fc.assert(
      fc.property(
        results,
        waivers.chain((agreed) =>
          fc.tuple(
            fc.constant(agreed),
            fc.shuffledSubarray(agreed, { minLength: agreed.length, maxLength: agreed.length }),
          ),
        ),
        (rules, [agreed, shuffled]) => {
          expect(applyWaivers(rules, shuffled, date)).toEqual(applyWaivers(rules, agreed, date));
        },
      ),
    );
  });
});
