import { visibleText } from '../visible-text.ts';

/** More of a title, or of another short value, is not shown, in characters. */
export const longestTitle = 160;

/** More of a sentence or a remark is not shown, in characters. */
export const longestSentence = 1_200;

/**
 * A value of a user's on one line of Markdown, where it means nothing but itself: it can begin no block, end no table
 * cell and make no emphasis, link, image, HTML, mention or reference. What is hidden, or turns the reading direction,
 * is shown as an escape.
 *
 * Backslashes are enough for everything that a Markdown parser looks for. They are not enough for what is looked for
 * afterwards, in the finished HTML: GitHub has no escape for mentions (`@name`), references (`#12`), emoji (`:name:`),
 * formulas (`$…$`) and some addresses, neither with a backslash nor with an entity. A code span is what they all leave
 * alone, so a word with one of these stands in a code span as a whole, where it can still be read and copied. (The other
 * known way, a hidden space in the middle, would put into a report what reports promise not to hold.)
 */
export function valueText(value: string, longest = longestTitle): string {
  return written(piecesOf(visibleText(cut(value.trim(), longest))));
}

/** Sentences on one line: as valueText, and what they have in back-ticks is code. May not stand in a table; see codeCell. */
export function proseText(value: string, longest = longestSentence): string {
  // The line ends of a YAML block are there for its author, not for the sentence.
  const line = visibleText(cut(value.trim().replace(/[ \t\r\n]+/g, ' '), longest));
  const parts = line.split(/(`[^`]+`)/);
  return written(
    parts.flatMap((part, index) => (index % 2 === 1 ? [codePiece(part.slice(1, -1))] : piecesOf(part))),
  );
}

/** A value as code: a path, the id of a rule, a line of a file. May not stand in a table; see codeCell. */
export function codeText(value: string, longest = longestTitle): string {
  const shown = visibleText(cut(value, longest));
  return shown.trim() === '' ? '' : written([codePiece(shown)]);
}

/** As codeText, for a cell of a table: parsers disagree on a bar in code there, so it is no code if it has one. */
export function codeCell(value: string, longest = longestTitle): string {
  return value.includes('|') ? valueText(value, longest) : codeText(value, longest);
}

/** An address as a link, where it is one that can only be read and holds nothing odd; otherwise as code. */
export function addressText(address: string): string {
  return /^https?:\/\/[\w.-]+(?:[/?#][\w./?#=&%+,~:;@-]*)?$/i.test(address) && address.length <= 500
    ? `<${address}>`
    : codeText(address, 500);
}

/** A text cut to a number of characters, with an ellipsis in place of the rest. */
export function cut(text: string, longest: number): string {
  // So much has no place in any case; no character has more than two units.
  const start = text.slice(0, 2 * longest + 2);
  const characters = Array.from(start);
  if (characters.length <= longest && start.length === text.length) return text;
  return `${characters.slice(0, longest - 1).join('')}…`;
}

interface Piece {
  readonly isCode: boolean;
  readonly content: string;
}

function codePiece(content: string): Piece {
  return { isCode: true, content };
}

/** Wiki links and templates, which wikis and site builders replace before they read the Markdown, code or not. */
const foundEarlier = /\[\[|\{[{%]/;

/** What would be found in finished HTML: a mention or mail address, a formula, an address, a reference, an emoji. */
const foundLater = /@.|\$|:\/\/|www\.|(?:#|\bgh-)\d|:[\w+-]+:/i;

/** Words, and what lies between. What could end code, or be found earlier, is no part of a word. */
const wordsAndGaps = /[^\s|`\\[\]{}]+|[\s|`\\[\]{}]+/gu;

function piecesOf(text: string): Piece[] {
  return (text.match(wordsAndGaps) ?? []).map((content) => ({ isCode: foundLater.test(content), content }));
}

/** The pieces as Markdown. Code that would be found earlier is none, and is escaped together with what is around it. */
function written(pieces: readonly Piece[]): string {
  const shown = joined(pieces).flatMap((piece) =>
    piece.isCode && foundEarlier.test(piece.content) ? piecesOf(piece.content) : [piece],
  );
  let markdown = '';
  for (const { isCode, content } of joined(shown)) {
    markdown += isCode ? codeSpan(content) : escaped(content, markdown === '');
  }
  return markdown.trimEnd();
}

/** Code that touches code as one piece, for two rows of back-ticks in touch would be a longer one; words likewise. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: { isCode: boolean; content: string }[] = [];
  for (const { isCode, content } of pieces) {
    const last = result.at(-1);
    if (last?.isCode === isCode) last.content += content;
    else result.push({ isCode, content });
  }
  return result;
}

/** A fence that is longer than any row of back-ticks in the code. */
function codeSpan(content: string): string {
  const rows = content.match(/`+/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(0, ...rows.map(({ length }) => length)));
  // One space at both ends is taken away again by whoever reads it.
  const pad = /^`|`$|^ .* $/.test(content) ? ' ' : '';
  return fence + pad + content + pad + fence;
}

const everywhere = /[\\`*_~<>[\]|#]|&(?=[#\w])|(?<=\{)[{%]/g;

/** What begins a list, a rule or the line below a heading, where the text is the first in its block. */
const atStart = /^(?:[-+=]|\d{1,9}[.)](?=\s|$))/;

function escaped(text: string, isFirst: boolean): string {
  const line = text.replace(/\s+/g, ' ').replace(everywhere, '\\$&');
  // A space of another kind may be left at the front, since trim went before the escapes were shown.
  return isFirst ? line.trimStart().replace(atStart, (begin) => begin.replace(/.$/, '\\$&')) : line;
}
