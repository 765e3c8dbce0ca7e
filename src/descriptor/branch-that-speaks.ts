import { closestWord, knownWord } from './closest-word.ts';
import { isJsonObject, type Json } from './json-pointer.ts';
import type { Mistake, SchemaPlace } from './mistake.ts';
import { numberIn, truthValueIn } from './plain-values.ts';
import {
  accepts,
  fieldsOf,
  keywordOf,
  kindsOf,
  listedValues,
  memberView,
  type SchemaView,
} from './schema-view.ts';

/** A branch of a choice and what is wrong if it is the one that was meant. */
export interface Branch {
  readonly view: SchemaView;
  readonly mistakes: readonly Mistake[];
  /** How many mistakes a person would count. */
  readonly count: number;
}

/**
 * What is wrong where none of several schemas holds: the mistakes of the branch that was meant, or that the value
 * is like none of them. Nothing when a branch has no mistakes.
 */
export function branchThatSpeaks(
  place: SchemaPlace,
  view: SchemaView,
  branches: readonly Branch[],
): Mistake[] {
  if (branches.some((branch) => branch.mistakes.length === 0)) return [];
  const lacking = missingEverywhere(place, branches);
  if (lacking !== undefined) return [{ kind: 'missing-field', place, view, fields: lacking }];
  const meant = branchMeant(place.value, branches);
  if (meant === undefined) {
    return [{ kind: 'wrong-choice', place, view, branches: branches.map((branch) => branch.view) }];
  }
  const besides = branches.filter((branch) => branch !== meant).map((branch) => branch.view);
  return meant.mistakes.map((mistake) =>
    mistake.kind === 'wrong-value' && mistake.place.pointer === place.pointer
      ? { ...mistake, besides }
      : mistake,
  );
}

/** "Either `url` or `email`": each branch only wants a field that is missing. */
function missingEverywhere(place: SchemaPlace, branches: readonly Branch[]): string[] | undefined {
  const fields = branches.map(({ mistakes: [only, ...others] }) =>
    only?.kind === 'missing-field' && only.place.pointer === place.pointer && others.length === 0
      ? only.fields
      : [],
  );
  return fields.every((field) => field.length > 0) ? [...new Set(fields.flat())] : undefined;
}

/** The branch that the author had in mind, by the kind of the value first. */
function branchMeant(value: Json, branches: readonly Branch[]): Branch | undefined {
  if (typeof value === 'string') return branchForText(value, branches);
  const fitting = branches.filter((branch) => accepts(branch.view, value));
  const [first] = fitting.length > 0 || typeof value === 'object' ? fitting : branches.filter(isFreeText);
  if (isJsonObject(value)) return [...fitting].sort(byLikeness(value))[0];
  return first && fitting.reduce((best, branch) => (branch.count < best.count ? branch : best), first);
}

function branchForText(text: string, branches: readonly Branch[]): Branch | undefined {
  const fitting = branches.filter((branch) => accepts(branch.view, text));
  const near = fitting
    .map((branch) => ({ branch, word: closestWord(text, wordsOf(branch.view).map(knownWord)) }))
    .filter(({ word }) => word !== undefined)
    .sort((left, right) => (left.word?.slips ?? 0) - (right.word?.slips ?? 0));
  if (near[0] !== undefined) return near[0].branch;
  const inQuotes = branches.find((branch) => isInQuotes(text, branch.view));
  if (inQuotes !== undefined) return inQuotes;
  const free = fitting.filter((branch) => wordsOf(branch.view).length === 0);
  return free.length === 1 ? free[0] : undefined;
}

/** Any text will do, so a number there only lacks its quotes. */
function isFreeText({ view }: Branch): boolean {
  const isAny = ['const', 'enum', 'pattern', 'format'].every(
    (keyword) => keywordOf(view, keyword) === undefined,
  );
  return isAny && kindsOf(view)?.has('text') === true;
}

function wordsOf(view: SchemaView): string[] {
  return (listedValues(view) ?? []).filter((value) => typeof value === 'string');
}

/** Whether a text would be of the right kind without its quotes. */
function isInQuotes(text: string, view: SchemaView): boolean {
  const kinds = kindsOf(view);
  if (kinds === undefined || kinds.has('text')) return false;
  return (
    (kinds.has('number') && numberIn(text) !== undefined) ||
    (kinds.has('truth value') && truthValueIn(text) !== undefined)
  );
}

/** A field with a word that only one branch knows decides; then the fields shared, then the number of mistakes. */
function byLikeness(value: { readonly [key: string]: Json }): (left: Branch, right: Branch) => number {
  return (left, right) =>
    likeness(right.view, value) - likeness(left.view, value) ||
    left.count - right.count ||
    depthOf(right) - depthOf(left);
}

function likeness(view: SchemaView, value: { readonly [key: string]: Json }): number {
  const fields = fieldsOf(view);
  return Object.entries(value).reduce((sum, [field, member]) => {
    if (!fields.includes(field)) return sum;
    const words = listedValues(memberView(view, field));
    if (words === undefined || typeof member === 'object') return sum + 1;
    return sum + (words.includes(member) ? 5 : 0);
  }, 0);
}

/** Mistakes further down show that the way there was right. */
function depthOf(branch: Branch): number {
  const depths = branch.mistakes.map((mistake) => mistake.place.pointer.split('/').length);
  return depths.reduce((least, depth) => Math.min(least, depth), Number.POSITIVE_INFINITY);
}
