/** The most that GitHub takes for a step's summary, in bytes; of more it shows nothing at all. */
export const mostSummaryBytes = 1_048_576;

/** Enough for the line that says that something is left out. */
const roomForNote = 200;

const encoder = new TextEncoder();

/**
 * A report in Markdown as the summary of a step: cut on a line end where there is too much, with a last line that says
 * how much is left out.
 *
 * @param pieces the Markdown; it may not be within a code block where a line ends
 * @param room bytes that may be filled; fewer than all when the step has a summary already
 */
export function jobSummary(pieces: Iterable<string>, room: number = mostSummaryBytes): string {
  const kept: string[] = [];
  let spare: string[] = [];
  let bytes = 0;
  let left = 0;
  for (const line of linesOf(pieces)) {
    bytes += encoder.encode(line).length;
    if (bytes <= room - roomForNote) kept.push(line);
    else if (bytes <= room) spare.push(line);
    else {
      // The lines that stand where the note has to go.
      left += spare.length + 1;
      spare = [];
    }
  }
  if (left === 0) return [...kept, ...spare].join('');
  const lines = left === 1 ? '1 more line' : `${left} more lines`;
  const note = `**Cut here:** ${lines} of this report have no place in a summary, of which GitHub takes 1 MiB.\n`;
  const text = `${kept.join('')}\n${note}`;
  return room < roomForNote ? '' : text;
}

/** Lines with their ends, whatever the pieces they come in. */
function* linesOf(pieces: Iterable<string>): Generator<string> {
  let rest = '';
  for (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield `${line}\n`;
  }
  if (rest !== '') yield rest;
}
