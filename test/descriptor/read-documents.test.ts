import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/descriptor/decode-text.ts';
import { readDocuments, type SourceDocument } from '../../src/descriptor/descriptor.ts';
import { looksLikeDescriptor } from '../../src/descriptor/descriptor-likeness.ts';
import { firstLineRange } from '../../src/descriptor/text-positions.ts';

const read = (text: string): readonly SourceDocument[] => readDocuments({ path: 'a.yaml', text });
const dataOf = (text: string): unknown[] => read(text).map(({ data }) => data);

/** `line: message` of each fault, in the order given. */
const faultsOf = (documents: readonly SourceDocument[]): string[] =>
  documents.flatMap(({ faults }) =>
    faults.map(({ fault, range }) => `${range.start.line}: ${fault.message}`),
  );

const folder = 'fixtures/edge-cases';
const files = readdirSync(folder).filter((name) => name.startsWith('yaml-'));

describe.each(files)('%s', (name) => {
  const decoded = decodeText(readFileSync(`${folder}/${name}`));
  const text = 'text' in decoded ? decoded.text : '';
  const documents = read(text);

  it('has exactly the faults that it marks', () => {
    const marked = text.split(/\r?\n/).flatMap((line, index) =>
      line
        .split('# finding: ')
        .slice(1)
        .map((message) => `${index + 1}: ${message}`),
    );
    expect(faultsOf(documents)).toEqual(marked);
  });

  it('trusts no document with a fault, and every other', () => {
    for (const { data, faults } of documents) expect(data === undefined).toBe(faults.length > 0);
  });

  it('tells of each fault in full sentences', () => {
    for (const { fault, range } of documents.flatMap(({ faults }) => faults)) {
      expect(fault.message).toMatch(/^[A-Z`].*\.$/s);
      expect(fault.help).toMatch(/^[A-Z`].*\.$/s);
      expect(range.end.offset).toBeGreaterThan(range.start.offset);
      expect(range.end.line).toBe(range.start.line);
    }
  });
});

it('reads what is odd but sound as YAML 1.2 has it', () => {
  const [first, ...others] = dataOf(readFileSync(`${folder}/yaml-sound.yaml`, 'utf8'));
  expect(JSON.stringify(first, null, 1)).toBe(
    JSON.stringify(
      {
        1: 'the name is text',
        microcred: 1,
        title: 'Tabs after a colon,\tin a text\tand before a comment',
        url: 'https://example.org:443/a#b',
        time: '12:30',
        note: `a 'quoted' "word" and it's [in] {brackets}, 50%, a@b, a&b, a*b, C#, - and ? and :alone`,
        answer: 'no',
        version: '1.2.3',
        '<<': 'merging is off',
        ['__proto__']: 'a name like any other',
        constructor: { prototype: { toString: 'x' } },
        '': 'a quoted name may even be empty',
        '~': 'and so is this',
        cost: {},
        list: ['not indented', null, '🎓'],
        '🎓 key': '🎓',
        folded: 'One two\nthree',
        kept: 'One\n\n',
        quoted: "It's two lines",
        double: 'a "b" é\n',
        anchor: { a: 1 },
        alias: { a: 1 },
        tagged: '1',
        explicit: 'value',
      },
      null,
      1,
    ),
  );
  expect(others).toEqual([{ microcred: 1, list: [1, true] }, 'just text', [1, [2, [3]]]]);
});

describe('documents', () => {
  it('are numbered, and one that is broken leaves the others alone', () => {
    const documents = read('a: 1\n---\nb: "x\n---\nc: [\n---\nd: 4\n');
    expect(documents.map(({ document, data }) => [document, data])).toEqual([
      [0, { a: 1 }],
      [1, undefined],
      [2, undefined],
      [3, { d: 4 }],
    ]);
  });

  it('do not count when there is nothing in them, unless it says so', () => {
    const documents = read('---\n# one\n---\na: 1\n---\n...\n--- ~\n---\n');
    expect(documents.map(({ document, data }) => [document, data])).toEqual([
      [0, { a: 1 }],
      [1, null],
    ]);
  });

  it.each([
    ['', 'The file is empty.', 1],
    ['\ufeff', 'The file is empty.', 1],
    [' \t\n\n', 'The file is empty.', 1],
    ['---\n---\n', 'The file holds nothing but comments and marks between documents.', 1],
    ['\n# one\n# two\n', 'The file holds nothing but comments and marks between documents.', 2],
    ['---\n# one\n...\n', 'The file holds nothing but comments and marks between documents.', 1],
  ])('that are all empty are one fault of the file: %j', (text, message, line) => {
    const documents = read(text);
    expect(documents).toHaveLength(1);
    expect(documents[0]?.data).toBeUndefined();
    expect(documents[0]?.faults.map(({ fault }) => fault.kind)).toEqual(['file']);
    expect(faultsOf(documents)).toEqual([`${line}: ${message}`]);
  });

  it.each([
    ['a: 1\u0007\n', '1: The text holds the control character U+0007, which YAML does not allow.'],
    ['a: 1\nb: \u0000\n', '2: The text holds the control character U+0000, which YAML does not allow.'],
    ['a: 1\n---\nb: \u0002\n', '3: The text holds the control character U+0002, which YAML does not allow.'],
    ['a: 1\rb: 2\r', '1: A line ends with a carriage return alone, where a line feed is expected as well.'],
    ['a: 1\r\r\nb: 2', '1: A line ends with a carriage return alone, where a line feed is expected as well.'],
  ])('with characters that YAML has not are one fault: %j', (text, fault) => {
    expect(faultsOf(read(text))).toEqual([fault]);
  });
});

describe('messages', () => {
  it('spell out controls and marks of direction', () => {
    const [fault] = read('"a\u202eb\u0085\u2028": 1\n"a\u202eb\u0085\u2028": 2\n')[0]?.faults ?? [];
    expect(fault?.fault.message).toBe('The field `a\\u202eb\\u0085\\u2028` is given already on line 1.');
  });

  it('cut long names short', () => {
    const name = 'name'.repeat(200);
    for (const message of faultsOf(read(`${name}: 1\n${name}: 2\n${name} x\n*${name}`))) {
      expect(message.length).toBeLessThan(200);
    }
  });

  it('say when there are too many to show', () => {
    const faults = faultsOf(read('a: 1\n'.repeat(200)));
    expect(faults).toHaveLength(51);
    expect(faults.at(-1)).toBe(
      '52: This document has more than 50 faults of YAML, and the rest, from here on, are not shown.',
    );
  });

  it('of a field given twice point at the field and name the first place', () => {
    const [{ fault, range } = expect.fail('no fault')] = read('a:\n  "b c": 1\n  b c: 2\n')[0]?.faults ?? [];
    expect(fault).toMatchObject({
      kind: 'yaml',
      pointer: '/a/b c',
      part: 'key',
      data: { field: 'b c', firstLine: 2 },
    });
    expect([range.start.line, range.start.column, range.end.column]).toEqual([3, 3, 6]);
  });
});

describe('data', () => {
  it('never touches a prototype', () => {
    const [data] = dataOf('__proto__: { polluted: yes }\na: { __proto__: 1, b: 2 }\n') as Record<
      string,
      object
    >[];
    expect(Object.hasOwn(data ?? {}, '__proto__')).toBe(true);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(Object.keys(data?.['a'] ?? {})).toEqual(['__proto__', 'b']);
    expect('polluted' in {}).toBe(false);
  });

  it('leaves out empty members at any depth, and keeps empty items', () => {
    expect(dataOf('a:\nb: { c: , d: [~, { e: null }, null] }\nf: &x\ng: *x\n')).toEqual([
      { b: { d: [null, {}, null] } },
    ]);
    expect(dataOf('~')).toEqual([null]);
  });

  it('has no minus zero, which JSON has not either', () => {
    expect(Object.is((dataOf('- -0')[0] as number[])[0], 0)).toBe(true);
  });

  it('reads JSON, as every JSON text is YAML', () => {
    const value = { a: [1, -2.5e3, true, false, { 'b\tc': 'd\n"\\/\u2028😀' }], e: {}, f: [], 'g: h': '#' };
    for (const space of [undefined, '\t', '  '])
      expect(dataOf(JSON.stringify(value, null, space))).toEqual([value]);
  });
});

it.each([
  ['microcred: 1', true],
  ['{"microcred": 2}', true],
  ['"microcred":', false],
  ['a: { microcred: 1 }', false],
  ['- microcred: 1', false],
  ['microcred', false],
])('knows a descriptor by its field: %j', (text, isDescriptor) => {
  const [document = expect.fail('no document')] = read(text);
  expect(looksLikeDescriptor(document)).toBe(isDescriptor);
});

it.each([
  ['microcred: 1\ntitle: "x', true],
  ['{"microcred": 1, "title": ', true],
  ['# A micro-credential.\r\nmicrocred : 1\r\n\ta: b', true],
  ['name: "x', false],
  ['xmicrocred: "x', false],
  ['microcredits: "x', false],
])('does not pass over a broken descriptor as if it were none: %j', (text, isDescriptor) => {
  const [document = expect.fail('no document')] = read(text);
  expect(document.data).toBeUndefined();
  expect(looksLikeDescriptor(document)).toBe(isDescriptor);
});

it.each([
  ['', 1, 1, 1, 1],
  ['\n\n', 1, 1, 2, 1],
  ['abc', 1, 1, 1, 4],
  ['\n  a b \r\nc', 2, 3, 2, 6],
])('finds the first line of %j', (text, line, column, endLine, endColumn) => {
  const { start, end } = firstLineRange(text);
  expect([start.line, start.column, end.line, end.column]).toEqual([line, column, endLine, endColumn]);
});
