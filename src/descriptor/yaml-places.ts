import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, Scalar, type YAMLMap } from 'yaml';
import { type JsonPointer, parsePointer } from './json-pointer.ts';

/** Offsets in the text (0-based, UTF-16 units), the second exclusive. */
export type Span = readonly [start: number, end: number];

type Part = 'key' | 'value';
type Field = Pair<ParsedNode, ParsedNode | null>;

/** The places of a document: finds where a pointer stands in the text. */
export interface Places {
  spanOf(pointer: JsonPointer, part: Part): Span;
}

/** A group with fewer fields is searched as fast as an index of it is made. */
const indexedFrom = 16;

/**
 * The places of a parsed document. What stands below an alias has the place of the alias; a value in `|` or `>` form
 * begins at that mark, on the line of its field, and ends with its last line that is not blank.
 */
export function placesOf(text: string, contents: ParsedNode): Places {
  const indexes = new Map<YAMLMap.Parsed, ReadonlyMap<string, Field>>();
  const fieldNamed = (map: YAMLMap.Parsed, name: string): Field | undefined => {
    if (map.items.length < indexedFrom) return map.items.find(({ key }) => nameOf(key) === name);
    const index = indexes.get(map) ?? new Map(map.items.map((field) => [nameOf(field.key), field]));
    indexes.set(map, index);
    return index.get(name);
  };
  return { spanOf: (pointer, part) => spanBelow(text, contents, parsePointer(pointer), part, fieldNamed) };
}

function spanBelow(
  text: string,
  contents: ParsedNode,
  segments: readonly string[],
  part: Part,
  fieldNamed: (map: YAMLMap.Parsed, name: string) => Field | undefined,
): Span {
  let node = contents;
  /** The key that names the node, if it has one. */
  let key: Span | undefined;
  for (const segment of segments) {
    if (isAlias(node)) return ownSpan(text, node);
    if (isMap(node)) {
      const field = fieldNamed(node as YAMLMap.Parsed, segment);
      if (!field) return key ?? shortSpan(text, node);
      key = ownSpan(text, field.key);
      if (isEmpty(field.value)) return key;
      node = field.value;
    } else {
      const item = isSeq(node) && /^(?:0|[1-9]\d*)$/.test(segment) ? node.items[Number(segment)] : undefined;
      if (!item) return key ?? shortSpan(text, node);
      node = item as ParsedNode;
      key = undefined;
    }
  }
  const isSingle = isScalar(node) || isAlias(node);
  return key && (part === 'key' || !isSingle) ? key : shortSpan(text, node);
}

function nameOf(key: ParsedNode): string {
  return isScalar(key) ? String(key.value) : '';
}

function isEmpty(value: ParsedNode | null): value is null {
  return value === null || (isScalar(value) && value.value === null);
}

/** A short place for a node that no key names: of a group its first key, of a list its first item. */
function shortSpan(text: string, node: ParsedNode): Span {
  const first = isMap(node)
    ? (node as YAMLMap.Parsed).items[0]?.key
    : isSeq(node)
      ? node.items[0]
      : undefined;
  return first ? shortSpan(text, first as ParsedNode) : ownSpan(text, node);
}

/** Exactly what is written for a single value or an empty group. */
function ownSpan(text: string, node: ParsedNode): Span {
  const [start, end] = node.range;
  if (start === end) return markBefore(text, start);
  const isBlock = isScalar(node) && (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED);
  return isBlock ? [start, start + text.slice(start, end).trimEnd().length] : [start, end];
}

/** Of a value with no text the mark that announces it, for instance the dash of an empty item. */
function markBefore(text: string, offset: number): Span {
  const before = text.slice(0, offset).trimEnd().length;
  const last = text.codePointAt(before - 2) ?? 0;
  return [Math.max(before - (last > 0xffff ? 2 : 1), 0), Math.max(before, 1)];
}
