/** Words that end in a full stop without ending a sentence, in lower case. */
const abbreviations = new Set(
  'eg. ie. vs. cf. viz. approx. incl. vol. p. pp. mr. mrs. ms. mx. dr. prof. rev. st. fig. ed. eds. dept. univ. hons. min. max. ext. tel.'.split(
    ' ',
  ),
);

/** The sentences of a text. Items of a list and paragraphs end a sentence too; the stop in e.g. or Dr. does not. */
export function sentencesOf(text: string): string[] {
  return text.split(/\n\s*\n|\n(?=\s*(?:[-*•–]|\d{1,2}[.)])\s)/).flatMap((block) => {
    const sentences: string[] = [];
    let start = 0;
    for (const end of sentenceEnds(block)) {
      sentences.push(block.slice(start, end));
      start = end;
    }
    return [...sentences, block.slice(start)]
      .map((sentence) => sentence.trim())
      .filter((sentence) => /[A-Za-z]/.test(sentence) || /\p{L}/u.test(sentence));
  });
}

/** Where the sentence around a place of a text begins and ends; a semicolon parts sentences as well. */
export function sentenceAround(text: string, index: number): { start: number; end: number } {
  let start = 0;
  for (const end of [...sentenceEnds(text, /[.!?…;][”’"')\]]*\s+|\n\s*\n/g), text.length]) {
    if (end > index) return { start, end };
    start = end;
  }
  return { start, end: text.length };
}

function sentenceEnds(text: string, mark: RegExp = /[.!?…][”’"')\]]*\s+/g): number[] {
  return [...text.matchAll(mark)]
    .filter((match) => {
      const rest = text.slice(match.index + match[0].length);
      if (match[0][0] !== '.') return true;
      const word = /\S+$/.exec(text.slice(Math.max(0, match.index - 40), match.index + 1))?.[0] ?? '';
      return beginsAnew(rest) && !isAbbreviation(fromFirstLetter(word), rest);
    })
    .map((match) => match.index + match[0].length);
}

// The patterns with Unicode's classes are slow to compile, and hardly any text needs them.

/** Whether a text begins with anything but a small letter. */
function beginsAnew(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 128 ? code < 97 || code > 122 : /^[^\p{Ll}]/u.test(text);
}

function fromFirstLetter(word: string): string {
  return /^[A-Za-z]/.test(word) ? word : word.replace(/^[^\p{L}]+/u, '');
}

function isAbbreviation(word: string, rest: string): boolean {
  return (
    abbreviations.has(word.toLowerCase()) ||
    // Initials and the like: J. Smith, e.g., U.K.
    (word.indexOf('.') <= 2 && /^(?:\p{L}\.)+$/u.test(word)) ||
    (/^no\.$/i.test(word) && /^\d/.test(rest))
  );
}

/** How many words a text has: whatever stands between spaces and has a letter or a digit in it. */
export function countWords(text: string): number {
  let count = 0;
  for (const token of text.split(/\s+/)) {
    if (/[A-Za-z0-9]/.test(token) || /[\p{L}\p{N}]/u.test(token)) count++;
  }
  return count;
}
