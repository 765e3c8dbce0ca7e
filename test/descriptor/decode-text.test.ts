import { Buffer } from 'node:buffer';
import { expect, it } from 'vitest';
import { decodeText } from '../../src/descriptor/decode-text.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

it.each([
  ['', ''],
  ['title: Größe 🎓\r\n', 'title: Größe 🎓\r\n'],
  ['\ufefftitle: x', 'title: x'],
  ['\ufeff\ufeffx', '\ufeffx'],
  ['a\ufffdb\u007f\u0001', 'a\ufffdb\u007f\u0001'],
])('decodes UTF-8, with or without a byte order mark: %j', (text, expected) => {
  expect(decodeText(bytes(text))).toEqual({ text: expected });
});

const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le');

it.each([
  ['little-endian with mark', utf16('\ufefftitle: x'), 'UTF-16'],
  ['big-endian with mark', Buffer.from(utf16('\ufefftitle: x')).swap16(), 'UTF-16'],
  ['little-endian without mark', utf16('title: x\nlevel: 8\n'), 'UTF-16'],
  ['big-endian without mark', Buffer.from(utf16('title: x\nlevel: 8\n')).swap16(), 'UTF-16'],
  ['UTF-32', bytes([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'UTF-32'],
  ['UTF-32, big-endian', bytes([0, 0, 0xfe, 0xff, 0, 0, 0, 0x61]), 'UTF-32'],
])('names a foreign encoding: %s', (_, file, encoding) => {
  expect(decodeText(file)).toMatchObject({
    fault: {
      kind: 'file',
      message: `The file is written in ${encoding}, but UTF-8 is expected.`,
      help: 'Save the file as UTF-8; in most editors this is a choice under "Save as" or "Encoding".',
    },
    range: { start: { line: 1, column: 1, offset: 0 } },
  });
});

it.each([
  ['Latin-1', bytes('a: 1\nb: Gr', [0xf6], 'ss\n'), 'F6', 10, 2, 6],
  ['Windows-1252', bytes([0x93], 'x', [0x94]), '93', 0, 1, 1],
  ['a lone continuation', bytes('é', [0x80]), '80', 2, 1, 2],
  ['an overlong form', bytes('x', [0xc0, 0xaf]), 'C0', 1, 1, 2],
  ['an overlong form of three', bytes([0xe0, 0x9f, 0xbf]), 'E0', 0, 1, 1],
  ['half of a surrogate pair', bytes([0xed, 0xa0, 0x80]), 'ED', 0, 1, 1],
  ['more than Unicode has', bytes('🎓', [0xf4, 0x90, 0x80, 0x80]), 'F4', 4, 1, 3],
  ['an end in the middle', bytes('a\r\nb', [0xf0, 0x9f, 0x8e]), 'F0', 4, 2, 2],
  ['a byte order mark before it', bytes('\ufeffab', [0xff]), 'FF', 5, 1, 3],
])('tells the first byte that is not UTF-8: %s', (_, file, byte, byteOffset, line, column) => {
  const message = `The file is not UTF-8, which is expected: the byte ${byte} at offset ${byteOffset}, on line ${line}, does not fit.`;
  expect(decodeText(file)).toMatchObject({
    fault: { kind: 'file', message, data: { byte, byteOffset, line } },
    range: { start: { line, column } },
  });
});

it.each([
  ['a zero byte in text', bytes('a: 1\nb: x', [0], 'y and much more text after it'), 9],
  ['an archive', bytes('PK', [3, 4, 20, 0, 8, 8, 0xff, 0xfe, 0, 0]), 5],
])('takes a file with zero bytes for no text: %s', (_, file, byteOffset) => {
  expect(decodeText(file)).toMatchObject({
    fault: { kind: 'file', message: 'The file holds a zero byte, so it is no text.', data: { byteOffset } },
  });
});
