import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainStyle } from '../../src/cli/style.ts';
import { addressText, codeCell, codeText, proseText, valueText } from '../../src/formats/markdown/text.ts';
import { markdown } from '../../src/formats/markdown.ts';
import type { WriteOptions } from '../../src/formats/report-format.ts';
import { visibleText } from '../../src/formats/visible-text.ts';
import type { Report } from '../../src/report/report.ts';
import { rawCharacters, root } from '../cli-case.ts';
import {
  exampleAnswer,
  exampleDescriptor,
  exampleDraft,
  exampleFinding,
  exampleReport,
  exampleResults,
  exampleStaleFinding,
  exampleUnreadable,
  exampleWaiver,
  failed,
  hostileDescriptor,
  hostileFramework,
} from './example-report.ts';

function written(report: Report, options: Partial<WriteOptions> = {}): string {
  const all = { style: plainStyle, width: 80, isQuiet: false, isVerbose: false, ...options };
  return [...markdown.write(report, all)].join('');
}

/** A part of a line as a reader of Markdown takes it. */
interface Read {
  readonly isCode: boolean;
  readonly content: string;
}

/** Reads one line as CommonMark does, as long as it has text, escapes and code only; anything else throws. */
function readLine(line: string): Read[] {
  const parts: Read[] = [];
  let text = '';
  for (let index = 0; index < line.length; ) {
    const rest = line.slice(index);
    const escaped = /^\\([!-/:-@[-`{-~])/.exec(rest);
    const code = /^(`+)(?!`)([\s\S]*?[^`])\1(?!`)/.exec(rest);
    if (escaped === null && /^(?:[*_~<>[\]|\\#`]|&(?:#|[a-z])|\{[{%])/i.test(rest)) {
      if (code === null) throw new Error(`${rest.charAt(0)} is markup in ${line}`);
      parts.push({ isCode: false, content: text });
      text = '';
      const content = code[2] ?? '';
      const isPadded = /^ .* $/s.test(content) && content.trim() !== '';
      parts.push({ isCode: true, content: isPadded ? content.slice(1, -1) : content });
      index += code[0].length;
    } else {
      text += escaped === null ? rest.charAt(0) : escaped[1];
      index += escaped === null ? 1 : 2;
    }
  }
  return [...parts, { isCode: false, content: text }];
}

/** What a reader sees of a line. */
function seen(line: string): string {
  return readLine(line)
    .map(({ content }) => content)
    .join('');
}

/** A text as one line without what hides, which is what shall be seen of it. */
function plainly(text: string): string {
  return visibleText(text.trim()).replace(/\s+/g, ' ').trim();
}

const bits =
  '` `` \\ | * _ ~ < > [ ] ( ) ! # 1. 1) - + = --- === @ @ada #12 GH-12 :smile: :+1: $ $$ https://e.org www.e.org ' +
  'a@b.org javascript:alert(1) &lt; &#60; & <script> </p> <!-- {{ {% [[ ]] [x]: ![a](b) [^1] mailto: :// " % x Y é 日 👩🏽‍🚀';
const hostileBits = [
  ...bits.split(' '),
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\t',
  '\u00a0',
  '\u202e',
  '\u200b',
  '\u2028',
  '\ud800',
];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...hostileBits), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

describe('a value as Markdown', () => {
  it.each([
    ['plain words', 'Data, Ethics & AI (Level 8): “naïve”', 'Data, Ethics & AI (Level 8): “naïve”'],
    ['HTML', '<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['an entity', '&lt;b&gt; &#x; AT&T, R & D', '\\&lt;b\\&gt; \\&\\#x; AT\\&T, R & D'],
    ['emphasis', '*a* _b_ ~~c~~ snake_case', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ snake\\_case'],
    ['a link and an image', '![a](b) [c]: d', '!\\[a\\](b) \\[c\\]: d'],
    ['a bar', 'a | b \\| c', 'a \\| b \\\\\\| c'],
    ['a heading', '# C#', '\\# C\\#'],
    ['a list', '- a', '\\- a'],
    ['another list', '+ a', '\\+ a'],
    ['a numbered list', '1. a', '1\\. a'],
    ['a version, which is no list', '1.0', '1.0'],
    ['a quotation', '> a', '\\> a'],
    ['a rule', '---', '\\---'],
    ['the line below a heading', '===', '\\==='],
    ['a fence', '```js', '\\`\\`\\`js'],
    ['a mention', 'Ask @ada now', 'Ask `@ada` now'],
    ['a mail address', 'ada@example.org', '`ada@example.org`'],
    ['an at by itself', 'a @ b', 'a @ b'],
    ['a reference', 'as in #12, org/it#3 and GH-4', 'as in `#12,` `org/it#3` and `GH-4`'],
    ['an emoji', 'well :smile: done', 'well `:smile:` done'],
    ['a formula', '$x$ for $10', '`$x$` for `$10`'],
    ['an address', 'see https://example.org/_a_', 'see `https://example.org/_a_`'],
    ['an address without a scheme', 'www.example.org', '`www.example.org`'],
    ['a script as an address', '[a](javascript:alert(1))', '\\[a\\](javascript:alert(1))'],
    ['a word that ends where code could', '@a|@b`c', '`@a`\\|`@b`\\`c'],
    ['a wiki link', '[[Home|@a]]', '\\[\\[Home\\|`@a`\\]\\]'],
    ['a template', '{{ site.title }} {% raw %} {a}', '{\\{ site.title }} {\\% raw %} {a}'],
    ['line ends', 'a\n\n# b\r\nc', 'a\\\\n\\\\n\\# b\\\\r\\\\nc'],
    ['directions and hidden marks', '\u202ea\u200b', '\\\\u202ea\\\\u200b'],
    ['spaces', '  a \u00a0  b  ', 'a b'],
    ['nothing', ' \u3000', ''],
  ])('shows %s as what it is', (_name, given, shown) => {
    expect(valueText(given)).toBe(shown);
    expect(seen(shown)).toBe(plainly(given));
  });

  it('has no markup, is on one line, and is seen as it was written', () => {
    fc.assert(
      fc.property(anyText, (given) => {
        const line = valueText(given);
        expect(line).not.toContain('\n');
        expect(rawCharacters(line)).toEqual([]);
        expect(line).not.toMatch(/^(?:\s|[-+=#>]|\d+[.)](?:\s|$))|\s$/);
        expect(seen(line)).toBe(plainly(given));
      }),
      { numRuns: 3_000 },
    );
  });

  it('leaves nothing in its text for what looks for mentions, references and addresses afterwards', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          anyText.map((text) => `@${text}#1`),
        ),
        (given) => {
          for (const line of [valueText(given), proseText(given), codeText(given)]) {
            const texts = readLine(line).filter(({ isCode }) => !isCode);
            for (const { content } of texts) {
              expect(content).not.toMatch(/@[\w-]|\$|:\/\/|www\.|#\d|\bgh-\d|:[\w+-]+:/i);
            }
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('has no wiki link and no template in it, not even in code', () => {
    expect(proseText('{{`{%`')).toBe('{\\{\\{\\%');
    fc.assert(
      fc.property(anyText, (given) => {
        for (const line of [valueText(given), proseText(given), codeText(given), codeCell(given)])
          expect(line).not.toMatch(/\[\[|\{[{%]/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('ends no cell of a table', () => {
    fc.assert(
      fc.property(anyText, (given) => {
        for (const cell of [valueText(given), codeCell(given)])
          expect(cell.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toContain('|');
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['a long title', 'Weaving '.repeat(700), 160],
    ['a long title of pictures', '👩🏽‍🚀'.repeat(700), 160 * '\\\\u200d'.length],
    ['a long word', 'x'.repeat(5_000), 160],
  ])('is cut: %s', (_name, given, longest) => {
    const cut = valueText(given);
    expect(cut.length).toBeLessThanOrEqual(longest);
    expect(cut.endsWith('…')).toBe(true);
    expect(rawCharacters(cut)).toEqual([]);
  });
});

describe('sentences as Markdown', () => {
  it.each([
    ['code in back-ticks', 'The `title` is *so*.', 'The `title` is \\*so\\*.'],
    ['a back-tick without another', 'Write `title.', 'Write \\`title.'],
    ['code of a back-tick', 'Write a second `"` here.', 'Write a second `"` here.'],
    ['a mention beside code', '`a`@ada', '`a@ada`'],
    ['code beside code', '`a``b`', '`ab`'],
    ['a wiki link in code', 'In `[[a]]@b.`', 'In \\[\\[a\\]\\]`@b.`'],
    ['lines of a block', 'One.\n\n  Two.\n', 'One. Two.'],
  ])('shows %s', (_name, given, shown) => {
    expect(proseText(given)).toBe(shown);
  });
});

describe('code', () => {
  it.each([
    ['a path', 'courses/a_b.yaml', '`courses/a_b.yaml`'],
    ['back-ticks within', 'a `` b', '``` a `` b ```'.replaceAll('``` ', '```').replaceAll(' ```', '```')],
    ['a back-tick at the end', 'a`', '`` a` ``'],
    ['spaces at both ends', ' a ', '`  a  `'],
    ['a line end', 'a\nb', '`a\\nb`'],
    ['nothing', '', ''],
    ['spaces only', '  ', ''],
  ])('shows %s', (_name, given, shown) => {
    expect(codeText(given)).toBe(shown);
    expect(seen(shown)).toBe(given.trim() === '' ? '' : visibleText(given));
  });

  it('is no code in a table where it has a bar', () => {
    expect(codeCell('a|b.yaml')).toBe('a\\|b.yaml');
    expect(codeCell('a_b.yaml')).toBe('`a_b.yaml`');
  });
});

describe('an address', () => {
  it.each([
    ['https://example.org/a_b?c=d,e#f', '<https://example.org/a_b?c=d,e#f>'],
    ['http://example.org', '<http://example.org>'],
    ['javascript:alert(1)', '`javascript:alert(1)`'],
    ['https://example.org/<b>', '`https://example.org/<b>`'],
    ['https://ada:secret@example.org/', '`https://ada:secret@example.org/`'],
    ['https://example.org/a b', '`https://example.org/a b`'],
    ['data:text/html,a', '`data:text/html,a`'],
  ])('%s', (address, shown) => {
    expect(addressText(address)).toBe(shown);
  });
});

const hostile =
  '<script>alert(1)</script> | @ada #1 `x` **b** [a](javascript:alert(1)) &lt; https://e.org :smile: $x$ {{x}} [[y]]\n# forged\n\n- [x] met \u202e';

const troubled = exampleReport([exampleDescriptor(), exampleDraft(), exampleUnreadable()], {
  incidents: [{ kind: 'unreadable-folder', path: 'locked', message: 'permission denied' }],
  findings: [
    exampleFinding({
      rule: 'waiver',
      severity: 'warning',
      principles: [],
      message: 'The waiver of `points` names a descriptor that there is not.',
      help: 'Correct the id.',
      why: 'A waiver for nothing hides that nobody uses it.',
      location: {
        path: 'waivers.yaml',
        document: 0,
        pointer: '/waivers/1',
        range: { start: { line: 9, column: 5, offset: 0 }, end: { line: 9, column: 9, offset: 4 } },
      },
      excerpt: '  - descriptors: [weaving-9]',
    }),
  ],
  waiverFiles: [{ path: 'waivers.yaml', sha256: 'c'.repeat(64) }],
  skipped: 2,
  ignored: 1,
});

const examples: readonly (readonly [string, Report, Partial<WriteOptions>])[] = [
  ['model', exampleReport([exampleDescriptor()]), {}],
  ['model-verbose', exampleReport([exampleDescriptor()]), { isVerbose: true }],
  [
    'draft',
    exampleReport([exampleDraft()], { waiverFiles: [{ path: 'waivers.yaml', sha256: 'c'.repeat(64) }] }),
    {},
  ],
  ['draft-quiet', exampleReport([exampleDraft()]), { isQuiet: true }],
  ['several', troubled, {}],
  ['several-quiet', troubled, { isQuiet: true }],
  [
    'hostile',
    exampleReport([hostileDescriptor(hostile)], {
      ruleSet: {
        frameworks: [hostileFramework(hostile)],
        rules: [],
      } as never,
      incidents: [{ kind: 'unreadable-file', path: hostile, message: hostile }],
    }),
    { isVerbose: true },
  ],
];

describe.each(examples)('the example %s', (name, report, options) => {
  const text = written(report, options);

  it('reads as its golden file', async () => {
    await expect(text).toMatchFileSnapshot(join(root, 'fixtures', 'reports', `example-${name}.markdown.md`));
  });

  it('has no HTML, nothing that hides, and no line that ends in a space', () => {
    expect(rawCharacters(text)).toEqual([]);
    const withoutAddresses = text.replace(/<https?:\/\/[^\s<>]+>/g, '');
    const visible = withoutAddresses
      .split('\n')
      .flatMap((line) => line.replace(/\\.|(`+).*?[^`]\1(?!`)/g, ''));
    for (const line of visible) expect(line).not.toMatch(/<|&[#a-z]/i);
    expect(text).not.toMatch(/ \n/);
    expect(text.endsWith('\n')).toBe(true);
    expect(text.endsWith('\n\n')).toBe(false);
  });

  it('has tables whose rows all have as many cells as their head', () => {
    const tables = text.split('\n\n').filter((block) => block.startsWith('| '));
    for (const block of tables) {
      const cells = block.split('\n').map((line) => line.replace(/\\./g, '').split('|').length);
      expect(new Set(cells).size, block).toBe(1);
    }
  });
});

describe('the statement', () => {
  it('says that a descriptor conforms and who judged it', () => {
    const text = written(exampleReport([exampleDescriptor()]));
    expect(text).toContain('**✔ conforms**');
    expect(text).toContain('Reviewed by Ada Example (Quality officer), 2026-10-01: 2 answers (2 met)');
    expect(text).not.toContain('[ ]');
  });

  it('says that it is undecided, and asks, once an answer is taken away', () => {
    const text = written(exampleReport([exampleDescriptor({ answers: [exampleAnswer('hours-are-fair')] })]));
    expect(text).toContain('**? undecided**');
    expect(text).toContain('1 question is for a person to judge (1 mandatory)');
    expect(text).toContain('- ? **Is the award what its title says?**');
    expect(text).toContain('  - [ ] met\n  - [ ] partly met\n  - [ ] not met\n  - [ ] does not apply\n');
  });

  it('says which answer is stale, and whose it was', () => {
    const text = written(exampleReport([exampleDraft()]));
    expect(text).toContain('**Stale**: answered with “met” by Ada Example (Quality officer) on 2026-10-01.');
  });

  it('shows what is waived with reason, approver and last day, and not among what is to change', () => {
    const text = written(exampleReport([exampleDraft()]));
    const waived = text.slice(text.indexOf('## Waived (1)'), text.indexOf('## For a person'));
    for (const part of [
      'Agreed with the panel.',
      'Academic Board',
      'until 2027-07-31',
      '`waivers.yaml`, line 4',
    ])
      expect(waived).toContain(part);
    expect(text.slice(0, text.indexOf('## Waived'))).not.toContain('The fee is in EUR.');
  });

  it('gives the reason why something mandatory cannot be told where no finding does', () => {
    const rules = exampleResults({
      title: { outcome: 'cantTell', reason: 'Only a placeholder stands there.' },
    });
    const text = written(exampleReport([exampleDescriptor({ rules })]));
    expect(text).toContain(
      '## Cannot be told\n\n- ○ The award has a title. Only a placeholder stands there.\n',
    );
  });

  it('puts stale answers apart from what is recommended, with the weight of their questions', () => {
    const text = written(
      exampleReport([exampleDescriptor({ judgementFindings: [exampleStaleFinding('title-is-fair')] })]),
    );
    expect(text).toContain('✔ No rule and no person found anything to change.');
    expect(text).toContain('## To judge again (1)\n\n1. **The answer is older than the title.**');
    expect(text).toContain('Weight: mandatory question\n   - Do: Look at the title again.');
    expect(text).not.toContain('### Recommended');
  });

  it('says that a value has not its proper form rather than that it is not stated', () => {
    const form = exampleFinding({ rule: 'schema' });
    const location = { ...form.location, pointer: '/credit/points' };
    const descriptor = exampleDescriptor({ award: {}, findings: [{ ...form, location }] });
    const text = written(exampleReport([descriptor]));
    expect(text).toContain('| Size | credit points not in their proper form |');
    expect(text).toContain('| Level | not stated |');
  });

  it('tells a recommendation that is not met from a mandatory requirement', () => {
    const points = failed(exampleFinding({ rule: 'points', severity: 'warning' }));
    const text = written(exampleReport([exampleDescriptor({ rules: exampleResults({ points }) })]));
    expect(text).toContain('| 2.1 Size and price | ! recommendation not met | 2 | 0 | 1 |');
  });

  it('names the file of a finding that is about another', () => {
    const finding = exampleFinding({ rule: 'review', severity: 'warning' });
    const location = { ...finding.location, path: 'a.review.yaml' };
    const descriptor = exampleDescriptor({ judgementFindings: [{ ...finding, location }] });
    expect(written(exampleReport([descriptor]))).toContain('Where: `a.review.yaml`, line 3, column 1');
  });

  it('says that nothing was judged where nothing could be read', () => {
    const text = written(exampleReport([exampleUnreadable()]));
    expect(text).toContain('**? undecided**');
    expect(text).toContain('It could not be read, so nothing in it was judged.');
  });

  it('says how the score comes about only after the parts', () => {
    const text = written(exampleReport([exampleDraft()]));
    expect(text.indexOf('## Score')).toBeGreaterThan(text.indexOf('## Sign-off'));
    expect(text).toContain('A mandatory requirement weighs 3');
  });

  it('says before everything else that a run is incomplete', () => {
    const incidents = [{ kind: 'unreadable-file', path: 'x.yaml', message: 'permission denied' }] as const;
    for (const isQuiet of [false, true]) {
      const text = written(exampleReport([exampleDescriptor()], { incidents }), { isQuiet });
      expect(
        text.startsWith('> **✖ The run is incomplete (1), so this report is no proof of anything.**\n'),
      ).toBe(true);
    }
  });

  it('is nothing at all when only trouble is asked for and there is none', () => {
    expect(written(exampleReport([exampleDescriptor()]), { isQuiet: true })).toBe('');
  });

  it('cuts a title of 5,000 characters', () => {
    const [first = ''] = written(exampleReport([exampleDescriptor({ title: 'Loom '.repeat(1_000) })])).split(
      '\n',
    );
    expect(first.length).toBeLessThan(170);
    expect(first.endsWith('…')).toBe(true);
  });
});

describe('the report on several descriptors', () => {
  const many = Array.from({ length: 300 }, (_, index) => {
    const path = `${String(index).padStart(3, '0')}.yaml`;
    const title = `Award ${index}`;
    const rules =
      index % 3 === 0
        ? exampleResults({ title: failed(exampleFinding({ rule: 'title' })) })
        : exampleResults();
    return exampleDescriptor({ path, title, rules, ...(index % 3 === 1 ? { answers: [] } : {}) });
  });

  it('puts the worst first, and keeps to the order of the report otherwise', () => {
    const text = written(exampleReport(many.slice(0, 6)));
    const order = [...text.matchAll(/^### (.*)$/gm)].map(([, title]) => title);
    expect(order).toEqual(['Award 0', 'Award 3', 'Award 1', 'Award 4', 'Award 2', 'Award 5']);
  });

  it('fits into a comment, names every descriptor, and says what it leaves out', () => {
    const text = written(exampleReport(many));
    expect(text.length).toBeLessThan(65_536);
    for (const { title } of many) expect(text).toContain(`| ${title} |`);
    expect(text).toMatch(/\n\n\d+ descriptors of the table have no section here, so that/);
  });

  it('leaves nothing out when everything is asked for', () => {
    const text = written(exampleReport(many), { isVerbose: true });
    expect(text.match(/^### /gm)).toHaveLength(300);
    expect(text).not.toContain('no section here');
  });

  it('shows twenty findings and the number of the others', () => {
    const findings = Array.from({ length: 23 }, () => exampleFinding({ rule: 'title' }));
    const rules = exampleResults({ title: { outcome: 'failed', findings } });
    const text = written(
      exampleReport([exampleDescriptor({ rules }), exampleDescriptor({ path: 'b.yaml' })]),
    );
    expect(text.match(/^- ✖ mandatory: /gm)).toHaveLength(20);
    expect(text).toContain('\n- … and 3 more\n');
  });

  it('counts a rule once for each descriptor, and no waived finding', () => {
    const twice = failed(exampleFinding({ rule: 'title' }));
    const rules = exampleResults({
      title: { ...twice, findings: [...(twice.findings ?? []), exampleFinding({ rule: 'title' })] },
    });
    const waived = { rules, path: 'b.yaml', waivers: [exampleWaiver({ rule: 'title' })] };
    const text = written(exampleReport([exampleDescriptor({ rules }), exampleDescriptor(waived)]));
    expect(text).toContain('| The award has a title | mandatory | 1 of 2 descriptors | `title` |');
  });

  it('counts no stale answer as something that does not hold or is advised', () => {
    const descriptor = exampleDescriptor({ judgementFindings: [exampleStaleFinding('title-is-fair')] });
    const text = written(exampleReport([descriptor, exampleDescriptor({ path: 'b.yaml' })]));
    expect(text).toContain('0 to mend, 0 advised, 0 questions for people (1 to judge again).');
    expect(text).toContain('- ? to judge again: The answer is older than the title.');
    expect(text).not.toContain('Most frequent failures');
  });

  it('says that there is no descriptor when there is none', () => {
    expect(written(exampleReport([]))).toContain('# Conformance of 0 descriptors');
    expect(written(exampleReport([]), { isQuiet: true })).toBe('');
  });

  it('is the same whatever the order in which descriptors come', () => {
    const some = [exampleDescriptor(), exampleDraft(), exampleUnreadable(), ...many.slice(0, 5)];
    expect(written(exampleReport([...some].reverse()))).toBe(written(exampleReport(some)));
  });
});

describe.each(['clean', 'several', 'troubled'])('the stored report %s', (name) => {
  const report = JSON.parse(
    readFileSync(join(root, 'fixtures', 'reports', `${name}.json`), 'utf8'),
  ) as Report;

  it.each([{}, { isVerbose: true }, { isQuiet: true }])(
    'has nothing that hides and no forged heading: %o',
    (options) => {
      const text = written(report, options);
      expect(rawCharacters(text)).toEqual([]);
      const headings = text.match(/^#+ .*$/gm) ?? [];
      for (const heading of headings) seen(heading.replace(/^#+ /, ''));
      expect(text.includes('everything conforms')).toBe(text.includes('\\\\n✔ everything conforms'));
    },
  );
});
