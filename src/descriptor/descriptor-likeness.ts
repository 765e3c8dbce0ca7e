import type { SourceDocument } from './descriptor.ts';
import { isJsonObject } from './json-pointer.ts';
import { closestName } from './unknown-name.ts';

const formatField = 'microcred';

/** A line of YAML or a member of JSON that names the format field; enough to know a broken file for what it was to be. */
const namesFormatField = /(?:^|[{,]\s*)["']?microcred["']?\s*:/m;

/**
 * Whether a document is, or was meant to be, a descriptor: it has the field `microcred`, or one misspelt by a slip, or
 * it cannot be read but names the field. The name of the file plays no part.
 */
export function looksLikeDescriptor({ data, source }: SourceDocument): boolean {
  if (data === undefined) return namesFormatField.test(source.text);
  if (!isJsonObject(data)) return false;
  if (Object.hasOwn(data, formatField)) return true;
  return Object.keys(data).some((key) => isNearly(key) && closestName(key, [formatField]) !== undefined);
}

/** Only names of about the right length are worth comparing; `microcredential` is another word. */
function isNearly(key: string): boolean {
  return Math.abs(key.length - formatField.length) <= 2;
}
