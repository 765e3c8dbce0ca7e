import type { Json, JsonObject, JsonPointer, Place, PointerPattern } from './json-pointer.ts';
import type { MeantField } from './meant-field.ts';
import type { SchemaView } from './schema-view.ts';

/** A place in a document, with what tells people which one it is. */
export interface SchemaPlace extends Place {
  /** The pointer with `*` for items of lists. */
  readonly pattern: PointerPattern;
  /** The schema's title for the place. */
  readonly title: string | undefined;
}

/** A field that the schema does not know. */
export interface UnknownField {
  readonly kind: 'unknown-field';
  /** The object that has the field. */
  readonly place: SchemaPlace;
  readonly view: SchemaView;
  readonly field: string;
  /** What the author meant, once that has been thought about. */
  readonly meant?: MeantField | undefined;
  /** Whether what was meant is required and missing, so that the two are one mistake. */
  readonly isRequired?: boolean;
}

/** A field that has to be there and is not. */
export interface MissingField {
  readonly kind: 'missing-field';
  /** The object that lacks the field. */
  readonly place: SchemaPlace;
  readonly view: SchemaView;
  /** The field's name; several where one of them is enough. */
  readonly fields: readonly string[];
  /** The field whose presence makes this one necessary. */
  readonly because?: string;
}

/** A value that a keyword of the schema does not accept. */
export interface WrongValue {
  readonly kind: 'wrong-value';
  readonly place: SchemaPlace;
  readonly view: SchemaView;
  readonly keyword: string;
  /** What ajv says about it. */
  readonly params: Readonly<Record<string, unknown>>;
  /** What else is allowed at the place, where the value was judged as one branch of a choice. */
  readonly besides: readonly SchemaView[];
}

/** A value that is like none of the branches of a choice. */
export interface WrongChoice {
  readonly kind: 'wrong-choice';
  readonly place: SchemaPlace;
  readonly view: SchemaView;
  readonly branches: readonly SchemaView[];
}

/** One mistake of a person against a schema, before it has words. */
export type Mistake = UnknownField | MissingField | WrongValue | WrongChoice;

/** A mistake in words. */
export interface Wording {
  readonly message: string;
  readonly help: string;
  /** The values that the message mentions. */
  readonly data: JsonObject;
  readonly part?: 'key' | 'value';
  readonly meant?: JsonPointer;
}

/** The value at a mistake's place; for machines, so only if it is short and single. */
export function mentionedValue(value: Json): JsonObject {
  // The cut may go through a character, of which a half would remain.
  if (typeof value === 'string') return { value: value.slice(0, 200).replace(/\p{Cs}$/u, '') };
  return typeof value === 'number' || typeof value === 'boolean' ? { value } : {};
}
