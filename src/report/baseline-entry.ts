import type { Framework } from '../conformance/framework.ts';
import type { RuleResult } from '../conformance/rule.ts';
import type { Finding, KnownSince, Location } from '../descriptor/finding.ts';
import { contentDigest } from '../descriptor/fingerprint.ts';
import { isJsonArray } from '../descriptor/json-pointer.ts';
import { shownName } from '../descriptor/shown-text.ts';
import type { DescriptorReport } from './report.ts';
import { isNotMet, type RequirementResult } from './verdict.ts';

/** What a baseline says of one finding that is known; `schemas/baseline.schema.json` is the same thing and the truth. */
export interface BaselineEntry extends KnownSince {
  readonly rule: string;
  /** As reports name the file. */
  readonly path: string;
  readonly id?: string;
  readonly fingerprint: string;
  /** For people to read; it is not compared. */
  readonly message: string;
  /** Where a finding is about some of several things: which ones are known. */
  readonly parts?: readonly string[];
  /** Where the entry stands, with the source line; only for one that may expire, since nothing else is said of the others. */
  readonly place?: { readonly location: Location; readonly excerpt: string };
}

/** A descriptor of a report with the results of the rules behind it. */
export interface RuledDescriptor {
  readonly report: DescriptorReport;
  readonly rules: readonly RuleResult[];
}

/** Something about a descriptor that a baseline can know. */
export interface Knowable {
  readonly rule: string;
  readonly fingerprint: string;
  readonly message: string;
  /** Where it is about some of several things: which ones. */
  readonly parts?: readonly string[];
  /** Absent for the trouble of a requirement that no finding tells of. */
  readonly finding?: Finding;
}

/** Stands in place of a rule where it is about a mandatory requirement that no finding tells of. */
export const requirementRule = 'requirement';

/**
 * What no baseline can know: behind what cannot be read anything may hide, and what is said of reviews, waivers and
 * baselines is about people's own words, which have to be kept in order.
 */
const neverKnown: ReadonlySet<string> = new Set(['file', 'yaml', 'review', 'waiver', 'baseline']);

/** Whether a baseline can know what is told under the name of a rule. */
export function canBeKnown(rule: string): boolean {
  return !neverKnown.has(rule);
}

const longestId = 200;

/** The id of an award as a baseline holds it; one that is too odd or long to be looked for by is left out. */
export function baselineId({ id }: { readonly id?: string }): string | undefined {
  return id === undefined || id === '' || id.length > longestId || /\p{Cs}/u.test(id) ? undefined : id;
}

/** Everything about a descriptor that a baseline can know, waived or not. */
export function knowablesOf(descriptor: RuledDescriptor, frameworks: readonly Framework[]): Knowable[] {
  const { findings } = descriptor.report;
  return [
    ...findings.flatMap((finding): Knowable[] => {
      const { rule, fingerprint, message } = finding;
      const parts = partsOf(finding);
      const named = parts.length === 0 ? {} : { parts };
      return canBeKnown(rule) ? [{ rule, fingerprint, message, ...named, finding }] : [];
    }),
    ...requirementTroubles(descriptor, frameworks),
  ];
}

/** The values of findings that say which of several things are concerned, where one finding is about all of them. */
const partNames: readonly string[] = ['fields', 'ids', 'items', 'lacking', 'topics'];

/** So many are compared, and so much of each. */
const mostParts = 200;
const longestPart = 200;

/** Which of several things a finding is about; those that are only numbered are left out, for numbers move. */
function partsOf({ data }: Finding): string[] {
  const values = partNames.flatMap((name) => {
    const value = data[name];
    return isJsonArray(value) ? value : [];
  });
  const parts = values.flatMap((value) =>
    typeof value !== 'string' || value === '' || /^\d+$/.test(value)
      ? []
      : [
          value
            .replace(/\[\d+\]/g, '[]')
            .slice(0, longestPart)
            .replace(/\p{Cs}/gu, '\ufffd'),
        ],
  );
  return [...new Set(parts)].sort().slice(0, mostParts);
}

/** Whether an entry knows everything that a finding is about; one that names nothing knows all. */
export function coversParts({ parts: known }: BaselineEntry, { parts = [] }: Knowable): boolean {
  return known === undefined || parts.every((part) => known.includes(part));
}

type TroubleKind = 'undecided' | 'not-met';

/** The fingerprint of a mandatory requirement that cannot be told, or that a person found not to be met. */
export function troubleFingerprint(requirement: string, kind: TroubleKind): string {
  return contentDigest([requirementRule, requirement, kind]);
}

/** Mandatory requirements that cannot be told, be it behind something worse, or that people found not to be met. */
function requirementTroubles(
  { report, rules }: RuledDescriptor,
  frameworks: readonly Framework[],
): Knowable[] {
  if (report.status !== 'checked') return [];
  const undecided = new Set(rules.flatMap(({ outcome, rule }) => (outcome === 'cantTell' ? [rule] : [])));
  const troubles = new Map<string, Knowable>();
  for (const [index, { requirements }] of report.conformance.entries()) {
    for (const [position, result] of requirements.entries()) {
      if (result.level !== 'must') continue;
      const ruledBy = frameworks[index]?.requirements[position]?.rules ?? [];
      const isUndecided = result.outcome === 'cantTell' || ruledBy.some((rule) => undecided.has(rule));
      const kind = isUndecided ? 'undecided' : 'not-met';
      if (!isUndecided && !(result.outcome === 'reviewed' && isNotMet(result))) continue;
      const fingerprint = troubleFingerprint(result.requirement, kind);
      troubles.set(fingerprint, {
        rule: requirementRule,
        fingerprint,
        message: troubleMessage(result, kind),
      });
    }
  }
  return [...troubles.values()];
}

function troubleMessage({ requirement, reason }: RequirementResult, kind: TroubleKind): string {
  if (kind === 'not-met') return `A person found that ${shownName(requirement)} is not met, or only partly.`;
  const undecided = `It cannot be told whether ${shownName(requirement)} is met.`;
  return reason === undefined ? undecided : `${undecided} ${reason}`;
}
