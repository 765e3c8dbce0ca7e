import { type CheckContext, cantTell, type Fault, type Verdict, verdictOf } from '../conformance/check.ts';
import { type Json, type JsonObject, type PointerPattern, placesAt } from '../descriptor/json-pointer.ts';
import { presenceOf } from './presence.ts';

/** What is found in one text: the values of a fault, the reason why nothing can be told, or nothing. */
export type TextFinding = { readonly fault: JsonObject } | { readonly undecided: string } | undefined;

/**
 * Judges each text of a field by itself. One fault makes the verdict failed; otherwise one text that cannot be decided
 * makes it undecided. A placeholder is never judged: the rule about placeholders tells it.
 */
export function judgeTexts(
  target: Json,
  field: PointerPattern,
  context: CheckContext,
  judge: (text: string) => TextFinding,
): Verdict {
  const faults: Fault[] = [];
  let reason: string | undefined;
  for (const { pointer, value } of placesAt(target, field)) {
    if (typeof value !== 'string' || presenceOf(value, context) === 'absent') continue;
    const finding =
      presenceOf(value, context) === 'placeholder'
        ? { undecided: 'Only a placeholder stands there.' }
        : judge(value);
    if (finding === undefined) continue;
    if ('fault' in finding) faults.push({ at: pointer, data: finding.fault });
    else reason ??= finding.undecided;
  }
  return faults.length === 0 && reason !== undefined ? cantTell(reason) : verdictOf(faults);
}
