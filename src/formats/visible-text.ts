/** Controls, marks that turn the reading direction or cannot be seen, line separators, halves of characters. */
const misleading = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/**
 * A text of a user's on one line of a terminal: whatever could move the cursor, begin a line, change colours, turn the
 * reading direction or hide is shown as an escape such as `\u202e`. What joins and colours emoji stays.
 */
export function visibleText(text: string): string {
  return text.replace(misleading, (character, offset: number) =>
    belongsToPicture(character, text, offset)
      ? character
      : (shortEscapes.get(character) ?? escaped(character)),
  );
}

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}

/** The joiner between two pictures, and the mark that asks for a picture in colour. */
function belongsToPicture(character: string, text: string, offset: number): boolean {
  // A picture with its marks has at most six units.
  const before = text.slice(Math.max(0, offset - 6), offset);
  if (character === '\ufe0f') return /[\p{Extended_Pictographic}#*0-9]$/u.test(before);
  if (character !== '\u200d') return false;
  const isAfter = /\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?$/u.test(before);
  return isAfter && /^\p{Extended_Pictographic}/u.test(text.slice(offset + 1));
}
