import { defineCheck, verdictOf } from '../conformance/check.ts';
import { findPhrases } from './phrases.ts';

interface Options {
  /** Names of the document. */
  readonly document: readonly string[];
  /** Words that name its current edition. */
  readonly current: readonly string[];
  /** Words that only former editions have, or that name one. */
  readonly former: readonly string[];
  /** Words of titles of other documents, which may stand beside it in the same text. */
  readonly others?: readonly string[];
}

const words = { type: 'array', minItems: 1, items: { type: 'string', minLength: 2 } };

/**
 * A text does not cite a former edition of a document. Each document that it names begins a reference of its own; one
 * that names the current edition may mention former ones. `{found}` are the words that give the former edition away.
 */
export const citesCurrentEdition = defineCheck<Options>({
  name: 'cites-current-edition',
  summary: 'A reference to a document does not have the words of a former edition.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['document', 'current', 'former'],
    properties: { document: words, current: words, former: words, others: words },
  },
  run(target, { document, current, former, others = [] }) {
    if (typeof target !== 'string') return verdictOf([]);
    const faults = referencesIn(target, document, others)
      .filter((reference) => has(reference, document) && !has(reference, current))
      .flatMap((reference) => firstOf(reference, former) ?? [])
      .map((found) => ({ data: { found } }));
    return verdictOf(faults);
  },
});

/** The references of a text: each begins after a semicolon, or with the part that names a document anew. */
function referencesIn(text: string, document: readonly string[], others: readonly string[]): string[] {
  const references: string[] = [];
  for (const part of text.split(/(?=[;,\n&]|\band\b)/i)) {
    const begins = /^[;\n]/.test(part) || has(part, document) || has(part, others);
    const last = begins ? undefined : references.pop();
    references.push((last ?? '') + part);
  }
  return references;
}

function has(text: string, phrases: readonly string[]): boolean {
  return firstOf(text, phrases) !== undefined;
}

function firstOf(text: string, phrases: readonly string[]): string | undefined {
  return findPhrases(text, phrases)[0]?.found;
}
