import type { JsonObject, JsonPointer } from './json-pointer.ts';

/**
 * What a fault of YAML means for the faults after it in its document. `derails`: how the rest is nested is a guess, so
 * what is found there may be a mere consequence. `local`: the rest is read as meant. `independent`: a mistake of its
 * own, wherever it stands.
 */
export type Effect = 'derails' | 'local' | 'independent';

/** A fault of YAML at offsets of the text (0-based, UTF-16 units, `end` exclusive). */
export interface TextFault {
  readonly message: string;
  readonly help: string;
  readonly data: JsonObject;
  readonly start: number;
  readonly end: number;
  readonly effect: Effect;
  readonly pointer?: JsonPointer;
  readonly part?: 'key' | 'value';
}

/** A character as its number in Unicode, for instance `U+0007`. */
export function spelt(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
