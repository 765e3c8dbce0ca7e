import {
  fieldName,
  formatPointer,
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonPointer,
  parsePointer,
} from './json-pointer.ts';

/** More of a text is not shown, in characters. */
const mostShown = 60;

/** Controls, marks that turn the reading direction, invisible and odd spaces, halves of characters. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** A text by a user, cut to 60 characters and with everything invisible or misleading as an escape such as `\u202e`. */
export function shownText(text: string): string {
  const characters = Array.from(text.slice(0, 2 * mostShown + 2));
  const isCut = characters.length > mostShown;
  const kept = isCut ? characters.slice(0, mostShown) : characters;
  return kept.join('').replace(unsafe, escaped) + (isCut ? '…' : '');
}

/** The name of a field as a user wrote it, in backticks. */
export function shownName(name: string): string {
  return `\`${shownText(name).replaceAll('`', '\\u0060')}\``;
}

/** A field with the way to it, in backticks: `/outcomes/0/text` is `outcomes[0].text`. */
export function shownField(pointer: JsonPointer): string {
  if (pointer === '') return 'the document';
  const segments = parsePointer(pointer).map((segment) => shownText(segment).replaceAll('`', '\\u0060'));
  return `\`${fieldName(formatPointer(segments))}\``;
}

/** A value in a sentence: texts in quotes, numbers and truth values as they are, lists and groups of fields in words. */
export function shownValue(value: Json): string {
  if (typeof value === 'string') return `"${shownText(value)}"`;
  if (isJsonArray(value))
    return value.length === 0 ? 'an empty list' : `a list of ${counted(value.length, 'item')}`;
  if (isJsonObject(value)) return 'a group of fields';
  return value === null ? 'empty' : String(value);
}

/** A number and the thing counted: `1 item`, `2 items`. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** Things in a sentence: `a, b and c`. At most `most` of them are named, the others are counted. */
export function listed(things: readonly string[], conjunction: 'and' | 'or', most = 12): string {
  const named = things.length > most ? [...things.slice(0, most), `${things.length - most} more`] : things;
  const last = named.at(-1) ?? '';
  const joint = things.length > most ? 'and' : conjunction;
  return named.length < 2 ? last : `${named.slice(0, -1).join(', ')} ${joint} ${last}`;
}

/** A value as one can type it into a YAML file, on one line; quoted only where YAML needs it. */
export function typedValue(value: Json): string {
  if (typeof value === 'string') return isPlain(value) ? value : quoted(value);
  if (isJsonArray(value)) return `[${value.map(typedValue).join(', ')}]`;
  if (!isJsonObject(value)) return String(value);
  const members = Object.entries(value).map(([key, member]) => `${typedValue(key)}: ${typedValue(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** A value as one can type it, in backticks. */
export function shownTyped(value: Json): string {
  return `\`${typedValue(value).replaceAll('`', '\\u0060')}\``;
}

function quoted(text: string): string {
  // YAML has an escape of its own for characters beyond the first 65,536.
  return JSON.stringify(text).replace(unsafe, (character) =>
    character.length > 1 ? `\\U${hexOf(character).padStart(8, '0')}` : escaped(character),
  );
}

/** Whether YAML reads the text as it is, and as text. */
function isPlain(text: string): boolean {
  if (
    !/^[\p{L}\p{N}/][\p{L}\p{M}\p{N} ._/+@()'&-]*(:[\p{L}\p{N}/._~?=&%+@-]+)*$/u.test(text) ||
    text.endsWith(' ')
  )
    return false;
  return (
    !/^(true|false|null|yes|no|on|off|y|n|[-+.\d][\d_.,e+-]*|0x[\da-f]+|0o[0-7]+)$/i.test(text) ||
    isDate(text)
  );
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

function escaped(character: string): string {
  const short = shortEscapes.get(character);
  if (short !== undefined) return short;
  const code = hexOf(character);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}

function hexOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}
