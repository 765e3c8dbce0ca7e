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
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’‐‑-][\p{L}\p{N}]+)*/gu)].map((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(last, start);
    last = end;
    const plain = match[0].toLowerCase().replaceAll('’', "'").replace(/[‐‑]/g, '-');
    return { plain, start, end, before };
  });
}

/** The words from one to another (its number not included) as the text has them, on one line. */
export function quotedWords(text: string, words: readonly PlacedWord[], from: number, to: number): string {
  const first = words[from];
  const last = words[to - 1] ?? words.at(-1);
  return first === undefined || last === undefined
    ? ''
    : text.slice(first.start, last.end).replace(/\s+/g, ' ');
}
