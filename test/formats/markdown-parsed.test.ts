import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect, it } from 'vitest';
import { codeCell, codeText, proseText, valueText } from '../../src/formats/markdown/text.ts';
import { visibleText } from '../../src/formats/visible-text.ts';

const bits =
  '` `` \\ | * _ ~ < > [ ] ( ) ! # 1. 1) - + = --- === @ @ada #12 GH-12 :smile: $ $$ https://e.org www.e.org a@b.org ' +
  'javascript:alert(1) &lt; &#60; & <script> </p> <!-- {{ {% [[ ]] [x]: ![a](b) [^1] mailto: :// " x Y é 日 👩🏽‍🚀';
const anyText = fc.oneof(
  fc
    .array(fc.constantFrom(...bits.split(' '), ' ', '\n', '\t', '\u202e', '\u200b', '\ud800'), {
      maxLength: 12,
    })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

/** Places where a value may stand, and what a parser must make of each, with the value in groups. */
const places: readonly (readonly [string, (value: string) => string, RegExp])[] = [
  ['a heading', (value) => `# ${value}`, /^<h1>(.*)<\/h1>$/],
  ['a paragraph', (value) => value, /^<p>(.*)<\/p>$/],
  ['an item', (value) => `- ${value}`, /^<ul>\n<li>(.*)<\/li>\n<\/ul>$/],
  [
    'a bold item',
    (value) => `- **${value}**\n  - ${value}`,
    /^<ul>\n<li><strong>(.*)<\/strong>\n<ul>\n<li>(.*)<\/li>\n<\/ul>\n<\/li>\n<\/ul>$/,
  ],
  [
    'a cell',
    (value) => `| a | b |\n| --- | --- |\n| ${value} | y |`,
    /<tbody>\n<tr>\n<td>(.*)<\/td>\n<td>y<\/td>\n<\/tr>\n<\/tbody>\n<\/table>$/,
  ],
];

function textOf(html: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  const text = html
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (_all, name) => entities[name] ?? '');
  return text.replace(/\s+/g, ' ').trim();
}

it.each(places)('no value is markup in %s, as a parser reads it', (name, placed, expected) => {
  fc.assert(
    fc.property(anyText, (given) => {
      for (const way of name === 'a cell' ? [valueText, codeCell] : [valueText, codeText, proseText]) {
        const value = way(given);
        if (value === '') continue;
        const options = { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true };
        const read = micromark(placed(value), options);
        const found = expected.exec(read.trim());
        expect(found, read).not.toBeNull();
        for (const inner of (found ?? []).slice(1)) {
          expect(inner.replace(/<\/?code>/g, '')).not.toMatch(/[<>]/);
          if (way === valueText)
            expect(textOf(inner)).toBe(visibleText(given.trim()).replace(/\s+/g, ' ').trim());
        }
      }
    }),
    { numRuns: 300 },
  );
});
