import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../src/descriptor/descriptor.ts';
import { applyWaivers } from '../../src/report/waiver.ts';
import { waiversInComments } from '../../src/report/waiver-comments.ts';

const ruleIds = ['cost-fee-is-stated', 'credit-points-are-stated', 'workload-is-at-least-ten-hours'];
const read = (text: string) => waiversInComments(readDocuments({ path: 'a.yaml', text }), ruleIds);
const only = (text: string) => read(text)[0] ?? expect.fail('no document');

/** What a comment behind a value is read as. */
const comment = (words: string) => only(`microcred: 1 # ${words}\n`);

const reason = 'The fee is set by each local authority.';
const waiver = `microcred-waive cost-fee-is-stated: ${reason}`;

describe('a comment that waives a rule', () => {
  it.each([
    [waiver, {}],
    [`${waiver} (until 2027-06-30)`, { until: '2027-06-30' }],
    [`${waiver} (approved by the Senate)`, { approver: 'the Senate' }],
    [
      `${waiver} (approved by J. Doe (Dean), until 2027-06-30)`,
      { approver: 'J. Doe (Dean)', until: '2027-06-30' },
    ],
    [
      `${waiver} (until 2028-02-29, approved by J. Doe, Dean)`,
      { approver: 'J. Doe, Dean', until: '2028-02-29' },
    ],
    [
      `${waiver} (approved by the Senate) (until 2027-06-30)`,
      { approver: 'the Senate', until: '2027-06-30' },
    ],
    [`${waiver} (Until 2027-06-30)  `, { until: '2027-06-30' }],
    [`${waiver} (see minute 5)`, { reason: `${reason} (see minute 5)` }],
    [`${waiver} (minute 5) (until 2027-06-30)`, { reason: `${reason} (minute 5)`, until: '2027-06-30' }],
    [
      `${waiver} So it stays until the council decides: see minute 5`,
      { reason: `${reason} So it stays until the council decides: see minute 5` },
    ],
    [`microcred-waive   cost-fee-is-stated  :  ${reason}`, {}],
  ])('%s', (words, expected) => {
    const { waivers, findings } = comment(words);
    expect(findings).toEqual([]);
    const { location, excerpt, covers, ...said } = waivers[0] ?? expect.fail('no waiver');
    expect(said).toEqual({ rule: 'cost-fee-is-stated', reason, origin: 'comment', ...expected });
    expect(location).toMatchObject({
      path: 'a.yaml',
      document: 0,
      range: { start: { line: 1, column: 14 } },
    });
    expect(excerpt).toBe(`microcred: 1 # ${words}`);
    expect(covers).toEqual({ firstLine: 1, lastLine: 1 });
  });
});

describe('a comment that cannot be understood', () => {
  it.each([
    ['no-rule', 'microcred-waive', 'The waiver names no rule, so it waives nothing.'],
    [
      'no-rule',
      'microcred-waive : The fee is set elsewhere.',
      'The waiver names no rule, so it waives nothing.',
    ],
    [
      'no-rule',
      'microcred-waive: cost-fee-is-stated: The fee is set elsewhere.',
      'The waiver names no rule, so it waives nothing.',
    ],
    [
      'no-reason',
      'microcred-waive cost-fee-is-stated',
      'The waiver of `cost-fee-is-stated` gives no reason, so it does not count.',
    ],
    [
      'no-reason',
      'microcred-waive cost-fee-is-stated:',
      'The waiver of `cost-fee-is-stated` gives no reason, so it does not count.',
    ],
    [
      'no-colon',
      'microcred-waive cost-fee-is-stated The fee is set elsewhere.',
      'No colon stands behind the rule `cost-fee-is-stated`, so nobody can tell where the reason begins.',
    ],
    [
      'no-colon',
      'microcred-waive cost-fee-is-stated - The fee: set elsewhere.',
      'No colon stands behind the rule `cost-fee-is-stated`, so nobody can tell where the reason begins.',
    ],
    [
      'several-rules',
      'microcred-waive cost-fee-is-stated, credit-points-are-stated: A pilot only.',
      'The waiver names more than one rule.',
    ],
    [
      'empty-reason',
      'microcred-waive cost-fee-is-stated: todo',
      'The reason for the waiver of `cost-fee-is-stated`, "todo", says too little, so the waiver does not count.',
    ],
    ['empty-reason', 'microcred-waive cost-fee-is-stated: -', undefined],
    ['empty-reason', 'microcred-waive cost-fee-is-stated: To be confirmed.', undefined],
    ['empty-reason', 'microcred-waive cost-fee-is-stated: TODO: ask the board', undefined],
    ['empty-reason', 'microcred-waive cost-fee-is-stated: ---------------', undefined],
    ['empty-reason', 'microcred-waive cost-fee-is-stated: <reason> (until 2027-06-30)', undefined],
    ['empty-reason', 'microcred-waive cost-fee-is-stated: (until 2027-06-30)', undefined],
    [
      'wrong-date',
      `${waiver} (until 2027-02-29)`,
      'The waiver of `cost-fee-is-stated` ends on "2027-02-29", a day that does not exist.',
    ],
    [
      'wrong-date',
      `${waiver} (until 30/06/2027)`,
      'The waiver of `cost-fee-is-stated` ends on "30/06/2027", which is no date of the form YYYY-MM-DD.',
    ],
    ['wrong-date', `${waiver} (until 2027-6-30)`, undefined],
    ['wrong-date', `${waiver} (until further notice)`, undefined],
    [
      'wrong-date',
      `${waiver} (until)`,
      'The waiver of `cost-fee-is-stated` does not say until when it holds.',
    ],
    ['wrong-date', `${waiver} (approved by the Senate, until 2027)`, undefined],
    [
      'no-approver',
      `${waiver} (approved by)`,
      'The waiver of `cost-fee-is-stated` does not say who approved it.',
    ],
    ['no-approver', `${waiver} (approved by <name>, until 2027-06-30)`, undefined],
    [
      'open-bracket',
      `${waiver} (until 2027-06-30`,
      'The bracket that begins with `(until` in the waiver of `cost-fee-is-stated` is not closed.',
    ],
    [
      'text-behind-bracket',
      `${waiver} (until 2027-06-30), see minute 5`,
      'Text stands behind the bracket `(until …)` in the waiver of `cost-fee-is-stated`.',
    ],
    [
      'stray-date',
      `${waiver} until 2027-06-30`,
      'The date on which the waiver of `cost-fee-is-stated` ends does not stand in round brackets of its own.',
    ],
    ['stray-date', `${waiver} [until 2027-06-30]`, undefined],
    ['stray-date', `${waiver} Until 2027-06-30 as agreed.`, undefined],
    ['stray-date', `${waiver} Expiry: 2027-06-30`, undefined],
    [
      'unknown-mark',
      `microcred: waive cost-fee-is-stated: ${reason}`,
      '`microcred: waive` does not begin a waiver, so the comment waives nothing.',
    ],
    [
      'unclear-bracket',
      `${waiver} (expires 2027-06-30)`,
      'The bracket `(expires 2027-06-30)` of the waiver of `cost-fee-is-stated` is not understood.',
    ],
    ['unclear-bracket', `${waiver} (approved 2026-05-12)`, undefined],
    ['unclear-bracket', `${waiver} (until 2027-06-30) (until 2028-06-30)`, undefined],
    [
      'too-long',
      `${waiver} ${'x'.repeat(5_000)}`,
      'The waiver has more than 2000 characters, which is more than is read.',
    ],
    [
      'unknown-mark',
      `microcred-waiver cost-fee-is-stated: ${reason}`,
      '`microcred-waiver` does not begin a waiver, so the comment waives nothing.',
    ],
    [
      'unknown-mark',
      `microcred waive cost-fee-is-stated: ${reason}`,
      '`microcred waive` does not begin a waiver, so the comment waives nothing.',
    ],
    ['unknown-mark', `microcred-ignore cost-fee-is-stated`, undefined],
    ['unknown-mark', `microcred_disable cost-fee-is-stated`, undefined],
    ['unknown-mark', `microcred-wavie cost-fee-is-stated: ${reason}`, undefined],
    ['unknown-mark', `Microcred-Waive cost-fee-is-stated: ${reason}`, undefined],
    [
      'unknown-mark',
      `microcred-waive-next-line cost-fee-is-stated: ${reason}`,
      '`microcred-waive-next-line` does not begin a waiver, so the comment waives nothing.',
    ],
    ['unknown-mark', `microcredwaive cost-fee-is-stated: ${reason}`, undefined],
    [
      'unknown-rule',
      `microcred-waive cost-fee-is-state: ${reason}`,
      'The waiver names the rule `cost-fee-is-state`, which does not exist, so it waives nothing.',
    ],
    ['unknown-rule', `microcred-waive Cost-Fee-Is-Stated: ${reason}`, undefined],
    [
      'rule-cannot-be-waived',
      `microcred-waive schema: ${reason}`,
      '`schema` cannot be waived: while the form is at fault, nothing can be judged that an exception could be agreed for.',
    ],
    ['rule-cannot-be-waived', `microcred-waive yaml: ${reason}`, undefined],
    ['rule-cannot-be-waived', `microcred-waive file: ${reason}`, undefined],
    [
      'rule-cannot-be-waived',
      `microcred-waive review: ${reason}`,
      '`review` cannot be waived: it only says whether what people have written down still counts.',
    ],
    ['rule-cannot-be-waived', `microcred-waive waiver: ${reason}`, undefined],
  ])('%s: %s', (fault, words, message) => {
    const { waivers, findings } = comment(words);
    expect(waivers).toEqual([]);
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(finding).toMatchObject({
      rule: 'waiver',
      severity: 'warning',
      principles: [],
      sources: [],
      related: [],
    });
    expect(finding?.data['fault']).toBe(fault);
    expect(finding?.message).toMatch(/^[^!]+\.$/);
    expect(finding?.help).toMatch(/[.?]$/);
    expect(finding?.fingerprint).toMatch(/^[0-9a-f]{32}$/);
    if (message !== undefined) expect(finding?.message).toBe(message);
  });

  it.each([
    [`microcred-waive cost-fee-is-state: ${reason}`, 'Did you mean `cost-fee-is-stated`?'],
    [`${waiver} (until 30/06/2027)`, 'Write `(until 2027-06-30)`.'],
    [`${waiver} (until 06/05/2027)`, 'Write `(until 2027-05-06)` or `(until 2027-06-05)`.'],
    [`${waiver} until 2027-06-30`, 'Write `(until 2027-06-30)` at the end of the comment.'],
    [
      `microcred-ignore cost-fee-is-stated`,
      'Did you mean `microcred-waive`? Write `# microcred-waive <rule>: <reason> (until <YYYY-MM-DD>)`, where the bracket may be left out.',
    ],
  ])('is told how to write it: %s', (words, help) => {
    expect(comment(words).findings[0]?.help).toBe(help);
  });

  it('keeps its fingerprint when lines and files change, and shares it with no other', () => {
    const broken = '# microcred-waive a-b: Because it is so.\n';
    const [first, second] = only(`${broken}${broken}microcred: 1\n`).findings;
    const moved = waiversInComments(
      readDocuments({ path: 'b/c.yaml', text: `# A descriptor.\n\n${broken}microcred: 1\n` }),
      ruleIds,
    )[0]?.findings[0];
    expect(moved?.fingerprint).toBe(first?.fingerprint);
    expect(second?.fingerprint).not.toBe(first?.fingerprint);
  });
});

it.each([
  'microcred descriptors are described in the handbook',
  'microcred ignores this field: nobody knows why',
  'microcred-2026',
  'microcredit: a small loan',
  'microcredential',
  'micro-credential: waive nothing',
  'see microcred-waive cost-fee-is-stated: for how it is done',
  'yaml-language-server: $schema=descriptor.schema.json',
])('%s is a comment like any other', (words) => {
  expect(comment(words)).toEqual({ waivers: [], findings: [] });
});

describe('what a waiver covers', () => {
  const mark = `# ${waiver}`;
  it.each<[string, string, unknown]>([
    ['the line of a value', `microcred: 1\ntitle: A ${mark}\n`, { firstLine: 2, lastLine: 2 }],
    ['all lines of a value', `microcred: 1\ntitle: "A\n  B" ${mark}\n`, { firstLine: 2, lastLine: 3 }],
    ['the line of a name', `microcred: 1\ncost: ${mark}\n  fee: {}\n`, { firstLine: 2, lastLine: 2 }],
    [
      'a field',
      `microcred: 1\n${mark}\n\n# More.\ncost:\n  fee: 1\n\nid: a\n`,
      { firstLine: 5, lastLine: 6 },
    ],
    [
      'an item',
      `microcred: 1\noutcomes:\n  ${mark}\n  - text: A\n    id: B\n  - text: C\n`,
      { firstLine: 4, lastLine: 5 },
    ],
    [
      'a field with a block text',
      `microcred: 1\n${mark}\nsummary: |\n  # A\n\n  B\nid: a\n`,
      { firstLine: 3, lastLine: 6 },
    ],
    ['everything, before the first field', `# A.\n${mark}\n\nmicrocred: 1\n`, 'everything'],
    ['everything, before the mark of the document', `${mark}\n---\nmicrocred: 1\n`, 'everything'],
    ['everything, on the mark of the document', `--- ${mark}\nmicrocred: 1\n`, 'everything'],
    ['everything, after the mark of the document', `---\n${mark}\nmicrocred: 1\n`, 'everything'],
    [
      'a field, with line ends CRLF',
      `microcred: 1\r\n${mark}\r\ncost:\r\n  fee: 1\r\n`,
      { firstLine: 3, lastLine: 4 },
    ],
  ])('is %s', (_what, text, covers) => {
    const { waivers, findings } = only(text);
    expect(findings).toEqual([]);
    expect(waivers.map((one) => [one.reason, one.covers])).toEqual([[reason, covers]]);
  });

  it('is the same for comments that stand together', () => {
    const text = `microcred: 1\n${mark}\n# microcred-waive credit-points-are-stated: It carries no credit.\n# It never did.\ncost: 1\n`;
    expect(only(text).waivers.map(({ rule, reason: why, covers }) => [rule, why, covers])).toEqual([
      ['cost-fee-is-stated', reason, { firstLine: 5, lastLine: 5 }],
      ['credit-points-are-stated', 'It carries no credit.', { firstLine: 5, lastLine: 5 }],
    ]);
  });

  it('is nothing at the end of a document, which is told', () => {
    const { waivers, findings } = only(`microcred: 1\n${mark}\n`);
    expect(waivers).toEqual([]);
    expect(findings.map(({ message }) => message)).toEqual([
      'No field follows the waiver of `cost-fee-is-stated`, so it covers nothing.',
    ]);
  });

  it('is in its own document', () => {
    const text = `${mark}\nmicrocred: 1\n---\n---\n# Another.\nmicrocred: 1\nid: a ${mark}\n---\n${mark}\na: [\n---\nid: b\n`;
    const documents = read(text);
    expect(
      documents.map(({ waivers }) => waivers.map(({ covers, location }) => [covers, location.document])),
    ).toEqual([
      [['everything', 0]],
      [[{ firstLine: 7, lastLine: 7 }, 1]],
      // Nothing in a document that cannot be read is judged, so nothing is waived.
      [],
      [],
    ]);
  });

  it('is nothing where the mark is in a text', () => {
    expect(only(`microcred: 1\ntitle: "${mark}"\nsummary: |\n  ${mark}\n`)).toEqual({
      waivers: [],
      findings: [],
    });
  });
});

describe('of any text', () => {
  const piece = fc.constantFrom(
    ...[
      '# microcred-waive cost-fee-is-stated: A pilot of one year.',
      '# microcred-waive ',
      '# microcred-ignore x',
      '(until ',
    ],
    ...[
      '(approved by ',
      ')',
      '2027-06-30',
      'a: ',
      '- ',
      '\n',
      '\r\n',
      '  ',
      '"',
      '|\n',
      '{',
      '}',
      '[',
      ']',
      '---\n',
      'x',
      '🎓',
    ],
    ...[':', ',', '\u202e', '\u2028', '<script>'],
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 80 }).map((words) => `a: 1 # microcred-waive ${words}`),
  );

  it('waivers and findings stand inside, and messages stay on their line', () => {
    fc.assert(
      fc.property(text, (written) => {
        for (const { waivers, findings } of read(written)) {
          for (const { location, covers } of [
            ...waivers,
            ...findings.map((one) => ({ ...one, covers: undefined })),
          ]) {
            const { start, end } = location.range;
            expect(start.offset).toBeGreaterThanOrEqual(0);
            expect(end.offset).toBeLessThanOrEqual(written.length);
            expect(written[start.offset]).toBe('#');
            if (typeof covers !== 'object' || !('firstLine' in covers)) continue;
            expect(covers.firstLine).toBeLessThanOrEqual(covers.lastLine);
            expect(covers.lastLine).toBeLessThanOrEqual(written.split('\n').length);
          }
          for (const { message, help } of findings)
            expect(message + help).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

it('many comments are read in good time', () => {
  const start = performance.now();
  const { waivers } = only(`microcred: 1\n${`# ${waiver}\n`.repeat(10_000)}cost: 1\n`);
  expect(waivers).toHaveLength(10_000);
  const { rules } = applyWaivers([], waivers, '2026-05-12');
  expect(rules).toEqual([]);
  expect(performance.now() - start).toBeLessThan(4_000);
});

describe('a waiver that goes on in the next line', () => {
  it.each([
    ['in the middle of a sentence', `# ${waiver.slice(0, -1)}, see`, '# the minute of 3 May.'],
    ['with its end', `# ${waiver}`, '# (until 2020-01-01)'],
  ])('%s does not count', (_where, first, second) => {
    const { waivers, findings } = only(`microcred: 1\n${first}\n${second}\nlevel: 8\n`);
    expect(waivers).toEqual([]);
    expect(findings.map(({ message }) => message)).toEqual([
      'The waiver of `cost-fee-is-stated` goes on in the next line, which is not read.',
    ]);
  });

  it.each([
    ['another waiver', '# microcred-waive credit-points-are-stated: The points are still being rated.'],
    ['a comment of its own', '# The level is that of the last award.'],
    ['a comment further down', '#\n# and so on'],
  ])('is not meant by %s', (_what, second) => {
    const { waivers, findings } = only(`microcred: 1\n# ${waiver}\n${second}\nlevel: 8\n`);
    expect(findings).toEqual([]);
    expect(waivers[0]?.reason).toBe(reason);
  });
});
