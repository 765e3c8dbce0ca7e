import { afterAdverbs } from './outcome-opening.ts';
import type { PlacedWord } from './placed-words.ts';
import { findVerb, type VerbLists } from './verb-list.ts';

/** Words after which verbs belong to a clause of their own: "Explain how firms plan and review their work". */
const subordinating: ReadonlySet<string> = new Set(
  'how why what whether that which who whom whose where when if because so by can could may might must shall should will would is are'.split(
    ' ',
  ),
);

const joining: ReadonlySet<string> = new Set(['and', 'then']);

/** Whether a text has anything behind which a further clause could begin. */
export function mayHaveLaterClauses(text: string): boolean {
  return /[,;&\n]|\.\s*\S|\band\b|\bthen\b/i.test(text);
}

/**
 * The words at which further clauses of an outcome may begin, after its opening verb: behind a comma, a semicolon, a
 * full stop or "and", and behind adverbs. What belongs to a subordinate clause or to a purpose ("to …") is left out.
 */
export function laterClauses(words: readonly PlacedWord[], openingVerb: number, verbs: VerbLists): number[] {
  const places = new Set<number>();
  let isSubordinate = false;
  for (const [at, word] of words.entries()) {
    if (at <= openingVerb) continue;
    if (/[.;]\s|\n/.test(word.before)) isSubordinate = false;
    const begins =
      !isSubordinate &&
      !joining.has(word.plain) &&
      (/[,;.&\n]/.test(word.before) || joining.has(words[at - 1]?.plain ?? ''));
    if (begins) places.add(afterAdverbs(words, word.plain === 'to' ? at + 1 : at, verbs));
    if (subordinating.has(word.plain) || (!begins && startsPurpose(words, at, verbs))) isSubordinate = true;
  }
  return [...places].filter((place) => place < words.length);
}

/** "to inform" is a purpose, "to the public" is not. */
function startsPurpose(words: readonly PlacedWord[], at: number, verbs: VerbLists): boolean {
  if (words[at]?.plain !== 'to') return false;
  const next = words[afterAdverbs(words, at + 1, verbs)];
  return next !== undefined && findVerb(next.plain, verbs)?.isThirdPerson === false;
}
