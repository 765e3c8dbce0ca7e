import { defineCheck, type Fault, verdictOf } from '../conformance/check.ts';
import {
  fieldName,
  type Json,
  type JsonPointer,
  type PointerPattern,
  placesAt,
  valueAt,
} from '../descriptor/json-pointer.ts';
import { firstNumberIn } from './numbers.ts';
import { findPhrases, onOneLine, type Phrase, type PhraseMatch } from './phrases.ts';
import { sentenceAround } from './sentences.ts';
import { textsWith } from './texts.ts';

interface Statement {
  /** The number that the text has to agree with. */
  readonly field: JsonPointer;
  /** Other numbers of the descriptor that a text may rightly name in the same words. */
  readonly known: readonly PointerPattern[];
  /** Words around the number `#`; `{name}` stands for the value of one of the names. */
  readonly phrases: readonly string[];
  readonly except?: readonly string[];
}

interface Options {
  readonly texts: readonly PointerPattern[];
  readonly statements: readonly Statement[];
  readonly names?: Readonly<Record<string, JsonPointer>>;
  readonly somethingElse: SomethingElse;
}

/** Words by which a number in the text is that of something else. */
interface SomethingElse {
  /** Anywhere before it in the sentence. */
  readonly earlier: readonly string[];
  /** Within the two words before it. */
  readonly straightBefore: readonly string[];
  /** Within the three words after it. */
  readonly straightAfter: readonly string[];
}

const pointer = { type: 'string', pattern: '^(/[^/]+)+$' };
const phrases = { type: 'array', minItems: 1, items: { type: 'string', minLength: 2 } };

/**
 * Numbers that texts name in certain words are those of the fields. `{found}` cites the words, `{field}` and `{value}`
 * are the field and its number. A text that names the right number too speaks of something else besides.
 */
export const textAgreesWithFields = defineCheck<Options>({
  name: 'text-agrees-with-fields',
  summary: 'Numbers that the texts name, such as credit points, are those of the fields.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['texts', 'statements', 'somethingElse'],
    properties: {
      texts: { type: 'array', minItems: 1, items: pointer },
      statements: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['field', 'known', 'phrases'],
          properties: { field: pointer, known: { type: 'array', items: pointer }, phrases, except: phrases },
        },
      },
      names: { type: 'object', additionalProperties: pointer },
      somethingElse: {
        type: 'object',
        additionalProperties: false,
        required: ['earlier', 'straightBefore', 'straightAfter'],
        properties: { earlier: phrases, straightBefore: phrases, straightAfter: phrases },
      },
    },
  },
  run(target, options) {
    return verdictOf(options.statements.flatMap((statement) => faultsOf(target, statement, options)));
  },
});

/** One fault for each wrong number, at the first text that names it. */
function faultsOf(target: Json, statement: Statement, options: Options): Fault[] {
  const value = valueAt(target, statement.field);
  if (typeof value !== 'number') return [];
  const wanted = wantedPhrases(statement.phrases, target, options.names ?? {});
  const texts = textsWith(target, options.texts, wanted);
  if (texts.length === 0) return [];
  const right = new Set([value, ...statement.known.flatMap((known) => numbersAt(target, known))]);
  const faults = new Map<number, Fault>();
  for (const { pointer: at, text } of texts) {
    const matches = findPhrases(text, wanted, statement.except).flatMap((match) => withNumber(match));
    if (matches.some(({ number }) => right.has(number))) continue;
    for (const { number, ...match } of matches) {
      if (faults.has(number) || isOfSomethingElse(text, match, options.somethingElse)) continue;
      faults.set(number, {
        at,
        data: { found: onOneLine(match.found), field: fieldName(statement.field), value },
      });
    }
  }
  return [...faults.values()];
}

function numbersAt(target: Json, pattern: PointerPattern): number[] {
  return placesAt(target, pattern).flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
}

/** Lists with names in place, by the names: these are few, and each list is made ready for search but once. */
const filledLists = new WeakMap<readonly string[], Map<string, readonly Phrase[]>>();
const mostRemembered = 64;

/** The phrases with names in place; the list itself where none has one. */
function wantedPhrases(
  phrases: readonly string[],
  target: Json,
  names: Readonly<Record<string, JsonPointer>>,
): readonly (string | Phrase)[] {
  if (!phrases.some((phrase) => phrase.includes('{'))) return phrases;
  const known = filledLists.get(phrases) ?? new Map<string, readonly Phrase[]>();
  filledLists.set(phrases, known);
  const key = JSON.stringify(Object.values(names).map((field) => valueAt(target, field) ?? null));
  const filled = known.get(key) ?? phrases.flatMap((phrase) => withNames(phrase, target, names));
  if (known.size >= mostRemembered) known.clear();
  known.set(key, filled);
  return filled;
}

/** The phrase with `{name}` replaced; none when there is no such value. */
function withNames(
  phrase: string,
  target: Json,
  names: Readonly<Record<string, JsonPointer>>,
): { phrase: string }[] {
  let isComplete = true;
  const filled = phrase.replace(/\{(\w+)\}/g, (_, name: string) => {
    const field = names[name];
    const value = field === undefined ? undefined : valueAt(target, field);
    if (typeof value === 'string' && value !== '') return value;
    isComplete = false;
    return '';
  });
  return isComplete ? [{ phrase: filled }] : [];
}

function withNumber(match: PhraseMatch): (PhraseMatch & { number: number })[] {
  const number = firstNumberIn(match.found);
  return number === undefined ? [] : [{ ...match, number }];
}

function isOfSomethingElse(text: string, { index, found }: PhraseMatch, words: SomethingElse): boolean {
  const sentence = sentenceAround(text, index);
  const before = text.slice(sentence.start, index);
  const after = text.slice(index + found.length, sentence.end);
  const straightBefore = before.trim().split(/\s+/).slice(-2).join(' ');
  const straightAfter = (/^(?:\S*\s+){0,3}\S*/.exec(after)?.[0] ?? '').slice(0, 120);
  return (
    isPartOfRange(before, after) ||
    says(before, words.earlier) ||
    says(straightBefore, words.straightBefore) ||
    says(straightAfter, words.straightAfter)
  );
}

function says(text: string, list: readonly string[]): boolean {
  return findPhrases(text, list).length > 0;
}

/** "10 to 20 credits", "level 7 or 8", "level 8+". */
function isPartOfRange(before: string, after: string): boolean {
  return (
    /\d[-–—/]$|(?<!level\s)(?<!\d)\d{1,4}\s(?:to|or|and)\s$/i.test(before) ||
    /^(?:\+|[-–—/]\d|\s(?:to|or|and)\s\d{1,3}(?!\d|[-\s](?:\p{Lu}+\s)?(?:credit|hour|notional|point|week)))/iu.test(
      after,
    )
  );
}
