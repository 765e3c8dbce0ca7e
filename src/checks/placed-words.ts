/** A word of a text and where it stands. */
export interface PlacedWord {
  /** In small letters, with straight apostrophes and plain hyphens. */
  readonly plain: string;
  /** 0-based, in UTF-16 units; `end` is the place after its last letter. */
  readonly start: number;
  readonly end: number;
  /** What stands between it and the word before it, or the beginning of the text. */
  readonly before: string;
}

/** The words of a text in their order. A hyphen or an apostrophe within a word belongs to it. */
export function placedWords(text: string): PlacedWord[] {
  let last = 0;
  const word = isPlainText(text)
    ? /[A-Za-z0-9]+(?:['-][A-Za-z0-9]+)*/g
    : /[\p{L}\p{N}]+(?:['’‐‑-][\p{L}\p{N}]+)*/gu;
  return [...text.matchAll(word)].map((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(last, start);
    last = end;
    const plain = match[0].toLowerCase().replaceAll('’', "'").replace(/[‐‑]/g, '-');
    return { plain, start, end, before };
  });
}

/** Whether a text is plain ASCII: patterns for it compile and run far faster than those for all of Unicode. */
export function isPlainText(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** The words from one to another (its number not included) as the text has them, on one line. */
export function quotedWords(text: string, words: readonly PlacedWord[], from: number, to: number): string {
  const first = words[from];
  const last = words[to - 1] ?? words.at(-1);
  return first === undefined || last === undefined
    ? ''
    : text.slice(first.start, last.end).replace(/\s+/g, ' ');
}
