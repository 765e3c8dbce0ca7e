/** The rest of a line from an offset on, without a comment and the space before it; at most 2,000 UTF-16 units. */
export function lineFrom(text: string, start: number): string {
  const line = text.slice(start, start + 2_000).split(/\r?\n/, 1)[0] ?? '';
  return line.replace(/\s#.*$/, '').trimEnd();
}

/** What stands before an offset on its line. */
export function lineUpTo(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), offset);
}

/** The line before that of an offset, without the space at its end; empty when there is none. */
export function lineAbove(text: string, offset: number): string {
  const end = lineStart(text, offset) - 1;
  return end < 0 ? '' : lineUpTo(text, end).trimEnd();
}

/** The first character from an offset on that is neither space nor part of a comment line. */
export function nextContent(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && /[\s#]/.test(text.charAt(at))) {
    const lineEnd = text.charAt(at) === '#' ? text.indexOf('\n', at) : at;
    if (lineEnd === -1) break;
    at = lineEnd + 1;
  }
  return at < text.length ? at : offset;
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}
