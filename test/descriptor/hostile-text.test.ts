import { describe, expect, it } from 'vitest';
import { readDocuments, type SourceDocument } from '../../src/descriptor/descriptor.ts';
import { maxTextLength } from '../../src/descriptor/limits.ts';

/** Far more than any of these takes, far less than the parser alone would take for most; in milliseconds. */
const mostTime = 20_000;

const read = (text: string): readonly SourceDocument[] => readDocuments({ path: 'a.yaml', text });
const messages = (documents: readonly SourceDocument[]): string[] =>
  documents.flatMap(({ faults }) => faults.map(({ fault }) => fault.message));

/** As many times as fit into the longest text that is read. */
const filled = (part: string): string => part.repeat(Math.floor(maxTextLength / part.length));
const deep = (depth: number, line: string): string =>
  Array.from({ length: depth }, (_, level) => ' '.repeat(level) + line).join('\n');

const tooDeep = 'Lists and fields are nested more than 100 levels deep here.';
const tooMany = 'The document has more than 200,000 words, marks and line ends, which is more than is read.';
const tooManyValues =
  'The document has more than 200,000 values once its aliases are replaced by what they stand for.';

describe('nesting', () => {
  it.each(['[', '{', '- ', '? ', ': ', 'a: ', '[a: ', '{a: ', '{"a":', '[\n ', '-\t'])(
    'of 20,000 or five million characters of %j is one fault',
    (part) => {
      for (const text of [part.repeat(20_000), filled(part)]) expect(messages(read(text))).toEqual([tooDeep]);
    },
    mostTime,
  );

  it.each(['a:', '-', '- a:'])(
    'of 3,000 levels of %j by indentation is one fault',
    (line) => expect(messages(read(deep(3_000, line)))).toEqual([tooDeep]),
    mostTime,
  );

  it('is read up to 100 levels, of whatever form, and not one more', () => {
    const forms: [string, string, string][] = [
      ['[', '', ']'],
      ['{a: ', '1', '}'],
      ['- ', '1', ''],
    ];
    for (const [open, inner, close] of forms) {
      const nested = (depth: number) => open.repeat(depth) + inner + close.repeat(depth);
      expect(messages(read(nested(100)))).toEqual([]);
      expect(messages(read(nested(101)))).toEqual([tooDeep]);
    }
    expect(messages(read(`${deep(99, 'a:')}\n${' '.repeat(100)}b: 1`))).toEqual([]);
    expect(messages(read(`${deep(100, 'a:')}\n${' '.repeat(101)}b: 1`))).toEqual([tooDeep]);
    expect(messages(read('[a: '.repeat(50) + ']'.repeat(50)))).toEqual([]);
    expect(messages(read('[a: '.repeat(51) + ']'.repeat(51)))).toEqual([tooDeep]);
  });

  it('counts what aliases put in', () => {
    const chain = (length: number) =>
      `- &a0 [1]\n${Array.from({ length }, (_, index) => `- &a${index + 1} [*a${index}]`).join('\n')}`;
    expect(messages(read(chain(98)))).toEqual([]);
    expect(messages(read(chain(99)))).toEqual([tooDeep]);
  });
});

describe('aliases', () => {
  const laughs = (levels: string): string =>
    `&z [x, x, x, x, x, x, x, x, x, x]\n${Array.from(levels, (name, index) => {
      const alias = `*${levels[index - 1] ?? 'z'}`;
      return `- &${name} [${Array<string>(10).fill(alias).join(', ')}]`;
    }).join('\n')}`.replace(/^/, '- ');

  it('are read as long as what they stand for is not too much', () => {
    const [document = expect.fail('no document')] = read(laughs('abc'));
    expect(document.faults).toEqual([]);
    expect(JSON.stringify(document.data).match(/x/g)).toHaveLength(11_110);
  });

  it(
    'that laugh a billion times are one fault',
    () => {
      for (const levels of ['abcde', 'abcdefghijklmnopqrstuvwxy']) {
        expect(messages(read(laughs(levels)))).toEqual([tooManyValues]);
      }
    },
    mostTime,
  );

  it(
    'of one long list are one fault',
    () => {
      expect(messages(read(`a: &a [${'x,'.repeat(20_000)}]\nb: [${'*a,'.repeat(20_000)}]`))).toEqual([
        tooManyValues,
      ]);
    },
    mostTime,
  );

  it(
    'of many documents together are a fault of each document that goes on',
    () => {
      const text = Array<string>(100).fill(laughs('abc')).join('\n---\n');
      const documents = read(`${text}\n---\na: 1`);
      const read200 = documents.filter(({ faults }) => faults.length === 0);
      expect(read200.length).toBeLessThan(25);
      expect(documents.at(-1)?.data).toEqual({ a: 1 });
      expect(messages(documents).at(-1)).toBe(
        'The aliases of this file repeat more than 200,000 values altogether.',
      );
    },
    mostTime,
  );

  it.each(['a: &a [*a]', '&a { b: *a }', '&a [&b [*b, *a]]', '&a { b: &b { c: [*a, *b] } }'])(
    'that stand in what they stand for are told, and the data is never a circle: %s',
    (text) => {
      const [document = expect.fail('no document')] = read(text);
      expect(document.data).toBeUndefined();
      expect(messages([document])).toEqual([
        expect.stringMatching(/stands inside the value that it stands for/),
      ]);
    },
  );
});

describe('five million characters', () => {
  it.each([
    ['&a ', tooMany],
    ['! ', tooMany],
    ['*a ', tooMany],
    ['a: 1\n', tooMany],
    ['\n', tooMany],
    ['a:\n\tb: 1\n', tooMany],
    ['- "x\n', tooMany],
    ['%A\n', tooMany],
    [']', tooMany],
    [', ', 'A text cannot begin with `,` unless it is in quotation marks.'],
    ['---\n', 'The file has more than 1,000 documents, and what follows here is not read.'],
    ['...\n', 'The file has more than 1,000 documents, and what follows here is not read.'],
    ['a\n...\n', 'The file has more than 1,000 documents, and what follows here is not read.'],
    [' ', 'The file is empty.'],
    ['\u0000', 'The text holds the control character U+0000, which YAML does not allow.'],
  ])(
    'of %j are one fault',
    (part, message) => expect(messages(read(filled(part)))).toEqual([message]),
    mostTime,
  );

  it.each([
    ['one word', () => 'x'.repeat(maxTextLength)],
    ['one line of words', () => filled('x ')],
    ['text in quotation marks', () => `"${filled('x ').slice(2)}"`],
    ['text under a mark', () => `|\n${filled(' x\n').slice(3)}`],
    ['dashes', () => filled('-')],
  ])(
    'of %s are read',
    (_, text) => {
      const [document = expect.fail('no document')] = read(text());
      expect(document.faults).toEqual([]);
      expect(typeof document.data).toBe('string');
    },
    mostTime,
  );

  it(
    'with thousands of distinct fields in each of some documents are read',
    () => {
      const fields = Array.from({ length: 40_000 }, (_, index) => `k${index}: 1`).join('\n');
      const documents = read(`${fields}\n---\n${fields}\n---\n${fields}\n`);
      expect(messages(documents)).toEqual([]);
      expect(Object.keys(documents[2]?.data ?? {})).toHaveLength(40_000);
      expect(documents[2]?.locate('/k39999').start.line).toBe(120_002);
    },
    mostTime,
  );

  it(
    'with too many words in all stop at the document that goes beyond',
    () => {
      const document = `a: 1\n${'\n'.repeat(160_000)}`;
      const documents = read(Array<string>(12).fill(document).join('---\n'));
      expect(documents).toHaveLength(7);
      expect(messages(documents)).toEqual([
        'The file has more than 1,000,000 words, marks and line ends, and the document that reaches this point and all after it are not read.',
      ]);
    },
    mostTime,
  );

  it('and one more are refused unread', () => {
    const documents = read(`a: ${'x'.repeat(maxTextLength - 2)}`);
    expect(messages(documents)).toEqual([
      'The file has more than 5,000,000 characters, which is more than is read.',
    ]);
    expect(documents[0]?.faults[0]?.range.start).toEqual({ line: 1, column: 5_000_001, offset: 5_000_000 });
  });
});

it('reads a thousand documents, and says that it does not read the next', () => {
  const thousand = Array.from({ length: 1_000 }, (_, index) => `--- ${index}\n`).join('');
  const documents = read(thousand);
  expect(documents.map(({ data }) => data)).toEqual(Array.from({ length: 1_000 }, (_, index) => index));
  const more = read(`${thousand}--- more\n--- and more\n`);
  expect(more).toHaveLength(1_001);
  expect(more.at(-1)).toMatchObject({ document: 1_000, data: undefined });
  expect(messages(more)).toEqual([
    'The file has more than 1,000 documents, and what follows here is not read.',
  ]);
});

it('goes on with the next document after one that is too deep or too long', () => {
  const documents = read(`a: 1\n---\n${'['.repeat(500)}\n---\n]${'\n'.repeat(200_001)}\n---\nb: 2\n`);
  expect(messages(documents)).toEqual([tooDeep, tooMany]);
  expect(documents.map(({ data }) => data)).toEqual([{ a: 1 }, undefined, undefined, { b: 2 }]);
});

it('leaves the stack traces of errors as they were', () => {
  const before = Error.stackTraceLimit;
  read('a: "');
  expect(Error.stackTraceLimit).toBe(before);
});
