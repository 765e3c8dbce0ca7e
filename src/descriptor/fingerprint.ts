import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Finding } from './finding.ts';
import {
  childOf,
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonPointer,
  parsePointer,
  valueAt,
} from './json-pointer.ts';

/**
 * Gives each finding of one descriptor a fingerprint: a hash of the rule, the place (list items by their id or
 * text, not their number), the offending value, and the ordinal among equals. No line, column, path or wording
 * goes in, so it survives edits elsewhere, moved files and reworded messages.
 *
 * @returns the findings in the order given, each with 32 hexadecimal digits as its fingerprint
 */
export function withFingerprints(findings: readonly Finding[], data: Json | undefined): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { pointer } = finding.location;
    const missing = finding.data['missing'] ?? null;
    const key = JSON.stringify([
      finding.rule,
      stablePlace(data, pointer),
      missing,
      ownValue(valueAt(data, pointer)),
    ]);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return { ...finding, fingerprint: digest(`${key}#${ordinal}`) };
  });
}

/** SHA-256 of JSON, as the first 32 hexadecimal digits; the order in which members stand makes no difference. */
export function contentDigest(value: Json): string {
  return digest(canonicalText(value));
}

function canonicalText(value: Json): string {
  if (isJsonArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalText(value[name] ?? null)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 of a text, as the first 32 hexadecimal digits. */
function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32);
}

const base64Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** SHA-256 of a text in UTF-8, in base64, as a page's Content-Security-Policy names its style and script. */
export function sha256Base64(text: string): string {
  const bytes = sha256(utf8ToBytes(text));
  let digits = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [first = 0, second, third] = bytes.subarray(index, index + 3);
    const three = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    digits += base64Digits.charAt(three >> 18) + base64Digits.charAt((three >> 12) & 63);
    digits += second === undefined ? '=' : base64Digits.charAt((three >> 6) & 63);
    digits += third === undefined ? '=' : base64Digits.charAt(three & 63);
  }
  return digits;
}

/** A list or an object changes whenever anything below it does, so only a single value counts. */
function ownValue(value: Json | undefined): Json {
  return value === undefined || isJsonArray(value) || isJsonObject(value) ? null : value;
}

function stablePlace(data: Json | undefined, pointer: JsonPointer): string[] {
  let value = data;
  return parsePointer(pointer).map((segment) => {
    const child = childOf(value, segment);
    const name = isJsonArray(value) ? itemName(child, segment) : segment;
    value = child;
    return name;
  });
}

function itemName(item: Json | undefined, segment: string): string {
  if (typeof item === 'string' || typeof item === 'number') return `=${item}`;
  if (!isJsonObject(item)) return segment;
  for (const key of ['id', 'title', 'name', 'award', 'activity', 'text']) {
    const value = item[key];
    if (typeof value === 'string' || typeof value === 'number') return `${key}=${value}`;
  }
  return segment;
}
