/**
 * A title or a name without its dress: equal for texts that differ in case, spacing, quotation marks, dashes and
 * hyphens, or a leading "the" alone.
 */
export function bareWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u201b`\u00b4]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\s\p{Pd}\u2212\u00ad]+/gu, ' ')
    .trim()
    .replace(/^the (?=.)/, '');
}
