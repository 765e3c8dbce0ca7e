import { defineCheck, type Fault, verdictOf } from '../conformance/check.ts';
import {
  fieldName,
  type Json,
  type JsonPointer,
  type PointerPattern,
  placesAt,
  valueAt,
} from '../descriptor/json-pointer.ts';
import { findPhrases } from './phrases.ts';
import { isTakenBack } from './promises.ts';
import { bareWords } from './same-words.ts';
import { sentencesOf } from './sentences.ts';

interface Options {
  readonly fields: readonly PointerPattern[];
  /** The organisations that the descriptor names, and where below each of them its name stands. */
  readonly items: PointerPattern;
  readonly name: JsonPointer;
  /** A field below the item and the value that makes the item count. */
  readonly where: { readonly field: JsonPointer; readonly is: string };
  /** Names of organisations of which the claim is true. */
  readonly exceptNames?: readonly PointerPattern[];
  /** Phrases that claim something of the name that follows, and of the name before them. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Words by which a sentence denies or softens what it says. */
  readonly unless?: readonly (readonly string[])[];
}

const pointer = { type: 'string', pattern: '^(/[^/]+)+$' } as const;
const phrases = { type: 'array', minItems: 1, items: { type: 'string', minLength: 2 } } as const;

/** Texts do not claim something of organisations that the descriptor names. `{found}` cites the claim, `{name}` is the name. */
export const avoidsClaimsAboutNamed = defineCheck<Options>({
  name: 'avoids-claims-about-named',
  summary: 'None of the texts claims something of certain organisations that the descriptor itself names.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['fields', 'items', 'name', 'where', 'before', 'after'],
    properties: {
      fields: { type: 'array', minItems: 1, items: pointer },
      items: pointer,
      name: pointer,
      where: {
        type: 'object',
        additionalProperties: false,
        required: ['field', 'is'],
        properties: { field: pointer, is: { type: 'string' } },
      },
      exceptNames: { type: 'array', items: pointer },
      before: phrases,
      after: phrases,
      unless: { type: 'array', items: phrases },
    },
  },
  run(target, options) {
    const names = [...new Set(namesIn(target, options))];
    if (names.length === 0) return verdictOf([]);
    const faults = options.fields
      .flatMap((field) => placesAt(target, field))
      .flatMap(({ pointer: at, value }): Fault[] => {
        if (typeof value !== 'string') return [];
        const claims = sentencesOf(value).flatMap((sentence) => claimIn(sentence, names, options));
        const once = names.flatMap((name) => claims.find((claim) => claim.name === name) ?? []);
        return once.map((claim) => ({ at, data: { ...claim, field: fieldName(at) } }));
      });
    return verdictOf(faults);
  },
});

function namesIn(target: Json, { items, name, where, exceptNames = [] }: Options): string[] {
  const others = new Set(
    exceptNames.flatMap((field) => placesAt(target, field)).map(({ value }) => bareWords(String(value))),
  );
  return placesAt(target, items).flatMap(({ value }) => {
    const found = valueAt(value, name);
    const counts = valueAt(value, where.field) === where.is && typeof found === 'string';
    return counts && wordsOf(found).length > 0 && !others.has(bareWords(found)) ? [found.trim()] : [];
  });
}

/** The first name of which a sentence makes the claim. */
function claimIn(
  sentence: string,
  names: readonly string[],
  { before, after, unless }: Options,
): { found: string; name: string }[] {
  if (isTakenBack(sentence.replaceAll('’', "'"), unless === undefined ? {} : { unless })) return [];
  const leading = findPhrases(sentence, before).flatMap(({ index, found }) => {
    const words = wordsOf(sentence.slice(index + found.length));
    const name = names.find((candidate) => beginsWith(words, wordsOf(candidate)));
    return name === undefined ? [] : [{ found, name }];
  });
  const trailing = findPhrases(sentence, after).flatMap(({ index, found }) => {
    const words = wordsOf(sentence.slice(0, index));
    const name = names.find((candidate) => endsWith(words, wordsOf(candidate)));
    return name === undefined ? [] : [{ found, name }];
  });
  return [...leading, ...trailing].slice(0, 1);
}

/** Words and whatever else stands between spaces and hyphens; "the" does not count before a name. */
function wordsOf(text: string): string[] {
  const words = text.split(/[\s\p{Pd}]+/u).filter((word) => word !== '');
  return words[0]?.toLowerCase() === 'the' ? words.slice(1) : words;
}

/** "Example" is not meant by "Example Council" or "Example & Sons". */
function beginsWith(words: readonly string[], name: readonly string[]): boolean {
  const last = words[name.length - 1] ?? '';
  const next = words[name.length] ?? '';
  return (
    isSame(words.slice(0, name.length), name) &&
    (/[,;:.!?)]$/.test(last) || !/^(?:\p{Lu}|&|of$|for$)/u.test(next))
  );
}

/** "Example" is not meant by "Other Example" either, but an article may stand before it. */
function endsWith(words: readonly string[], name: readonly string[]): boolean {
  const start = words.length - name.length;
  const previous = words[start - 1] ?? '';
  return (
    isSame(words.slice(start), name) &&
    (/^(?:an?|the|this|our)$/i.test(previous) || !/^(?:\p{Lu}|&)/u.test(previous))
  );
}

function isSame(words: readonly string[], name: readonly string[]): boolean {
  return bareName(words) === bareName(name);
}

function bareName(words: readonly string[]): string {
  return bareWords(words.join(' ')).replace(/[,;:.!?]+$/, '');
}
