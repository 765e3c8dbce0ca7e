import type { SourceDocument } from '../descriptor/descriptor.ts';
import { excerptAt, type Finding, type Location } from '../descriptor/finding.ts';
import {
  childPointer,
  isJsonArray,
  type Json,
  type JsonObject,
  type JsonPointer,
} from '../descriptor/json-pointer.ts';
import type { Fault } from './check.ts';
import type { Rule } from './rule.ts';

/**
 * The finding that tells a user of a fault of a rule. Its fingerprint is still to be given.
 *
 * @param target the place that the rule was judging; the fault's own pointers are below it
 */
export function findingOfFault(
  rule: Rule,
  fault: Fault,
  document: SourceDocument,
  target: JsonPointer,
): Finding {
  const { definition } = rule;
  const pointer = target + (fault.at ?? '');
  // An empty field has a place of its own although it counts as not there.
  const range =
    fault.missing === undefined
      ? document.locate(pointer, fault.part)
      : document.locate(childPointer(pointer, fault.missing), 'key');
  const data: JsonObject =
    fault.missing === undefined ? (fault.data ?? {}) : { ...fault.data, missing: fault.missing };
  return {
    rule: definition.id,
    severity: rule.severity,
    principles: rule.principles,
    message: fill(definition.message, data),
    help: fill(definition.help, data),
    why: definition.why.trim(),
    sources: rule.citations,
    data,
    location: { ...locationIn(document, pointer), range },
    related: (fault.related ?? []).map(({ at, message }) => ({
      message,
      location: locationIn(document, target + at),
    })),
    excerpt: excerptAt(document.source.text, range.start),
    fingerprint: '',
  };
}

/** The location of a pointer in a document. */
export function locationIn(document: SourceDocument, pointer: JsonPointer): Location {
  return {
    path: document.source.path,
    document: document.document,
    pointer,
    range: document.locate(pointer),
  };
}

const longestValue = 120;

/** Puts the values of a fault in the places that a message keeps for them; an unknown name stays visible. */
export function fill(template: string, data: JsonObject): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(data, name) ? shown(data[name] ?? null) : placeholder,
  );
}

function shown(value: Json): string {
  const text = isJsonArray(value)
    ? value.map(shown).join(', ')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text;
}
