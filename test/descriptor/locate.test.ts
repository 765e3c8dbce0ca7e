import { describe, expect, it } from 'vitest';
import { readDocuments, type SourceDocument } from '../../src/descriptor/descriptor.ts';

const only = (text: string): SourceDocument => {
  const [document = expect.fail('no document')] = readDocuments({ path: 'a.yaml', text });
  expect(document.faults).toEqual([]);
  return document;
};

/** What stands at a place, with its line and column. */
function at(document: SourceDocument, pointer: string, part?: 'key' | 'value'): string {
  const { start, end } = document.locate(pointer, part);
  return `${start.line}:${start.column} ${document.source.text.slice(start.offset, end.offset)}`;
}

const descriptor = only(`# A descriptor.
microcred: 1
title: "Data: an introduction"   # a comment
'it''s': 'it''s'
credit: { points: 10, scheme: SCQF }
empty: {}
none: []
nothing:
tilde: ~
outcomes:
  - id: LO1
    text: Explain
      how data is collected
  -
  - { id: LO3 }
  - [one, [two]]
  - []
  - &anchored tagged
  - !!str 12
? explicit
: value
`);

describe('a pointer', () => {
  it.each([
    ['/title', '3:8 "Data: an introduction"'],
    ["/it's", "4:10 'it''s'"],
    ['/credit/points', '5:19 10'],
    ['/outcomes/0/id', '11:9 LO1'],
    ['/outcomes/0/text', '12:11 Explain\n      how data is collected'],
    ['/outcomes/3/1/0', '16:12 two'],
    ['/outcomes/5', '18:15 tagged'],
    ['/outcomes/6', '19:11 12'],
    ['/explicit', '21:3 value'],
  ])('to a single value %s has the place of exactly what is written', (pointer, place) => {
    expect(at(descriptor, pointer)).toBe(place);
  });

  it.each([
    ['', '2:1 microcred'],
    ['/credit', '5:1 credit'],
    ['/empty', '6:1 empty'],
    ['/outcomes', '10:1 outcomes'],
    ['/outcomes/0', '11:5 id'],
    ['/outcomes/2', '15:7 id'],
    ['/outcomes/3', '16:6 one'],
    ['/outcomes/3/1', '16:12 two'],
    ['/outcomes/4', '17:5 []'],
  ])('to a group or list %s has the place of a key', (pointer, place) => {
    expect(at(descriptor, pointer)).toBe(place);
  });

  it.each([
    ['/title', '3:1 title'],
    ["/it's", "4:1 'it''s'"],
    ['/credit/points', '5:11 points'],
    ['/outcomes/0/text', '12:5 text'],
    ['/outcomes/0', '11:5 id'],
    ['/outcomes/5', '18:15 tagged'],
    ['/explicit', '20:3 explicit'],
    ['', '2:1 microcred'],
  ])('to the key of %s has the place of the key', (pointer, place) => {
    expect(at(descriptor, pointer, 'key')).toBe(place);
  });

  it.each([
    ['/nothing', '8:1 nothing'],
    ['/nothing/below', '8:1 nothing'],
    ['/tilde', '9:1 tilde'],
    ['/outcomes/1', '14:3 -'],
    ['/outcomes/1/id', '14:3 -'],
  ])('to the empty field or item %s has the place of what announces it', (pointer, place) => {
    expect(at(descriptor, pointer)).toBe(place);
    expect(at(descriptor, pointer, 'key')).toBe(place);
  });

  it.each([
    ['/summary', '2:1 microcred'],
    ['/credit/total', '5:1 credit'],
    ['/title/0', '3:1 title'],
    ['/outcomes/9', '10:1 outcomes'],
    ['/outcomes/-1', '10:1 outcomes'],
    ['/outcomes/00', '10:1 outcomes'],
    ['/outcomes/0/level/min', '11:5 id'],
    ['/outcomes/3/7', '16:6 one'],
    ['/toString', '2:1 microcred'],
    ['/__proto__/x', '2:1 microcred'],
  ])('to nothing %s has the place of its nearest ancestor', (pointer, place) => {
    expect(at(descriptor, pointer)).toBe(place);
    expect(at(descriptor, pointer, 'key')).toBe(place);
  });

  it('through an alias has the place of the alias, never of its anchor', () => {
    const document = only('a: &a { b: [1, { c: 2 }] }\nd: *a\ne: [*a, x]\nf: &f\ng: *f\n');
    expect(document.data).toMatchObject({ d: { b: [1, { c: 2 }] } });
    expect(at(document, '/d')).toBe('2:4 *a');
    expect(at(document, '/d', 'key')).toBe('2:1 d');
    expect(at(document, '/d/b/1/c')).toBe('2:4 *a');
    expect(at(document, '/d/b/1/c', 'key')).toBe('2:4 *a');
    expect(at(document, '/d/missing')).toBe('2:4 *a');
    expect(at(document, '/e/0/b')).toBe('3:5 *a');
    expect(at(document, '/a/b/1/c')).toBe('1:21 2');
    expect(at(document, '/g')).toBe('5:4 *f');
  });

  it('to text under | or > begins at the mark and ends with the last line that is not blank', () => {
    const document = only('a: |  # comment\n  One\n   two\n\nb: >-\n\n  One\n\n\nc: |+\n\nd: >2\n    x');
    expect(at(document, '/a')).toBe('1:4 |  # comment\n  One\n   two');
    expect(at(document, '/b')).toBe('5:4 >-\n\n  One');
    expect(at(document, '/c')).toBe('10:4 |+');
    expect(at(document, '/d')).toBe('12:4 >2\n    x');
  });

  it('to a whole document of one value has the place of the value', () => {
    expect(at(only('# c\n"text"\n'), '')).toBe('2:1 "text"');
    expect(at(only('# c\n"text"\n'), '/a/b', 'key')).toBe('2:1 "text"');
    expect(at(only('- [[ { a: 1 } ]]'), '')).toBe('1:8 a');
    expect(at(only('{ }'), '/a')).toBe('1:1 { }');
    expect(at(only('--- !!str\n'), '')).toBe('1:9 r');
  });

  it('counts columns and offsets in UTF-16 units, and lines by line feeds', () => {
    const document = only(
      '"🎓": 🎓🎓\r\nlist: ["🎓🎓", x]\r\ntab:\t1\r\nline: "\u2028\u0085" # x\r\nlast: 1',
    );
    expect(at(document, '/🎓', 'key')).toBe('1:1 "🎓"');
    expect(at(document, '/🎓')).toBe('1:7 🎓🎓');
    expect(document.locate('/🎓').end).toEqual({ line: 1, column: 11, offset: 10 });
    expect(at(document, '/list/1')).toBe('2:16 x');
    expect(at(document, '/tab')).toBe('3:6 1');
    expect(at(document, '/last')).toBe('5:7 1');
  });

  it('finds escaped names', () => {
    const document = only('a/b: { m~n: 1 }\n"": 2');
    expect(at(document, '/a~1b/m~0n')).toBe('1:13 1');
    expect(at(document, '/')).toBe('2:5 2');
  });

  it('finds the fields of wide groups as of narrow ones', () => {
    const fields = Array.from({ length: 300 }, (_, number) => `k${number}: v${number}`);
    const document = only(fields.join('\n'));
    expect(at(document, '/k299')).toBe('300:7 v299');
    expect(at(document, '/k0', 'key')).toBe('1:1 k0');
    expect(at(document, '/k300')).toBe('1:1 k0');
  });
});

it('places stand in the file, whatever document they belong to', () => {
  const text = '\n--- # one\na: 1\n...\n---\na: 2\n--- {a: 3}\n--- "x\n---\n';
  const documents = readDocuments({ path: 'a.yaml', text });
  expect(documents.map((document) => at(document, '/a'))).toEqual(['3:4 1', '6:4 2', '7:9 3', '8:1 -']);
});

it.each(['', '\n\n', '# comment', 'a: "', 'a: [\n', '- - -\n- \n ', 'a: \u0007'])(
  'of a text with nothing to trust, %j, every place is in the text',
  (text) => {
    for (const document of readDocuments({ path: 'a.yaml', text })) {
      const { start, end } = document.locate('/a/0');
      expect(end.offset).toBeLessThanOrEqual(text.length);
      expect(start.offset < end.offset || start.offset === text.length).toBe(true);
    }
  },
);
