import { afterSpaces, code, lineEndAfter, nextContent, type Scan } from './plain-text.ts';

/** The text in quotation marks that begins at `scan.at`, which is left behind them; undefined when it is not certain. */
export function quotedText(scan: Scan): string | undefined {
  const { text, at } = scan;
  return text.charCodeAt(at) === code.quote ? doubleQuoted(scan, at + 1) : singleQuoted(scan, at + 1);
}

function singleQuoted(scan: Scan, start: number): string | undefined {
  const { text } = scan;
  let quoted = '';
  let from = start;
  for (let at = start; ; at++) {
    const next = text.charCodeAt(at);
    if (next === code.newline) return undefined;
    if (next !== code.apostrophe) continue;
    const piece = text.slice(from, at);
    if (text.charCodeAt(at + 1) !== code.apostrophe) {
      scan.at = at + 1;
      return quoted + piece;
    }
    quoted += `${piece}'`;
    at += 1;
    from = at + 1;
  }
}

function doubleQuoted(scan: Scan, start: number): string | undefined {
  const { text } = scan;
  let quoted = '';
  let from = start;
  for (let at = start; ; at++) {
    const next = text.charCodeAt(at);
    if (next === code.newline) return undefined;
    if (next === code.quote) {
      scan.at = at + 1;
      return quoted + text.slice(from, at);
    }
    if (next !== code.backslash) continue;
    const escaped = escapedCharacter(text, at + 1);
    if (escaped === undefined) return undefined;
    quoted += text.slice(from, at) + escaped;
    at += 1 + (hexLengths[text.charAt(at + 1)] ?? 0);
    from = at + 1;
  }
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
};

/** How many hexadecimal digits follow the letter of an escape; those with eight are left to the parser of the package. */
const hexLengths: Readonly<Record<string, number>> = { x: 2, u: 4 };

function escapedCharacter(text: string, at: number): string | undefined {
  const letter = text.charAt(at);
  const length = hexLengths[letter];
  if (length === undefined) return escapes[letter];
  const digits = text.slice(at + 1, at + 1 + length);
  return /^[0-9a-fA-F]+$/.test(digits) && digits.length === length
    ? String.fromCharCode(Number.parseInt(digits, 16))
    : undefined;
}

/** What the line says that begins a text block: `|` or `>`, how its end is kept, and how deep it stands. */
interface BlockHeader {
  readonly isFolded: boolean;
  /** `+` or `-`, 0 for neither. */
  readonly chomping: number;
  /** How many columns deeper than what is around it; 0 when its first line says so. */
  readonly depth: number;
  /** Where the line ends. */
  readonly end: number;
}

function blockHeader(text: string, start: number): BlockHeader | undefined {
  let chomping = 0;
  let depth = 0;
  for (let at = start + 1; ; at++) {
    const next = text.charCodeAt(at);
    if ((next === code.plus || next === code.dash) && chomping === 0) chomping = next;
    else if (next > code.zero && next <= code.nine && depth === 0) depth = next - code.zero;
    else {
      const end = lineEndAfter(text, at);
      return end === -1
        ? undefined
        : { isFolded: text.charCodeAt(start) === code.greater, chomping, depth, end };
    }
  }
}

/**
 * The text block whose header is at `scan.at`, in a group or list at `column`. The scan is left at what follows on the
 * lines below; undefined when it is not certain, for instance when a line of mere spaces is longer than the margin.
 */
export function blockText(scan: Scan, column: number): string | undefined {
  const header = blockHeader(scan.text, scan.at);
  if (header === undefined) return undefined;
  const first = firstLine(scan.text, header.end + 1);
  const margin = header.depth === 0 ? first.indent : column + header.depth;
  if (first.indent <= column || first.indent < margin || first.longestBlank > margin) return undefined;
  scan.at = first.start;
  const lines = blockLines(scan, margin, header);
  return lines === undefined ? undefined : '\n'.repeat(first.blanks) + lines;
}

/** The lines of a text block, the first of which begins at `scan.at`, without the blank ones before it. */
function blockLines(scan: Scan, margin: number, { isFolded, chomping }: BlockHeader): string | undefined {
  const { text } = scan;
  let block = '';
  let wasDeeper = false;
  // Line feeds since the last line that is not blank; 0 at the first.
  let feeds = 0;
  let line = scan.at;
  while (line < text.length) {
    const at = afterSpaces(text, line);
    const next = text.charCodeAt(at);
    const isBlank = next === code.newline;
    if (isBlank && at - line > margin) return undefined;
    if (!isBlank && at - line < margin) break;
    if (next === code.tab) return undefined;
    const end = isBlank ? at : text.indexOf('\n', at);
    if (!isBlank) {
      const isDeeper = at - line > margin;
      block += isFolded && !isDeeper && !wasDeeper ? folded(feeds) : '\n'.repeat(feeds);
      block += text.slice(line + margin, end);
      wasDeeper = isDeeper;
      feeds = 0;
    }
    feeds += 1;
    line = end + 1;
  }
  scan.at = line;
  nextContent(scan);
  if (chomping === code.dash) return block;
  return block + (chomping === code.plus ? '\n'.repeat(feeds) : '\n');
}

/** What so many line feeds become between two lines that are folded into one text. */
function folded(feeds: number): string {
  return feeds === 1 ? ' ' : '\n'.repeat(Math.max(0, feeds - 1));
}

/** The first line of a text block that is not blank. */
interface FirstLine {
  readonly start: number;
  /** How many spaces it begins with; -1 when there is no such line. */
  readonly indent: number;
  /** How many blank lines are before it, and how many spaces the longest of them has. */
  readonly blanks: number;
  readonly longestBlank: number;
}

function firstLine(text: string, start: number): FirstLine {
  let blanks = 0;
  let longestBlank = 0;
  for (let line = start; line < text.length; ) {
    const at = afterSpaces(text, line);
    if (text.charCodeAt(at) !== code.newline) return { start: line, indent: at - line, blanks, longestBlank };
    longestBlank = Math.max(longestBlank, at - line);
    blanks += 1;
    line = at + 1;
  }
  return { start: text.length, indent: -1, blanks, longestBlank };
}
