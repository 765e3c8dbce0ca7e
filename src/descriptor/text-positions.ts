import type { Position, Range } from './finding.ts';

/** Turns offsets in a text (0-based, UTF-16 units) into lines and ranges. */
export interface TextPositions {
  /** The 1-based line that an offset is on. */
  lineOf(offset: number): number;
  /** The range from `start` up to, not including, `end`; always inside the text, and empty only at its end. */
  rangeOf(start: number, end: number): Range;
}

/** The positions of a text. Its lines are counted once, when the first is asked for: most texts need none. */
export function positionsOf(text: string): TextPositions {
  let lines: readonly number[] | undefined;
  const position = (offset: number): Position => {
    lines ??= lineStarts(text);
    const line = lastAtOrBefore(lines, offset);
    return { line: line + 1, column: offset - (lines[line] ?? 0) + 1, offset };
  };
  return {
    lineOf: (offset) => position(offset).line,
    rangeOf(start, end) {
      const from = Math.min(Math.max(start, 0), text.length);
      const to = Math.min(Math.max(end, from + characterLength(text, from)), text.length);
      return { start: position(from), end: position(to) };
    },
  };
}

/** How many UTF-16 units the character at an offset has. */
export function characterLength(text: string, offset: number): number {
  return (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
}

/** Only a line feed ends a line, alone or after a carriage return. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The range of the first line of a text that is not blank, where faults of a whole file are shown. */
export function firstLineRange(text: string): Range {
  const start = Math.max(text.search(/\S/), 0);
  const line = text.slice(start).split('\n', 1)[0] ?? '';
  return positionsOf(text).rangeOf(start, start + line.trimEnd().length);
}
