import { possiblePhrases } from './phrase-index.ts';
import { findPhrases, type PhraseMatch } from './phrases.ts';
import { sentencesOf } from './sentences.ts';

/** What counts as a promise, and what takes it back. All are phrases as findPhrases knows them. */
export interface PromiseWording {
  /** Phrases that promise; with `about`, only in a sentence that has one of those words too. */
  readonly promises: readonly { readonly phrases: readonly string[]; readonly about?: readonly string[] }[];
  /** Words that deny or soften whatever their sentence says. */
  readonly unless?: readonly (readonly string[])[];
  /** Phrases that have such a word in them but deny and soften nothing, such as "no matter". */
  readonly idioms?: readonly string[];
  /** Phrases that promise something else; a promise that has to do with one of them does not count. */
  readonly except?: readonly string[];
}

/**
 * The first promise of each sentence, in the words of the text. A question promises nothing, and neither does a
 * sentence that denies or softens anything at all: it is better to miss a promise than to blame somebody who made none.
 */
export function findPromises(text: string, wording: PromiseWording): string[] {
  if (!wording.promises.some(({ phrases }) => possiblePhrases(text, phrases).length > 0)) return [];
  return sentencesOf(text).flatMap((sentence) => {
    // The apostrophes alone are changed, so that every character keeps its index.
    const plain = sentence.replaceAll('’', "'");
    const [first] = promisesIn(plain, wording);
    if (first === undefined || /\?["')\]]*$/.test(plain) || isTakenBack(plain, wording)) return [];
    return [sentence.slice(first.index, first.index + first.found.length).replace(/\s+/g, ' ')];
  });
}

/** Whether a sentence denies or softens what it says. */
export function isTakenBack(
  sentence: string,
  { unless = [], idioms }: Pick<PromiseWording, 'unless' | 'idioms'>,
): boolean {
  return unless.some((words) => findPhrases(sentence, words, idioms).length > 0);
}

/** The earliest first, and the longest of those that begin together. */
function promisesIn(sentence: string, { promises, except = [] }: PromiseWording): PhraseMatch[] {
  const found = promises.flatMap(({ phrases, about }) => {
    const matches = findPhrases(sentence, phrases);
    const counts = matches.length > 0 && (about === undefined || findPhrases(sentence, about).length > 0);
    return counts ? matches : [];
  });
  if (found.length === 0) return found;
  const others = findPhrases(sentence, except);
  return found
    .filter((match) => !others.some((other) => overlap(match, other)))
    .sort((left, right) => left.index - right.index || right.found.length - left.found.length);
}

function overlap(left: PhraseMatch, right: PhraseMatch): boolean {
  return left.index < right.index + right.found.length && right.index < left.index + left.found.length;
}
