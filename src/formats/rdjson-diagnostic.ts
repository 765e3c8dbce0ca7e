import type { Position, Range, Severity } from '../descriptor/finding.ts';
import { type Annotation, exceptionText, lastLineOf, plainPath } from './annotations.ts';
import { visibleText } from './visible-text.ts';

/** What finds the faults, as reviewdog names it. */
export const rdjsonSource = { name: 'microcred' } as const;

const severities: Record<Severity, string> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };

/**
 * A diagnostic in reviewdog's form. A finding that is waived, or that a baseline knows, stays visible, but as information. Incidents, and what concerns a
 * descriptor as a whole, have a path and no range.
 */
export function rdjsonDiagnostic(annotation: Annotation): object {
  const { severity, code, message, help, path, finding } = annotation;
  const url = finding?.sources.find((source) => isWebAddress(source.url))?.url;
  const exception = finding === undefined ? undefined : exceptionText(finding);
  const lines = [message, help, exception].filter((text) => text !== undefined);
  const related = (finding?.related ?? []).map((place) => ({
    message: visibleText(place.message),
    location: { path: plainPath(place.location.path), range: linesOf(place.location.range) },
  }));
  return {
    message: lines.join('\n'),
    location: {
      path,
      ...(finding === undefined ? {} : { range: rangeOf(finding.location.range, finding.excerpt) }),
    },
    severity: exception === undefined ? severities[severity] : 'INFO',
    code: { value: code, ...(url === undefined ? {} : { url }) },
    ...(related.length === 0 ? {} : { related_locations: related }),
  };
}

/** Whether it is the address of a page, without anything odd in it. */
function isWebAddress(url: string | undefined): boolean {
  return url !== undefined && /^https?:\/\/[\w.-]+(?:[:/?#][\w./?#=&%+,~:;@!()*-]*)?$/i.test(url);
}

/** With columns where both are known, otherwise whole lines, as reviewdog takes a range without columns. */
function rangeOf(range: Range, excerpt: string): object {
  const { start, end } = range;
  const startColumn = byteColumn(start, start.line, excerpt);
  const endColumn = byteColumn(end, start.line, excerpt);
  if (startColumn === undefined || endColumn === undefined) return linesOf(range);
  return {
    start: { line: start.line, column: startColumn },
    end: { line: end.line, column: endColumn },
  };
}

function linesOf(range: Range): object {
  return { start: { line: range.start.line }, end: { line: lastLineOf(range) } };
}

const encoder = new TextEncoder();

/**
 * The 1-based column of a position in bytes of UTF-8, which reviewdog counts in.
 *
 * @param line the line that the excerpt is of; it may be cut, and without a text it is empty
 * @returns undefined where what stands before the position is not known
 */
export function byteColumn(position: Position, line: number, excerpt: string): number | undefined {
  const before = position.column - 1;
  if (before === 0) return 1;
  if (position.line !== line || before > excerpt.length) return undefined;
  const text = excerpt.slice(0, before);
  // The excerpt may have been cut within a character.
  return /[\ud800-\udbff]$/.test(text) ? undefined : encoder.encode(text).length + 1;
}
