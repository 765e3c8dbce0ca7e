import type { Json } from './json-pointer.ts';
import { maxDepth } from './limits.ts';
import { quotedText } from './plain-quoted.ts';
import { afterSpaces, code, isPlainStart, type Scan, scalarOf, trimmedEnd } from './plain-text.ts';

/** Whether a field of this name has been set. */
export function hasMember(data: Record<string, Json>, name: string): boolean {
  // The first look is quick, and enough for all but what objects inherit.
  return data[name] !== undefined && Object.hasOwn(data, name);
}

/** Assigning to `__proto__` would set the prototype rather than a member. */
export function setMember(data: Record<string, Json>, name: string, value: Json): void {
  if (name !== '__proto__') data[name] = value;
  else Object.defineProperty(data, name, { value, writable: true, enumerable: true, configurable: true });
}

/** The same fields without those that are empty, which are only kept until all names are known. */
export function withoutEmpty(data: Record<string, Json>): Record<string, Json> {
  const filled: Record<string, Json> = {};
  for (const [name, value] of Object.entries(data)) if (value !== null) setMember(filled, name, value);
  return filled;
}

/**
 * A list or group in brackets, which may go on over lines that stand deeper than `column`. The scan is left behind its
 * last bracket; undefined when it is not certain.
 */
export function flowValue(scan: Scan, column: number, depth: number): Json | undefined {
  if (depth >= maxDepth) return undefined;
  return scan.text.charCodeAt(scan.at) === code.openBracket
    ? flowList(scan, column, depth + 1)
    : flowGroup(scan, column, depth + 1);
}

function flowList(scan: Scan, column: number, depth: number): Json | undefined {
  const items: Json[] = [];
  scan.at += 1;
  for (;;) {
    if (nextInFlow(scan, column) === code.closeBracket) break;
    const item = entryValue(scan, column, depth);
    if (item === undefined) return undefined;
    items.push(item);
    const next = nextInFlow(scan, column);
    if (next === code.closeBracket) break;
    if (next !== code.comma) return undefined;
    scan.at += 1;
  }
  scan.at += 1;
  return items;
}

function flowGroup(scan: Scan, column: number, depth: number): Json | undefined {
  const data: Record<string, Json> = {};
  let isHollow = false;
  scan.at += 1;
  for (;;) {
    if (nextInFlow(scan, column) === code.closeBrace) break;
    const name = flowName(scan);
    if (name === undefined || hasMember(data, name)) return undefined;
    const value = memberValue(scan, column, depth);
    if (value === undefined) return undefined;
    if (value === null) isHollow = true;
    setMember(data, name, value);
    const next = nextInFlow(scan, column);
    if (next === code.closeBrace) break;
    if (next !== code.comma) return undefined;
    scan.at += 1;
  }
  scan.at += 1;
  return isHollow ? withoutEmpty(data) : data;
}

/** The name at `scan.at`, which is left after the colon. */
function flowName(scan: Scan): string | undefined {
  const { text, at } = scan;
  const first = text.charCodeAt(at);
  if (first === code.quote || first === code.apostrophe) {
    const quoted = quotedText(scan);
    const colon = afterSpaces(text, scan.at);
    if (quoted === undefined || text.charCodeAt(colon) !== code.colon) return undefined;
    scan.at = colon + 1;
    return quoted;
  }
  if (!isPlainStart(text, at)) return undefined;
  const colon = flowPlainEnd(text, at);
  const after = text.charCodeAt(colon + 1);
  if (text.charCodeAt(colon) !== code.colon || (after !== code.space && after !== code.newline))
    return undefined;
  scan.at = colon + 1;
  return text.slice(at, trimmedEnd(text, colon));
}

function memberValue(scan: Scan, column: number, depth: number): Json | undefined {
  const first = nextInFlow(scan, column);
  return first === code.comma || first === code.closeBrace ? null : entryValue(scan, column, depth);
}

function entryValue(scan: Scan, column: number, depth: number): Json | undefined {
  const { text, at } = scan;
  const first = text.charCodeAt(at);
  if (first === code.quote || first === code.apostrophe) return quotedText(scan);
  if (first === code.openBracket || first === code.openBrace) return flowValue(scan, column, depth);
  if (!isPlainStart(text, at)) return undefined;
  const end = flowPlainEnd(text, at);
  scan.at = end;
  return scalarOf(text, at, trimmedEnd(text, end));
}

/** The first character from `scan.at` on that is no space or line feed; -1 when the brackets cannot go on there. */
function nextInFlow(scan: Scan, column: number): number {
  const { text } = scan;
  const at = afterSpaces(text, scan.at);
  const next = text.charCodeAt(at);
  if (next === code.newline) return onLineBelow(scan, at + 1, column);
  scan.at = at;
  return next;
}

function onLineBelow(scan: Scan, start: number, column: number): number {
  const { text } = scan;
  let line = start;
  let at = afterSpaces(text, line);
  while (text.charCodeAt(at) === code.newline) {
    line = at + 1;
    at = afterSpaces(text, line);
  }
  const next = text.charCodeAt(at);
  // Without indentation it could be a mark between documents.
  const isMark = at === line && (next === code.dash || next === code.dot);
  if (at - line <= column || isMark || at >= text.length) return -1;
  scan.at = at;
  return next;
}

/** Where plain text in brackets ends: at a mark of flow, a colon that makes it a name, or what cannot be there. */
function flowPlainEnd(text: string, at: number): number {
  for (let end = at; ; end++) {
    const next = text.charCodeAt(end);
    if (next >= 0x61 && next <= 0x7a) continue;
    switch (next) {
      case code.newline:
      case code.tab:
      case code.comma:
      case code.openBracket:
      case code.closeBracket:
      case code.openBrace:
      case code.closeBrace:
        return end;
      case code.colon:
        if (' \n,[]{}'.includes(text.charAt(end + 1))) return end;
        break;
      case code.hash:
        if (text.charCodeAt(end - 1) === code.space) return end;
        break;
      default:
    }
  }
}
