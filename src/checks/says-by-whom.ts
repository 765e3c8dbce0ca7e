import { defineCheck, type Fault, verdictOf } from '../conformance/check.ts';
import { fieldName, type PointerPattern } from '../descriptor/json-pointer.ts';
import { findPhrases, onOneLine, type Phrase, type PhraseMatch } from './phrases.ts';
import { sentenceAround } from './sentences.ts';
import { textsOf } from './texts.ts';

/** The parts of a claim such as "accredited course" or "fully accredited". */
interface ClaimParts {
  readonly words: readonly string[];
  /** What may be claimed to be recognised, in singular; a word straight before one of them makes a claim. */
  readonly nouns: readonly string[];
  /** With one of these before it, a word makes a claim at the end of a clause, before a noun or before a follower. */
  readonly qualifiers: readonly string[];
  readonly followers: readonly string[];
  /** Like qualifiers, where one of the nouns or subjects stands before them in the clause. */
  readonly verbs: readonly string[];
  readonly subjects: readonly string[];
}

interface Options {
  readonly fields: readonly PointerPattern[];
  readonly claims: ClaimParts;
  readonly except?: readonly string[];
  /** Words earlier in the clause by which the claim is about something else. */
  readonly notAfter?: readonly string[];
  /** Acronyms that name nobody although they look like the name of a body, such as CPD. */
  readonly nobody?: readonly string[];
}

const words = { type: 'array', minItems: 1, items: { type: 'string', minLength: 2 } };

/** Claims that somebody has recognised something say who it was. `{found}` cites the claim, `{field}` names the field. */
export const saysByWhom = defineCheck<Options>({
  name: 'says-by-whom',
  summary: 'Each claim in the texts names who stands behind it, in the same sentence.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['fields', 'claims'],
    properties: {
      fields: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^(/[^/]+)+$' } },
      claims: {
        type: 'object',
        additionalProperties: false,
        required: ['words', 'nouns', 'qualifiers', 'followers', 'verbs', 'subjects'],
        properties: {
          words,
          nouns: words,
          qualifiers: words,
          followers: words,
          verbs: words,
          subjects: words,
        },
      },
      except: { type: 'array', items: { type: 'string', minLength: 2 } },
      notAfter: words,
      nobody: { type: 'array', items: { type: 'string', minLength: 1 } },
    },
  },
  run(target, options) {
    const { fields, claims, except } = options;
    const faults = textsOf(target, fields).flatMap(({ pointer, text }): Fault[] => {
      if (!hasOneOf(text, claims.words)) return [];
      const bare = firstOfEach(findPhrases(text, phrasesOf(claims), except)).find((claim) =>
        isOpen(text, claim, options),
      );
      if (bare === undefined) return [];
      return [{ at: pointer, data: { found: onOneLine(bare.found), field: fieldName(pointer) } }];
    });
    return verdictOf(faults);
  },
});

/** Most texts have none of the words, which saves looking for every phrase. */
function hasOneOf(text: string, anyOf: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return anyOf.some((word) => lower.includes(word.toLowerCase()));
}

const phrasesOfClaims = new WeakMap<ClaimParts, readonly Phrase[]>();

function phrasesOf(claims: ClaimParts): readonly Phrase[] {
  const known = phrasesOfClaims.get(claims) ?? combined(claims);
  phrasesOfClaims.set(claims, known);
  return known;
}

function combined({ words: claimed, nouns, qualifiers, followers, verbs }: ClaimParts): Phrase[] {
  const before = [...followers, ...nouns.flatMap((noun) => [noun, `${noun}s`, noun.split('-')[0] ?? noun])];
  return claimed.flatMap((word) => [
    ...nouns.map((noun) => ({ phrase: `${word} ${noun}` })),
    ...[...qualifiers, ...verbs].map((qualifier) => ({ phrase: `${qualifier} ${word}`, before })),
  ]);
}

/** Of claims that overlap, such as "fully accredited" and "accredited course", only the first. */
function firstOfEach(claims: readonly PhraseMatch[]): PhraseMatch[] {
  let end = 0;
  return claims.filter((claim) => {
    if (claim.index < end) return false;
    end = claim.index + claim.found.length;
    return true;
  });
}

/** Whether a claim is made in earnest and leaves open who stands behind it. */
function isOpen(
  text: string,
  { index, found }: PhraseMatch,
  { claims, notAfter = [], nobody = [] }: Options,
): boolean {
  const { verbs, nouns, subjects } = claims;
  const sentence = sentenceAround(text, index);
  const before = text.slice(sentence.start, index);
  const clause = before.split(/[,;:]|(?<!\p{L})(?:and|but)(?!\p{L})/iu).at(-1) ?? '';
  const after = text.slice(index + found.length, sentence.end);
  if (verbs.includes(found.split(/[\s-]/)[0]?.toLowerCase() ?? '')) {
    if (!says(clause, [...subjects, ...nouns.flatMap((noun) => [noun, `${noun}s`])])) return false;
  }
  if (says(clause, notAfter)) return false;
  return !isDenied(clause, found) && !namesAfter(after) && !namesBefore(before, nobody);
}

function says(text: string, phrases: readonly string[]): boolean {
  return findPhrases(text, phrases).length > 0;
}

/** In words. */
const reachOfDenial = 6;

/** "not accredited", "not yet formally accredited", "non-accredited", "is not accredited". */
function isDenied(clause: string, found: string): boolean {
  const last = clause
    .trim()
    .split(/[\s-]+/)
    .slice(-reachOfDenial)
    .join(' ');
  return /(?<!\p{L})(?:not|no|non|never|nor|neither|without|cannot|\p{L}+n[’']t)(?!\p{L})/iu.test(
    `${last} ${found}`,
  );
}

/** "by" and somebody within twelve words, or a name soon after: "from the Institute of …", "(BPS)". */
function namesAfter(after: string): boolean {
  const near = (/^(?:\S*\s+){0,12}\S*/.exec(after)?.[0] ?? '').slice(0, 200);
  const soon = (/^(?:\S*\s+){0,5}\S*/.exec(after)?.[0] ?? '').slice(0, 100);
  return (
    // A time or a way is not somebody: "by 2027", "by the end of the year", "by passing a test".
    /(?<!\p{L})(?:by|through|via)\s+(?!\d|the end|means|[a-z]+ing(?!\p{L}))\S/u.test(near) ||
    /(?<!\p{L})(?:from|with|under)\s+(?:an?\s+|the\s+)?\p{Lu}/u.test(soon) ||
    /^\s*\(\s*(?:the\s+)?\p{Lu}/u.test(after)
  );
}

/** A name straight before: "SQA-accredited", "City & Guilds accredited". The first word of a sentence is capitalised anyway. */
function namesBefore(before: string, nobody: readonly string[]): boolean {
  const word = /(?:^|[\s(])([^\s(]+)[\s-]+$/u.exec(before.slice(-80))?.[1]?.replace(/-$/, '');
  if (word === undefined || nobody.includes(word)) return false;
  if (/\p{Lu}.*\p{Lu}/u.test(word)) return true;
  return /^\p{Lu}/u.test(word) && !word.endsWith('ly') && !word.endsWith(':') && before.trim() !== word;
}
