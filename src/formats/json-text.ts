/**
 * What JSON allows to stand in a text as it is, though it can move a cursor, turn the reading direction or hide.
 * (Controls below the space, and halves of characters, are escaped by JSON.stringify.)
 */
const misleading = /[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A value as indented JSON, safe to be looked at in a terminal: misleading characters stand as `\u` escapes. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(misleading, (character) =>
    character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}
