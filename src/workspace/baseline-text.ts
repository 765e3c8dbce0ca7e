import type { Json } from '../descriptor/json-pointer.ts';
import { grouped, maxFilePieces, maxPieces, maxTextLength } from '../descriptor/limits.ts';
import { typedValue } from '../descriptor/shown-text.ts';
import { editedYaml } from '../descriptor/yaml-edit.ts';
import type { BaselineEntry } from '../report/baseline-entry.ts';
import type { ReadEntry } from './baseline-entries.ts';
import type { Problem } from './problem.ts';

/** About how many words, marks and line ends the entries of one document may have, with room to spare. */
const mostPiecesOfPart = maxPieces / 2;

const remark = `# What was known on the day of this baseline; \`microcred explain baseline\` says more.
# Add reason, owner and expires (the last day) to an entry: they are kept when the file is written again, remarks are not.
`;

/** A baseline as YAML; the same entries give the same text. */
export function baselineText(entries: readonly BaselineEntry[], date: string): string {
  const parts: BaselineEntry[][] = [[]];
  let pieces = 0;
  for (const entry of entries) {
    pieces += piecesOf(entry);
    if (pieces > mostPiecesOfPart) {
      parts.push([]);
      pieces = piecesOf(entry);
    }
    parts.at(-1)?.push(entry);
  }
  const documents = parts.map((part) => {
    const list = part.length === 0 ? ' []\n' : `\n${part.map(entryText).join('')}`;
    return `baseline: 1\ndate: ${date}\nentries:${list}`;
  });
  return remark + documents.join('---\n');
}

/** Four for each field, and two for each item of a list. */
function piecesOf({ parts = [] }: BaselineEntry): number {
  return 45 + 2 * parts.length;
}

function entryText(entry: BaselineEntry): string {
  const { rule, path, id, fingerprint, message, parts, addedOn, reason, owner, expires } = entry;
  const members = Object.entries({
    rule,
    path,
    id,
    fingerprint,
    message,
    parts,
    addedOn,
    reason,
    owner,
    expires,
  });
  const lines = members.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${typedValue(value as Json)}`],
  );
  return `  - ${lines.join('\n    ')}\n`;
}

/** What to say of a baseline that would be longer than is read; undefined for one that is not. */
export function tooLong(entries: readonly BaselineEntry[], text: string, path: string): Problem | undefined {
  const pieces = entries.reduce((sum, entry) => sum + piecesOf(entry), 0);
  if (Buffer.byteLength(text) <= maxTextLength && pieces <= maxFilePieces) return undefined;
  return {
    message: `The baseline \`${path}\` would have ${grouped(entries.length)} entries and be longer than is read.`,
    help: 'Write one for each folder of descriptors. Nothing was written.',
  };
}

/** A baseline without some of its entries, with all remarks; undefined when it is written in a way that cannot be changed so. */
export function withoutEntries(text: string, entries: readonly ReadEntry[]): string | undefined {
  let changed: string | undefined = text;
  for (const document of new Set(entries.map((entry) => entry.document))) {
    // From the last to the first, so that no number changes before its turn.
    const edits = entries
      .filter((entry) => entry.document === document)
      .sort((left, right) => right.index - left.index)
      .map(({ index }) => ({ path: ['entries', index], value: undefined }));
    if (changed !== undefined) changed = editedYaml(changed, document, edits);
  }
  return changed;
}
