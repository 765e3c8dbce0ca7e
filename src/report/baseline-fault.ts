import { dateInWords } from '../descriptor/calendar-date.ts';
import type { Finding, Location } from '../descriptor/finding.ts';
import { contentDigest } from '../descriptor/fingerprint.ts';
import type { Json, JsonObject } from '../descriptor/json-pointer.ts';
import { shownName } from '../descriptor/shown-text.ts';
import { type BaselineEntry, requirementRule } from './baseline-entry.ts';

/** What is wrong with an entry of a baseline, and where it stands. */
export interface BaselineFault {
  /** What kind of fault it is, for machines. */
  readonly fault: string;
  /** What is the case, in one sentence. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
  /** The values that the message mentions. */
  readonly data: JsonObject;
  readonly location: Location;
  readonly excerpt: string;
  /** The entry, as far as it can be read; no line, for that changes. */
  readonly subject: Json;
}

const why =
  'A baseline is a debt that is written down: it counts only while everybody can see what is in it and until when.';

/** The findings that tell of faults of a baseline, in the order given, each with its fingerprint. */
export function findingsOfBaseline(faults: readonly BaselineFault[]): Finding[] {
  const seen = new Map<string, number>();
  return faults.map(({ fault, message, help, data, location, excerpt, subject }): Finding => {
    const key = contentDigest(['baseline', fault, subject]);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return {
      rule: 'baseline',
      severity: 'warning',
      principles: [],
      message,
      help,
      why,
      sources: [],
      data: { fault, ...data },
      location,
      related: [],
      excerpt,
      fingerprint: contentDigest([key, ordinal]),
    };
  });
}

/** What is said of an entry that has expired while what it is for is still there. */
export function expiredFault(entry: BaselineEntry): BaselineFault[] {
  const { rule, path, fingerprint, expires = '', place } = entry;
  if (place === undefined) return [];
  const what = rule === requirementRule ? 'A requirement' : shownName(rule);
  return [
    {
      fault: 'expired',
      message: `${what} in ${shownName(path)} was known until ${dateInWords(expires)}, so it counts as new again.`,
      help: 'Put it right; or, once a new date has been agreed, write it under `expires`.',
      data: { known: rule, descriptor: path.slice(0, 200).replace(/\p{Cs}$/u, ''), expires },
      ...place,
      subject: [rule, path, fingerprint, expires],
    },
  ];
}
