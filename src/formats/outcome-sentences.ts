import type { Requirement } from '../conformance/framework.ts';
import type { AppliedWaiver } from '../descriptor/finding.ts';
import type { Answer } from '../report/answer.ts';
import { standingOf } from '../report/standing.ts';
import type { RequirementResult } from '../report/verdict.ts';
import { answerWords, capitalised, standingWords } from './words.ts';

/** How a requirement came out, with its statement and the reason where there is one, on one line. */
export function outcomeSentence({ text }: Requirement, result: RequirementResult): string {
  const standing = capitalised(standingWords[standingOf(result)].words);
  const reason = result.reason === undefined ? '' : ` ${sentence(result.reason)}`;
  return `${standing}: ${sentence(text)}${reason}`;
}

/** Who answered a question how, when and with which remark, on one line. */
export function answerSentence({ outcome, reviewer, role, date, remark = '', isStale }: Answer): string {
  const who = role === undefined ? reviewer : `${reviewer} (${role})`;
  const verb = isStale === true ? 'had answered' : 'answered';
  const said = remark.trim() === '' ? '' : ` ${sentence(remark)}`;
  return `${sentence(`${who} ${verb} on ${date}: ${answerWords[outcome]}`)}${said}`;
}

/** Why an exception was agreed, by whom and until when, on one line. */
export function waiverSentence({ reason, approver, until }: AppliedWaiver): string {
  const by = approver === undefined ? '' : ` Agreed by ${sentence(approver)}`;
  const last = until === undefined ? '' : ` It holds until ${until}.`;
  return `${sentence(reason)}${by}${last}`;
}

/** A text of a person's on one line, with an end to it. */
export function sentence(text: string): string {
  const line = text.trim().replace(/[ \t\r\n]+/g, ' ');
  return /[.!?…]$/.test(line) || line === '' ? line : `${line}.`;
}
