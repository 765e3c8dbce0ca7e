import type { CheckContext, CollectedFact } from '../conformance/check.ts';
import {
  type Json,
  type JsonPointer,
  type PointerPattern,
  placesAt,
  valueAt,
} from '../descriptor/json-pointer.ts';
import { isPlaceholder } from './presence.ts';

/** A reference from one descriptor to another: where it stands, and the id that it names. */
export type Reference = { readonly at: JsonPointer; readonly to: string };

/** What one descriptor contributes to rules about references: its own id, and the ids that it names. */
export type ReferenceFact = { readonly id: string | null; readonly references: readonly Reference[] };

/** JSON Schema of a pointer or pattern in the options of checks. */
export const pointerSchema = { type: 'string', pattern: '^(/[^/]+)+$' } as const;

/** The id and the references of a descriptor, or undefined when it has neither. */
export function referencesOf(
  target: Json,
  own: JsonPointer,
  references: PointerPattern,
): ReferenceFact | undefined {
  const fact = {
    id: idAt(target, own),
    references: placesAt(target, references).flatMap(({ pointer, value }) => {
      const to = idAt(value, '');
      return to === null ? [] : [{ at: pointer, to }];
    }),
  };
  return fact.id === null && fact.references.length === 0 ? undefined : fact;
}

/** What a descriptor contributed; facts come back as they were collected, if need be through JSON. */
export function referenceFactOf({ value }: CollectedFact): ReferenceFact {
  return value as ReferenceFact;
}

/** The references that name something: a placeholder names nothing, and another rule tells it. */
export function namingReferences<R extends Reference>(references: readonly R[], context: CheckContext): R[] {
  return references.filter(({ to }) => !isPlaceholder(to, context));
}

/** The id at a pointer, or null when no text stands there. */
export function idAt(target: Json, field: JsonPointer): string | null {
  const value = valueAt(target, field);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
