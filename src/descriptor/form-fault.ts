import type { Finding, Range, RelatedPlace } from './finding.ts';
import type { JsonObject, JsonPointer } from './json-pointer.ts';

/** What kind of form is at fault: the file as such, its YAML, or the shape of the descriptor. */
export type FormKind = 'file' | 'yaml' | 'schema';

/** A fault of form, before it is a finding: it has a place and words, but no rule and no principle. */
export interface FormFault {
  readonly kind: FormKind;
  /** What is the case, in one sentence. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly help: string;
  readonly data: JsonObject;
  readonly pointer: JsonPointer;
  /** Points at the key of the member rather than at its value. */
  readonly part?: 'key' | 'value';
  /**
   * Where the author meant to write, when that is not where they wrote: a misspelt `titel` means `/title`.
   * Rules about either place have to wait until the fault is mended.
   */
  readonly meant?: JsonPointer;
}

const why: Record<FormKind, string> = {
  file: 'A file that cannot be read cannot be judged, and what was not judged must not look as if it had passed.',
  yaml: 'While the YAML is broken nobody can be sure what the descriptor says, so nothing else in it is judged.',
  schema:
    'Fields and values of a known form are what lets people and systems compare awards; what stands in an unknown place is not read by anybody.',
};

/** Whether a finding is about form, which comes before any rule. */
export function isFormFinding({ rule }: Pick<Finding, 'rule'>): boolean {
  return Object.hasOwn(why, rule);
}

/** The finding that tells a user of a fault of form. Its fingerprint is still to be given. */
export function formFinding(
  fault: FormFault,
  place: {
    readonly path: string;
    readonly document: number;
    readonly range: Range;
    readonly excerpt: string;
  },
  related: readonly RelatedPlace[] = [],
): Finding {
  return {
    rule: fault.kind,
    severity: 'error',
    principles: [],
    message: fault.message,
    help: fault.help,
    why: why[fault.kind],
    sources: [],
    data: fault.data,
    location: { path: place.path, document: place.document, pointer: fault.pointer, range: place.range },
    related,
    excerpt: place.excerpt,
    fingerprint: '',
  };
}
