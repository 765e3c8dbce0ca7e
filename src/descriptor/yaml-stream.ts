import {
  Composer,
  type CST,
  type Document,
  isScalar,
  Lexer,
  type ParsedNode,
  Parser,
  type YAMLError,
} from 'yaml';
import {
  type LimitWords,
  limitWords,
  maxDepth,
  maxDocuments,
  maxFaults,
  maxFilePieces,
  maxPieces,
} from './limits.ts';
import { shownText } from './shown-text.ts';
import type { TextFault } from './text-fault.ts';

/** A document as the parser gives it; an empty one contains an empty scalar. */
export type YamlTree = Document.Parsed<ParsedNode, false>;

/** One YAML document of a text, parsed. */
export interface YamlDocument {
  /** Where it begins in the text (0-based, UTF-16 units). */
  readonly start: number;
  /** The tree, with positions in the whole text; undefined when a limit stopped the parser. */
  readonly tree: YamlTree | undefined;
  /** There is nothing in it, not even a fault. */
  readonly isEmpty: boolean;
  /** What the parser complains of. */
  readonly errors: readonly YAMLError[];
  /** What is at fault besides: directives and limits. */
  readonly faults: readonly TextFault[];
}

interface Stream {
  readonly text: string;
  composer: Composer<ParsedNode, false>;
  readonly documents: YamlDocument[];
  /** Faults of directives, which belong to the document that follows. */
  waiting: TextFault[];
  pieces: number;
  /** How many tokens the parser could not place since the last document; all but the first follow from the first. */
  strays: number;
  /** Nothing more is read. */
  isClosed: boolean;
}

/** Duplicate fields are found by our own linear check: the parser's takes time with the square of their number. */
const options = {
  prettyErrors: false,
  stringKeys: true,
  uniqueKeys: false,
  resolveKnownTags: false,
  merge: false,
  schema: 'core',
  logLevel: 'error',
} as const;

/**
 * Parses the YAML documents of a text, within the limits. The parser is driven piece by piece, because it would
 * otherwise run out of stack on deep nesting and take a quarter of a minute for five megabytes of commas.
 */
export function parseYaml(text: string): readonly YamlDocument[] {
  const stream: Stream = {
    text,
    composer: new Composer(options),
    documents: [],
    waiting: [],
    pieces: 0,
    strays: 0,
    isClosed: false,
  };
  withoutStackTraces(() => {
    for (let start = 0; start < text.length && !stream.isClosed; ) {
      const end = nextMarker(text, start);
      readPart(stream, start, end);
      start = end;
    }
  });
  const { errors, warnings } = stream.composer.streamInfo();
  if (errors.length + warnings.length + stream.waiting.length > 0) {
    const told = { errors: [...errors, ...warnings], faults: stream.waiting };
    stream.documents.push({ start: 0, tree: undefined, isEmpty: false, ...told });
  }
  return stream.documents;
}

/**
 * Where the next document begins: a line with `---` always ends what is before it (YAML 1.2.2, c-forbidden). Parsing
 * from marker to marker keeps a quotation mark that is never closed from swallowing the documents after it.
 */
function nextMarker(text: string, start: number): number {
  const marker = /\n---(?=[ \t\r\n]|$)/g;
  marker.lastIndex = start;
  const found = marker.exec(text);
  return found ? found.index + 1 : text.length;
}

function readPart(stream: Stream, start: number, end: number): void {
  const parser = new Parser();
  parser.offset = start;
  const piecesBefore = stream.pieces;
  for (const lexeme of new Lexer().lex(stream.text.slice(start, end))) {
    if (isPiece(lexeme)) stream.pieces += 1;
    for (const token of parser.next(lexeme)) {
      // An error inside a document that is still open is not one of the document before it.
      if (token.type === 'error' && parser.stack.length > 0) finishDocument(stream);
      take(stream, token);
    }
    const limit = limitReached(stream, stream.pieces - piecesBefore, parser.stack.length);
    if (limit !== undefined) refuse(stream, limit, parser.offset - lexeme.length);
    if (limit !== undefined || stream.isClosed) return;
  }
  for (const token of parser.end()) take(stream, token);
  finishDocument(stream);
}

/** Spaces, and the marks by which the lexer announces a text, cost next to nothing. */
function isPiece(lexeme: string): boolean {
  const first = lexeme.charCodeAt(0);
  return first !== 0x20 && first !== 0x1f && first !== 0x09;
}

function limitReached(stream: Stream, pieces: number, open: number): LimitWords | undefined {
  // The document itself and the text being read are open as well.
  if (open > maxDepth + 2) return limitWords.depth;
  if (pieces > maxPieces) return limitWords.pieces;
  return stream.pieces > maxFilePieces ? limitWords.filePieces : undefined;
}

function take(stream: Stream, token: CST.Token): void {
  if (stream.isClosed) return;
  if (token.type === 'document' || token.type === 'directive') finishDocument(stream);
  if (token.type === 'document' && stream.documents.length >= maxDocuments) {
    refuse(stream, limitWords.documents, token.offset);
  } else if (token.type === 'directive' && !/^%YAML[ \t]+1\.2$/.test(token.source)) {
    if (stream.waiting.length <= maxFaults) stream.waiting.push(directiveFault(token));
  } else if (token.type !== 'error' || ++stream.strays <= maxFaults) {
    for (const tree of stream.composer.next(token)) add(stream, tree);
  }
}

function finishDocument(stream: Stream): void {
  for (const tree of stream.composer.end()) add(stream, tree);
}

function add(stream: Stream, tree: YamlTree): void {
  const errors = [...tree.errors, ...tree.warnings];
  const faults = stream.waiting;
  const { contents, range } = tree;
  const isVoid = isScalar(contents) && contents.value === null && contents.range[0] === contents.range[1];
  const isEmpty = isVoid && errors.length + faults.length === 0;
  stream.documents.push({ start: range[0], tree, isEmpty, errors, faults });
  stream.waiting = [];
  stream.strays = 0;
}

/** Gives up the document that is being read; another limit than that of one document closes the whole stream. */
function refuse(stream: Stream, limit: LimitWords, offset: number): void {
  finishDocument(stream);
  const fault: TextFault = { ...limit, start: offset, end: offset + 1, effect: 'derails' };
  stream.documents.push({ start: offset, tree: undefined, isEmpty: false, errors: [], faults: [fault] });
  stream.waiting = [];
  // What it knows of the document given up must not be laid at the door of the next.
  stream.composer = new Composer(options);
  stream.isClosed = limit === limitWords.documents || limit === limitWords.filePieces;
}

function directiveFault({ source, offset }: { readonly source: string; readonly offset: number }): TextFault {
  const directive = shownText(source);
  const isVersion = source.startsWith('%YAML');
  return {
    message: isVersion
      ? `The line \`${directive}\` asks for another YAML, but descriptors are read as YAML 1.2.`
      : `The line \`${directive}\` is an instruction to a YAML parser, of which descriptors can use none.`,
    help: isVersion
      ? 'Remove the line, and mind that `yes`, `no`, `on` and `off` are plain text in YAML 1.2.'
      : 'Remove the line, or put it in quotation marks if it is text.',
    data: { directive },
    start: offset,
    end: offset + source.length,
    effect: 'local',
  };
}

/**
 * The parser makes an Error for each fault, and recording its stack takes ten times as long as all the rest: 12
 * seconds instead of one for a file of nothing but `&a`. Nobody ever reads those stacks.
 */
function withoutStackTraces(run: () => void): void {
  const before = Error.stackTraceLimit;
  Reflect.set(Error, 'stackTraceLimit', 0);
  try {
    run();
  } finally {
    Reflect.set(Error, 'stackTraceLimit', before);
  }
}
