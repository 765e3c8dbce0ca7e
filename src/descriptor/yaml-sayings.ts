import { shownName, shownText } from './shown-text.ts';
import { lineAbove, lineFrom, lineUpTo, nextContent } from './source-lines.ts';
import { alignIt, quoteIt, type Saying, plainSayings as sayings } from './yaml-plain-sayings.ts';

/** An error of the parser, with what a sentence about it may need. Offsets are 0-based, in UTF-16 units. */
export interface YamlMistake {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A field is taken for more lines of the text above it, because it is indented deeper. */
  readonly isDeeper: boolean;
  /** Where the quotation mark or bracket stands that should have been closed at `start`. */
  readonly opening: () => number;
}

/** Puts the words for one kind of mistake together. */
export type Say = (mistake: YamlMistake) => Saying;

/** The words for a mistake of which nothing more needs to be said. */
export function plainly(kind: keyof typeof sayings): Say {
  return () => sayings[kind];
}

export const misaligned: Say = ({ text, start }) => {
  const at = nextContent(text, start);
  const saying = /^-[^\s-]/.test(text.slice(at, at + 2)) ? sayings.missingSpaceAfterDash : sayings.misaligned;
  return tabBefore(text, at) ?? { ...saying, start: at, end: text.length };
};

export const blockText: Say = ({ text, start }) => ({
  message: 'The text below `|` or `>` is not indented deeper than its field.',
  help: 'Indent every line of the text by two spaces more than its field.',
  start: nextContent(text, start),
});

export const textStart: Say = ({ text, start }) => {
  const mark = shownText(text[start] ?? '');
  const named = mark === '`' ? 'a backquote' : `\`${mark}\``;
  return {
    message: `A text cannot begin with ${named} unless it is in quotation marks.`,
    help: quoteIt,
    data: { mark },
  };
};

export const unknownTag: Say = ({ text, start, end }) => {
  const tag = shownText(text.slice(start, end));
  return {
    message: `The tag \`${tag}\` is not known, or does not fit the value after it.`,
    help: 'Remove the tag, or put the whole text in quotation marks if it begins with an exclamation mark.',
    data: { tag },
  };
};

export const badEscape: Say = ({ text, start }) => {
  const length =
    /^\\(?:x[^"]{0,2}|u[^"]{0,4}|U[^"]{0,8}|.?)/u.exec(text.slice(start, start + 10))?.[0].length ?? 2;
  const sequence = shownText(text.slice(start, start + length));
  return {
    message: `Inside double quotation marks \`${sequence}\` stands for no character.`,
    help: 'Write `\\\\` for a backslash, or put the text in single quotation marks.',
    data: { sequence },
    end: start + length,
  };
};

export const unclosedBracket: Say = ({ text, start, opening }) => {
  const at = opening();
  const bracket = text[at] === '{' ? '{' : '[';
  const closing = bracket === '{' ? '}' : ']';
  const next = /[\]}]/.test(text[start] ?? '') ? ` before the next \`${text[start]}\`` : '';
  return {
    message: `The bracket \`${bracket}\` is not closed with \`${closing}\`${next}.`,
    help: `Write the \`${closing}\`, and indent every line up to it deeper than the line with the \`${bracket}\`; or put it in quotation marks if it is text.`,
    data: { bracket },
    start: at,
    end: at + 1,
  };
};

export const unclosedQuote: Say = ({ text, opening }) => {
  const at = opening();
  const quote = text[at] === "'" ? "'" : '"';
  return {
    message: `A ${quote === '"' ? 'double' : 'single'} quotation mark opens a text here that is never closed.`,
    help: `Write a second \`${quote}\` at the end of the text, and indent every further line of it; inside the text write \`${escapedQuote(quote)}\` for the mark itself.`,
    data: { quote },
    start: at,
    end: text.length,
  };
};

export const colonInText: Say = (mistake) => {
  const { text, start } = mistake;
  if (text[start] === '?') return textStart(mistake);
  const rest = lineFrom(text, start);
  return {
    message: `The text "${shownText(rest)}" holds a colon and a space, as if it were a field.`,
    help: quoteIt,
    data: { text: shownText(rest) },
    end: start + rest.length,
  };
};

/** A name that spans lines: its lines are a field with no colon, or a field that is indented too deep. */
export const nameOnTwoLines: Say = (mistake) => {
  const { text, start, end, isDeeper } = mistake;
  if (!isDeeper) return missingColon(mistake);
  const lines = text.slice(start, end);
  const field = lines.slice(lines.lastIndexOf('\n') + 1).trimStart();
  const at = end - field.length;
  return (
    tabBefore(text, at) ?? {
      message: `The field ${shownName(field)} is indented as if it continued the text above it.`,
      help: alignIt,
      data: { field: shownText(field) },
      start: at,
    }
  );
};

export const missingColon: Say = (mistake) => {
  const { text, start } = mistake;
  const line = lineFrom(text, start);
  if (/^-(?:\s|$)/.test(line)) return sayings.listAmongFields;
  if (/[|>][-+\d]*$/.test(lineAbove(text, start))) return blockText(mistake);
  const data = { line: shownText(line) };
  const glued = /^[\p{L}\p{N}_-]+:(?=\S)/u.exec(line)?.[0];
  return {
    message: glued
      ? `A space is missing after \`${shownText(glued)}\`.`
      : `The line "${shownText(line)}" is neither a field (\`name: value\`) nor an item of a list (\`- item\`).`,
    help: glued
      ? 'Write a space between the colon and the value.'
      : 'Write the colon or dash that is missing, with a space after it; if the line continues the text above, indent it deeper.',
    data,
    end: start + line.length,
  };
};

export const afterEnd: Say = ({ text, start, end }) => {
  const rest = shownText(lineFrom(text.slice(start, end), 0));
  if (rest === ']' || rest === '}') {
    return {
      message: `The bracket \`${rest}\` closes nothing.`,
      help: 'Remove it, write the bracket that it should close, or put the whole text in quotation marks.',
      data: { bracket: rest },
    };
  }
  if (rest.startsWith(':')) return sayings.missingSpaceAfterColon;
  const before = lineUpTo(text, start).trimEnd();
  if (before === '') {
    return {
      message: `What begins with "${rest}" does not continue what stands above it.`,
      help: 'Write it in the form of the lines above, or begin a new document with a line of `---` above it.',
      data: { text: rest },
    };
  }
  const quote = /["']$/.exec(before)?.[0];
  return {
    message: `The value has already ended before "${rest}".`,
    help: quote
      ? `Put the whole text in one pair of quotation marks, and write \`${escapedQuote(quote)}\` for the mark itself inside them.`
      : 'Remove what is too much, or put the whole text in quotation marks.',
    data: { text: rest },
  };
};

function escapedQuote(quote: string): string {
  return quote === '"' ? '\\"' : "''";
}

/** Whatever the parser makes of a line, a tab in its indentation is what its author has to know of. */
function tabBefore(text: string, offset: number): Saying | undefined {
  const indentation = lineUpTo(text, offset);
  const isTabbed = indentation.trim() === '' && indentation.includes('\t');
  return isTabbed ? { ...sayings.tab, start: offset - indentation.length, end: offset } : undefined;
}
