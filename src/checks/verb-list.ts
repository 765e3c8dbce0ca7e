import type { PlacedWord } from './placed-words.ts';

/** Verbs in their base form and British spelling; `*ify` stands for every verb with that ending. */
export interface VerbLists {
  /** Hardly ever nouns or adjectives. */
  readonly unmistakable: readonly string[];
  /** Nouns or adjectives as well: `design`, `direct`. */
  readonly ambiguous: readonly string[];
}

/** What a word is when it can be a verb. */
export interface FoundVerb {
  readonly isAmbiguous: boolean;
  readonly isThirdPerson: boolean;
}

/** JSON Schema of a VerbLists option. */
export const verbListsSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['unmistakable', 'ambiguous'],
  properties: {
    unmistakable: { type: 'array', minItems: 1, items: { type: 'string', minLength: 2 } },
    ambiguous: { type: 'array', items: { type: 'string', minLength: 2 } },
  },
};

interface CompiledLists {
  readonly unmistakable: ReadonlySet<string>;
  readonly ambiguous: ReadonlySet<string>;
  readonly endings: readonly string[];
  /** What words turned out to be; outcomes are written with few words. */
  readonly found: Map<string, FoundVerb | undefined>;
}

const mostRemembered = 5000;

const compiledLists = new WeakMap<VerbLists, CompiledLists>();

function compiled(lists: VerbLists): CompiledLists {
  const known = compiledLists.get(lists);
  if (known !== undefined) return known;
  const compiledNow = {
    unmistakable: new Set(lists.unmistakable),
    ambiguous: new Set(lists.ambiguous),
    endings: lists.unmistakable.filter((verb) => verb.startsWith('*')).map((verb) => verb.slice(1)),
    found: new Map<string, FoundVerb | undefined>(),
  };
  compiledLists.set(lists, compiledNow);
  return compiledNow;
}

/** The verb that a word can be, or undefined. The word is in small letters. */
export function findVerb(word: string, lists: VerbLists): FoundVerb | undefined {
  const { found } = compiled(lists);
  if (found.has(word)) return found.get(word);
  const verb = verbOf(word, lists);
  if (found.size >= mostRemembered) found.clear();
  found.set(word, verb);
  return verb;
}

function verbOf(word: string, lists: VerbLists): FoundVerb | undefined {
  for (const form of britishForms(word)) {
    const base = baseVerb(form, lists);
    if (base !== undefined) return { ...base, isThirdPerson: false };
  }
  for (const form of britishForms(word).flatMap(withoutThirdPersonEnding)) {
    const base = baseVerb(form, lists);
    if (base !== undefined) return { ...base, isThirdPerson: true };
  }
  return undefined;
}

/** Whether a word is the past participle of a listed verb or of a common irregular one. */
function isParticiple(word: string, lists: VerbLists): boolean {
  if (irregularParticiples.has(word)) return true;
  return britishForms(word)
    .flatMap(withoutPastEnding)
    .some((form) => baseVerb(form, lists) !== undefined);
}

const irregularParticiples: ReadonlySet<string> = new Set(
  'brought built chosen done drawn found given held kept led made met put read run shown taken taught undertaken understood written'.split(
    ' ',
  ),
);

/** The verb with a word's own form as base, also after a prefix (`co-design`, `redesign`). */
function baseVerb(form: string, lists: VerbLists): Omit<FoundVerb, 'isThirdPerson'> | undefined {
  const whole = listedVerb(form, lists) ?? listedVerb(form.replaceAll('-', ''), lists);
  if (whole !== undefined) return whole;
  const afterPrefix = /^(?:re|co)(?=.{4})(.+)$/.exec(form)?.[1] ?? '';
  return listedVerb(form.split('-').at(-1) ?? '', lists) ?? listedVerb(afterPrefix, lists);
}

function listedVerb(form: string, lists: VerbLists): Omit<FoundVerb, 'isThirdPerson'> | undefined {
  const { unmistakable, ambiguous, endings } = compiled(lists);
  if (ambiguous.has(form)) return { isAmbiguous: true };
  const isListed =
    unmistakable.has(form) || endings.some((ending) => form.length > ending.length && form.endsWith(ending));
  return isListed ? { isAmbiguous: false } : undefined;
}

function britishForms(word: string): string[] {
  const british = word.replace(/iz(?=e|ing)/, 'is').replace(/yz(?=e|ing)/, 'ys');
  return british === word ? [word] : [word, british];
}

function withoutThirdPersonEnding(word: string): string[] {
  if (!word.endsWith('s') || word.endsWith('ss')) return [];
  return [
    word.slice(0, -1),
    ...(word.endsWith('ies') ? [`${word.slice(0, -3)}y`] : []),
    ...(word.endsWith('es') ? [word.slice(0, -2)] : []),
  ];
}

function withoutPastEnding(word: string): string[] {
  if (!word.endsWith('ed')) return [];
  const stem = word.slice(0, -2);
  return [
    `${stem}e`,
    stem,
    ...(stem.endsWith('i') ? [`${stem.slice(0, -1)}y`] : []),
    ...(/(.)\1$/.test(stem) ? [stem.slice(0, -1)] : []),
  ];
}

/** Whether the word at a place is a verb there: a listed one in its base form, or what comes to the same. */
export function isVerbAt(words: readonly PlacedWord[], at: number, lists: VerbLists): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (isPerfectTense(words, at, lists)) return true;
  const next = words[at + 1]?.plain;
  const verb = findVerb(word.plain, lists);
  if (verb === undefined) return false;
  // "Use of software" and "Analyses of data" are things; "The learner reports" is a deed, "Reports" a heading.
  if ((verb.isAmbiguous || verb.isThirdPerson) && next === 'of') return false;
  return !(verb.isThirdPerson && verb.isAmbiguous && at === 0);
}

/** Whether "have developed" or the like begins at a word. */
export function isPerfectTense(words: readonly PlacedWord[], at: number, lists: VerbLists): boolean {
  const [auxiliary, next = '', third = ''] = words.slice(at, at + 3).map(({ plain }) => plain);
  if (auxiliary !== 'have' && auxiliary !== 'has') return false;
  return isParticiple(next, lists) || (next.endsWith('ly') && isParticiple(third, lists));
}
