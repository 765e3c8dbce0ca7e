const numberWords: ReadonlyMap<string, number> = new Map(
  Object.entries({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    fifteen: 15,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
  }),
);

/** Where a number that begins at a place of a text (in small letters) can end, the farthest first; none without a number. */
export function numberEndsAt(lower: string, at: number): readonly number[] {
  const whole = afterDigits(lower, at, 6);
  if (whole > at) {
    const hasSign = lower[whole] === '.' || lower[whole] === ',';
    const decimals = hasSign ? afterDigits(lower, whole + 1, 3) : whole;
    return decimals > whole + 1 ? [decimals, whole] : [whole];
  }
  let end = at;
  while (lower.charCodeAt(end) >= 97 && lower.charCodeAt(end) <= 122) end++;
  return end > at && numberWords.has(lower.slice(at, end)) ? [end] : none;
}

const none: readonly number[] = [];

const mostRemembered = 64;
const remembered = new Map<string, readonly number[]>();

/** Where numbers may begin in a text in small letters. The same few texts are asked for by one phrase after the other. */
export function numberStarts(lower: string): readonly number[] {
  const known = remembered.get(lower);
  if (known !== undefined) return known;
  const starts: number[] = [];
  for (const { index } of lower.matchAll(/[a-z]+|\d+/g)) {
    if (numberEndsAt(lower, index).length > 0) starts.push(index);
  }
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(lower, starts);
  return starts;
}

function afterDigits(text: string, from: number, most: number): number {
  let end = from;
  while (end < from + most && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return end;
}

const letter = '[a-z0-9\\u00aa-\\u1fff\\u2c00-\\ud7ff]';
const number = new RegExp(
  `(?<!${letter})(?:\\d{1,6}(?:[.,]\\d{1,3})?|${[...numberWords.keys()].join('|')})(?!${letter})`,
);

/** The first number in a text, in digits (`15`, `7.5`, `1,200`) or as one of the common words. */
export function firstNumberIn(text: string): number | undefined {
  return numberIn(number.exec(text.toLowerCase())?.[0] ?? '');
}

/** The number that digits or a number word stand for; a comma followed by three digits groups thousands. */
export function numberIn(text: string): number | undefined {
  const word = numberWords.get(text.toLowerCase());
  if (word !== undefined) return word;
  const number = Number(text.replace(/,(?=\d{3}$)/, '').replace(',', '.'));
  return text !== '' && Number.isFinite(number) ? number : undefined;
}
