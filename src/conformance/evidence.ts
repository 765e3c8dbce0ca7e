import type { SourceDocument } from '../descriptor/descriptor.ts';
import {
  childOf,
  childPointer,
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonPointer,
  type PointerPattern,
  placesAt,
} from '../descriptor/json-pointer.ts';

/** What a descriptor says at a place that a rule or a question looks at. */
export interface Evidence {
  /** JSON Pointer of the field. */
  readonly pointer: string;
  /** The lines that it takes up, 1-based, both inclusive. */
  readonly line: number;
  readonly lastLine: number;
  /** The value in words: texts and numbers as they are, cut when long; of groups and lists, what is in them. */
  readonly value: string;
}

/** What stands at the places that match the patterns, each place once, in the order of the text. */
export function evidenceAt(document: SourceDocument, patterns: Iterable<PointerPattern>): Evidence[] {
  const { data } = document;
  if (data === undefined) return [];
  const found = new Map<string, Evidence>();
  for (const pattern of new Set(patterns)) {
    for (const { pointer, value } of placesAt(data, pattern)) {
      if (found.has(pointer)) continue;
      const { line } = document.locate(pointer, 'key').start;
      const lastLine = document.locate(lastBelow(pointer, value)).end.line;
      found.set(pointer, { pointer, line, lastLine, value: inWords(value) });
    }
  }
  return [...found.values()].sort(
    (left, right) => left.line - right.line || (left.pointer < right.pointer ? -1 : 1),
  );
}

/** The last single value of a group or list: places of these themselves reach no further than their names. */
function lastBelow(pointer: JsonPointer, value: Json): JsonPointer {
  const name = isJsonArray(value)
    ? value.length - 1
    : isJsonObject(value)
      ? Object.keys(value).at(-1)
      : undefined;
  if (name === undefined || name === -1) return pointer;
  const below = childPointer(pointer, name);
  return lastBelow(below, childOf(value, String(name)) ?? null);
}

const longestValue = 300;

function inWords(value: Json): string {
  const text = wordsOf(value);
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text;
}

function wordsOf(value: Json): string {
  if (isJsonArray(value)) {
    const isPlain = value.every((item) => !isJsonArray(item) && !isJsonObject(item));
    return isPlain
      ? value.map(wordsOf).join(', ')
      : `${value.length} ${value.length === 1 ? 'entry' : 'entries'}`;
  }
  if (isJsonObject(value)) return Object.keys(value).join(', ');
  return String(value);
}
