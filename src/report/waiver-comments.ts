import type { SourceDocument } from '../descriptor/descriptor.ts';
import { excerptAt, type Finding, type Location } from '../descriptor/finding.ts';
import { shownName } from '../descriptor/shown-text.ts';
import { positionsOf, type TextPositions } from '../descriptor/text-positions.ts';
import { type CommentScope, commentsOf, type YamlComment } from '../descriptor/yaml-comments.ts';
import type { Waiver } from './waiver.ts';
import {
  faultIn,
  faultOfRule,
  findingsOfWaivers,
  type PlacedFault,
  type WaiverFault,
} from './waiver-fault.ts';
import { continues, readWaiverText } from './waiver-text.ts';

/** The waivers in the comments of one document, and what is wrong with those that cannot be understood. */
export interface CommentWaivers {
  readonly waivers: readonly Waiver[];
  readonly findings: readonly Finding[];
}

/**
 * Reads comments such as `# microcred-waive <rule>: <reason> (until <date>)`. A document that cannot be read has none,
 * for nothing in it is judged.
 *
 * @param documents all documents of one source, as readDocuments gives them
 * @param ruleIds all rules that there are, for names that nobody knows
 * @returns for each document, in their order
 */
export function waiversInComments(
  documents: readonly SourceDocument[],
  ruleIds: readonly string[],
): CommentWaivers[] {
  const text = documents[0]?.source.text ?? '';
  const none: CommentWaivers = { waivers: [], findings: [] };
  // Whatever is written, the mark begins with the name of the tool.
  if (!/#[ \t]*microcred/i.test(text)) return documents.map(() => none);
  const commented = commentsOf(text);
  const positions = positionsOf(text);
  return documents.map((document) => {
    if (document.data === undefined) return none;
    const { offset } = document.locate('').start;
    const comments = commented.find(({ start, end }) => start <= offset && offset <= end)?.comments ?? [];
    return waiversOf(comments, { document, positions, ruleIds });
  });
}

interface Reading {
  readonly document: SourceDocument;
  readonly positions: TextPositions;
  readonly ruleIds: readonly string[];
}

function waiversOf(comments: readonly YamlComment[], reading: Reading): CommentWaivers {
  const waivers: Waiver[] = [];
  const faults: PlacedFault[] = [];
  const { source, document } = reading.document;
  for (const [index, { text, start, scope }] of comments.entries()) {
    const read = waiverOf({ text, start, scope }, comments[index + 1], reading);
    if (read === undefined) continue;
    const range = reading.positions.rangeOf(start, start + text.trimEnd().length);
    const location: Location = { path: source.path, document, pointer: '', range };
    if ('fault' in read) faults.push(faultIn(source.text, read, location, text));
    else waivers.push({ ...read, origin: 'comment', location, excerpt: excerptAt(source.text, range.start) });
  }
  return { waivers, findings: findingsOfWaivers(faults) };
}

type Read = Pick<Waiver, 'rule' | 'reason' | 'approver' | 'until' | 'covers'>;

function waiverOf(
  { text, start, scope }: YamlComment,
  next: YamlComment | undefined,
  { positions, ruleIds }: Reading,
): Read | WaiverFault | undefined {
  const read = readWaiverText(text);
  if (read === undefined || 'fault' in read) return read;
  const fault = faultOfRule(read.rule, ruleIds);
  if (fault !== undefined) return fault;
  const isNextLine = next !== undefined && positions.lineOf(next.start) === positions.lineOf(start) + 1;
  if (isNextLine && continues(read.reason, next.text)) return continued(read.rule);
  if (scope.kind !== 'nothing') return { ...read, covers: coveredBy(scope, start, positions) };
  return {
    fault: 'nothing-follows',
    message: `No field follows the waiver of ${shownName(read.rule)}, so it covers nothing.`,
    help: 'Put it above the field that it is for, behind its value, or before the first field for the whole descriptor.',
    data: { rule: read.rule },
  };
}

/** Half a reason is none, and an end that stands in the other half would not hold. */
function continued(rule: string): WaiverFault {
  return {
    fault: 'continued',
    message: `The waiver of ${shownName(rule)} goes on in the next line, which is not read.`,
    help: 'Put all of it into one line, the bracket with its end included.',
    data: { rule },
  };
}

function coveredBy(
  scope: Exclude<CommentScope, { kind: 'nothing' }>,
  comment: number,
  { lineOf }: TextPositions,
): Waiver['covers'] {
  if (scope.kind === 'head') return 'everything';
  const last = scope.kind === 'behind' ? comment : scope.end - 1;
  return { firstLine: lineOf(scope.start), lastLine: lineOf(last) };
}
