import { type CheckContext, defineCheck, type Fault, verdictOf } from '../conformance/check.ts';
import { fieldName, type PointerPattern } from '../descriptor/json-pointer.ts';
import { findPhrases, onOneLine } from './phrases.ts';
import { isPlaceholder } from './presence.ts';
import { countWords } from './sentences.ts';
import { textsOf, textsWith } from './texts.ts';

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
    const { fields, phrases, endings } = options;
    const worded = new Set([phrases, endings].flatMap((list) => textsWith(target, fields, list)));
    const faults: Fault[] = [];
    for (const place of textsOf(target, fields)) {
      const { pointer, text } = place;
      const found =
        placeholderIn(text, options, context) ?? (worded.has(place) ? phraseIn(text, options) : undefined);
      if (found === undefined) continue;
      faults.push({ at: pointer, data: { found: onOneLine(found), field: fieldName(pointer) } });
    }
    return verdictOf(faults);
  },
});

/** What shows by itself to be no text: a placeholder in so many words, an instruction, or marks in place of a word. */
function placeholderIn(text: string, { openers }: Options, context: CheckContext): string | undefined {
  const whole = text.trim();
  if (whole === '') return undefined;
  const bare = withoutSigns(whole);
  // Signs alone, such as a dash, say nothing either.
  if (bare === '' || isPlaceholder(whole, context)) return whole;
  if (bare !== whole && isPlaceholder(bare, context)) return whole;
  const instruction = instructionIn(whole, openers);
  if (instruction !== undefined) return instruction;
  // Question marks that stand in place of a word; those at the end of a word ask something.
  return whole.includes('??') ? /(?<![^\s(£$€:])\?{2,}/.exec(whole)?.[0] : undefined;
}

function phraseIn(text: string, { phrases, except, endings }: Options): string | undefined {
  const words = countWords(text);
  // A code such as TBA-101 is not a text.
  if (words < 2) return undefined;
  const phrase = findPhrases(text, phrases, except)[0]?.found;
  if (phrase !== undefined || words > longestStub) return phrase;
  const bare = withoutSigns(text.trim());
  return findPhrases(bare, endings).find(({ index, found }) => index + found.length === bare.length)?.found;
}

/** A text without what stands before its first and after its last letter or digit. */
function withoutSigns(text: string): string {
  let start = 0;
  let end = text.length;
  while (isPlainSign(text.charCodeAt(start))) start++;
  while (end > start && isPlainSign(text.charCodeAt(end - 1))) end--;
  const bare = text.slice(start, end);
  // Only what Unicode has to tell is left to its patterns, which are slow.
  if (bare.charCodeAt(0) < 128 && bare.charCodeAt(bare.length - 1) < 128) return bare;
  return bare.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}]+$/u, '');
}

function isPlainSign(code: number): boolean {
  const isLetter = (code | 32) >= 97 && (code | 32) <= 122;
  const isDigit = code >= 48 && code <= 57;
  return code < 128 && !isLetter && !isDigit;
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
