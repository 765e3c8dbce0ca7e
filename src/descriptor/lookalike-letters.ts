/** A letter of another script that cannot be told from a Latin one, or a character that cannot be seen at all. */
interface OddLetter {
  /** The character itself. */
  readonly character: string;
  /** The Latin letters that it looks like; empty for an invisible one. */
  readonly looksLike: string;
}

/** Small and capital letters of the Greek and Cyrillic scripts, each above the Latin letter that it looks like. */
const pairs: readonly (readonly [string, string])[] = [
  ['αβγεικμνορτυχωΑΒΕΖΗΙΚΜΝΟΡΤΥΧϲϳ', 'aByeikuvoptuxwABEZHIKMNOPTYXcj'],
  ['авеікмнорстухѕјһԁԛԝѵАВЕІКМНОРСТУХЅЈ', 'aBeikMHopcTyxsjhdqwvABEIKMHOPCTYXSJ'],
  ['ıɩǃ', 'iil'],
];

const lookalikes: ReadonlyMap<string, string> = new Map(
  pairs.flatMap(([odd, latin]) => [...odd].map((letter, index) => [letter, latin[index] ?? ''] as const)),
);

const invisible = /\p{Cf}|[\u00a0\u2000-\u200a\u202f\u205f\u3000\u3164\u115f\u1160]|[\ufe00-\ufe0f]/u;

/** A word with every look-alike turned into the letter that it looks like, and without what cannot be seen. */
export function plainLetters(word: string): string {
  return Array.from(word.normalize('NFKC'), (letter) =>
    invisible.test(letter) ? '' : (lookalikes.get(letter) ?? letter),
  ).join('');
}

/** The first character of a word that only looks like another one, or that cannot be seen, or undefined. */
function firstOddLetter(word: string): OddLetter | undefined {
  for (const character of word) {
    if (invisible.test(character)) return { character, looksLike: '' };
    const looksLike = lookalikes.get(character) ?? fullWidth(character);
    if (looksLike !== undefined) return { character, looksLike };
  }
  return undefined;
}

/** `ｔ` is the letter t in the width of a Chinese character. */
function fullWidth(character: string): string | undefined {
  return /[\uff01-\uff5e]/.test(character) ? character.normalize('NFKC') : undefined;
}

/** Two words that look the same need an explanation: what is odd in the one written, as a part of a sentence, or nothing. */
export function oddLetterWords(written: string, meant: string): string {
  const odd = firstOddLetter(written);
  if (odd === undefined || plainLetters(written).toLowerCase() !== meant.toLowerCase()) return '';
  const code = `U+${(odd.character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return odd.looksLike === ''
    ? `: it contains a character that cannot be seen, ${code}`
    : `: it contains a letter, ${code}, that only looks like "${odd.looksLike}"`;
}
