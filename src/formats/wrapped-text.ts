import stringWidth from 'fast-string-width';

/** Breaks a text at its spaces into lines of at most `width` columns; a longer word keeps a line of its own. */
export function wrappedText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let filled = 0;
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const columns = columnsOf(word);
    if (line !== '' && filled + 1 + columns > width) {
      lines.push(line);
      line = word;
      filled = columns;
    } else {
      filled += columns + (line === '' ? 0 : 1);
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** Printable ASCII, Latin letters with accents, and the dashes, quotation marks and dots of typography. */
const oneColumnEach = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u203b]*$/;

/** Columns that a text fills in a terminal. */
export function columnsOf(text: string): number {
  // Nearly everything is plain Latin text, for which counting is enough and far quicker.
  return oneColumnEach.test(text) ? text.length : stringWidth(text);
}

/** A text filled with spaces up to a number of columns, or cut with an ellipsis. */
export function padded(text: string, width: number): string {
  const kept = cutText(text, width);
  return kept + ' '.repeat(Math.max(0, width - columnsOf(kept)));
}

/** A text, cut with an ellipsis if it fills more than a number of columns. */
export function cutText(text: string, width: number): string {
  // So much has no place in any case, and to count the columns of a million characters takes time.
  const start = text.slice(0, width * 8);
  if (start.length === text.length && columnsOf(text) <= width) return text;
  let kept = '';
  let filled = 0;
  for (const character of start) {
    filled += columnsOf(character);
    if (filled > width - 1) break;
    kept += character;
  }
  // A joiner is for two pictures; the second may have been cut off. So may the second half of a character.
  return `${kept.replace(/[\u200d\p{Cs}]+$/u, '')}…`;
}
