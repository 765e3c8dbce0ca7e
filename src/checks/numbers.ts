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

/** Source of a pattern for a number in digits (`15`, `7.5`, `1,200`) or as one of the common words; no capturing groups. */
export const numberPattern: string = `(?:\\d{1,6}(?:[.,]\\d{1,3})?|${[...numberWords.keys()].join('|')})`;

/** The number that digits or a number word stand for; a comma followed by three digits groups thousands. */
export function numberIn(text: string): number | undefined {
  const word = numberWords.get(text.toLowerCase());
  if (word !== undefined) return word;
  const number = Number(text.replace(/,(?=\d{3}$)/, '').replace(',', '.'));
  return text !== '' && Number.isFinite(number) ? number : undefined;
}
