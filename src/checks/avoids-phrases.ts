import { defineCheck, type Fault, verdictOf } from '../conformance/check.ts';
import { fieldName, type Json, type JsonPointer, type PointerPattern } from '../descriptor/json-pointer.ts';
import { findPhrases, onOneLine, type Phrase, type PhraseMatch, phraseSchema } from './phrases.ts';
import { textsWith } from './texts.ts';

interface Options {
  readonly fields: readonly PointerPattern[];
  readonly phrases: readonly Phrase[];
  readonly except?: readonly string[];
  /** A habit of wording is one mistake wherever it shows: one fault for each phrase, at its first place. */
  readonly once?: boolean;
}

/**
 * Texts do not use certain phrases. `{found}` cites the words, `{instead}` what to write, `{field}` names the field,
 * and `{fields}` all fields that have the phrase.
 */
export const avoidsPhrases = defineCheck<Options>({
  name: 'avoids-phrases',
  summary:
    'None of the texts uses one of the phrases; each phrase is told once for each field, or once altogether.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['fields', 'phrases'],
    properties: {
      fields: { type: 'array', minItems: 1, items: { type: 'string' } },
      phrases: { type: 'array', minItems: 1, items: phraseSchema },
      except: { type: 'array', items: { type: 'string', minLength: 2 } },
      once: { type: 'boolean' },
    },
  },
  run(target, { fields, phrases, except, once = false }) {
    const matches = matchesIn(target, fields, phrases, except);
    const groups = new Map<string, FoundIn[]>();
    for (const find of matches) {
      const key = once ? find.match.phrase : `${find.pointer} ${onOneLine(find.match.found).toLowerCase()}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [find]);
      else group.push(find);
    }
    return verdictOf([...groups.values()].flatMap(faultOf));
  },
});

interface FoundIn {
  readonly pointer: JsonPointer;
  readonly match: PhraseMatch;
}

function matchesIn(
  target: Json,
  fields: readonly PointerPattern[],
  phrases: readonly Phrase[],
  except: readonly string[] | undefined,
): FoundIn[] {
  return textsWith(target, fields, phrases).flatMap(({ pointer, text }) =>
    findPhrases(text, phrases, except).map((match) => ({ pointer, match })),
  );
}

/** One fault for several finds of the same phrase, at the first of them. */
function faultOf(finds: readonly FoundIn[]): Fault[] {
  const [first] = finds;
  if (first === undefined) return [];
  const { found, instead = '' } = first.match;
  const names = [...new Set(finds.map(({ pointer }) => fieldName(pointer)))];
  return [
    {
      at: first.pointer,
      data: { found: onOneLine(found), instead, field: fieldName(first.pointer), fields: names },
    },
  ];
}
