/**
 * Which words some texts have, by a number for each word: it tells of nearly every other word that it is not there, and
 * never says so of one that is.
 */
export interface WordSieve {
  /** One bit for each number. */
  readonly words: Int32Array;
  /** Every beginning of a word, the whole word too. */
  readonly beginnings: Int32Array;
}

const size = 1 << 15;

/** A sieve without any words. */
export function emptySieve(): WordSieve {
  return { words: new Int32Array(size / 32), beginnings: new Int32Array(size / 32) };
}

/** Adds the words of a text, which are letters and digits without a break, in small letters. */
export function addWords({ words, beginnings }: WordSieve, text: string): void {
  const lower = text.toLowerCase();
  let number = 0;
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    if (isLetter(code)) {
      number = extended(number, code);
      mark(beginnings, number);
    } else if (number !== 0) {
      mark(words, number);
      number = 0;
    }
  }
  mark(words, number);
}

function mark(bits: Int32Array, number: number): void {
  bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31));
}

/** Whether a number is among those of a sieve. */
export function isMarked(bits: Int32Array, number: number): boolean {
  return ((bits[number >> 5] ?? 0) & (1 << (number & 31))) !== 0;
}

/** The number by which a sieve knows a word, or the beginning of one, in small letters. */
export function numberOf(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at++) number = extended(number, letters.charCodeAt(at));
  return number;
}

/** Never 0, which stands for no letters. */
function extended(number: number, code: number): number {
  return (Math.imul(number, 31) + code) % size || 1;
}

/** Letters and digits in any script, near enough; text in small letters has no others of the Latin alphabet. */
export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return (code >= 0xaa && code <= 0x1fff) || (code >= 0x2c00 && code <= 0xd7ff);
}

/** The runs of letters in a text in small letters, as isLetter knows them. */
export function lettersIn(lower: string): readonly string[] {
  return lower.match(/[a-z0-9\u00aa-\u1fff\u2c00-\ud7ff]+/g) ?? [];
}
