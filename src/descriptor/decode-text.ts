import type { Range } from './finding.ts';
import type { FormFault } from './form-fault.ts';
import type { JsonObject } from './json-pointer.ts';
import { positionsOf } from './text-positions.ts';
import { firstBadByte, foreignEncoding } from './utf8.ts';

/** A file's text; or why it has none, and where in the text up to there. */
export type DecodedText = { readonly text: string } | { readonly fault: FormFault; readonly range: Range };

const saveAsUtf8 = 'Save the file as UTF-8; in most editors this is a choice under "Save as" or "Encoding".';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a file in UTF-8, without a byte order mark; or one fault when the bytes are something else. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = foreignEncoding(bytes);
  if (encoding) {
    return unreadable(bytes, 0, `The file is written in ${encoding}, but UTF-8 is expected.`, saveAsUtf8, {
      encoding,
    });
  }
  const zero = bytes.indexOf(0);
  if (zero !== -1) return binary(bytes, zero);
  try {
    return { text: utf8.decode(bytes) };
  } catch {
    return notUtf8(bytes, firstBadByte(bytes));
  }
}

function binary(bytes: Uint8Array, offset: number): DecodedText {
  const help = 'Give the YAML file itself rather than a document, archive or image that was made from it.';
  return unreadable(bytes, offset, 'The file holds a zero byte, so it is no text.', help, {
    byteOffset: offset,
  });
}

function notUtf8(bytes: Uint8Array, offset: number): DecodedText {
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const line = place(bytes, offset).start.line;
  const message = `The file is not UTF-8, which is expected: the byte ${byte} at offset ${offset}, on line ${line}, does not fit.`;
  return unreadable(bytes, offset, message, saveAsUtf8, { byte, byteOffset: offset, line });
}

function unreadable(
  bytes: Uint8Array,
  offset: number,
  message: string,
  help: string,
  data: JsonObject,
): DecodedText {
  return { fault: { kind: 'file', message, help, data, pointer: '' }, range: place(bytes, offset) };
}

/** The place of a byte, counted in the text that an editor shows: each byte that fits nothing is one character. */
function place(bytes: Uint8Array, offset: number): Range {
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, offset));
  return positionsOf(`${before}\ufffd`).rangeOf(before.length, before.length + 1);
}
