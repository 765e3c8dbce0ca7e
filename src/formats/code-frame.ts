import type { Finding } from '../descriptor/finding.ts';
import type { Style } from './report-format.ts';
import { visibleText } from './visible-text.ts';
import { columnsOf, cutText } from './wrapped-text.ts';

/** Shown before the place on a line that is too long to be shown whole, in characters. */
const shownBefore = 24;

/**
 * The line of a finding with its place marked below, ready to print; nothing when there is no text, or when the
 * finding is about something that is not there.
 */
export function codeFrame(finding: Finding, style: Style, width: number): string[] {
  const { excerpt, location } = finding;
  const { start, end } = location.range;
  if (excerpt.trim() === '' || isAboutNothing(finding) || start.column > excerpt.length) return [];
  const first = start.column - 1;
  const last = end.line === start.line ? Math.min(end.column - 1, excerpt.length) : excerpt.length;
  const marked = excerpt.slice(first, last).trimEnd();
  const number = String(start.line);
  const room = width - number.length - 3;
  const from = columnsOf(shown(excerpt)) <= room ? 0 : leadStart(excerpt, first, room);
  const lead = (from > 0 ? '…' : '') + shown(excerpt.slice(from, first));
  const line = cutText(lead + shown(marked) + shown(excerpt.slice(first + marked.length)), room);
  const carets = '^'.repeat(Math.max(1, Math.min(columnsOf(shown(marked)), room - columnsOf(lead))));
  return [
    `${style.faint(`${number} │`)} ${line}`,
    `${style.faint(`${' '.repeat(number.length)} │`)} ${' '.repeat(columnsOf(lead))}${style.error(carets)}`,
  ];
}

/** Whether a finding is about a field that is not in the text at all; one left empty is, under its name. */
export function isAboutNothing({ data, excerpt, location: { range } }: Finding): boolean {
  if (!Object.hasOwn(data, 'missing')) return false;
  const marked = excerpt.slice(range.start.column - 1, range.end.column - 1);
  return marked.replace(/^["']|["']$/g, '') !== data['missing'];
}

function shown(text: string): string {
  return visibleText(text.replaceAll('\t', '  '));
}

/** Where to begin with a line that is too long: what stands before the place may take half of the room. */
function leadStart(line: string, first: number, room: number): number {
  let from = Math.max(0, first - shownBefore);
  const isHalf = (): boolean => /[\udc00-\udfff]/.test(line.charAt(from));
  while (from < first && (isHalf() || columnsOf(shown(line.slice(from, first))) > room / 2)) from += 1;
  return from;
}
