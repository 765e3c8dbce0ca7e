import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Parser, parseAllDocuments } from 'yaml';
import { commentsOf, type YamlComment } from '../../src/descriptor/yaml-comments.ts';

/** A comment with what it stands at, as written in the text. */
function shown(text: string, { text: comment, scope }: YamlComment): string {
  if (scope.kind === 'before') return `${comment} | ${text.slice(scope.start, scope.end)}`;
  if (scope.kind === 'behind') return `${comment} ^ ${text.slice(scope.start).split(/[\s,#]/, 1)[0]}`;
  return `${comment} ${scope.kind}`;
}
const comments = (text: string): string[][] =>
  commentsOf(text).map((document) => document.comments.map((comment) => shown(text, comment)));

describe('a comment', () => {
  it.each<[string, string, string[][]]>([
    ['behind a value', 'a: 1 # c\nb: 2\n', [['# c ^ 1']]],
    ['behind a name', 'a: # c\n  b: 2\n', [['# c ^ :']]],
    ['behind a tab', 'a: 1\t# c\n', [['# c ^ 1']]],
    ['at the end of the text', 'a: 1 #', [['# ^ 1']]],
    ['behind the mark of a block text', 'a: | # c\n  # no\n  text\n', [['# c ^ |']]],
    ['behind quotation marks', 'a: "b # no" # c', [['# c ^ "b']]],
    ['behind the last line of a quoted text', "a: 'b\n  # no\n  d' # c\nb: 1", [["# c ^ 'b"]]],
    ['behind the last line of a plain text', 'a: b\n  c # c\n', [['# c ^ b']]],
    ['in a list on one line', 'a: [1, # c\n 2] # d\n', [['# c ^ 1', '# d ^ ]']]],
    ['before the first field', '# c\n\n#d\na: 1\n', [['# c head', '#d head']]],
    [
      'in a directive and its document',
      '%YAML 1.2 # c\n--- # d\n# e\na: 1',
      [['# c head', '# d head', '# e head']],
    ],
    ['behind a byte order mark', '\ufeff# c\na: 1', [['# c head']]],
    ['above a field', 'a: 1\n# c\n\n# d\nb: 2\nc: 3', [['# c | b: 2', '# d | b: 2']]],
    ['above a group', 'a: 1\n# c\nb:\n  c: 2\n\n  d: 3\ne: 4', [['# c | b:\n  c: 2\n\n  d: 3']]],
    ['above a list no further to the right', 'a: 1\n# c\nb:\n- 1\n- 2\nc: 3', [['# c | b:\n- 1\n- 2']]],
    ['above an item', 'a:\n- 1\n# c\n- b: 2\n  c: 3\n- 4', [['# c | - b: 2\n  c: 3']]],
    ['above a field of an item', 'a:\n- b: 2\n  # c\n  c: 3\n- 4', [['# c | c: 3']]],
    ['above the first item', 'a:\n# c\n- 1\n- 2', [['# c | - 1']]],
    ['above an item in an item', 'a:\n- - 1\n  # c\n  - 2\n- 3', [['# c | - 2']]],
    ['above a block text', 'a: 1\n# c\nb: >-\n  # no\n\n  x\n\nc: 1', [['# c | b: >-\n  # no\n\n  x']]],
    ['above a text on several lines', 'a: 1\n# c\nb: "x\n y"\nc: 1', [['# c | b: "x\n y"']]],
    ['above a question and its answer', 'a: 1\n# c\n? b\n: 2\n? c\n', [['# c | ? b\n: 2']]],
    ['in a group on several lines', 'a: {\n# c\n b: [1,\n 2],\n  d: 3 }\n', [['# c | b: [1,\n 2]']]],
    ['above a comma', '[1\n# c\n, 2, 3]', [['# c | 2']]],
    ['above the end of a group', 'a: [1,\n# c\n]\nb: 1', [['# c nothing']]],
    ['less indented than what it stands above', 'a:\n  b: 1\n# c\n  d: 2\ne: 3', [['# c | d: 2']]],
    ['at the end of a document', 'a: 1\n# c\n---\nb: 2\n# d\n', [['# c nothing'], ['# d nothing']]],
    ['after the mark of a document', 'a: 1\n---\n# c\nb: 2\n', [[], ['# c head']]],
    ['between a document and the next', 'a: 1\n...\n# c\n---\nb: 2\n', [[], ['# c head']]],
    ['in a document without anything', '---\n# c\n---\na: 1\n', [['# c head']]],
    ['behind the end of the last document', 'a: 1\n... # c\n# d', [['# c nothing', '# d nothing']]],
    ['after a quotation mark never closed', 'a: "x\n# no\n---\nb: 2 # c\n', [[], ['# c ^ 2']]],
    [
      'with line ends CRLF',
      '# c\r\na: 1 # d\r\n# e\r\nb: |\r\n  # no\r\n',
      [['# c head', '# d ^ 1', '# e | b: |\r\n  # no']],
    ],
  ])('%s', (_where, text, expected) => {
    expect(comments(text)).toEqual(expected);
  });

  it.each([
    ['a block text', 'a: |\n  # no\n\n    # no\nb: 1'],
    ['a folded text with lines kept', 'a: >2+\n  x\n   # no\n\n'],
    ['a quoted text', 'a: "# no"\nb: \'x # no\''],
    ['a word', 'a: b#no\nc#no: 1'],
    ['an address', 'a: https://example.org/#no'],
    ['nothing at all', ''],
  ])('is not found in %s', (_where, text) => {
    expect(commentsOf(text).flatMap((document) => document.comments)).toEqual([]);
  });

  it('is found where nothing else is in no document', () => {
    expect(commentsOf('# c\n---\n# d\n')).toEqual([]);
  });
});

const piece = fc.constantFrom(
  ...[
    'a: ',
    '- ',
    '# c',
    '\n',
    '\r\n',
    '  ',
    ' ',
    '"',
    "'",
    '|\n',
    '>-\n',
    '{',
    '}',
    '[',
    ']',
    ', ',
    '? ',
    ': ',
  ],
  ...['---\n', '...\n', '%YAML 1.2\n', 'x', 'é🎓', '&a ', '*a', '!t ', '\t', '#', '\ufeff'],
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('of any text', () => {
  it('comments are what stands at their place, in order, and their scope lies inside', () => {
    fc.assert(
      fc.property(text, (written) => {
        let last = -1;
        for (const { start, end, comments: found } of commentsOf(written)) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(written.length);
          for (const comment of found) {
            expect(written.startsWith(comment.text, comment.start)).toBe(true);
            expect(comment.text.startsWith('#')).toBe(true);
            expect(comment.start).toBeGreaterThan(last);
            last = comment.start;
            const { scope } = comment;
            if (scope.kind === 'behind') expect(scope.start).toBeLessThan(comment.start);
            if (scope.kind !== 'before') continue;
            expect(scope.start).toBeGreaterThan(comment.start);
            expect(scope.end).toBeGreaterThanOrEqual(scope.start);
            expect(scope.end).toBeLessThanOrEqual(end);
          }
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('comments are those that the parser sees', () => {
    let compared = 0;
    fc.assert(
      fc.property(text, (written) => {
        // Where the text is no proper YAML, the parser takes some comments for mistakes.
        if (parseAllDocuments(written).some(({ errors }) => errors.length > 0)) return;
        const found = commentsOf(written);
        if (found.length === 0) return;
        compared += 1;
        expect(found.flatMap((document) => document.comments.map(({ start }) => start))).toEqual(
          [...new Parser().parse(written)].flatMap(commentStarts).sort((left, right) => left - right),
        );
      }),
      { numRuns: 3_000 },
    );
    expect(compared).toBeGreaterThan(300);
  });
});

/** Where the comments in a piece of a parsed text begin, wherever the parser keeps them. */
function commentStarts(token: unknown): number[] {
  if (typeof token !== 'object' || token === null) return [];
  if ('type' in token && token.type === 'comment' && 'offset' in token) return [Number(token.offset)];
  return Object.values(token).flatMap(commentStarts);
}

it.each([
  ['groups in groups', '[\n# c\n'.repeat(30_000)],
  ['comments', `${'# c\n'.repeat(100_000)}a: 1`],
  ['commas', `a: [${','.repeat(500_000)}`],
  ['items', `a:\n${'# c\n- 1\n'.repeat(50_000)}`],
])('a text of nothing but %s takes no longer than its length explains', (_what, long) => {
  const start = performance.now();
  commentsOf(long);
  expect(performance.now() - start).toBeLessThan(5_000);
});
