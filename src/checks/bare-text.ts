import type { PlacedWord } from './placed-words.ts';

/** Words without case, punctuation and articles, in one spelling: equal for texts that say the same in the same words. */
export function bareText(words: readonly PlacedWord[]): string {
  return words
    .map(({ plain }) => plain.replace(/([iy])z(?=e|ing|ation)/, '$1s'))
    .filter((word) => !/^(?:a|an|the)$/.test(word))
    .join(' ');
}
