import type { Json } from './json-pointer.ts';

/** A text that is being read. */
export interface Scan {
  /** Ends with a line feed, and has no other control characters but tabs. */
  readonly text: string;
  /** The offset that has been reached. */
  at: number;
  /** How many spaces are before what `at` points to, when a new line has just been reached; -1 at the end. */
  indent: number;
  /** Whether a line with nothing but a remark is right before the line last reached. */
  followsRemark: boolean;
}

/** The characters that mean something in YAML. */
export const code = {
  tab: 0x09,
  newline: 0x0a,
  space: 0x20,
  quote: 0x22,
  hash: 0x23,
  apostrophe: 0x27,
  plus: 0x2b,
  comma: 0x2c,
  dash: 0x2d,
  dot: 0x2e,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  greater: 0x3e,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  bar: 0x7c,
  closeBrace: 0x7d,
} as const;

/** The first offset from `at` on that is no space. */
export function afterSpaces(text: string, at: number): number {
  let after = at;
  while (text.charCodeAt(after) === code.space) after++;
  return after;
}

/** The end of a text that goes up to `end`, without the spaces before. */
export function trimmedEnd(text: string, end: number): number {
  let trimmed = end;
  while (text.charCodeAt(trimmed - 1) === code.space) trimmed--;
  return trimmed;
}

/** From the start of a line to the next character that is neither space nor part of a remark. */
export function nextContent(scan: Scan): void {
  const { text } = scan;
  let start = scan.at;
  scan.followsRemark = false;
  while (start < text.length) {
    const at = afterSpaces(text, start);
    const first = text.charCodeAt(at);
    if (first !== code.newline && first !== code.hash) {
      scan.at = at;
      scan.indent = at - start;
      return;
    }
    if (first === code.hash) scan.followsRemark = true;
    start = first === code.hash ? text.indexOf('\n', at) + 1 : at + 1;
  }
  scan.at = start;
  scan.indent = -1;
}

/** Goes on from the end of a line, which is the offset of its line feed. */
export function nextLine(scan: Scan, end: number): void {
  scan.at = end + 1;
  nextContent(scan);
}

/** Goes on to the next line with something on it; false when there is more on this one than spaces and a remark. */
export function endLine(scan: Scan): boolean {
  const end = lineEndAfter(scan.text, scan.at);
  if (end === -1) return false;
  nextLine(scan, end);
  return true;
}

/** The end of the line, when only spaces and a remark come before it; -1 otherwise. */
export function lineEndAfter(text: string, at: number): number {
  const after = afterSpaces(text, at);
  const first = text.charCodeAt(after);
  if (first === code.newline) return after;
  return first === code.hash && after > at ? text.indexOf('\n', after) : -1;
}

/** Whether plain text can begin at `at`; a few characters that could are left to the parser of the package. */
export function isPlainStart(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  if (first >= 0x61 && first <= 0x7a) return true;
  switch (first) {
    case code.dash:
      return !' \n,[]{}'.includes(text.charAt(at + 1));
    case code.space:
    case code.tab:
    case code.newline:
      return false;
    default:
      return !'!"#%&\'*,:>?@[]`{|}'.includes(text.charAt(at));
  }
}

/**
 * Where the plain text from `at` ends on its line: at the line feed, the colon that makes it a name, or the number
 * sign of a remark; at a tab, which ends nothing, but is left to the parser of the package.
 */
export function plainEnd(text: string, at: number): number {
  for (let end = at; ; end++) {
    const next = text.charCodeAt(end);
    if (next > code.colon || next === code.space) continue;
    if (next === code.newline || next === code.tab) return end;
    if (next === code.colon) {
      const after = text.charCodeAt(end + 1);
      if (after === code.space || after === code.newline) return end;
    } else if (next === code.hash && text.charCodeAt(end - 1) === code.space) return end;
  }
}

/**
 * The value of the plain text from `scan.at` that has its first end at `end`; it goes on over the lines below that
 * stand deeper than `column`. Undefined when it is not certain.
 */
export function plainText(scan: Scan, end: number, column: number): Json | undefined {
  const { text, at } = scan;
  const trimmed = trimmedEnd(text, end);
  if (text.charCodeAt(end) === code.hash) {
    nextLine(scan, text.indexOf('\n', end));
    return scalarOf(text, at, trimmed);
  }
  if (text.charCodeAt(end) !== code.newline) return undefined;
  nextLine(scan, end);
  return scan.indent > column
    ? foldedText(scan, end + 1, column, text.slice(at, trimmed))
    : scalarOf(text, at, trimmed);
}

/** Plain text over several lines: `first`, and those from the start of a line on that stand deeper than `column`. */
function foldedText(scan: Scan, start: number, column: number, first: string): string | undefined {
  const { text } = scan;
  let folded = first;
  for (let line = start, blanks = 0; ; ) {
    const at = afterSpaces(text, line);
    const next = text.charCodeAt(at);
    scan.at = line;
    if (at >= text.length || next === code.hash || (next !== code.newline && at - line <= column)) break;
    if (next === code.newline) {
      blanks += 1;
      line = at + 1;
      continue;
    }
    const end = plainEnd(text, at);
    if (text.charCodeAt(end) === code.colon || text.charCodeAt(end) === code.tab) return undefined;
    folded += (blanks === 0 ? ' ' : '\n'.repeat(blanks)) + text.slice(at, trimmedEnd(text, end));
    blanks = 0;
    scan.at = end;
    if (text.charCodeAt(end) === code.hash) break;
    line = end + 1;
  }
  // A remark ends the text, and what then stands as deep as the text is a fault: nobody takes it.
  if (text.charCodeAt(scan.at) === code.hash) scan.at = text.indexOf('\n', scan.at) + 1;
  nextContent(scan);
  return folded;
}

/** What one line of plain text stands for, as the core schema of YAML 1.2 has it; undefined when it is no JSON. */
export function scalarOf(text: string, start: number, end: number): Json | undefined {
  const first = text.charCodeAt(start);
  if (
    first <= code.nine &&
    (first >= code.zero || first === code.dash || first === code.plus || first === code.dot)
  )
    return numberOf(text, start, end);
  const length = end - start;
  if (length > 5) return text.slice(start, end);
  const word = text.slice(start, end);
  switch (word) {
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    default:
      return word;
  }
}

/** A number, or text that begins like one; undefined when JSON has no such number, or not as exactly. */
function numberOf(text: string, start: number, end: number): Json | undefined {
  const first = text.charCodeAt(start);
  const unsigned = first === code.dash || first === code.plus ? start + 1 : start;
  const whole = afterDigits(text, unsigned);
  const word = text.slice(start, end);
  if (whole === end && whole > unsigned) return end - unsigned > 15 ? undefined : Number(word) + 0;
  if (/^[-+]?\.(?:inf|nan)$/i.test(word)) return undefined;
  if (/^0(?:x[0-9a-fA-F]+|o[0-7]+)$/.test(word)) return word.length > 14 ? undefined : Number(word);
  if (!isDecimal(text, unsigned, whole, end)) return word;
  const number = Number(word);
  return Number.isFinite(number) ? number + 0 : undefined;
}

function isDecimal(text: string, start: number, whole: number, end: number): boolean {
  const hasDot = text.charCodeAt(whole) === code.dot;
  const mantissa = hasDot ? afterDigits(text, whole + 1) : whole;
  if (mantissa - start === (hasDot ? 1 : 0)) return false;
  // An `e` or `E`.
  if ((text.charCodeAt(mantissa) | 0x20) !== 0x65) return mantissa === end;
  const sign = text.charCodeAt(mantissa + 1);
  const digits = sign === code.dash || sign === code.plus ? mantissa + 2 : mantissa + 1;
  const exponent = afterDigits(text, digits);
  return exponent > digits && exponent === end;
}

function afterDigits(text: string, at: number): number {
  let after = at;
  for (let next = text.charCodeAt(after); next >= code.zero && next <= code.nine; )
    next = text.charCodeAt(++after);
  return after;
}
