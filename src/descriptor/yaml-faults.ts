import { type ErrorCode, isCollection, isScalar, visit, type YAMLError } from 'yaml';
import { maxFaults } from './limits.ts';
import type { Effect, TextFault } from './text-fault.ts';
import type { TextPositions } from './text-positions.ts';
import * as say from './yaml-sayings.ts';
import type { YamlTree } from './yaml-stream.ts';

/** A way in which an error of the parser comes about, known by the parser's words where a code has several. */
interface Case {
  readonly said?: RegExp;
  readonly effect: Effect;
  readonly say: say.Say;
}

const puzzling: Case = { effect: 'derails', say: say.plainly('puzzling') };
const anchorOrTag: Case = { effect: 'local', say: say.plainly('anchorOrTag') };
const unknownTag: Case = { effect: 'local', say: say.unknownTag };
const misaligned: Case = { effect: 'derails', say: say.misaligned };

/** The parser's errors in the words of a user; of several cases of one code the first that fits is taken. */
const cases = {
  ALIAS_PROPS: [anchorOrTag],
  BAD_ALIAS: [{ said: /empty string/, effect: 'local', say: say.textStart }, anchorOrTag],
  BAD_COLLECTION_TYPE: [unknownTag],
  BAD_DIRECTIVE: [puzzling],
  BAD_DQ_ESCAPE: [{ effect: 'local', say: say.badEscape }],
  BAD_INDENT: [
    { said: /^Flow /, effect: 'derails', say: say.unclosedBracket },
    { said: /^Block scalar /, effect: 'derails', say: say.blockText },
    misaligned,
  ],
  BAD_PROP_ORDER: [anchorOrTag],
  BAD_SCALAR_START: [{ effect: 'local', say: say.textStart }],
  BLOCK_AS_IMPLICIT_KEY: [{ said: /^Nested mappings/, effect: 'local', say: say.colonInText }, misaligned],
  BLOCK_IN_FLOW: [{ effect: 'derails', say: say.plainly('missingComma') }],
  DUPLICATE_KEY: [puzzling],
  IMPOSSIBLE: [puzzling],
  KEY_OVER_1024_CHARS: [{ effect: 'local', say: say.plainly('longName') }],
  MISSING_CHAR: [
    { said: /^Missing closing/, effect: 'derails', say: say.unclosedQuote },
    { said: /^Flow /, effect: 'derails', say: say.unclosedBracket },
    { said: /^Missing , /, effect: 'derails', say: say.plainly('missingComma') },
    { said: /^Missing space after :/, effect: 'local', say: say.plainly('missingSpaceAfterColon') },
    { said: /^Comments /, effect: 'local', say: say.plainly('missingSpaceBeforeComment') },
    { said: /^Implicit map keys/, effect: 'derails', say: say.missingColon },
    { said: /^Block collection cannot/, effect: 'derails', say: say.plainly('contentOnMarkerLine') },
    { said: /doc-start indicator/, effect: 'local', say: say.plainly('missingMarker') },
    { said: /^Block scalars /, effect: 'derails', say: say.blockText },
    { said: /^(?:Tags and anchors|Missing newline)/, effect: 'local', say: say.plainly('anchorOrTag') },
    misaligned,
  ],
  MULTILINE_IMPLICIT_KEY: [{ effect: 'derails', say: say.nameOnTwoLines }],
  MULTIPLE_ANCHORS: [anchorOrTag],
  MULTIPLE_DOCS: [puzzling],
  MULTIPLE_TAGS: [anchorOrTag],
  NON_STRING_KEY: [{ effect: 'local', say: say.plainly('nameIsNoText') }],
  RESOURCE_EXHAUSTION: [puzzling],
  TAB_AS_INDENT: [{ effect: 'derails', say: say.plainly('tab') }],
  TAG_RESOLVE_FAILED: [unknownTag],
  UNEXPECTED_TOKEN: [
    {
      said: /^(?:Not a YAML token|Block scalar header)/,
      effect: 'local',
      say: say.plainly('textOnHeaderLine'),
    },
    { said: /^Unexpected (?:,|empty item)/, effect: 'local', say: say.plainly('strayComma') },
    { said: /^Unexpected block-seq-ind/, effect: 'derails', say: say.plainly('listOnFieldLine') },
    { said: /node end$/, effect: 'local', say: say.afterEnd },
    { said: / in YAML (?:stream|document)/, effect: 'derails', say: say.afterEnd },
    puzzling,
  ],
} satisfies Record<ErrorCode, readonly Case[]>;

/** A document with what was found wrong in it, by the parser and by the readers after it. */
export interface FaultyDocument {
  readonly text: string;
  readonly positions: TextPositions;
  readonly tree: YamlTree | undefined;
  readonly errors: readonly YAMLError[];
  readonly faults: readonly TextFault[];
}

/** A fault whose sentence is only made when it is kept: there can be as many as there are characters. */
interface Candidate {
  readonly start: number;
  readonly effect: Effect;
  readonly fault: () => TextFault;
}

/**
 * The faults of a document, one for each mistake of its author. The parser often complains of one mistake several
 * times, so: of faults on one line the first stays; of those that put the nesting in doubt the first stays, and
 * nothing after it; a field given twice is a mistake of its own and always stays.
 */
export function faultsOf(document: FaultyDocument): readonly TextFault[] {
  const foreign = foreignLineIn(document);
  if (foreign) return [foreign];
  const kept: TextFault[] = [];
  let isDerailed = false;
  let lastLine = 0;
  for (const candidate of candidatesOf(document)) {
    const isIndependent = candidate.effect === 'independent';
    if (isDerailed && !isIndependent) continue;
    if (kept.length === maxFaults) return [...kept, andOthers(candidate.fault())];
    const fault = candidate.fault();
    const line = document.positions.lineOf(fault.start);
    if (isIndependent || line !== lastLine) kept.push(fault);
    if (!isIndependent) lastLine = line;
    isDerailed ||= candidate.effect === 'derails';
  }
  return kept;
}

function candidatesOf({ text, tree, errors, faults }: FaultyDocument): Candidate[] {
  const values = startsOf(errors, 'BLOCK_AS_IMPLICIT_KEY');
  // A name with an open quotation mark swallows what follows, and then looks like all sorts of mistakes.
  const unclosed = errors.find(({ message }) => message.startsWith('Missing closing'));
  const opening = unclosed && openingOf(tree, unclosed.pos[0]);
  const told = withoutDoubles(errors).filter(({ pos }) => pos[0] !== opening);
  const ofParser = told.map((error): Candidate => {
    const [start, end] = error.pos;
    const { effect, say } = caseOf(error);
    const mistake = { text, start, end, isDeeper: values.has(start), opening: () => openingOf(tree, start) };
    const from = error === unclosed ? (opening ?? start) : start;
    return { start: from, effect, fault: () => faultOf(mistake, effect, say) };
  });
  const ofReaders = faults.map(
    (fault): Candidate => ({ start: fault.start, effect: fault.effect, fault: () => fault }),
  );
  return [...ofParser, ...ofReaders].sort((left, right) => left.start - right.start);
}

/** Of two errors that always come together the one that tells better what is the matter. */
function withoutDoubles(errors: readonly YAMLError[]): readonly YAMLError[] {
  const names = startsOf(errors, 'MULTILINE_IMPLICIT_KEY');
  const entries = startsOf(errors, 'BLOCK_IN_FLOW');
  return errors.filter(({ code, pos: [start] }) => {
    if (code === 'BLOCK_AS_IMPLICIT_KEY') return !names.has(start);
    return code !== 'MULTILINE_IMPLICIT_KEY' || !entries.has(start);
  });
}

function startsOf(errors: readonly YAMLError[], code: ErrorCode): ReadonlySet<number> {
  return new Set(errors.filter((error) => error.code === code).map(({ pos }) => pos[0]));
}

function caseOf(error: YAMLError): Case {
  const known: readonly Case[] = cases[error.code];
  return known.find(({ said }) => said === undefined || said.test(error.message)) ?? puzzling;
}

/** A fault shows one line at most, without the space at its end. */
function faultOf(mistake: say.YamlMistake, effect: Effect, saying: say.Say): TextFault {
  const { message, help, data = {}, start = mistake.start, end = mistake.end } = saying(mistake);
  const line = mistake.text.slice(start, end).split('\n', 1)[0] ?? '';
  return { message, help, data, start, end: start + line.trimEnd().length, effect };
}

/** The start of the innermost quoted text or bracketed group that the parser broke off at an offset. */
function openingOf(tree: YamlTree | undefined, offset: number): number {
  let opening = offset;
  if (!tree) return opening;
  visit(tree.contents, {
    Node(_key, node) {
      const isOpen = (isScalar(node) && node.type?.startsWith('QUOTE_')) || (isCollection(node) && node.flow);
      if (isOpen && node.range?.[1] === offset) opening = node.range[0];
    },
  });
  return opening;
}

/** Lines that other tools have left; when a document has an error, they explain it, whatever it is. */
const foreignLines = [
  {
    line: /(?:^|\n)(<{7} [^\n]*)/,
    message: 'A merge conflict was left unresolved here.',
    help: 'Keep one of the two versions, and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.',
  },
  {
    line: /(?:^|\n)(```[^\n]*)/,
    message: 'Three backquotes belong to Markdown, not to YAML.',
    help: 'Remove the lines that begin with three backquotes.',
  },
];

function foreignLineIn({ text, tree, errors }: FaultyDocument): TextFault | undefined {
  if (errors.length === 0) return undefined;
  const [from, , to] = tree?.range ?? [0, 0, text.length];
  const document = text.slice(from, to);
  for (const { line, message, help } of foreignLines) {
    const found = line.exec(document);
    if (!found) continue;
    const foreign = found[1] ?? '';
    const start = from + found.index + found[0].length - foreign.length;
    return { message, help, data: {}, start, end: start + foreign.trimEnd().length, effect: 'derails' };
  }
  return undefined;
}

function andOthers({ start, end }: TextFault): TextFault {
  return {
    message: `This document has more than ${maxFaults} faults of YAML, and the rest, from here on, are not shown.`,
    help: 'Mend those that are shown, and check the file again.',
    data: { limit: maxFaults },
    start,
    end,
    effect: 'derails',
  };
}
