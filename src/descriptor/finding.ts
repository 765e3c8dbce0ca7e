import type { JsonObject, JsonPointer } from './json-pointer.ts';

/** How much a finding weighs: what must hold, what should hold, what would be good to have. */
export type Severity = 'error' | 'warning' | 'info';

/** A place in a text. Line and column are 1-based, the column counts UTF-16 units; the offset is 0-based, in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** From the first character (inclusive) to the position after the last (exclusive). */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The place of what has no better one. */
export const startOfText: Range = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
};

/** Where in which file: `document` is the 0-based number of the YAML document in it. */
export interface Location {
  readonly path: string;
  readonly document: number;
  readonly pointer: JsonPointer;
  readonly range: Range;
}

/**
 * How a source stands behind a statement: its own words; its meaning in ours; or our conclusion,
 * which no sentence of the source states.
 */
export type Basis = 'quoted' | 'paraphrased' | 'inferred';

/** A document that a requirement goes back to, with the way it does. */
export interface Citation {
  readonly document: string;
  readonly url?: string;
  readonly basis: Basis;
  readonly quote?: string;
  readonly note?: string;
}

/** What a user is told: one mistake, its place, why it matters and how to mend it. */
export interface Finding {
  /** The rule's id, or `file`, `yaml` or `schema` for faults that come before any rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** Ids of the principles that the rule serves in the selected frameworks; empty for faults of form. */
  readonly principles: readonly string[];
  /** What is the case, in one sentence with the values concerned. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
  /** Why it matters. */
  readonly why: string;
  readonly sources: readonly Citation[];
  /** The values that the message mentions, for machines and translations. */
  readonly data: JsonObject;
  readonly location: Location;
  readonly related: readonly RelatedPlace[];
  /** The source line on which it starts (see excerptAt), for people to look at; empty when there is no text. */
  readonly excerpt: string;
  /** Stays the same when other parts of the file, its lines or the wording change (see fingerprint.ts). */
  readonly fingerprint: string;
  /** The agreed exception that covers it, where there is one: it stays visible but no longer counts against the award. */
  readonly waiver?: AppliedWaiver;
  /** Whether the baseline knows it; absent where none is in use. What it knows counts in full but for `--new-only`. */
  readonly baseline?: 'known' | 'new';
  /** The entry of the baseline for it; also one that has expired, so that the finding counts as new again. */
  readonly baselineEntry?: KnownSince;
}

/** What an entry of a baseline says of its finding to people. */
export interface KnownSince {
  /** As YYYY-MM-DD. */
  readonly addedOn: string;
  readonly reason?: string;
  readonly owner?: string;
  /** The last day on which it counts as known, as YYYY-MM-DD. */
  readonly expires?: string;
}

/** An agreed exception as a finding shows it: why, by whom, until when, and where it is written down. */
export interface AppliedWaiver {
  readonly reason: string;
  readonly approver?: string;
  /** The last day on which it holds, as YYYY-MM-DD. */
  readonly until?: string;
  /** In a comment of the descriptor, or in a file of waivers. */
  readonly origin: 'comment' | 'file';
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** Another place that has to do with a finding, e.g. where the same id stands already. */
export interface RelatedPlace {
  readonly message: string;
  readonly location: Location;
}

const longestExcerpt = 400;

/** The whole line of a text on which a position stands, without its line end; at most 400 UTF-16 units of it. */
export function excerptAt(text: string, { offset, column }: Position): string {
  const start = offset - column + 1;
  const line = text.slice(start, start + longestExcerpt);
  const end = line.search(/[\r\n]/);
  return end === -1 ? line : line.slice(0, end);
}

/** The one order of findings: path, document, line, column, rule id, message; by code units, so the same on every machine. */
export function compareFindings(left: Finding, right: Finding): number {
  return (
    compareText(left.location.path, right.location.path) ||
    left.location.document - right.location.document ||
    left.location.range.start.line - right.location.range.start.line ||
    left.location.range.start.column - right.location.range.start.column ||
    compareText(left.rule, right.rule) ||
    compareText(left.message, right.message)
  );
}

/** Compares by code units, never by the machine's locale. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
