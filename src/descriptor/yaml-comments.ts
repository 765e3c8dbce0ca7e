import { Lexer } from 'yaml';

/** A comment of a YAML text. */
export interface YamlComment {
  /** As it is written, from `#` up to the end of its line. */
  readonly text: string;
  /** Where it begins (0-based, UTF-16 units). */
  readonly start: number;
  readonly scope: CommentScope;
}

/**
 * What a comment stands at. `head`: before everything that its document says. `behind`: on the last line of what begins
 * at `start`. `before`: alone on its line, above a field or item from `start` to `end`. `nothing`: nothing follows it.
 */
export type CommentScope =
  | { readonly kind: 'head' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'behind'; readonly start: number }
  | { readonly kind: 'before'; readonly start: number; readonly end: number };

/** The comments of one YAML document that says something, and where in the text it says it (`end` is exclusive). */
export interface CommentedDocument {
  readonly start: number;
  readonly end: number;
  readonly comments: readonly YamlComment[];
}

/** A comment whose scope is not known yet. */
type OpenComment = Pick<YamlComment, 'text' | 'start'>;

/** A field or item below comments, while its end is looked for. */
interface OpenNode {
  readonly comments: readonly OpenComment[];
  readonly start: number;
  readonly column: number;
  readonly depth: number;
  readonly isItem: boolean;
}

interface Reading {
  readonly documents: CommentedDocument[];
  comments: YamlComment[];
  /** Where the document's content begins, once there is some. */
  contentStart: number | undefined;
  lastContent: { readonly start: number; readonly end: number };
  /** A `|` or `>` has come, whose text is next. */
  isBlockNext: boolean;
  /** The first column of the line, as an offset. */
  lineStart: number;
  /** Nothing but space has been seen on the line. */
  isLineBlank: boolean;
  /** How many flow groups are open. */
  depth: number;
  /** Comments alone on their lines, whose field has not come yet. */
  waiting: OpenComment[];
  /** From the outermost to the innermost. */
  readonly open: OpenNode[];
}

/**
 * The comments of a text, document by document; what looks like one inside a quoted or block text is none. Total: a text
 * that is no proper YAML has comments too, but then nobody can be sure what they stand at.
 */
export function commentsOf(text: string): readonly CommentedDocument[] {
  const reading: Reading = {
    documents: [],
    comments: [],
    contentStart: undefined,
    lastContent: { start: 0, end: 0 },
    isBlockNext: false,
    lineStart: 0,
    isLineBlank: true,
    depth: 0,
    waiting: [],
    open: [],
  };
  let start = 0;
  // A line with `---` ends whatever is before it, so a quotation mark never closed hides no comment of later documents.
  for (const { index } of text.matchAll(/(?<=\n)---(?=[ \t\r\n]|$)/g)) {
    readPart(reading, text, start, index);
    start = index;
  }
  readPart(reading, text, start, text.length);
  finishDocument(reading);
  return withRest(reading);
}

const scalarFollows = '\x1f';
const flowBreaksOff = '\x18';

/** The lexer says what comes next by control characters that are no part of the text. */
const announcements: readonly string[] = ['\x02', flowBreaksOff, scalarFollows];

function readPart(reading: Reading, text: string, start: number, end: number): void {
  let at = start;
  let isScalar = false;
  reading.lineStart = start;
  reading.isLineBlank = true;
  reading.depth = 0;
  reading.isBlockNext = false;
  for (const lexeme of new Lexer().lex(text.slice(start, end))) {
    if (!isScalar && announcements.includes(lexeme)) {
      isScalar = lexeme === scalarFollows;
      if (lexeme === flowBreaksOff) reading.depth = 0;
      continue;
    }
    if (isScalar) takeContent(reading, lexeme, at, true);
    else takeLexeme(reading, lexeme, at);
    isScalar = false;
    at += lexeme.length;
    const lineEnd = lexeme.lastIndexOf('\n');
    if (lineEnd !== -1) reading.lineStart = at - lexeme.length + lineEnd + 1;
    if (lineEnd !== -1 || !/^[ \t\ufeff]*$/.test(lexeme)) reading.isLineBlank = reading.lineStart === at;
  }
}

function takeLexeme(reading: Reading, lexeme: string, at: number): void {
  if (/^[ \t\r\n\ufeff]*$/.test(lexeme) || lexeme.startsWith('%')) return;
  if (lexeme.startsWith('#')) takeComment(reading, lexeme, at);
  else if (lexeme !== '---' && lexeme !== '...') takeContent(reading, lexeme, at, false);
  else finishDocument(reading);
}

function takeComment(reading: Reading, text: string, start: number): void {
  if (reading.contentStart === undefined) {
    reading.comments.push({ text, start, scope: { kind: 'head' } });
  } else if (reading.isLineBlank) {
    reading.waiting.push({ text, start });
  } else {
    reading.comments.push({ text, start, scope: { kind: 'behind', start: reading.lastContent.start } });
  }
}

function takeContent(reading: Reading, lexeme: string, start: number, isScalar: boolean): void {
  const mark = isScalar ? '' : lexeme;
  const isClosing = mark === '}' || mark === ']';
  // The text of a block begins with its line, indentation and all, and ends nothing.
  const isBlock = isScalar && reading.isBlockNext;
  reading.isBlockNext = /^[|>]/.test(mark);
  if (!isBlock) closeNodes(reading, mark, start);
  if (mark === ',') return;
  if (isClosing) dropWaiting(reading);
  else openNode(reading, mark, start);
  reading.contentStart ??= start;
  reading.lastContent = { start, end: start + lexeme.trimEnd().length };
  if (mark === '{' || mark === '[') reading.depth += 1;
  if (isClosing) reading.depth = Math.max(0, reading.depth - 1);
}

/** Ends the fields and items that do not go on with a piece of content; the innermost always ends first. */
function closeNodes(reading: Reading, mark: string, start: number): void {
  for (let node = reading.open.at(-1); node !== undefined; node = reading.open.at(-1)) {
    if (!isOver(node, reading, mark, start - reading.lineStart)) return;
    endNode(reading, node);
    reading.open.pop();
  }
}

function isOver(node: OpenNode, { depth, isLineBlank }: Reading, mark: string, column: number): boolean {
  if (node.depth > 0) {
    const isClosing = mark === '}' || mark === ']';
    return depth < node.depth || (depth === node.depth && (mark === ',' || isClosing));
  }
  if (depth > 0 || !isLineBlank || column > node.column) return false;
  // The value of an explicit key, and the items of a field, may stand right below its name.
  const goesOn = column === node.column && (mark === ':' || (mark === '-' && !node.isItem));
  return !goesOn;
}

/** What follows comments that stand alone is what they are about. */
function openNode(reading: Reading, mark: string, start: number): void {
  if (reading.waiting.length === 0) return;
  const { depth, lineStart, waiting: comments } = reading;
  reading.open.push({ comments, start, column: start - lineStart, depth, isItem: mark === '-' });
  reading.waiting = [];
}

function endNode({ comments, lastContent }: Reading, node: OpenNode): void {
  const scope: CommentScope = { kind: 'before', start: node.start, end: lastContent.end };
  for (const comment of node.comments) comments.push({ ...comment, scope });
}

function dropWaiting(reading: Reading): void {
  for (const comment of reading.waiting) reading.comments.push({ ...comment, scope: { kind: 'nothing' } });
  reading.waiting = [];
}

/** A document without content is none: its comments are in the head of the next one. */
function finishDocument(reading: Reading): void {
  if (reading.contentStart === undefined) return;
  dropWaiting(reading);
  for (const node of reading.open.splice(0)) endNode(reading, node);
  const { contentStart: start, lastContent, comments } = reading;
  comments.sort((left, right) => left.start - right.start);
  reading.documents.push({ start, end: lastContent.end, comments });
  reading.comments = [];
  reading.contentStart = undefined;
}

/** Comments behind the end of the last document belong to it, but stand at nothing. */
function withRest({ documents, comments }: Reading): CommentedDocument[] {
  const last = documents.at(-1);
  if (last === undefined || comments.length === 0) return documents;
  const rest = comments.map((comment): YamlComment => ({ ...comment, scope: { kind: 'nothing' } }));
  return [...documents.slice(0, -1), { ...last, comments: [...last.comments, ...rest] }];
}
