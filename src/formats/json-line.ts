import { jsonText } from './json-text.ts';

/** JSON on one line has no controls below the space: they stand in texts only, and as escapes. */
const beyondAscii = /[^ -~]+/gu;

/** A value as JSON on one line, without spaces; safe to be looked at in a terminal, as jsonText is. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(beyondAscii, (characters) => jsonText(characters).slice(1, -1));
}
