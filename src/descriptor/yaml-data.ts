import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';
import { formatPointer, type Json } from './json-pointer.ts';
import { limitWords, maxDepth, maxFaults, maxRepeatedValues, maxValues } from './limits.ts';
import { shownName, shownText } from './shown-text.ts';
import type { TextFault } from './text-fault.ts';
import type { TextPositions } from './text-positions.ts';

/** What a document says, as JSON; only to be trusted when there is no fault. */
export interface DataReading {
  readonly data: Json;
  readonly faults: readonly TextFault[];
}

/** How many values the aliases of a file have repeated so far. */
export interface AliasBudget {
  repeated: number;
}

/** A value with an anchor: its data, how many values it holds, itself included, and how many levels. */
interface Anchored {
  readonly data: Json;
  readonly values: number;
  readonly levels: number;
}

interface Reading {
  readonly positions: TextPositions;
  readonly budget: AliasBudget;
  /** The last anchor of each name so far; undefined while the value it stands before is still being read. */
  readonly anchors: Map<string, Anchored | undefined>;
  readonly path: (string | number)[];
  readonly faults: TextFault[];
  values: number;
  deepest: number;
  isStopped: boolean;
}

/** Nodes as the parser makes them: each has a range, which the types of the package leave open below the top. */
type Node = ParsedNode;
type Words = Pick<TextFault, 'message' | 'help' | 'data'>;

/**
 * Turns a parsed document into JSON in one pass. Unlike the parser's own way, it leaves out empty members, refuses
 * cycles and numbers that JSON lacks, sees duplicate fields in linear time, and shares the data that aliases repeat.
 */
export function readData(contents: ParsedNode, positions: TextPositions, budget: AliasBudget): DataReading {
  const reading: Reading = {
    positions,
    budget,
    anchors: new Map(),
    path: [],
    faults: [],
    values: 0,
    deepest: 0,
    isStopped: false,
  };
  return { data: dataOf(reading, contents, 0), faults: reading.faults };
}

/** @param depth how many lists and groups of fields are around the node */
function dataOf(reading: Reading, node: Node, depth: number): Json {
  if (isAlias(node)) return aliasValue(reading, node, depth);
  return node.anchor === undefined
    ? ownValue(reading, node, depth)
    : anchoredValue(reading, node, node.anchor, depth);
}

function ownValue(reading: Reading, node: Node, depth: number): Json {
  countValues(reading, node, 1);
  if (isScalar(node)) return scalarValue(reading, node);
  if (!reachesDepth(reading, node, depth + 1)) return null;
  if (isMap(node)) return mapValue(reading, node as YAMLMap.Parsed, depth + 1);
  return isSeq(node) ? listValue(reading, node.items as Node[], depth + 1) : null;
}

function scalarValue(reading: Reading, node: Node & { readonly value: unknown }): Json {
  const { value } = node;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) report(reading, node, notFinite(value));
    return value + 0; // -0 becomes 0, as it would in JSON
  }
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

function listValue(reading: Reading, items: readonly Node[], depth: number): Json {
  const data: Json[] = [];
  for (const [index, item] of items.entries()) {
    if (reading.isStopped) break;
    reading.path.push(index);
    data.push(dataOf(reading, item, depth));
    reading.path.pop();
  }
  return data;
}

function mapValue(reading: Reading, map: YAMLMap.Parsed, depth: number): Json {
  const data: Record<string, Json> = {};
  const firsts = new Map<string, number>();
  for (const { key, value } of map.items) {
    if (reading.isStopped) break;
    const name = fieldOf(reading, key);
    reading.path.push(name ?? '');
    if (name !== undefined) {
      const first = firsts.get(name);
      if (first === undefined) firsts.set(name, key.range[0]);
      else reportDuplicate(reading, map, key, first);
    }
    if (value === null) report(reading, key, valueless(name ?? ''));
    const member = value === null ? null : dataOf(reading, value, depth);
    if (member !== null) setMember(data, name ?? '', member);
    reading.path.pop();
  }
  return data;
}

/** The name of a field, or undefined when it has none, or one that is no text: of that the parser has told already. */
function fieldOf(reading: Reading, key: Node): string | undefined {
  if (!isScalar(key) || typeof key.value !== 'string') return undefined;
  if (key.range[0] === key.range[1]) {
    report(reading, key, nameless);
    return undefined;
  }
  if (key.anchor !== undefined) reading.anchors.set(key.anchor, { data: key.value, values: 1, levels: 0 });
  return key.value;
}

/** Assigning to `__proto__` would set the prototype rather than a member. */
function setMember(data: Record<string, Json>, name: string, value: Json): void {
  if (name !== '__proto__') data[name] = value;
  else Object.defineProperty(data, name, { value, writable: true, enumerable: true, configurable: true });
}

function anchoredValue(reading: Reading, node: Node, anchor: string, depth: number): Json {
  const { values, deepest } = reading;
  reading.anchors.set(anchor, undefined);
  reading.deepest = depth;
  const data = ownValue(reading, node, depth);
  reading.anchors.set(anchor, { data, values: reading.values - values, levels: reading.deepest - depth });
  reading.deepest = Math.max(deepest, reading.deepest);
  return data;
}

function aliasValue(reading: Reading, alias: Node & { readonly source: string }, depth: number): Json {
  const anchored = reading.anchors.get(alias.source);
  if (anchored === undefined) {
    report(
      reading,
      alias,
      reading.anchors.has(alias.source) ? selfReferring(alias.source) : unknownAnchor(alias.source),
    );
    return null;
  }
  countValues(reading, alias, anchored.values);
  reading.budget.repeated += anchored.values;
  if (reading.budget.repeated > maxRepeatedValues) stop(reading, alias, limitWords.repeatedValues);
  if (!reachesDepth(reading, alias, depth + anchored.levels)) return null;
  return anchored.data;
}

function countValues(reading: Reading, node: Node, values: number): void {
  reading.values += values;
  if (reading.values > maxValues) stop(reading, node, limitWords.values);
}

function reachesDepth(reading: Reading, node: Node, depth: number): boolean {
  reading.deepest = Math.max(reading.deepest, depth);
  if (depth > maxDepth) stop(reading, node, limitWords.depth);
  return depth <= maxDepth;
}

function stop(reading: Reading, node: Node, words: Words): void {
  if (reading.isStopped) return;
  reading.isStopped = true;
  report(reading, node, words);
}

function report(reading: Reading, { range }: Node, words: Words): void {
  if (reading.faults.length > maxFaults) return;
  const pointer = formatPointer(reading.path);
  reading.faults.push({ ...words, start: range[0], end: range[1], effect: 'local', pointer });
}

/** A field that stands at the column of its group was meant to be there, whatever else is wrong with the document. */
function reportDuplicate(reading: Reading, map: YAMLMap.Parsed, key: Node, first: number): void {
  const { positions, path, faults } = reading;
  if (faults.length > maxFaults) return;
  const column = (offset: number) => positions.rangeOf(offset, offset).start.column;
  const isAtColumn = column(map.range[0]) === column(key.range[0]);
  const field = String(path.at(-1));
  const firstLine = positions.lineOf(first);
  faults.push({
    message: `The field ${shownName(field)} is given already on line ${firstLine}.`,
    help: 'Keep one of the two; if each belongs to an item of its own in a list, begin the second item with a dash.',
    data: { field: shownText(field), firstLine },
    start: key.range[0],
    end: key.range[1],
    effect: isAtColumn ? 'independent' : 'local',
    pointer: formatPointer(path),
    part: 'key',
  });
}

const nameless: Words = {
  message: 'The name of a field is missing before the colon.',
  help: 'Write the name, or put the whole in quotation marks if it is text.',
  data: {},
};

/** YAML takes `{ points:10 }` and `{ data, science }` for names of empty fields, and so would lose them. */
function valueless(name: string): Words {
  const glued = /^[\p{L}\p{N}_-]+:/u.exec(name)?.[0];
  return {
    message: glued
      ? `A space is missing after \`${shownText(glued)}\`.`
      : `The field ${shownName(name)} has neither a colon nor a value.`,
    help: glued
      ? 'Write a space between the colon and the value.'
      : 'Write a colon, a space and the value after the name; the items of a list stand in [ ] rather than { }.',
    data: { field: shownText(name) },
  };
}

function notFinite(value: number): Words {
  return {
    message: `A number is expected here, but ${Number.isNaN(value) ? '`.nan` is none' : 'this one is infinite'}.`,
    help: 'Write the number in digits, leave the field empty if it is not known, or put it in quotation marks if it is text.',
    data: {},
  };
}

function unknownAnchor(name: string): Words {
  const alias = shownText(`*${name}`);
  const anchor = `&${alias.slice(1)}`;
  return {
    message: `The asterisk makes \`${alias}\` an alias, but no anchor \`${anchor}\` comes before it.`,
    help: 'Put the whole text in quotation marks; or, if an alias is meant, write the anchor before the value it stands for.',
    data: { alias },
  };
}

function selfReferring(name: string): Words {
  const alias = shownText(`*${name}`);
  return {
    message: `The alias \`${alias}\` stands inside the value that it stands for, so that value would never end.`,
    help: 'Write out what is meant instead of the alias.',
    data: { alias },
  };
}
