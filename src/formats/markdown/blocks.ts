/** Bold text; nothing when there is none, for four stars alone would be a line across the page. */
export function strong(markdown: string): string {
  return markdown === '' ? '' : `**${markdown}**`;
}

/** A table out of cells that may hold no bar but an escaped one; a blank line has to stand before and after it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** An item of a list with what belongs to it below; `marker` is `-`, or a number with its full stop. */
export function item(marker: string, first: string, below: readonly string[] = []): string {
  const indent = ' '.repeat(marker.length + 1);
  return [`${marker} ${first}`, ...below.map((part) => indented(`- ${part}`, indent))].join('\n');
}

/** A section: its heading and its blocks, empty ones left out; nothing when no block is left. */
export function section(level: number, heading: string, blocks: readonly string[]): string[] {
  const filled = blocks.filter((block) => block !== '');
  return filled.length === 0 ? [] : [`${'#'.repeat(level)} ${heading}`, ...filled];
}

/** Blocks set off by a bar in front of each line, for what must not be overlooked. */
export function quoted(blocks: readonly string[]): string {
  return indented(blocks.join('\n\n'), '> ').replaceAll('> \n', '>\n');
}

function indented(markdown: string, indent: string): string {
  return markdown
    .split('\n')
    .map((line) => indent + line)
    .join('\n');
}
