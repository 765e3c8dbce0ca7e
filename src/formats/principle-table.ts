import type { Framework, Principle } from '../conformance/framework.ts';
import { isNotMet, type RequirementResult } from '../report/verdict.ts';
import type { Style } from './report-format.ts';
import { visibleText } from './visible-text.ts';
import { padded, wrappedText } from './wrapped-text.ts';

interface Column {
  readonly head: string;
  readonly style: keyof Style;
  readonly counts: (result: RequirementResult) => boolean;
}

const columns: readonly Column[] = [
  {
    head: 'met',
    style: 'good',
    counts: (result) => result.outcome === 'passed' || (result.outcome === 'reviewed' && !isNotMet(result)),
  },
  { head: 'must', style: 'error', counts: (result) => isNotMet(result) && result.level === 'must' },
  { head: 'should', style: 'warning', counts: (result) => isNotMet(result) && result.level === 'should' },
  { head: 'could', style: 'info', counts: (result) => isNotMet(result) && result.level === 'could' },
  { head: 'waived', style: 'warning', counts: ({ outcome }) => outcome === 'waived' },
  { head: 'judge', style: 'strong', counts: ({ outcome }) => outcome === 'needsReview' },
  {
    head: 'open',
    style: 'strong',
    counts: ({ outcome }) => outcome === 'cantTell' || outcome === 'untested',
  },
  { head: 'n/a', style: 'faint', counts: ({ outcome }) => outcome === 'inapplicable' },
];

/** What the heads of the table mean; those that say the same are explained together. */
const meanings: readonly (readonly [heads: readonly string[], meaning: string])[] = [
  [['met'], 'holds'],
  [['must', 'should', 'could'], 'does not hold, by how much it weighs'],
  [['waived'], 'does not hold, by agreement'],
  [['judge'], 'for a person'],
  [['open'], 'cannot be told yet'],
  [['n/a'], 'does not apply'],
];

function legendOf(used: readonly Column[]): string {
  const explained = meanings.flatMap(([heads, meaning]) => {
    const own = heads.filter((head) => used.some((column) => column.head === head));
    return own.length === 0 ? [] : [`${own.join(', ')}: ${meaning}`];
  });
  return `Numbers of requirements. ${explained.join('; ')}.`;
}

/** A table of a framework's principles with the number of requirements that came out each way; each line fits the width. */
export function principleTable(
  framework: Framework,
  results: readonly RequirementResult[],
  style: Style,
  width: number,
): string[] {
  const used = columns.filter(({ head, counts }) => head === 'met' || results.some(counts));
  const nameWidth = Math.max(16, width - used.reduce((sum, { head }) => sum + head.length + 2, 0));
  const header = padded('  Principle', nameWidth) + used.map(({ head }) => `  ${head}`).join('');
  const rows = framework.principles.map((principle) => {
    const own = results.filter((result) => result.principle === principle.id);
    const cells = used.map(({ head, counts, style: paint }) => {
      const count = own.filter(counts).length;
      const text = (count === 0 ? '·' : String(count)).padStart(head.length);
      return `  ${count === 0 ? style.faint(text) : style[paint](text)}`;
    });
    return `${padded(`${mark(own, style)} ${titleOf(principle)}`, nameWidth)}${cells.join('')}`;
  });
  return [
    style.faint(header),
    ...rows,
    ...wrappedText(legendOf(used), width).map((line) => style.faint(line)),
  ];
}

/** The name of a principle, with the clause that an institution laid over it. */
export function titleOf({ title, clause }: Principle): string {
  return visibleText(clause === undefined ? title : `${clause.number} ${title}`);
}

function mark(results: readonly RequirementResult[], style: Style): string {
  if (results.some((result) => isNotMet(result) && result.level === 'must')) return '✖';
  if (results.some(isNotMet)) return '!';
  if (results.some(({ outcome }) => outcome === 'waived')) return '◆';
  if (results.some(({ outcome }) => ['cantTell', 'untested', 'needsReview'].includes(outcome))) return '?';
  return results.some(({ outcome }) => outcome !== 'inapplicable') ? '✔' : style.faint('-');
}
