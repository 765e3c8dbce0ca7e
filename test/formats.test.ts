import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeStyle, plainStyle } from '../src/cli/style.ts';
import type { Finding } from '../src/descriptor/finding.ts';
import type { JsonObject } from '../src/descriptor/json-pointer.ts';
import { codeFrame } from '../src/formats/code-frame.ts';
import { reportFormats } from '../src/formats/index.ts';
import { json } from '../src/formats/json.ts';
import { jsonText } from '../src/formats/json-text.ts';
import type { WriteOptions } from '../src/formats/report-format.ts';
import { text } from '../src/formats/text.ts';
import { visibleText } from '../src/formats/visible-text.ts';
import { columnsOf, cutText, padded, wrappedText } from '../src/formats/wrapped-text.ts';
import type { Report } from '../src/report/report.ts';
import {
  type CliCase,
  rawCharacters,
  readCases,
  root,
  runInProcess,
  withoutColour,
  workFolder,
} from './cli-case.ts';
import { misleadingInputs } from './hostile-inputs.ts';

const colourful = await makeStyle(true);

const folder = join(root, 'fixtures', 'reports');
const reports = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => {
    const source = readFileSync(join(folder, file), 'utf8');
    return { name: file.replace('.json', ''), source, report: JSON.parse(source) as Report };
  });

function plain(options: Partial<WriteOptions> = {}): WriteOptions {
  return { style: plainStyle, width: 80, isQuiet: false, isVerbose: false, ...options };
}

const isReport = (() => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
  addFormats.default(ajv);
  const schema = JSON.parse(readFileSync(join(root, 'schemas', 'report.schema.json'), 'utf8'));
  return ajv.compile(schema);
})();

/** What keeps a value from being a report, for a message that says it. */
function faultsOf(value: unknown): unknown[] {
  return isReport(value)
    ? []
    : (isReport.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('the registry', () => {
  it('has formats of different names, each described in one sentence', () => {
    const names = reportFormats.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { summary } of reportFormats) expect(summary).toMatch(/^[A-Z].*\.$/);
  });
});

describe.each(reports)('the report $name', ({ name, source, report }) => {
  it('is one', () => {
    expect(faultsOf(report)).toEqual([]);
  });

  it('is the same in JSON as JSON.stringify gives it, but for escapes', () => {
    const written = [...json.write(report, plain())].join('');
    expect(written).toBe(source);
    expect(JSON.parse(written)).toEqual(report);
    expect(rawCharacters(written)).toEqual([]);
  });

  it.each(
    [40, 80, 120].flatMap((width) => [
      { width, hasColour: false },
      { width, hasColour: true },
    ]),
  )('as text in $width columns, coloured: $hasColour', async ({ width, hasColour }) => {
    const written = [...text.write(report, plain({ width, style: hasColour ? colourful : plainStyle }))].join(
      '',
    );
    const file = `${name}.text-${width}${hasColour ? '-coloured' : ''}.txt`;
    await expect(written).toMatchFileSnapshot(join(folder, file));
    expect(rawCharacters(written, hasColour)).toEqual([]);
  });

  it.each([
    ['verbose', { isVerbose: true }],
    ['quiet', { isQuiet: true }],
  ] as const)('as %s text', async (kind, options) => {
    const written = [...text.write(report, plain(options))].join('');
    await expect(written).toMatchFileSnapshot(join(folder, `${name}.text-${kind}.txt`));
  });

  it('says the same with colour as without', () => {
    const [coloured = '', uncoloured = ''] = [true, false].map((hasColour) =>
      [...text.write(report, plain({ style: hasColour ? colourful : plainStyle }))].join(''),
    );
    expect(withoutColour(coloured)).toBe(uncoloured);
  });

  it('has no line that is wider than 80 columns', () => {
    const lines = [...text.write(report, plain({ width: 80, isVerbose: true }))].join('').split('\n');
    expect(lines.filter((line) => columnsOf(line) > 80)).toEqual([]);
  });
});

it('has a report of each kind to try formats on', () => {
  const all = reports.map(({ report }) => report);
  expect(all.some(({ summary }) => summary.findings.error === 0)).toBe(true);
  expect(all.some(({ frameworks }) => frameworks.length > 1)).toBe(true);
  expect(all.some(({ incidents }) => incidents.length > 0)).toBe(true);
  expect(all.some(({ descriptors }) => descriptors.some(({ document }) => document > 0))).toBe(true);
});

describe('JSON of a whole run', () => {
  const judged = readCases().filter(
    ({ args, exitCode }) =>
      args[0] === 'check' && exitCode !== 2 && args.includes('--rules') && !args.includes('-q'),
  );

  async function reportOf(one: Omit<CliCase, 'name' | 'about' | 'exitCode'>, cwd: string): Promise<unknown> {
    const args = one.args.filter(
      (arg, index) => !/^(-f|--format)$/.test(one.args[index - 1] ?? '') && !/^(-f|--format)$/.test(arg),
    );
    return JSON.parse((await runInProcess({ ...one, args: [...args, '-f', 'json'] }, cwd)).stdout);
  }

  it.each(judged.map((one) => [one.name, one] as const))('%s is a report', async (_name, one) => {
    expect(faultsOf(await reportOf(one, workFolder(one)))).toEqual([]);
  });

  it('by the built-in frameworks is a report', async () => {
    const args = [
      'check',
      'fixtures/descriptors',
      '--framework',
      'scotland',
      '--framework',
      'scotland-extended',
    ];
    expect(faultsOf(await reportOf({ args }, root))).toEqual([]);
  });

  it('on misleading files is a report', async () => {
    const files = Object.fromEntries(
      misleadingInputs.map(({ name, content }) => [`hostile/${name}`, content]),
    );
    expect(faultsOf(await reportOf({ args: ['check', 'hostile'] }, workFolder({ files })))).toEqual([]);
  });
});

describe('visible text', () => {
  it.each([
    ['plain words', 'Café – “naïve”, 10 %', 'Café – “naïve”, 10 %'],
    ['other scripts', 'Gàidhlig Ελληνικά 日本語 عربى', 'Gàidhlig Ελληνικά 日本語 عربى'],
    ['line ends and tabs', 'a\nb\r\nc\td', 'a\\nb\\r\\nc\\td'],
    ['colour codes', '\u001b[31mred', '\\u001b[31mred'],
    ['codes of one character', '\u009b31m\u007f\u0085', '\\u009b31m\\u007f\\u0085'],
    ['directions', '\u202ea\u2066b\u2069\u200f\u061c', '\\u202ea\\u2066b\\u2069\\u200f\\u061c'],
    [
      'nothing to be seen',
      'a\u200b\u200c\u200d\u2060\ufeff\u00adb',
      'a\\u200b\\u200c\\u200d\\u2060\\ufeff\\u00adb',
    ],
    ['letters without a shape', 'a\u3164\u115f\u034fb', 'a\\u3164\\u115f\\u034fb'],
    ['separators', 'a\u2028b\u2029', 'a\\u2028b\\u2029'],
    ['halves of characters', 'a\ud83db\udc69', 'a\\ud83db\\udc69'],
    ['tags beyond the first plane', 'a\u{e0041}', 'a\\u{e0041}'],
    ['pictures', '👩🏽‍🚀 ❤️ 1️⃣', '👩🏽‍🚀 ❤️ 1️⃣'],
    ['a joiner that joins nothing', '👩\u200d x\ufe0f', '👩\\u200d x\\ufe0f'],
  ])('shows %s', (_name, given, shown) => {
    expect(visibleText(given)).toBe(shown);
  });

  const anyText = fc
    .array(
      fc.oneof(
        fc.integer({ min: 0, max: 0xffff }),
        fc.constantFrom(0x1b, 0x202e, 0x200d, 0xfe0f, 0xd83d, 0xdc69),
      ),
    )
    .map((units) => String.fromCharCode(...units));
  const pictures = fc
    .array(fc.constantFrom('👩', '🏽', '\u200d', '🚀', '\ufe0f', '#', 'a', '\u202e'))
    .map((parts) => parts.join(''));

  it('has nothing misleading, is on one line, and stays as it is when shown again', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, pictures, fc.string({ unit: 'binary' })), (given) => {
        const shown = visibleText(given);
        expect(rawCharacters(shown)).toEqual([]);
        expect(shown).not.toContain('\n');
        expect(visibleText(shown)).toBe(shown);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps letters, digits, marks and spaces as they are', () => {
    const characters = [...'abzÄéñßøžΩЖ日本語한 0123456789.,;:!?()[]{}<>|/\\\'"`~@#$%^&*-_=+–—“”‘’…•·€£'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...characters)), (given) => {
        expect(visibleText(given.join(''))).toBe(given.join(''));
      }),
    );
  });
});

describe('JSON text', () => {
  it('has nothing misleading, and is read as what was written', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const written = jsonText(value);
        expect(rawCharacters(written)).toEqual([]);
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('wrapped text', () => {
  const words = fc.array(
    fc.constantFrom(
      'a',
      'lorem',
      'ipsum—dolor',
      '日本語',
      '👩🏽‍🚀',
      'é',
      'a-very-long-word-of-thirty-letters',
    ),
  );
  const width = fc.integer({ min: 1, max: 60 });

  it('keeps every word and no line is too wide, unless it is one word', () => {
    fc.assert(
      fc.property(words, width, (given, columns) => {
        const lines = wrappedText(given.join(' '), columns);
        expect(lines.join(' ')).toBe(given.join(' '));
        for (const line of lines) expect(columnsOf(line) <= columns || !line.includes(' ')).toBe(true);
      }),
    );
  });

  it('is padded or cut to exactly the columns wished for, with an ellipsis where something is missing', () => {
    fc.assert(
      fc.property(words, width, (given, columns) => {
        const whole = given.join(' ');
        const cut = cutText(whole, columns);
        expect(columnsOf(cut)).toBeLessThanOrEqual(columns);
        expect(cut === whole || cut.endsWith('…')).toBe(true);
        expect(columnsOf(padded(whole, columns))).toBe(columns);
        expect(rawCharacters(cut)).toEqual([]);
      }),
    );
  });
});

describe('a code frame', () => {
  /** The frame of a finding on line 3, from one column to another (exclusive), in 40 columns. */
  function frameOf(excerpt: string, [from, to]: readonly [number, number], data: JsonObject = {}): string[] {
    const at = (column: number) => ({ line: 3, column, offset: column });
    const location = { path: 'a.yaml', document: 0, pointer: '', range: { start: at(from), end: at(to) } };
    const finding = { excerpt, location, data } as unknown as Finding;
    return codeFrame(finding, plainStyle, 40);
  }

  it.each([
    ['a value', 'points: 40', [9, 11], ['3 │ points: 40', '  │         ^^']],
    ['a value after a tab', 'points:\t40', [9, 11], ['3 │ points:  40', '  │          ^^']],
    ['a value after wide letters', '授業: 40', [5, 7], ['3 │ 授業: 40', '  │       ^^']],
    ['a value after a picture', '👩🏽‍🚀: 40', [10, 12], ['3 │ 👩🏽‍🚀: 40', '  │     ^^']],
    ['a value after a hidden mark', 'a\u202e: 40 # b', [5, 7], ['3 │ a\\u202e: 40 # b', '  │          ^^']],
    ['a value with a hidden mark', 'a: 4\u202e0 # b', [4, 7], ['3 │ a: 4\\u202e0 # b', '  │    ^^^^^^^^']],
    ['a point', 'points: 40', [9, 9], ['3 │ points: 40', '  │         ^']],
    [
      'the end of a long line',
      `title: ${'weaving '.repeat(12)}rugs`,
      [104, 108],
      ['3 │ …g weaving weaving rugs', '  │                    ^^^^'],
    ],
    [
      'the beginning of a long line',
      `title: ${'weaving '.repeat(12)}rugs`,
      [1, 6],
      ['3 │ title: weaving weaving weaving weav…', '  │ ^^^^^'],
    ],
  ] as const)('shows %s', (_name, excerpt, range, frame) => {
    expect(frameOf(excerpt, range)).toEqual(frame);
  });

  it.each([
    ['there is no text', '', [1, 1], {}],
    ['the line is blank', '   ', [1, 1], {}],
    ['something is missing', 'credit:', [1, 7], { missing: 'points' }],
    ['the place is beyond what is kept of the line', 'title:', [500, 504], {}],
  ] as const)('shows nothing when %s', (_name, excerpt, range, data) => {
    expect(frameOf(excerpt, range, data)).toEqual([]);
  });

  it('marks to the end of the line what goes on over several', () => {
    const range = { start: { line: 3, column: 8, offset: 0 }, end: { line: 5, column: 2, offset: 9 } };
    const finding = { excerpt: 'title: "Weaving', location: { range }, data: {} } as unknown as Finding;
    expect(codeFrame(finding, plainStyle, 40)).toEqual(['3 │ title: "Weaving', '  │        ^^^^^^^^']);
  });
});
