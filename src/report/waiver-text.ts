import { readDate } from '../descriptor/calendar-date.ts';
import { editDistance } from '../descriptor/closest-word.ts';
import { shownName, shownValue } from '../descriptor/shown-text.ts';
import { faultOfReason, isPlaceholder, type WaiverFault } from './waiver-fault.ts';

/** What begins a comment that waives a rule. */
export const waiverMark = 'microcred-waive';

/** What a comment that waives a rule says. */
export interface WaiverText {
  readonly rule: string;
  readonly reason: string;
  readonly approver?: string;
  /** As YYYY-MM-DD. */
  readonly until?: string;
}

const form = `\`# ${waiverMark} <rule>: <reason> (until <YYYY-MM-DD>)\``;
const writeForm = `Write ${form}, where the bracket may be left out.`;

/** In UTF-16 units. Whoever has more to say writes it elsewhere and refers to it. */
const longestText = 2_000;

/**
 * Reads a comment as a waiver.
 *
 * @param comment from its `#` to the end of its line
 * @returns undefined for a comment that is neither a waiver nor meant as one
 */
export function readWaiverText(comment: string): WaiverText | WaiverFault | undefined {
  const content = comment.replace(/^#+[ \t]*/, '');
  if (!/^microcred/i.test(content)) return undefined;
  if (!/^microcred-waive(?![\w-])/.test(content)) return nearMark(content.slice(0, 200));
  if (content.length > longestText) {
    const message = `The waiver has more than ${longestText} characters, which is more than is read.`;
    return faulty('too-long', message, 'Shorten the reason, and say where the rest is written down.');
  }
  return readStatement(content.slice(waiverMark.length).trim());
}

/** Whether a comment line goes on with the reason of the waiver in the line before, which is cut off there. */
export function continues(reason: string, nextComment: string): boolean {
  const next = nextComment.replace(/^#+[ \t]*/, '');
  if (/^microcred/i.test(next)) return false;
  return /\((?:until|approved by)\b/i.test(next) || (/[^.!?…)]$/.test(reason) && /^\p{Ll}/u.test(next));
}

const otherMarks = /^(?:waiv|ignor|disabl|suppress|skip|allow|exempt|except|excuse)/;

/** What was probably meant as a waiver but is written in another way; prose that begins like one is left alone. */
function nearMark(content: string): WaiverFault | undefined {
  const [written = '', gap = '', word = ''] = /^microcred([-_: \t]*)([a-z]+)[\w-]*/i.exec(content) ?? [];
  const name = word.toLowerCase();
  const isMeant = otherMarks.test(name) || (gap !== '' && editDistance(name.slice(0, 20), 'waive') <= 2);
  if (!isMeant) return undefined;
  const rest = content.slice(written.length);
  if (/^[ \t]*$/.test(gap) && !/^[ \t]*(?:[:-]?[ \t]*[a-z\d-]+[ \t]*:|$)/i.test(rest)) return undefined;
  const mark = written.replace(/[ \t]+/g, ' ');
  const message = `${shownName(mark)} does not begin a waiver, so the comment waives nothing.`;
  return faulty('unknown-mark', message, `Did you mean \`${waiverMark}\`? ${writeForm}`, { mark });
}

/** Reads what stands behind the mark. */
function readStatement(statement: string): WaiverText | WaiverFault {
  const colon = statement.indexOf(':');
  const rule = (colon === -1 ? statement : statement.slice(0, colon)).trim();
  if (rule === '') return faulty('no-rule', 'The waiver names no rule, so it waives nothing.', writeForm);
  const [name = '', ...others] = rule.split(/[\s,;]+/);
  if (others.length > 0) {
    const isList = /[,;]/.test(rule) && others.every((other) => other === '' || other.includes('-'));
    if (isList && colon !== -1)
      return faulty(
        'several-rules',
        'The waiver names more than one rule.',
        'Write one comment for each rule.',
      );
    const message = `No colon stands behind the rule ${shownName(name)}, so nobody can tell where the reason begins.`;
    return faulty('no-colon', message, writeForm, { rule: name });
  }
  const said = colon === -1 ? '' : statement.slice(colon + 1).trim();
  if (said === '') {
    const message = `The waiver of ${shownName(rule)} gives no reason, so it does not count.`;
    return faulty('no-reason', message, writeForm, { rule });
  }
  const terms = readTerms(rule, said);
  if ('fault' in terms) return terms;
  return faultOfReason(rule, terms.reason) ?? { rule, ...terms };
}

type Terms = Omit<WaiverText, 'rule'>;

/** Takes what stands in brackets at the end of a reason: who approved, and until when. */
function readTerms(rule: string, said: string): Terms | WaiverFault {
  let terms: Terms = { reason: said };
  for (let bracket = bracketAtEnd(said); bracket !== undefined; bracket = bracketAtEnd(terms.reason)) {
    const { inside, before } = bracket;
    const found = termsIn(rule, inside);
    if (found === undefined) break;
    if ('fault' in found) return found;
    if (Object.keys(found).some((name) => name in terms)) return unclear(rule, inside);
    terms = { ...terms, ...found, reason: before };
  }
  return strayTerms(rule, terms.reason) ?? terms;
}

/** The last bracket of a text that ends with one, and the text before it. */
function bracketAtEnd(text: string): { readonly inside: string; readonly before: string } | undefined {
  if (!text.endsWith(')')) return undefined;
  let open = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ')') open += 1;
    if (text[at] === '(') open -= 1;
    if (open === 0) return { inside: text.slice(at + 1, -1).trim(), before: text.slice(0, at).trim() };
  }
  return undefined;
}

/** What a bracket says, or undefined for one that belongs to the reason. */
function termsIn(rule: string, inside: string): Omit<Terms, 'reason'> | WaiverFault | undefined {
  const untilFirst = /^until\b(.*?)(?:,\s*approved by\b(.*))?$/i.exec(inside);
  const approverFirst = /^approved by\b(.*?)(?:,\s*until\b(.*))?$/i.exec(inside);
  if (!untilFirst && !approverFirst) return isMeantAsTerm(inside) ? unclear(rule, inside) : undefined;
  const [date, name] = untilFirst ? untilFirst.slice(1) : [approverFirst?.[2], approverFirst?.[1]];
  const approver = name?.trim();
  const until = date?.trim();
  if (approver !== undefined && isPlaceholder(approver)) {
    const message = `The waiver of ${shownName(rule)} does not say who approved it.`;
    return faulty('no-approver', message, 'Write a name behind `approved by`, or leave the words out.', {
      rule,
    });
  }
  const fault = until === undefined ? undefined : faultOfDate(rule, until);
  return (
    fault ?? { ...(approver === undefined ? {} : { approver }), ...(until === undefined ? {} : { until }) }
  );
}

/** Other words for an end or an approval; nobody should take for a limit what is none. */
function isMeantAsTerm(inside: string): boolean {
  return (
    /^(?:till?|expir\w*|ends?|valid|up to|to|not after|before)\b.*\d{4}/i.test(inside) ||
    /^(?:approve[dr]|agreed by|authori[sz]ed by|signed off by)\b/i.test(inside)
  );
}

function unclear(rule: string, inside: string): WaiverFault {
  const message = `The bracket ${shownName(`(${inside})`)} of the waiver of ${shownName(rule)} is not understood.`;
  const help =
    'Write `(until <YYYY-MM-DD>)`, `(approved by <name>)` or `(approved by <name>, until <YYYY-MM-DD>)`.';
  return faulty('unclear-bracket', message, help, { rule });
}

/** A limit that does not stand in a bracket at the end would be no limit at all. */
function strayTerms(rule: string, reason: string): WaiverFault | undefined {
  const [, word = '', rest = ''] = /\((until|approved by)\b(.*)$/i.exec(reason) ?? [];
  if (word !== '' && !rest.includes(')')) {
    const message = `The bracket that begins with ${shownName(`(${word}`)} in the waiver of ${shownName(rule)} is not closed.`;
    return faulty('open-bracket', message, 'Close it with `)` at the end of the line.', { rule });
  }
  if (word !== '') {
    const message = `Text stands behind the bracket ${shownName(`(${word} …)`)} in the waiver of ${shownName(rule)}.`;
    return faulty('text-behind-bracket', message, 'Put the bracket at the end of the comment.', { rule });
  }
  const [, date = ''] =
    /\b(?:until|till?|expir(?:es|y|ation)(?: on| date)?|ends(?: on)?)[\s:]+(\d{4}-\d\d-\d\d|\S{8,10}?(?=[.\])]*$))/i.exec(
      reason,
    ) ?? [];
  if (readDate(date)?.is !== 'day') return undefined;
  const message = `The date on which the waiver of ${shownName(rule)} ends does not stand in round brackets of its own.`;
  return faulty('stray-date', message, `Write \`(until ${date})\` at the end of the comment.`, { rule });
}

function faultOfDate(rule: string, date: string): WaiverFault | undefined {
  const read = readDate(date);
  if (/^\d{4}-\d\d-\d\d$/.test(date) && read?.is === 'day') return undefined;
  const message =
    date === ''
      ? `The waiver of ${shownName(rule)} does not say until when it holds.`
      : read?.is === 'no-such-day'
        ? `The waiver of ${shownName(rule)} ends on ${shownValue(date)}, a day that does not exist.`
        : `The waiver of ${shownName(rule)} ends on ${shownValue(date)}, which is no date of the form YYYY-MM-DD.`;
  const meant = read?.is === 'day' ? [read.iso] : read?.is === 'ambiguous' ? read.isos : [];
  const help =
    meant.length > 0
      ? `Write ${meant.map((iso) => `\`(until ${iso})\``).join(' or ')}.`
      : 'Write the last day on which it holds as YYYY-MM-DD, such as `(until 2027-06-30)`.';
  return faulty('wrong-date', message, help, { rule, value: date.slice(0, 40) });
}

function faulty(fault: string, message: string, help: string, data: WaiverFault['data'] = {}): WaiverFault {
  return { fault, message, help, data };
}
