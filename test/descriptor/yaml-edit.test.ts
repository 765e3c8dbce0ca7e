import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readDocuments } from '../../src/descriptor/descriptor.ts';
import { editedYaml, type YamlEdit } from '../../src/descriptor/yaml-edit.ts';

const dataOf = (text: string) => readDocuments({ path: 'a.yaml', text }).map(({ data }) => data);
const edited = (text: string, ...edits: YamlEdit[]) => editedYaml(text, 0, edits);

describe('a YAML text that is changed', () => {
  const text =
    '# Head.\nname: "Morag" # who\n\n# The list.\nlist:\n  # First.\n  - a: 1\n  - b: 2 # two\n\n# End.\n';

  it('keeps its comments, its order and its quotation marks', () => {
    expect(edited(text, { path: ['list', 1, 'b'], value: 3 })).toBe(text.replace('b: 2', 'b: 3'));
  });

  it('takes a single value in the place of another, with the comment behind it', () => {
    expect(edited(text, { path: ['name'], value: 'Iain' })).toContain('name: Iain # who\n');
  });

  it('writes an empty value as nothing, with a comment behind it', () => {
    expect(edited('a: 1\n', { path: ['b'], value: null, behind: 'to be filled in' })).toBe(
      'a: 1\nb: # to be filled in\n',
    );
  });

  it('takes an item away with the comment above it', () => {
    expect(edited(text, { path: ['list', 0], value: undefined })).not.toContain('First');
  });

  it('puts a comment above an item', () => {
    const after = edited('list:\n  - a: 1\n', { path: ['list', 1], value: { b: 2 }, above: ['One', 'Two'] });
    expect(after).toBe('list:\n  - a: 1\n\n  # One\n  # Two\n  - b: 2\n');
  });

  it('changes the comment above an item, also above the first', () => {
    const after = edited(text, { path: ['list', 0], aboveFrom: (lines) => [...lines, 'More.'] });
    expect(after).toBe(text.replace('# First.', '# First.\n  # More.'));
  });

  it('gives an empty list in brackets the form of lines once it is filled', () => {
    expect(edited('list: []\n', { path: ['list', 0], value: { a: 1 } })).toBe('list:\n  - a: 1\n');
  });

  it('keeps its line ends', () => {
    expect(edited('a: 1\r\nb: 2\r\n', { path: ['a'], value: 3 })).toBe('a: 3\r\nb: 2\r\n');
  });

  it('is a new one where there was none', () => {
    expect(edited('', { path: ['a'], value: '0123' }, { path: ['list'], value: [] })).toBe(
      'a: "0123"\nlist: []\n',
    );
  });
});

describe('of several documents', () => {
  const first = '# Odd   spacing\na:   1\n';
  const second = "---\nb: '2'   # two\nc:   [ 1,2 ]\n";

  it('only the one that is meant changes', () => {
    expect(editedYaml(first + second, 1, [{ path: ['b'], value: '3' }])).toMatch(
      /^# Odd {3}spacing\na: {3}1\n---\nb: /,
    );
    expect(editedYaml(first + second, 0, [{ path: ['a'], value: 3 }])).toMatch(
      new RegExp(`${second.slice(4, 8)}.*`),
    );
    expect(editedYaml(first + second, 0, [{ path: ['a'], value: 3 }])?.endsWith(second)).toBe(true);
  });

  it('equal ones are told apart', () => {
    const same = '---\na: 1\n';
    expect(editedYaml(same + same, 1, [{ path: ['a'], value: 2 }])).toBe(`${same}---\na: 2\n`);
  });

  it('those with nothing in them do not count', () => {
    expect(editedYaml('# Only a comment.\n---\na: 1\n', 0, [{ path: ['a'], value: 2 }])).toBe(
      '# Only a comment.\n---\na: 2\n',
    );
  });

  it('a new one comes after the others', () => {
    expect(editedYaml('a: 1', 1, [{ path: ['a'], value: 2 }])).toBe('a: 1\n---\na: 2\n');
  });
});

it.each([
  ['uses aliases', 'a: &x { b: 1 }\nc: *x\n'],
  ['has a document without a mark before it', 'a: 1\n...\nb: 2\n'],
  ['is a list', '- a\n'],
  ['holds nothing but comments', '# Nothing.\n'],
])('leaves a text alone that %s', (_, text) => {
  expect(edited(text, { path: ['a'], value: 1 })).toBeUndefined();
});

it('changes nothing but what it is to change, whatever the texts', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.lorem({ maxCount: 60 }),
    fc.constantFrom(
      'yes',
      'null',
      '1e3',
      '0x1f',
      '012',
      '- a',
      '# a',
      'a: b',
      ' a',
      'a\n\n b\n',
      '---',
      '\u0085',
      '\u202e',
    ),
  );
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), value, (texts, added) => {
      fc.pre([...texts, added].every((text) => !/\p{Cs}/u.test(text)));
      const before = { head: 'a', list: texts.map((text) => ({ text })) };
      const after = edited(
        stringify(before, { lineWidth: 0 }),
        { path: ['list', texts.length], value: { text: added }, above: ['A comment.'] },
        { path: ['list', 0, 'text'], value: added },
      );
      const list = [...texts, added].map((text, index) => ({ text: index === 0 ? added : text }));
      expect(dataOf(after ?? '')).toEqual([{ head: 'a', list }]);
    }),
    { numRuns: 300 },
  );
});
