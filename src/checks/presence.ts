import type { CheckContext } from '../conformance/check.ts';
import { isJsonArray, isJsonObject, type Json } from '../descriptor/json-pointer.ts';

/**
 * Whether a value says something: `absent` when nothing stands there (also an empty text, list or object),
 * `placeholder` when something like TBC holds its place.
 */
export function presenceOf(
  value: Json | undefined,
  context: CheckContext,
): 'present' | 'absent' | 'placeholder' {
  if (value === undefined || value === null) return 'absent';
  if (typeof value === 'string') {
    const text = value.trim();
    if (text === '') return 'absent';
    return isPlaceholder(text, context) ? 'placeholder' : 'present';
  }
  if (isJsonArray(value)) return bestOf(value.map((item) => presenceOf(item, context)));
  if (isJsonObject(value)) return bestOf(Object.values(value).map((member) => presenceOf(member, context)));
  return 'present';
}

/** In characters; whoever writes more has something to say. */
const longestPlaceholder = 60;

/** Whether a whole text only holds the place of a fact. */
export function isPlaceholder(text: string, { placeholders }: CheckContext): boolean {
  if (text.length > longestPlaceholder) return false;
  const words = text.trim().toLowerCase();
  return (
    placeholders.has(words) ||
    (endsInSign(words) && placeholders.has(words.replace(/[.…!?\s]+$/, ''))) ||
    (fillers.includes(words.charAt(0)) && /^[?.…_x-]{2,}$/.test(words))
  );
}

const fillers = '?.…_x-';

function endsInSign(words: string): boolean {
  return '.…!?'.includes(words.slice(-1));
}

type Presence = 'present' | 'absent' | 'placeholder';

function bestOf(presences: readonly Presence[]): Presence {
  if (presences.includes('present')) return 'present';
  return presences.includes('placeholder') ? 'placeholder' : 'absent';
}
