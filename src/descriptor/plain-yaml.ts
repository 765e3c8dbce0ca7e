import type { Json } from './json-pointer.ts';
import { maxDepth, maxPieces, maxValues } from './limits.ts';
import { flowValue, hasMember, setMember, withoutEmpty } from './plain-flow.ts';
import { blockText, quotedText } from './plain-quoted.ts';
import {
  afterSpaces,
  code,
  endLine,
  isPlainStart,
  nextContent,
  nextLine,
  plainEnd,
  plainText,
  type Scan,
  trimmedEnd,
} from './plain-text.ts';

/** No parser makes more than two pieces, or values, of one character. */
const maxPlainLength = Math.min(maxPieces, maxValues) / 2;

/** YAML limits a name to 1,024 characters, counted in a way that is not worth copying. */
const maxNameLength = 1_000;

/**
 * The data of a text that is one YAML document written in the plain way of descriptors: the same that `readDocuments`
 * gives, thirty times as fast. Undefined when anything is unusual, let alone at fault; `readDocuments` knows what to
 * make of it then. Total, and linear in the length of the text.
 */
export function parsePlainYaml(text: string): Json | undefined {
  const plain = plainForm(text);
  if (plain === undefined) return undefined;
  const scan: Scan = { text: plain, at: 0, indent: -1, followsRemark: false };
  nextContent(scan);
  if (scan.indent === 0 && plain.startsWith('---\n', scan.at)) nextLine(scan, scan.at + 3);
  if (scan.indent === -1) return undefined;
  const data = nodeAt(scan, scan.indent, -1, 0);
  // A document that is a mere word is no descriptor.
  return scan.indent === -1 && typeof data === 'object' ? (data ?? undefined) : undefined;
}

/**
 * The text with line feeds alone, the last line with one as well, so that the scanners need not look for the end of the
 * text; or undefined when it holds characters that YAML has not, or that it passes over in some places.
 */
function plainForm(text: string): string | undefined {
  if (text.length > maxPlainLength) return undefined;
  const lines = text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\0-\x08\x0b-\x1f\ufeff]/.test(lines)) return undefined;
  if (lines.endsWith('\n')) return lines;
  // Of a last line of mere spaces the parser of the package does not always make an empty line.
  return lines.endsWith(' ') ? undefined : `${lines}\n`;
}

/**
 * A value that may be of any kind, at `scan.at`.
 * @param column where it stands, counted from the start of its line
 * @param parent the column of the group or list around it, -1 for none
 */
function nodeAt(scan: Scan, column: number, parent: number, depth: number): Json | undefined {
  const { text, at: start, followsRemark } = scan;
  const first = text.charCodeAt(start);
  if (first === code.dash && isBlankAt(text, start + 1)) return listAt(scan, column, depth + 1);
  const name = nameAt(scan);
  if (name !== undefined) return groupAt(scan, column, name, depth + 1);
  // After a remark the parser of the package is not always certain how far such a value goes.
  if (followsRemark) return undefined;
  scan.at = start;
  return valueOnLine(scan, parent, depth);
}

/** Fields below each other; the name of the first has been read, up to and with its colon. */
function groupAt(scan: Scan, column: number, firstName: string, depth: number): Json | undefined {
  if (depth > maxDepth) return undefined;
  const data: Record<string, Json> = {};
  let isHollow = false;
  for (let name: string | undefined = firstName; ; name = nameAt(scan)) {
    if (name === undefined || hasMember(data, name)) return undefined;
    const value = valueAfterColon(scan, column, depth);
    if (value === undefined || scan.indent > column) return undefined;
    if (value === null) isHollow = true;
    setMember(data, name, value);
    if (scan.indent < column) return isHollow ? withoutEmpty(data) : data;
  }
}

/** Items below each other, the first of them at `scan.at`. */
function listAt(scan: Scan, column: number, depth: number): Json | undefined {
  if (depth > maxDepth) return undefined;
  const { text } = scan;
  const items: Json[] = [];
  do {
    const dash = scan.at;
    scan.at = afterSpaces(text, dash + 1);
    const item = itemAfterDash(scan, column, column + scan.at - dash, depth);
    if (item === undefined || scan.indent > column) return undefined;
    items.push(item);
    if (scan.indent < column) return items;
  } while (text.charCodeAt(scan.at) === code.dash && isBlankAt(text, scan.at + 1));
  // At the column of a list that is not indented, the next field of the group around it may follow.
  return items;
}

function itemAfterDash(scan: Scan, parent: number, column: number, depth: number): Json | undefined {
  const first = scan.text.charCodeAt(scan.at);
  if (first === code.newline || first === code.hash)
    return endLineBefore(scan) ? nodeBelow(scan, parent, depth) : undefined;
  scan.followsRemark = false;
  return nodeAt(scan, column, parent, depth);
}

function valueAfterColon(scan: Scan, column: number, depth: number): Json | undefined {
  scan.at = afterSpaces(scan.text, scan.at);
  const first = scan.text.charCodeAt(scan.at);
  if (first !== code.newline && first !== code.hash) return valueOnLine(scan, column, depth);
  return endLineBefore(scan) ? memberBelow(scan, column, depth) : undefined;
}

/** A value that begins at `scan.at` and is no group or list but one in brackets. */
function valueOnLine(scan: Scan, parent: number, depth: number): Json | undefined {
  const { text } = scan;
  switch (text.charCodeAt(scan.at)) {
    case code.quote:
    case code.apostrophe: {
      const quoted = quotedText(scan);
      return quoted !== undefined && endLine(scan) ? quoted : undefined;
    }
    case code.openBracket:
    case code.openBrace:
      return flowLine(scan, parent, depth);
    case code.bar:
    case code.greater:
      return blockText(scan, parent);
    default:
      return isPlainStart(text, scan.at) ? plainText(scan, plainEnd(text, scan.at), parent) : undefined;
  }
}

/** Ends a line with nothing but a remark after its colon or dash. */
function endLineBefore(scan: Scan): boolean {
  if (scan.text.charCodeAt(scan.at) === code.hash) scan.at -= 1;
  return endLine(scan);
}

/** What stands on the lines below a field without a value on its own line. */
function memberBelow(scan: Scan, column: number, depth: number): Json | undefined {
  const isListBelow =
    scan.indent === column &&
    scan.text.charCodeAt(scan.at) === code.dash &&
    isBlankAt(scan.text, scan.at + 1);
  return isListBelow ? listAt(scan, column, depth + 1) : nodeBelow(scan, column, depth);
}

function nodeBelow(scan: Scan, parent: number, depth: number): Json | undefined {
  return scan.indent > parent ? nodeAt(scan, scan.indent, parent, depth) : null;
}

/** A list or group in brackets, with nothing behind it. */
function flowLine(scan: Scan, parent: number, depth: number): Json | undefined {
  const value = flowValue(scan, parent, depth);
  return value !== undefined && endLine(scan) ? value : undefined;
}

/** The name of a field at `scan.at`, which is left after its colon. */
function nameAt(scan: Scan): string | undefined {
  const { text, at } = scan;
  const first = text.charCodeAt(at);
  if (first === code.quote || first === code.apostrophe) {
    const quoted = quotedText(scan);
    return quoted !== undefined && passColon(scan, at) ? quoted : undefined;
  }
  if (!isPlainStart(text, at)) return undefined;
  const end = plainEnd(text, at);
  return text.charCodeAt(end) === code.colon ? plainName(scan, end) : undefined;
}

/** The plain name from `scan.at` to a colon, after which the scan is left. */
function plainName(scan: Scan, colon: number): string | undefined {
  const { text, at } = scan;
  const first = text.charCodeAt(at);
  // It could be a mark between documents.
  if (first === code.dash || first === code.dot || colon - at > maxNameLength) return undefined;
  scan.at = colon + 1;
  return text.slice(at, trimmedEnd(text, colon));
}

/** Whether a colon follows the quoted name that began at `start`; if so, the scan is left after it. */
function passColon(scan: Scan, start: number): boolean {
  const { text } = scan;
  const colon = afterSpaces(text, scan.at);
  if (text.charCodeAt(colon) !== code.colon || !isBlankAt(text, colon + 1)) return false;
  if (colon - start > maxNameLength) return false;
  scan.at = colon + 1;
  return true;
}

function isBlankAt(text: string, at: number): boolean {
  const next = text.charCodeAt(at);
  return next === code.space || next === code.newline;
}
