import { deepStrictEqual } from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readDocuments } from '../../src/descriptor/descriptor.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { parsePlainYaml } from '../../src/descriptor/plain-yaml.ts';
import { declinedTexts, takenTexts } from './plain-yaml-cases.ts';

/** The data of a text with one document and no fault. */
function exactData(text: string): Json | undefined {
  const documents = readDocuments({ path: 'a.yaml', text });
  return documents.length === 1 ? documents[0]?.data : undefined;
}

/** Fails when a text is taken and read in another way than exactly; tells whether it is taken. */
function agrees(text: string): boolean {
  const data = parsePlainYaml(text);
  if (data === undefined) return false;
  const exact = exactData(text);
  // The matcher of that name takes a field called `constructor` for the class of an object.
  deepStrictEqual(data, exact);
  // Tells the order of the fields as well.
  expect(JSON.stringify(data)).toBe(JSON.stringify(exact));
  return true;
}

function filesIn(folder: string): [name: string, text: string][] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}

const descriptors = filesIn('fixtures/descriptors');
const oddFiles = filesIn('fixtures/edge-cases');
const rules = filesIn('rules');

describe.each(Object.entries(takenTexts))('takes %s', (_what, texts) => {
  it.each(texts)('%j', (text) => {
    expect(agrees(text)).toBe(true);
  });
});

describe.each(Object.entries(declinedTexts))('declines %s', (_why, texts) => {
  it.each(texts.map((text) => [text.slice(0, 40), text]))('%j', (_start, text) => {
    expect(parsePlainYaml(text)).toBeUndefined();
  });
});

describe('files', () => {
  it.each([...descriptors, ...rules])('%s is taken when it is sound', (_name, text) => {
    expect(agrees(text)).toBe(exactData(text) !== undefined);
  });

  it.each(oddFiles)('%s is read exactly or declined', (_name, text) => {
    agrees(text);
    for (const part of text.split(/^---\n/m)) agrees(part);
  });

  it('of the corpus that speed is measured with are all taken', async () => {
    const address = new URL('../../bench/make-corpus.js', import.meta.url).href;
    const { makeCorpus }: { makeCorpus(folder: string, count: number): void } = await import(address);
    const folder = mkdtempSync(join(tmpdir(), 'microcred-corpus-'));
    try {
      makeCorpus(folder, 100);
      const files = filesIn(folder);
      expect(files).toHaveLength(100);
      for (const [name, text] of files) expect(agrees(text), name).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

it('gives data of its own at each call', () => {
  const text = 'a: { b: [1] }\n';
  expect(parsePlainYaml(text)).not.toBe(parsePlainYaml(text));
});

const oddText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[-?:,[\]{}#&*!|>'"%@` \n\ta~0-9.]{0,12}$/),
  fc.constantFrom(
    '__proto__',
    'null',
    'True',
    '1.10',
    '0x1F',
    '---',
    'a: b',
    '- a',
    ' # a',
    '<<',
    'é🎓',
    '.5',
  ),
  fc.array(fc.lorem({ maxCount: 12 }), { maxLength: 4 }).map((lines) => lines.join('\n')),
);

const descriptor = fc.letrec<{ value: Json; group: Json }>((tie) => ({
  group: fc
    .array(fc.tuple(fc.oneof(fc.lorem({ maxCount: 1 }), oddText), tie('value')), { maxLength: 6 })
    .map((members) => Object.fromEntries(members)),
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    oddText,
    fc.oneof(fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 5 }),
    tie('group'),
  ),
})).group;

const style = fc.record({
  indent: fc.integer({ min: 1, max: 5 }),
  indentSeq: fc.boolean(),
  collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
  flowCollectionPadding: fc.boolean(),
  defaultStringType: fc.constantFrom(
    'PLAIN' as const,
    'QUOTE_DOUBLE' as const,
    'QUOTE_SINGLE' as const,
    'BLOCK_LITERAL' as const,
    'BLOCK_FOLDED' as const,
  ),
  defaultKeyType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const),
  lineWidth: fc.constantFrom(0, 20, 80),
  nullStr: fc.constantFrom('null', '~', ''),
});

/** A value as it may stand behind a colon or a dash, up to the end of its last line, at a depth of `indent` spaces. */
const fragment = fc.letrec<{ behind: (indent: number) => string; below: (indent: number) => string }>(
  (tie) => {
    const word = fc.constantFrom(
      ...[
        'a',
        'b c',
        "it's",
        'x:y',
        'x: y',
        'x#y',
        'x #y',
        '-1',
        '1.',
        '.5',
        '~',
        'True',
        '-',
        '- -',
        '-x',
        '?',
        ':',
      ],
      ...[
        '"q"',
        '"q',
        "'s''t'",
        "'",
        '"\\x41"',
        '"\\z"',
        '[]',
        '[a, -1]',
        '[a,\n b]',
        '{a: 1}',
        '{"a":1,b: ~}',
        '{a:1}',
      ],
      ...['&a b', '*a', '!t a', '@', '%', 'a\tb', '---', '...', '# r', 'a  ', 'a # r', '|', '>'],
    );
    const spaces = fc.constantFrom(' ', ' ', ' ', '  ', '');
    const lines = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.oneof(word, fc.constantFrom('', ' '))), {
      maxLength: 4,
    });
    const header = fc.constantFrom(
      '|',
      '>',
      '|-',
      '>-',
      '|+',
      '>+',
      '|1',
      '>2',
      '|3-',
      '>+1',
      '| # r',
      '',
      '"',
      'a',
    );
    const over = fc.tuple(header, lines).map(
      ([first, rest]) =>
        (indent: number) =>
          ` ${first}\n${rest.map(([depth, line]) => `${' '.repeat(indent + depth)}${line}\n`).join('')}`,
    );
    const single = fc
      .tuple(spaces, word, fc.constantFrom('', '', '', ' ', ' # r', '\n', '\n# r', '\n    # r', '\n  '))
      .map(
        ([space, text, end]) =>
          () =>
            `${space}${text}${end}\n`,
      );
    const nested = fc
      .tuple(
        fc.constantFrom(0, 1, 2, 2, 2, 4),
        fc.constantFrom('', '', ' # r', '\n', '\n# r', ' '),
        tie('below'),
      )
      .map(
        ([deeper, end, below]) =>
          (indent: number) =>
            `${end}\n${below(indent + deeper)}`,
      );
    const name = fc.constantFrom(
      'a',
      'b',
      'c',
      'd e',
      '"f"',
      "'g' ",
      '1',
      'h:i',
      '- j',
      '',
      '__proto__',
      'k',
    );
    const group = fc
      .array(fc.tuple(name, tie('behind')), { minLength: 1, maxLength: 3 })
      .map(
        (members) => (indent: number) =>
          members.map(([field, behind]) => `${' '.repeat(indent)}${field}:${behind(indent)}`).join(''),
      );
    const list = fc
      .array(
        fc.oneof(
          tie('behind'),
          group.map((below) => (indent: number) => ` ${below(indent + 2).trimStart()}`),
        ),
        {
          minLength: 1,
          maxLength: 3,
        },
      )
      .map(
        (items) => (indent: number) => items.map((item) => `${' '.repeat(indent)}-${item(indent)}`).join(''),
      );
    return {
      behind: fc.oneof({ depthSize: 'small' }, { weight: 3, arbitrary: single }, over, nested),
      below: fc.oneof(group, list),
    };
  },
).below;

const inserted = fc.oneof(
  fc.constantFrom(...' :-#\n\'"[]{},|>&*!?%@`~+.0\t\\', '\r', '\r\n', '\ufeff', '\0', 'é', '🎓'),
  fc.constantFrom(
    ': ',
    ' #',
    '- ',
    '\n  ',
    '\n\n',
    '\n---\n',
    ':\n',
    '|\n',
    '>-\n',
    "''",
    '\\"',
    '{a: 1}',
    '"d":',
    '  ',
  ),
);

/** Which part of a text (0 to 1) is replaced, how many characters or lines, and by what. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat({ max: 3 }),
  ofLines: fc.boolean(),
  added: fc.oneof(inserted, fc.constant('')),
});

function changed(
  text: string,
  { at, removed, ofLines, added }: typeof change extends fc.Arbitrary<infer T> ? T : never,
) {
  if (!ofLines) {
    const offset = Math.floor(at * text.length);
    return text.slice(0, offset) + added + text.slice(offset + removed);
  }
  const lines = text.split('\n');
  const line = Math.floor(at * (lines.length - 1));
  // Removes lines, or gives one twice with something before it.
  if (removed > 1) lines.splice(line, removed - 1);
  else lines.splice(line + removed, 0, added + (lines[line] ?? ''));
  return lines.join('\n');
}

describe('whatever the text, it is declined or read exactly', () => {
  it('when any data was written in any style', () => {
    fc.assert(
      fc.property(descriptor, style, fc.boolean(), (data, options, isWindows) => {
        const text = stringify(data, { ...options, version: '1.2' });
        agrees(isWindows ? text.replaceAll('\n', '\r\n') : text);
      }),
      { numRuns: 1_000 },
    );
  });

  it('when it was put together from pieces of YAML', () => {
    fc.assert(
      fc.property(fragment, fc.constantFrom('', '', '---\n', '# r\n', '  '), (below, start) => {
        agrees(start + below(0));
      }),
      { numRuns: 3_000 },
    );
  });

  it('when a file was changed here and there', () => {
    const excerpt = fc
      .tuple(
        fc.constantFrom(...descriptors, ...oddFiles, ...rules),
        fc.nat(),
        fc.integer({ min: 1, max: 20 }),
      )
      .map(([[, text], from, count]) => {
        const lines = text.split('\n');
        return lines.slice(from % lines.length, (from % lines.length) + count).join('\n');
      });
    fc.assert(
      fc.property(excerpt, fc.array(change, { minLength: 1, maxLength: 3 }), (text, changes) => {
        agrees(changes.reduce(changed, text));
      }),
      { numRuns: 3_000 },
    );
  });
});
