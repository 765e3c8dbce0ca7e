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
export function codeFrame({ excerpt, location, data }: Finding, style: Style, width: number): string[] {
  const { start, end } = location.range;
  if (excerpt.trim() === '' || Object.hasOwn(data, 'missing') || start.column > excerpt.length) return [];
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
