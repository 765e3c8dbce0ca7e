import { excerptAt, type Finding, type Location } from '../descriptor/finding.ts';
import { contentDigest } from '../descriptor/fingerprint.ts';
import type { Json, JsonObject } from '../descriptor/json-pointer.ts';
import { shownName, shownValue } from '../descriptor/shown-text.ts';
import { suggestionFor } from '../descriptor/unknown-name.ts';

/** The rule id of everything that is said about waivers. */
export const waiverRule = 'waiver';

/** What is wrong with a waiver. */
export interface WaiverFault {
  /** What kind of fault it is, for machines. */
  readonly fault: string;
  /** What is the case, in one sentence. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
  /** The values that the message mentions. */
  readonly data: JsonObject;
}

const why =
  'An exception counts only while everybody can see what it covers, why it was agreed and until when.';

/** A fault with its place, and with what tells it from others of its kind wherever it stands. */
export interface PlacedFault {
  readonly fault: WaiverFault;
  readonly location: Location;
  readonly excerpt: string;
  /** The waiver itself, as far as it can be read; no line or path, for these change. */
  readonly subject: Json;
}

/** A fault in a text at a place of that text. */
export function faultIn(text: string, fault: WaiverFault, location: Location, subject: Json): PlacedFault {
  return { fault, location, excerpt: excerptAt(text, location.range.start), subject };
}

/** The findings that tell of faults of waivers, in the order given, each with its fingerprint. */
export function findingsOfWaivers(faults: readonly PlacedFault[]): Finding[] {
  const seen = new Map<string, number>();
  return faults.map(({ fault: { fault, message, help, data }, location, excerpt, subject }) => {
    const key = contentDigest([waiverRule, fault, subject]);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return {
      rule: waiverRule,
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

const whyForm = 'while the form is at fault, nothing can be judged that an exception could be agreed for';
const whyJudgement = 'it only says whether what people have written down still counts';

/** What is told under a name of its own without being a rule, and why no exception can be agreed for it. */
const unwaivable: ReadonlyMap<string, string> = new Map([
  ['file', whyForm],
  ['yaml', whyForm],
  ['schema', whyForm],
  ['review', whyJudgement],
  [waiverRule, whyJudgement],
  ['baseline', whyJudgement],
  ['requirement', whyJudgement],
]);

/** What is wrong with the rule that a waiver names; undefined when it can be waived. */
export function faultOfRule(rule: string, ruleIds: readonly string[]): WaiverFault | undefined {
  const reason = unwaivable.get(rule);
  if (reason !== undefined) {
    return {
      fault: 'rule-cannot-be-waived',
      message: `${shownName(rule)} cannot be waived: ${reason}.`,
      help: 'Put right what is found, and take the waiver away.',
      data: { rule },
    };
  }
  if (ruleIds.includes(rule)) return undefined;
  return {
    fault: 'unknown-rule',
    message: `The waiver names the rule ${shownName(rule)}, which does not exist, so it waives nothing.`,
    help: suggestionFor(rule, ruleIds),
    data: { rule: cut(rule) },
  };
}

/** How many characters a reason has at least. */
export const shortestReason = 10;

/** What is wrong with the reason of a waiver; undefined when it says something. */
export function faultOfReason(rule: string, reason: string): WaiverFault | undefined {
  const { length } = Array.from(reason.slice(0, 4 * shortestReason).trim());
  if (length >= shortestReason && !isPlaceholder(reason)) return undefined;
  return {
    fault: 'empty-reason',
    message: `The reason for the waiver of ${shownName(rule)}, ${shownValue(reason)}, says too little, so the waiver does not count.`,
    help: 'Say in a sentence why the exception was agreed.',
    data: { rule: cut(rule), reason: cut(reason) },
  };
}

const placeholders: readonly string[] = [
  'reason',
  'the reason',
  'reason to follow',
  'see above',
  'see below',
  'tba',
  'tbc',
  'tbd',
  'to be added',
  'to be agreed',
  'to be confirmed',
  'to be decided',
  'to be defined',
  'to be determined',
  'to do',
  'todo',
  'name',
  'no reason',
  'not applicable',
  'not known',
  'nobody',
  'none',
  'placeholder',
  'unknown',
];

/** Whether a text only holds the place of something that was never written, as `TODO` and `<name>` do. */
export function isPlaceholder(text: string): boolean {
  if (text.length > 100) return !/\p{L}/u.test(text);
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const letters = new Set(words.replace(/[^\p{L}]/gu, ''));
  // Dashes, numbers and one letter over and over say nothing either.
  return letters.size < 2 || placeholders.includes(words) || /^(?:todo|tb[acd]|lorem ipsum)\b/.test(words);
}

/** A text by a user as far as a machine needs it; never cut through a character. */
function cut(text: string): string {
  return text.slice(0, 200).replace(/\p{Cs}$/u, '');
}
