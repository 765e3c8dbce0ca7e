import type { SourceDocument } from '../descriptor/descriptor.ts';
import {
  childPointer,
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonPointer,
  type PointerPattern,
  placesAt,
} from '../descriptor/json-pointer.ts';

/** Consecutive lines of a descriptor's file that bear on a question. */
export interface Passage {
  /** 1-based. */
  readonly firstLine: number;
  /** As they stand in the file, without line ends; not more than are worth showing. */
  readonly lines: readonly string[];
  /** How many more lines it has. */
  readonly more: number;
}

/** What a descriptor says on a question, and where it says nothing. */
export interface Passages {
  /** In the order of the text; none shares a line with another. */
  readonly stated: readonly Passage[];
  /** The fields that are not there. */
  readonly notStated: readonly PointerPattern[];
}

/** A person does not read more of one field at once. */
const mostLines = 25;

/** The passages of a descriptor that a question concerns. */
export function passagesOf(document: SourceDocument, concerns: readonly PointerPattern[]): Passages {
  const { data } = document;
  const spans: { first: number; last: number }[] = [];
  const notStated: PointerPattern[] = [];
  for (const pattern of concerns) {
    const places = data === undefined ? [] : placesAt(data, pattern);
    if (places.length === 0) notStated.push(pattern);
    for (const { pointer, value } of places) {
      const first = document.locate(pointer, 'key').start.line;
      spans.push({ first, last: Math.max(first, lastLine(document, pointer, value)) });
    }
  }
  const lines = document.source.text.split(/\r?\n/);
  return { stated: joined(spans).map((span) => passage(lines, span)), notStated };
}

/** The place of a group or list is that of its name, so its end is told by what is in it. */
function lastLine(document: SourceDocument, pointer: JsonPointer, value: Json): number {
  const members = isJsonArray(value)
    ? [...value.entries()]
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  if (members.length === 0) return document.locate(pointer).end.line;
  let last = 0;
  for (const [name, member] of members) {
    last = Math.max(last, lastLine(document, childPointer(pointer, name), member));
  }
  return last;
}

/** Spans that overlap are one. */
function joined(spans: readonly { first: number; last: number }[]): { first: number; last: number }[] {
  const kept: { first: number; last: number }[] = [];
  for (const span of [...spans].sort((left, right) => left.first - right.first || right.last - left.last)) {
    const before = kept.at(-1);
    if (before === undefined || span.first > before.last) kept.push({ ...span });
    else before.last = Math.max(before.last, span.last);
  }
  return kept;
}

function passage(
  lines: readonly string[],
  { first, last }: { readonly first: number; readonly last: number },
): Passage {
  const count = last - first + 1;
  // One line left over takes the room of saying so.
  const shown = count <= mostLines + 1 ? count : mostLines;
  return { firstLine: first, lines: lines.slice(first - 1, first - 1 + shown), more: count - shown };
}
