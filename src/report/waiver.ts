import type { RuleResult } from '../conformance/rule.ts';
import { type AppliedWaiver, compareText, type Finding, type Location } from '../descriptor/finding.ts';
import { childPointer, fieldName, type JsonPointer, parsePointer } from '../descriptor/json-pointer.ts';

/** An agreed exception to a rule for one descriptor, wherever it was written down. */
export interface Waiver {
  readonly rule: string;
  /** Why the exception was agreed. */
  readonly reason: string;
  /** Who agreed. */
  readonly approver?: string;
  /** The last day on which it holds, as YYYY-MM-DD; without one it holds until it is taken away. */
  readonly until?: string;
  /** What it covers: the whole descriptor, a field with all below it, or lines of the file (both 1-based, inclusive). */
  readonly covers:
    | 'everything'
    | { readonly pointer: JsonPointer }
    | { readonly firstLine: number; readonly lastLine: number };
  /** In a comment of the descriptor, or in a file of waivers. */
  readonly origin: 'comment' | 'file';
  /** Where the waiver itself stands. */
  readonly location: Location;
  /** The source line on which it starts (see excerptAt), for people to look at. */
  readonly excerpt?: string;
}

/**
 * What became of a waiver: it covers a finding; its last day has passed; it has nothing to cover; or its rule has not
 * judged the descriptor, being none of those that were run or having to wait.
 */
export type WaiverState = 'used' | 'expired' | 'unused' | 'not-run';

/** A waiver with what became of it. */
export interface JudgedWaiver extends Waiver {
  readonly state: WaiverState;
}

/** Results of rules after the waivers that concern their descriptor. */
export interface WaivedResults {
  readonly rules: readonly RuleResult[];
  readonly waivers: readonly JudgedWaiver[];
}

/**
 * Marks the findings that waivers cover. Nothing is taken away: a waived finding stays, with the waiver in it. A waiver
 * whose last day has passed covers nothing. The order of the waivers makes no difference: where several cover a finding,
 * the first by its place is shown, and all of them are used.
 *
 * @param date the day judged for, as YYYY-MM-DD
 */
export function applyWaivers(
  rules: readonly RuleResult[],
  waivers: readonly Waiver[],
  date: string,
): WaivedResults {
  if (waivers.length === 0) return { rules, waivers: [] };
  const sorted = [...waivers].sort(compareWaivers);
  const inForce = new Map<string, Waiver[]>();
  for (const waiver of sorted) {
    if (hasExpired(waiver, date)) continue;
    const others = inForce.get(waiver.rule);
    if (others === undefined) inForce.set(waiver.rule, [waiver]);
    else others.push(waiver);
  }
  const used = new Set<Waiver>();
  const waived = rules.map((result) => {
    const candidates = inForce.get(result.rule);
    if (candidates === undefined || result.findings.length === 0) return result;
    const findings = result.findings.map((finding): Finding => {
      const covering = candidates.filter((waiver) => isCovered(finding, waiver));
      for (const waiver of covering) used.add(waiver);
      const [first] = covering;
      return first === undefined ? finding : { ...finding, waiver: appliedWaiver(first) };
    });
    return { ...result, findings };
  });
  const judged = new Set(rules.filter(hasJudged).map(({ rule }) => rule));
  const stateOf = (waiver: Waiver): WaiverState => {
    if (!judged.has(waiver.rule)) return 'not-run';
    if (hasExpired(waiver, date)) return 'expired';
    return used.has(waiver) ? 'used' : 'unused';
  };
  return { rules: waived, waivers: sorted.map((waiver) => ({ ...waiver, state: stateOf(waiver) })) };
}

/** Whether a rule has come to a conclusion, so that it can be said that it needs no waiver. */
function hasJudged({ outcome, findings }: RuleResult): boolean {
  return outcome !== 'cantTell' || findings.length > 0;
}

function hasExpired({ until }: Waiver, date: string): boolean {
  return until !== undefined && until < date;
}

/** By place; of several at one place, by what they say. */
function compareWaivers(left: Waiver, right: Waiver): number {
  return (
    compareText(left.location.path, right.location.path) ||
    left.location.range.start.line - right.location.range.start.line ||
    left.location.range.start.column - right.location.range.start.column ||
    compareText(contentOf(left), contentOf(right))
  );
}

function contentOf({ rule, reason, approver = '', until = '', covers, origin }: Waiver): string {
  return JSON.stringify([rule, reason, approver, until, covers, origin]);
}

/** Whether a waiver covers the place of a finding of its rule. */
export function isCovered({ location, data }: Finding, { covers }: Pick<Waiver, 'covers'>): boolean {
  if (covers === 'everything') return true;
  if ('firstLine' in covers) {
    const { line } = location.range.start;
    return line >= covers.firstLine && line <= covers.lastLine;
  }
  const field = parsePointer(covers.pointer);
  const missing = data['missing'];
  if (typeof missing !== 'string') return isWithin(field, parsePointer(location.pointer));
  // What is missing is told at the place that lacks it, but a waiver names the field itself: also where the whole group
  // that would hold the field is not there, as long as the finding is about that field.
  const lacking = parsePointer(childPointer(location.pointer, missing));
  const name = fieldName(covers.pointer);
  const told = data['field'];
  const isToldOf =
    typeof told === 'string' && told.startsWith(name) && /^(?:$|[.[])/.test(told.slice(name.length));
  return isWithin(field, lacking) || (isWithin(lacking, field) && isToldOf);
}

/** Whether a place, by its segments, is at or below a field. */
function isWithin(field: readonly string[], place: readonly string[]): boolean {
  return field.every((segment, depth) => segment === place[depth]);
}

function appliedWaiver({ reason, approver, until, origin, location }: Waiver): AppliedWaiver {
  return {
    reason,
    ...(approver === undefined ? {} : { approver }),
    ...(until === undefined ? {} : { until }),
    origin,
    path: location.path,
    line: location.range.start.line,
  };
}
