import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileSchema } from '../../src/descriptor/compile-schema.ts';
import type { CompiledCatalogue } from '../../src/workspace/compiled-catalogue.ts';
import { readWaiversFile, unknownDescriptors, waiversFor } from '../../src/workspace/read-waivers.ts';
import { temporaryFolder } from './temporary-folder.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/waivers.schema.json', import.meta.url), 'utf8'),
);
const builtIn = {
  schema: () => schema,
  validators: { waivers: compileSchema(schema) },
} as unknown as CompiledCatalogue;
const ruleIds = ['cost-fee-is-stated', 'credit-points-are-stated'];

function read(text: string | Uint8Array, name = 'waivers.yaml') {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), text);
  return readWaiversFile(name, folder, ruleIds, builtIn);
}

/** A file with exceptions, each given as the lines of its entry. */
const file = (...exceptions: string[][]): string =>
  `waivers: 1\nexceptions:\n${exceptions.map((lines) => `  - ${lines.join('\n    ')}\n`).join('')}`;

const entry = [
  'rule: cost-fee-is-stated',
  'descriptors: [data-101]',
  'reason: The fee is set by each local authority.',
];
describe('a file of waivers', () => {
  it('gives each exception with its place', () => {
    const text = file(
      [...entry, 'at: /cost/fee', 'approver: Senate', 'until: 2027-06-30'],
      ['rule: credit-points-are-stated', 'descriptors: all', 'reason: >', '  It carries', '  no credit.'],
    );
    const { file: named, waivers, findings, problems } = read(text);
    expect({ findings, problems }).toEqual({ findings: [], problems: [] });
    expect(named).toEqual({
      path: 'waivers.yaml',
      sha256: createHash('sha256').update(text).digest('hex'),
    });
    expect(waivers).toMatchObject([
      {
        rule: 'cost-fee-is-stated',
        descriptors: ['data-101'],
        covers: { pointer: '/cost/fee' },
        reason: 'The fee is set by each local authority.',
        approver: 'Senate',
        until: '2027-06-30',
        origin: 'file',
        location: {
          path: 'waivers.yaml',
          document: 0,
          pointer: '/exceptions/0',
          range: { start: { line: 3 } },
        },
        excerpt: '  - rule: cost-fee-is-stated',
      },
      {
        rule: 'credit-points-are-stated',
        descriptors: 'all',
        covers: 'everything',
        reason: 'It carries no credit.',
        location: { range: { start: { line: 9 } } },
      },
    ]);
    expect(Object.keys(waivers[1] ?? {})).not.toContain('until');
  });

  it('may hold no exception yet', () => {
    expect(read('waivers: 1\nexceptions: []\n')).toMatchObject({ waivers: [], findings: [], problems: [] });
  });

  it('is named as reports name files', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'agreed'));
    writeFileSync(join(folder, 'agreed/w.yaml'), file(entry));
    for (const path of ['agreed/w.yaml', './agreed/w.yaml', join(folder, 'agreed/w.yaml')]) {
      const { file: named, waivers } = readWaiversFile(path, folder, ruleIds, builtIn);
      expect([named.path, waivers[0]?.location.path]).toEqual(['agreed/w.yaml', 'agreed/w.yaml']);
    }
  });

  it.each<[string, string | Uint8Array, string, number | undefined]>([
    ['is empty', '', 'The file is empty.', 1],
    ['is not YAML', 'waivers: [\n', 'is not closed', 1],
    ['is not UTF-8', new Uint8Array([0x61, 0x3a, 0x20, 0xff]), 'The file is not UTF-8', 1],
    ['is a descriptor', 'microcred: 1\n', 'The file is no file of waivers: it has no field `waivers`.', 1],
    ['is a text', 'waivers\n', 'The file is no file of waivers', 1],
    [
      'has the list in the wrong field',
      'waivers:\n  - rule: a\n',
      'The field `waivers` holds a list, where the version of the format belongs.',
      1,
    ],
    ['is of another version', 'waivers: 2\nexceptions: []\n', 'is 2, but only', 1],
    ['has no list', 'waivers: 1\n', '`exceptions`', 1],
    ['has a group for a list', 'waivers: 1\nexceptions: { rule: a }\n', '`exceptions`', 2],
    ['has an unknown field', 'waivers: 1\nexceptions: []\nexeptions: []\n', '`exeptions`', 3],
    [
      'has a second document',
      `${file(entry)}---\n${file(entry)}`,
      'A second YAML document begins here, but a file of waivers holds one.',
      7,
    ],
    ['is too large', `${file(entry)}#${' '.repeat(5_000_000)}`, 'more than 5,000,000 bytes', undefined],
  ])('that %s is a problem', (_what, text, message, line) => {
    const { waivers, findings, problems } = read(text);
    expect({ waivers, findings }).toEqual({ waivers: [], findings: [] });
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.help).toMatch(/[.?]$/);
    expect(problems[0]?.place?.line).toBe(line);
  });

  it.each([
    ['nowhere.yaml', 'The file of waivers `nowhere.yaml` cannot be read: there is no such file.'],
    ['.git', 'The file of waivers `.git` cannot be read: it is a folder.'],
    ['/dev/null', 'The file of waivers `/dev/null` cannot be read: it is no regular file.'],
    ['a\0b', 'no path can contain a null character'],
  ])('at %s is a problem', (path, message) => {
    const { problems } = readWaiversFile(path, temporaryFolder(), ruleIds, builtIn);
    expect(problems.map((problem) => problem.message)).toEqual([expect.stringContaining(message)]);
  });
});

describe('an exception that does not count', () => {
  const without = (name: string) => entry.filter((line) => !line.startsWith(name));
  it.each<[string, string[], string, RegExp]>([
    ['without a reason', without('reason'), 'rule: cost-fee-is-stated', /`reason`/],
    ['without a rule', without('rule'), 'descriptors: [data-101]', /`rule`/],
    ['without descriptors', without('descriptors'), 'rule: cost-fee-is-stated', /`descriptors`/],
    ['for an empty list', [...without('descriptors'), 'descriptors: []'], 'descriptors: []', /at least 1/],
    [
      'for one award outside a list',
      [...without('descriptors'), 'descriptors: data-101'],
      'descriptors: data-101',
      /"data-101"/,
    ],
    [
      'with an unknown field',
      [...entry, 'approvedBy: Senate'],
      'approvedBy: Senate',
      /approvedBy` is not a known field/,
    ],
    ['with a short reason', [...without('reason'), 'reason: because'], 'reason: because', /at least 10/],
    [
      'with a placeholder for a reason',
      [...without('reason'), 'reason: To be confirmed'],
      'reason: To be confirmed',
      /^The reason for the waiver of/,
    ],
    [
      'with a placeholder for an approver',
      [...entry, 'approver: TBC'],
      'approver: TBC',
      /does not say who approved it/,
    ],
    ['with a wrong date', [...entry, 'until: 30 June 2027'], 'until: 30 June 2027', /a date belongs here/],
    [
      'with a day that does not exist',
      [...entry, 'until: 2027-06-31'],
      'until: 2027-06-31',
      /no day of the calendar/,
    ],
    ['with a field written with dots', [...entry, 'at: cost.fee'], 'at: cost.fee', /"cost.fee"/],
    [
      'for an unknown rule',
      ['rule: cost-fee-is-state', ...without('rule')],
      'rule: cost-fee-is-state',
      /`cost-fee-is-state`, which does not exist/,
    ],
    [
      'for a fault of form',
      ['rule: schema', ...without('rule')],
      'rule: schema',
      /^`schema` cannot be waived/,
    ],
    ['that is a text', ['cost-fee-is-stated'], '- cost-fee-is-stated', /"cost-fee-is-stated"/],
  ])('%s', (_what, lines, line, message) => {
    const text = file(lines, [
      'rule: credit-points-are-stated',
      'descriptors: all',
      'reason: It carries no credit.',
    ]);
    const { waivers, findings, problems } = read(text);
    expect(problems).toEqual([]);
    expect(waivers.map(({ rule }) => rule)).toEqual(['credit-points-are-stated']);
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(finding).toMatchObject({ rule: 'waiver', severity: 'warning', principles: [] });
    expect(finding?.message).toMatch(message);
    expect(finding?.help).toMatch(/[.?]$/);
    expect(finding?.excerpt.replace(/^ *(?:- (?=\w+:))?/, '')).toBe(line);
    expect(text.split('\n')[(finding?.location.range.start.line ?? 0) - 1]).toBe(finding?.excerpt);
  });

  it.each([
    ['cost.fee', '/cost/fee'],
    ['outcomes[0].text', '/outcomes/0/text'],
    ['cost', '/cost'],
    ['cost/fee', '/cost/fee'],
  ])('at %s, which is told to be %s', (written, pointer) => {
    const { findings } = read(file([...entry, `at: ${written}`]));
    expect(findings.map(({ help }) => help)).toEqual([
      `Did you mean \`${pointer}\`? Write each step after a slash.`,
    ]);
  });

  it('is the second of two alike, in whatever order they name descriptors', () => {
    const one = (ids: string) => [entry[0] ?? '', `descriptors: [${ids}]`, entry[2] ?? ''];
    const text = file(one('a, b'), one('b, a'), [...one('a, b'), 'at: /cost']);
    const { waivers, findings } = read(text);
    expect(waivers).toHaveLength(2);
    expect(findings.map(({ message, location }) => [message, location.range.start.line])).toEqual([
      [
        'An exception to `cost-fee-is-stated` for the same stands on line 3 already, so this one does not count.',
        6,
      ],
    ]);
  });

  it.each([
    ['of which all are wrong', file(...Array.from({ length: 500 }, () => ['rule: no-such', 'until: never']))],
    ['that are more than are read', file(...Array.from({ length: 5_000 }, () => entry))],
    ['with a field of a million characters', file([...entry, `at: ${'a.'.repeat(500_000)}`])],
  ])('is told in good time among many, %s', (_what, text) => {
    const start = performance.now();
    const { findings, problems } = read(text);
    expect(findings.length + problems.length).toBeGreaterThan(0);
    for (const { message, help = '' } of [...findings, ...problems])
      expect(message.length + help.length).toBeLessThan(1_000);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('has a fingerprint of its own, wherever it stands', () => {
    const broken = ['rule: no-such', 'descriptors: all', 'reason: It is agreed.'];
    const alone = read(file(broken)).findings.map(({ fingerprint }) => fingerprint);
    const among = read(`# Agreed.\n${file(entry, broken, broken)}`, 'w.yaml').findings.map(
      ({ fingerprint }) => fingerprint,
    );
    expect(among[0]).toBe(alone[0]);
    expect(new Set(among).size).toBe(2);
  });
});

describe('the descriptors of a waiver', () => {
  it('are told by id, by path or all', () => {
    const reason = 'reason: It carries no credit.';
    const found = read(
      file(
        ['rule: cost-fee-is-stated', 'descriptors: [data-101, courses/b.yaml]', reason],
        ['rule: cost-fee-is-stated', 'descriptors: [./a.yaml]', reason],
        ['rule: cost-fee-is-stated', 'descriptors: all', reason],
      ),
    ).waivers;
    const lines = (path: string, id?: string) =>
      waiversFor(found, { path, id }).map(({ location }) => location.range.start.line);
    expect(lines('a.yaml')).toEqual([6, 9]);
    expect(lines('x.yaml', 'data-101')).toEqual([3, 9]);
    expect(lines('courses/b.yaml', 'c')).toEqual([3, 9]);
    expect(lines('b.yaml')).toEqual([9]);
    for (const waiver of waiversFor(found, { path: 'a.yaml', id: undefined })) {
      expect(Object.keys(waiver)).not.toContain('descriptors');
    }
  });

  it('that nobody read are told, each with the nearest name', () => {
    const found = read(
      file(
        ['rule: cost-fee-is-stated', 'descriptors: [data-11, a.yaml, zzz]', 'reason: It is agreed.'],
        ['rule: cost-fee-is-stated', 'descriptors: all', 'reason: It is agreed.'],
      ),
    ).waivers;
    const findings = unknownDescriptors(found, [
      { path: 'a.yaml', id: 'data-eleven' },
      { path: 'b.yaml', id: undefined },
      { path: 'c.yaml', id: 'date-11' },
    ]);
    expect(findings.map(({ message, help }) => [message, help])).toEqual([
      [
        'The waiver of `cost-fee-is-stated` is for `data-11`, but no descriptor of this id or path was read.',
        'Did you mean `date-11`?',
      ],
      [
        'The waiver of `cost-fee-is-stated` is for `zzz`, but no descriptor of this id or path was read.',
        'Check how it is spelt, or take it out of the list.',
      ],
    ]);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });
});
