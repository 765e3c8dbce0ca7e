/** Texts that people write where a number or a truth value belongs, and what they stand for. */

/** The number that a text is, or undefined: `5`, `-2.5`; also with a decimal comma, `2,5`, unless it could part thousands. */
export function numberIn(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^[-+]?(\d{1,15}|\d{0,12}\.\d{1,12})$/.test(trimmed)) return Number(trimmed);
  if (/^[-+]?\d{1,12},(\d{1,2}|\d{4,12})$/.test(trimmed)) return Number(trimmed.replace(',', '.'));
  return undefined;
}

/** The number that a text begins with, where only a unit follows: 10 for `10 credits`. */
export function numberWithUnit(text: string): number | undefined {
  const [, number] = /^\s*([-+]?\d{1,12}(?:\.\d{1,12})?)\s*[\p{L}%£€$][\p{L} .%-]{0,30}$/u.exec(text) ?? [];
  return number === undefined ? undefined : Number(number);
}

const truthWords: Readonly<Record<string, boolean>> = {
  false: false,
  n: false,
  no: false,
  off: false,
  on: true,
  true: true,
  y: true,
  yes: true,
};

/** What a word such as `yes` stands for, or undefined. */
export function truthValueIn(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  return Object.hasOwn(truthWords, word) ? truthWords[word] : undefined;
}
