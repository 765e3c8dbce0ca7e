import type { Phrase } from './phrases.ts';
import { wordsOf } from './plain-words.ts';

/**
 * The phrases of a list that can be in a text at all. Nearly every phrase is in nearly no text, and a look at the
 * text's words tells so a hundred times faster than looking for each phrase.
 */
export function possiblePhrases<P extends Phrase | string>(
  text: string,
  phrases: readonly P[],
): readonly P[] {
  if (phrases.length === 0) return phrases;
  const words = wordsIn(text);
  return mayHaveOneOf(words, phrases) ? phrases.filter((phrase) => mayHave(words, neededOf(phrase))) : [];
}

/** Whether words can have one of the phrases among them at all. */
export function mayHaveOneOf(words: Words, phrases: readonly (Phrase | string)[]): boolean {
  for (const parts of indexOf(phrases)) if (mayHave(words, parts)) return true;
  return false;
}
