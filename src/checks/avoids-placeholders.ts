import { type CheckContext, defineCheck, type Fault, verdictOf } from '../conformance/check.ts';
import { fieldName, type PointerPattern, placesAt } from '../descriptor/json-pointer.ts';
import { findPhrases, onOneLine } from './phrases.ts';
import { isPlaceholder } from './presence.ts';
import { countWords } from './sentences.ts';

interface Options {
  readonly fields: readonly PointerPattern[];
  /** Placeholders wherever they stand in a text of several words. */
  readonly phrases: readonly string[];
  readonly except?: readonly string[];
  /** Placeholders at the end of a short text, such as "Venue to be confirmed". */
  readonly endings: readonly string[];
  /** First words of an instruction in brackets, such as "[insert name]". */
  readonly openers: readonly string[];
}

/** In a text of more words than this, an ending such as "to be confirmed" is part of a sentence about something else. */
const longestStub = 5;

/** No text has a placeholder in it or is one. `{found}` cites it, `{field}` names the field; one fault for each field. */
export const avoidsPlaceholders = defineCheck<Options>({
  name: 'avoids-placeholders',
  summary: 'None of the texts is a placeholder or has an unmistakable one in it.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['fields', 'phrases', 'endings', 'openers'],
    properties: {
      fields: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^(/[^/]+)+$' } },
      phrases: { type: 'array', minItems: 1, items: { type: 'string', minLength: 2 } },
      except: { type: 'array', items: { type: 'string', minLength: 2 } },
      endings: { type: 'array', minItems: 1, items: { type: 'string', minLength: 2 } },
      openers: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^[a-z ]+$' } },
    },
  },
  run(target, options, context) {
    const faults = options.fields
      .flatMap((field) => placesAt(target, field))
      .flatMap(({ pointer, value }): Fault[] => {
        const found = typeof value === 'string' ? placeholderIn(value, options, context) : undefined;
        return found === undefined
          ? []
          : [{ at: pointer, data: { found: onOneLine(found), field: fieldName(pointer) } }];
      });
    return verdictOf(faults);
  },
});

function placeholderIn(text: string, options: Options, context: CheckContext): string | undefined {
  const whole = text.trim();
  const bare = whole.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}]+$/u, '');
  if (whole === '') return undefined;
  // Signs alone, such as a dash, say nothing either.
  if (bare === '' || isPlaceholder(whole, context) || isPlaceholder(bare, context)) return whole;
  const instruction = instructionIn(whole, options.openers);
  if (instruction !== undefined) return instruction;
  // Question marks that stand in place of a word; those at the end of a word ask something.
  const marks = /(?<![^\s(£$€:])\?{2,}/.exec(whole)?.[0];
  if (marks !== undefined) return marks;
  const words = countWords(whole);
  // A code such as TBA-101 is not a text.
  if (words < 2) return undefined;
  const phrase = findPhrases(whole, options.phrases, options.except)[0]?.found;
  if (phrase !== undefined || words > longestStub) return phrase;
  return findPhrases(bare, options.endings).find(({ index, found }) => index + found.length === bare.length)
    ?.found;
}

/** `[insert name]`, `<insert name>` or `{{ name }}`. */
function instructionIn(text: string, openers: readonly string[]): string | undefined {
  if (!/[[<{]/.test(text)) return undefined;
  const pattern = new RegExp(
    `\\{\\{[^{}]{1,60}\\}\\}|[[<{](?:${openers.join('|')})(?=[\\s:_\\]>}])[^\\]>}]{0,60}[\\]>}]`,
    'iu',
  );
  return pattern.exec(text)?.[0];
}
