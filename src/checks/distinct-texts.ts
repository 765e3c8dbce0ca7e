import { defineCheck, type Fault, passed, verdictOf } from '../conformance/check.ts';
import { type JsonPointer, valueAt } from '../descriptor/json-pointer.ts';
import { bareText } from './bare-text.ts';
import { itemsOf } from './counting-items.ts';
import { type OpeningOptions, openingOf, opensPlainly, stemsSchema } from './outcome-opening.ts';
import { isPlainText, type PlacedWord, placedWords } from './placed-words.ts';
import { presenceOf } from './presence.ts';
import { verbListsSchema } from './verb-list.ts';

interface Options extends OpeningOptions {
  readonly list: JsonPointer;
  /** The text of each item, as a pointer below it. */
  readonly text: JsonPointer;
}

/**
 * No two items have the same text. Case, punctuation, articles, -ize for -ise, numbering and stems make no difference.
 * `{number}` is the number of the item, from 1, `{first}` that of the one whose text it repeats.
 */
export const distinctTexts = defineCheck<Options>({
  name: 'distinct-texts',
  summary: 'No item of a list has a text that says the same as one before it in the same words.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['list', 'text', 'stems', 'verbs'],
    properties: {
      list: { type: 'string', pattern: '^(/[^/*]+)+$' },
      text: { type: 'string', pattern: '^(/[^/*]+)+$' },
      stems: stemsSchema,
      verbs: verbListsSchema,
    },
  },
  run(target, { list, text: field, ...options }, context) {
    const texts = itemsOf(target, { list }).flatMap(({ pointer, value, index }) => {
      const text = valueAt(value, field);
      return typeof text === 'string' ? [{ at: pointer + field, text, index }] : [];
    });
    // Texts with different ends are different, and that is seen without reading them.
    if (new Set(texts.map(({ text }) => endOf(text))).size === texts.length) return passed;
    const firsts = new Map<string, number>();
    const faults: Fault[] = [];
    for (const { at, text, index } of texts) {
      if (presenceOf(text, context) !== 'present') continue;
      const bare = bareText(wordsWithoutStems(text, options));
      const first = firsts.get(bare);
      if (first === undefined) firsts.set(bare, index);
      else if (bare !== '') faults.push({ at, data: { number: index + 1, first: first + 1 } });
    }
    return verdictOf(faults);
  },
});

/** The last letters of a text, in one case and spelling. */
function endOf(text: string): string {
  const tail = text.slice(-60);
  const last = isPlainText(tail) ? /([A-Za-z0-9]+)[^A-Za-z0-9]*$/ : /([\p{L}\p{N}]+)[^\p{L}\p{N}]*$/u;
  const [, letters = ''] = last.exec(tail) ?? [];
  return letters.slice(-8).toLowerCase().replaceAll('z', 's');
}

function wordsWithoutStems(text: string, options: OpeningOptions): readonly PlacedWord[] {
  if (opensPlainly(text, options.verbs)) return placedWords(text);
  const { words, starts } = openingOf(text, options);
  return words.slice(starts.at(-1));
}
