import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isScalar, parse, parseAllDocuments, stringify } from 'yaml';
import { readDocuments } from '../../src/descriptor/descriptor.ts';
import type { Range } from '../../src/descriptor/finding.ts';
import {
  childPointer,
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonPointer,
} from '../../src/descriptor/json-pointer.ts';

const read = (text: string) => readDocuments({ path: 'a.yaml', text });

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^[-?:,[\]{}#&*!|>'"%@` \n\ta~0-9.]{0,12}$/),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'null',
    'true',
    '1.10',
    '---',
    '...',
    'a: b',
    '- a',
    ' # a',
    '<<',
    'é🎓',
  ),
  fc.array(fc.lorem({ maxCount: 12 }), { maxLength: 4 }).map((lines) => lines.join('\n')),
);

/** Any JSON but a mere null, which without a word for it is an empty file. */
const json = fc
  .letrec<{ value: Json; group: Json }>((tie) => ({
    group: fc
      .array(fc.tuple(text, tie('value')), { maxLength: 6 })
      .map((members) => Object.fromEntries(members)),
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      text,
      fc.oneof(
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
      ),
      fc.array(tie('value'), { maxLength: 5 }),
      tie('group'),
    ),
  }))
  .value.filter((value) => value !== null);

const style = fc.record({
  indent: fc.integer({ min: 1, max: 8 }),
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
  directives: fc.constantFrom(null, true),
});

/** The package's writer now and then loses its way, for instance where it folds text; its own reader tells. */
function isWellWritten(written: string, value: Json): boolean {
  const [document] = parseAllDocuments(written, { logLevel: 'silent' });
  if (document === undefined || document.errors.length > 0) return false;
  return JSON.stringify(document.toJS()) === JSON.stringify(value);
}

/** JSON as it is after reading: no empty members, no minus zero. */
function withoutEmpty(value: Json): Json {
  if (isJsonArray(value)) return value.map(withoutEmpty);
  if (!isJsonObject(value)) return typeof value === 'number' ? value + 0 : value;
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutEmpty(member)]));
}

function pointersOf(value: Json, pointer: JsonPointer = ''): [JsonPointer, Json][] {
  const members = isJsonArray(value) || isJsonObject(value) ? Object.entries(value) : [];
  return [
    [pointer, value],
    ...members.flatMap(([name, member]) => pointersOf(member as Json, childPointer(pointer, name))),
  ];
}

/** Counts lines and columns in the plainest way. */
function checkRange({ start, end }: Range, source: string): string {
  for (const { line, column, offset } of [start, end]) {
    const lines = source.slice(0, offset).split('\n');
    expect([line, column]).toEqual([lines.length, (lines.at(-1) ?? '').length + 1]);
  }
  expect(end.offset).toBeLessThanOrEqual(source.length);
  expect(start.offset < end.offset || start.offset === source.length).toBe(true);
  return source.slice(start.offset, end.offset);
}

describe('any JSON in any style of YAML', () => {
  it('is read as it was written, and every place holds what it should', () => {
    fc.assert(
      fc.property(json, style, fc.boolean(), (value, options, isWindows) => {
        const written = stringify(value, { ...options, version: '1.2' });
        fc.pre(isWellWritten(written, value));
        const source = isWindows ? written.replaceAll('\n', '\r\n') : written;
        const [document] = read(source);
        if (document === undefined) throw new Error('nothing was read');
        expect(document.faults).toEqual([]);
        expect(JSON.stringify(document.data)).toBe(JSON.stringify(withoutEmpty(value)));
        for (const [pointer, expected] of pointersOf(value)) {
          const place = checkRange(document.locate(pointer), source);
          const isSingle = typeof expected !== 'object' || expected === null;
          // The end of a `|` text with blank lines is not part of its place, nor is an indentation its header counts.
          if (!isSingle || expected === null || /^[|>]/.test(place)) continue;
          expect(parse(`- ${place.replaceAll('\n', '\n  ')}`)).toEqual([expected]);
        }
      }),
      { numRuns: 400 },
    );
  });
});

/** Pieces of YAML in any order: sound now and then, broken in every way otherwise. */
const soup = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'b: ',
        'c:',
        '- ',
        '-',
        '? ',
        ': ',
        '[',
        ']',
        '{',
        '}',
        ',',
        ', ',
        '"',
        "'",
        '# x',
        ' # y',
        '&a ',
        '*a',
        '*b ',
      ],
      ...[
        '!t ',
        '!!str ',
        '|',
        '>-',
        '\n',
        '\n',
        '\n',
        '\n  ',
        '\n    ',
        '\n\t',
        ' ',
        '\t',
        '\r\n',
        '\\',
        '\\q',
        '1',
        '.inf',
      ],
      ...[
        '\n---\n',
        '\n...\n',
        '--- ',
        '%YAML 1.2\n',
        '%A\n',
        '@',
        '`',
        '~',
        '\n<<<<<<< a\n',
        '\n```\n',
        '🎓',
        '\u2028',
        '\ud800',
      ],
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('any text', () => {
  it('gives documents with data or faults, and every place is in the text', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), (source) => {
        const documents = read(source);
        expect(documents.length).toBeGreaterThan(0);
        for (const [index, { document, data, faults, locate }] of documents.entries()) {
          expect(document).toBe(index);
          expect(data === undefined).toBe(faults.length > 0);
          for (const { fault, range } of faults) {
            checkRange(range, source);
            expect(fault.message + fault.help).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u202e]/u);
            expect(JSON.parse(JSON.stringify(fault))).toEqual(fault);
          }
          if (data !== undefined) expect(JSON.parse(JSON.stringify(data))).toEqual(data);
          for (const [pointer] of pointersOf(data ?? null)) {
            for (const part of ['key', 'value'] as const) {
              checkRange(locate(pointer, part), source);
              checkRange(locate(`${pointer}/a/0`, part), source);
            }
          }
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('says what the package says of it, where that has no fault to find', () => {
    fc.assert(
      fc.property(soup, (source) => {
        const settings = { stringKeys: true, logLevel: 'silent', prettyErrors: false } as const;
        const theirs = parseAllDocuments(source, settings).filter(({ contents, errors }) => {
          const isVoid =
            contents === null || (isScalar(contents) && contents.range?.[0] === contents.range?.[1]);
          return !isVoid || contents?.tag !== undefined || errors.length > 0;
        });
        const ours = read(source);
        for (const { document, data } of ours) {
          const their = theirs[document];
          if (data === undefined || their === undefined) continue;
          // The package lets an open quotation mark swallow the documents after it.
          if (theirs.slice(0, document).some(({ errors }) => errors.length > 0)) break;
          // It also lays faults in front of a document at the door of the one before.
          expect(their.errors.filter(({ pos }) => pos[0] < their.range[2])).toEqual([]);
          expect(data).toEqual(withoutEmpty(their.toJS() as Json));
        }
        if (ours.every(({ data }) => data !== undefined)) expect(ours).toHaveLength(theirs.length);
      }),
      { numRuns: 3_000 },
    );
  });
});
