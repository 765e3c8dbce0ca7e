import type { Range } from './finding.ts';
import type { FormFault, FormKind } from './form-fault.ts';
import type { Json, JsonPointer } from './json-pointer.ts';
import { limitWords, maxTextLength } from './limits.ts';
import { spelt, type TextFault } from './text-fault.ts';
import { firstLineRange, positionsOf, type TextPositions } from './text-positions.ts';
import { type AliasBudget, readData } from './yaml-data.ts';
import { faultsOf } from './yaml-faults.ts';
import { type Places, placesOf } from './yaml-places.ts';
import { parseYaml, type YamlDocument } from './yaml-stream.ts';

/** A text and the path that reports name it by. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** One YAML document of a source, read. */
export interface SourceDocument {
  readonly source: Source;
  /** 0-based number of the document in its source, not counting those with nothing in them. */
  readonly document: number;
  /** Acyclic JSON with string keys and no empty (null) members, or undefined when the text cannot be trusted. */
  readonly data: Json | undefined;
  /** Faults of YAML, with their ranges; whenever there is one, `data` is undefined. */
  readonly faults: readonly { readonly fault: FormFault; readonly range: Range }[];
  /** The place of a pointer. Total: a pointer to nothing gives the place of its nearest ancestor. */
  locate(pointer: JsonPointer, part?: 'key' | 'value'): Range;
}

/** What is the same for all documents of a source. */
interface Reading {
  readonly source: Source;
  readonly positions: TextPositions;
  readonly budget: AliasBudget;
}

/** Reads every YAML document of a text. Total: whatever the text, it returns; see SourceDocument for what it says. */
export function readDocuments(source: Source): readonly SourceDocument[] {
  const { text } = source;
  const reading: Reading = { source, positions: positionsOf(text), budget: { repeated: 0 } };
  const fault = faultOfText(text);
  if (fault) return [unreadDocument(reading, fault, 'yaml')];
  // A mark between documents too many makes no document.
  const documents = parseYaml(text).filter(({ isEmpty }) => !isEmpty);
  if (documents.length === 0) return [unreadDocument(reading, emptyFault(text), 'file')];
  return documents.map((parsed, document) => readDocument(reading, parsed, document));
}

function readDocument(reading: Reading, parsed: YamlDocument, document: number): SourceDocument {
  const { source, positions, budget } = reading;
  const { text } = source;
  const { tree, start } = parsed;
  const read = tree && readData(tree.contents, positions, budget);
  const faults = faultsOf({
    text,
    positions,
    ...parsed,
    faults: [...parsed.faults, ...(read?.faults ?? [])],
  });
  if (!read || faults.length > 0) {
    const located = faults.map((fault) => placed(fault, positions, 'yaml'));
    return {
      source,
      document,
      data: undefined,
      faults: located,
      locate: () => positions.rangeOf(start, start),
    };
  }
  let places: Places | undefined;
  return {
    source,
    document,
    data: read.data,
    faults: [],
    locate(pointer, part = 'value') {
      places ??= placesOf(text, tree.contents);
      return positions.rangeOf(...places.spanOf(pointer, part));
    },
  };
}

function unreadDocument({ source, positions }: Reading, fault: TextFault, kind: FormKind): SourceDocument {
  const faults = [placed(fault, positions, kind)];
  return { source, document: 0, data: undefined, faults, locate: () => positions.rangeOf(0, 0) };
}

function placed(
  fault: TextFault,
  positions: TextPositions,
  kind: FormKind,
): { fault: FormFault; range: Range } {
  const { message, help, data, pointer = '', part, start, end } = fault;
  const form: FormFault = { kind, message, help, data, pointer, ...(part && { part }) };
  return { fault: form, range: positions.rangeOf(start, end) };
}

function emptyFault(text: string): TextFault {
  const { start, end } = firstLineRange(text);
  return {
    message:
      text.trim() === ''
        ? 'The file is empty.'
        : 'The file holds nothing but comments and marks between documents.',
    help: 'Write a descriptor into it, beginning with the field `microcred: 1`.',
    data: {},
    start: start.offset,
    end: end.offset,
    effect: 'derails',
  };
}

/** Faults for which no document of the text can be trusted. */
function faultOfText(text: string): TextFault | undefined {
  if (text.length > maxTextLength)
    return { ...limitWords.textLength, start: maxTextLength, end: text.length, effect: 'derails' };
  // YAML 1.2.2, c-printable; and a carriage return alone ends a line in YAML, but not for the parser.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const offset = text.search(/[\0-\x08\x0b\x0c\x0e-\x1f]|\r(?!\n)/);
  if (offset === -1) return undefined;
  const isReturn = text[offset] === '\r';
  const character = spelt(text.charAt(offset));
  return {
    message: isReturn
      ? 'A line ends with a carriage return alone, where a line feed is expected as well.'
      : `The text holds the control character ${character}, which YAML does not allow.`,
    help: isReturn
      ? 'Save the file with line ends LF or CRLF.'
      : 'Remove it, or write it as an escape inside double quotation marks.',
    data: { character },
    start: offset,
    end: offset + 1,
    effect: 'derails',
  };
}
