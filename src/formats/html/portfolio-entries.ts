import type { AwardFacts } from '../../descriptor/award-facts.ts';
import type { DescriptorReport, Report } from '../../report/report.ts';
import { type Conformance, isNotMet } from '../../report/verdict.ts';
import { cutText } from '../wrapped-text.ts';
import { html, type Markup, userText } from './markup.ts';

/** A descriptor as the tables of a portfolio name it and count it. */
export interface Entry {
  readonly descriptor: DescriptorReport;
  /** Id of its short statement on the page. */
  readonly anchor: string;
  /** Its title in full, or what else it can be called by. */
  readonly name: string;
  /** Its name, cut when long, as a link where there is something to link to. */
  readonly link: Markup;
  /** Its path, with the number of the document where a file holds several. */
  readonly place: string;
  readonly counts: EntryCounts;
}

/** How many requirements stand which way, each counted once however many frameworks share it. */
export interface EntryCounts {
  readonly mandatoryNotMet: number;
  /** Recommended ones, and possible improvements. */
  readonly advisedNotMet: number;
  readonly waived: number;
  /** Questions that no person has answered. */
  readonly open: number;
}

/** Above this number of descriptors a page holds no short statements, nor a list of files. */
export const mostStatements = 300;

const longestName = 90;

/** The descriptors of a report in its order, each with its name, its link and its counts. */
export function entriesOf(
  report: Report,
  statementAddress?: (descriptor: DescriptorReport) => string | undefined,
): Entry[] {
  const isOnPage = statementAddress === undefined && report.descriptors.length <= mostStatements;
  return report.descriptors.map((descriptor, index) => {
    const anchor = `d-${index + 1}`;
    const name = descriptor.title ?? descriptor.id ?? descriptor.path;
    const address = isOnPage ? `#${anchor}` : statementAddress?.(descriptor);
    const shown = userText(cutText(name, longestName));
    return {
      descriptor,
      anchor,
      name,
      link: address === undefined ? shown : html`<a href="${address}">${shown}</a>`,
      place: placeOf(descriptor),
      counts: countsOf(descriptor.conformance),
    };
  });
}

function placeOf({ path, document }: DescriptorReport): string {
  return document === 0 ? path : `${path} (document ${document + 1})`;
}

function countsOf(conformance: readonly Conformance[]): EntryCounts {
  const seen = new Set<string>();
  const counts = { mandatoryNotMet: 0, advisedNotMet: 0, waived: 0, open: 0 };
  for (const { requirements } of conformance) {
    for (const result of requirements) {
      if (result.outcome === 'passed' || result.outcome === 'inapplicable') continue;
      // Frameworks may share a requirement, and then they share what became of it.
      if (seen.has(result.requirement)) continue;
      seen.add(result.requirement);
      if (isNotMet(result)) counts[result.level === 'must' ? 'mandatoryNotMet' : 'advisedNotMet'] += 1;
      else if (result.outcome === 'waived') counts.waived += 1;
      else if (result.outcome === 'needsReview') counts.open += 1;
    }
  }
  return counts;
}

/** The level with the framework that it belongs to, e.g. `SCQF 8`; undefined when no level is stated. */
export function levelText({ framework, level }: AwardFacts): string | undefined {
  if (level === undefined) return undefined;
  return framework === undefined ? `level ${level}` : `${framework} ${level}`;
}
