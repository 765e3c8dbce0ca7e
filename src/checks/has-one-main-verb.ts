import { defineCheck } from '../conformance/check.ts';
import type { PointerPattern } from '../descriptor/json-pointer.ts';
import { judgeTexts } from './judge-texts.ts';
import { laterClauses, mayHaveLaterClauses } from './later-clauses.ts';
import {
  isAdverb,
  listedOpening,
  type Opening,
  type OpeningOptions,
  openingOf,
  opensPlainly,
  stemsSchema,
} from './outcome-opening.ts';
import { type BookPhrase, bookPhrasesSchema, phraseAt } from './phrase-book.ts';
import type { PlacedWord } from './placed-words.ts';
import { findVerb, type VerbLists, verbListsSchema } from './verb-list.ts';

interface Options extends OpeningOptions {
  readonly field: PointerPattern;
  /** Verbs that count as one when the second follows the first: compare and contrast. */
  readonly pairs?: readonly (readonly [string, string])[];
  /** Openings of texts that cannot be judged. */
  readonly except?: readonly BookPhrase[];
  /** Words that do not count as a further verb. */
  readonly uncounted?: readonly BookPhrase[];
}

/** Texts have one main verb each. `{verbs}` lists those found, `{count}` is their number. */
export const hasOneMainVerb = defineCheck<Options>({
  name: 'has-one-main-verb',
  summary: 'No text joins several verbs with commas or "and", as far as that can be told from its words.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['field', 'stems', 'verbs'],
    properties: {
      field: { type: 'string', pattern: '^(/[^/]+)+$' },
      stems: stemsSchema,
      verbs: verbListsSchema,
      pairs: {
        type: 'array',
        items: { type: 'array', minItems: 2, maxItems: 2, items: { type: 'string', minLength: 2 } },
      },
      except: bookPhrasesSchema,
      uncounted: bookPhrasesSchema,
    },
  },
  run(target, { field, pairs = [], except = [], uncounted = [], ...options }, context) {
    return judgeTexts(target, field, context, (text) => {
      if (!mayHaveLaterClauses(text) && opensPlainly(text, options.verbs, [except])) return undefined;
      const opening = openingOf(text, options, [except]);
      if (!opening.hasVerb || listedOpening(opening, except, options.verbs) !== undefined) {
        return { undecided: 'The opening of a text comes first.' };
      }
      const verbs = mainVerbs(opening, options.verbs, uncounted).filter(
        (verb, index, all) => !pairs.some(([first, second]) => verb === second && all[index - 1] === first),
      );
      return verbs.length < 2 ? undefined : { fault: { verbs, count: verbs.length } };
    });
  },
});

/** The opening verb and those that are joined to it, as they are written. */
function mainVerbs({ words, verb }: Opening, verbs: VerbLists, uncounted: readonly BookPhrase[]): string[] {
  const found = [verb];
  for (const place of laterClauses(words, verb, verbs)) {
    const isJoined = isVerbAtClause(words, place, verbs, {
      follows: followsOnly(words, found, place, verbs),
    });
    if (isJoined && phraseAt(words, place, uncounted) === undefined) found.push(place);
  }
  return found.flatMap((place) => words[place]?.plain ?? []);
}

/** Words that make the word before them a verb: "report the findings" against "report writing". */
const objects: ReadonlySet<string> = new Set(
  'a an the this these those its their his her our your it them us themselves'.split(' '),
);

function isVerbAtClause(
  words: readonly PlacedWord[],
  place: number,
  verbs: VerbLists,
  { follows }: { follows: boolean },
): boolean {
  const verb = findVerb(words[place]?.plain ?? '', verbs);
  if (verb === undefined || verb.isThirdPerson) return false;
  const next = words[place + 1];
  if (!verb.isAmbiguous) return next?.plain !== 'of';
  return objects.has(next?.plain ?? '') || (follows && next !== undefined && next.plain !== 'of');
}

/** Whether there is nothing but verbs, adverbs and "and" before a place: "Design, carefully test and …". */
function followsOnly(
  words: readonly PlacedWord[],
  found: readonly number[],
  place: number,
  verbs: VerbLists,
): boolean {
  const first = found[0] ?? place;
  return words
    .slice(first, place)
    .every(
      ({ plain }, index) =>
        found.includes(first + index) || plain === 'and' || isAdverb(words[first + index], verbs),
    );
}
