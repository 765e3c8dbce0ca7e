import type { Json } from './json-pointer.ts';
import {
  accepts,
  choicesOf,
  examplesOf,
  fieldsOf,
  itemView,
  keywordOf,
  kindOf,
  kindsOf,
  listedValues,
  memberView,
  requiredOf,
  type SchemaView,
  textOf,
} from './schema-view.ts';
import { listed, shownTyped } from './shown-text.ts';

/** What belongs at a place, as a noun: `a whole number`, `one of a and b`, `a date`. */
export function expectedWords(view: SchemaView): string {
  const values = listedValues(view);
  if (values !== undefined) return valueWords(values);
  const [choice] = choicesOf(view);
  const kinds = kindsOf(view);
  if (choice !== undefined && keywordOf(view, 'type') === undefined)
    return listed(choice.branches.map(branchWords), 'or');
  if (kinds === undefined) return 'another value';
  return listed(
    [...kinds].map((kind) =>
      kind === 'text' ? textWords(view) : kind === 'number' ? numberWords(view) : kindWords[kind],
    ),
    'or',
  );
}

/** What a branch of a choice stands for: its title, with an article. */
export function branchWords(view: SchemaView): string {
  const title = textOf(view, 'title');
  if (title === undefined) return expectedWords(view);
  if (/^(an?|the) /i.test(title)) return lowerFirst(title);
  return listedValues(view) === undefined ? withArticle(title) : expectedWords(view);
}

/** The form that a text with a pattern has, by the title nearest to the pattern: `a duration`. */
export function formWords(view: SchemaView): string | undefined {
  const layer = view.layers.find((one) => Object.hasOwn(one, 'pattern'));
  const title = layer?.['title'] ?? textOf(view, 'title');
  return typeof title === 'string' ? withArticle(title) : undefined;
}

/** Values in a sentence, as one types them, in backticks. */
export function typedList(values: readonly Json[], conjunction: 'and' | 'or'): string {
  return listed(values.map(shownTyped), conjunction);
}

/**
 * Something that could stand at a place, or undefined when the schema shows nothing; what the author wrote is used
 * where it fits: the text "UHI" in place of an organisation gives `{ name: UHI }`.
 */
export function exampleFor(view: SchemaView, written: Json): Json | undefined {
  const values = listedValues(view);
  if (values !== undefined) return values[0];
  const isSingle = typeof written !== 'object' && written !== '';
  const kinds = kindsOf(view);
  if (isSingle && kinds?.has('list')) {
    const item = itemView(view, 0);
    const kept = accepts(item, written) && !refuses(item, written) ? written : exampleFor(item, written);
    if (kept !== undefined) return [kept];
  }
  if (isSingle && kinds?.has('group')) {
    const field = fieldFor(view, written);
    if (field !== undefined) return { [field]: written };
  }
  return examplesOf(view)[0] ?? firstOfBranches(view, written);
}

function firstOfBranches(view: SchemaView, written: Json): Json | undefined {
  const branches = choicesOf(view).flatMap((choice) => choice.branches);
  return branches.map((branch) => exampleFor(branch, written)).find((example) => example !== undefined);
}

/** Whether a text is plainly none of the words that a view lists. */
function refuses(view: SchemaView, written: Json): boolean {
  return listedValues(view)?.includes(written) === false;
}

const namingFields = ['name', 'title', 'text', 'description', 'summary', 'statement'];

/** The field of a group in which a single value has most likely its place. */
function fieldFor(view: SchemaView, written: Json): string | undefined {
  const fields = fieldsOf(view).filter((field) => {
    const member = memberView(view, field);
    return kindsOf(member)?.has(kindOf(written)) === true && !refuses(member, written);
  });
  if (typeof written !== 'string') return fields[0];
  return (
    requiredOf(view).find((field) => fields.includes(field)) ??
    namingFields.find((field) => fields.includes(field))
  );
}

const kindWords = {
  group: 'a group of fields',
  list: 'a list',
  nothing: 'nothing',
  'truth value': 'true or false',
} as const;

function textWords(view: SchemaView): string {
  const format = textOf(view, 'format');
  if (format !== undefined) return formatWords[format] ?? 'text';
  return keywordOf(view, 'pattern') === undefined ? 'text' : (formWords(view) ?? 'text');
}

/** What the formats of JSON Schema are called. */
export const formatWords: Readonly<Record<string, string>> = {
  date: 'a date',
  'date-time': 'a date with a time',
  email: 'an e-mail address',
  regex: 'a regular expression',
  uri: 'a web address',
  'uri-reference': 'a web address',
};

function numberWords(view: SchemaView): string {
  const isWhole = keywordOf(view, 'type') === 'integer' || keywordOf(view, 'multipleOf') === 1;
  return isWhole ? 'a whole number' : 'a number';
}

function valueWords(values: readonly Json[]): string {
  if (values.length === 1 && typeof values[0] === 'number') return `the number ${values[0]}`;
  if (values.length === 1) return typedList(values, 'or');
  return values.length > 6 ? `one of ${values.length} known values` : `one of ${typedList(values, 'and')}`;
}

/** A noun with its article, and small where it is no abbreviation. */
function withArticle(noun: string): string {
  const small = lowerFirst(noun);
  const soundsOpen = /^[aeiou]/i.test(small) && !/^(uni|use|U[A-Z]|eu|one)/.test(small);
  return `${soundsOpen ? 'an' : 'a'} ${small}`;
}

/** A text with a small first letter, unless it begins with an abbreviation. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}(?=\p{Ll}|[\s-])/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** A description as the end of a sentence: its sentences joined, without the last full stop. */
export function describedAs(view: SchemaView): string | undefined {
  const sentences = textOf(view, 'description')
    ?.trim()
    .replace(/\.$/, '')
    .split(/\.\s+(?=\p{Lu})/u);
  return sentences?.map(lowerFirst).join('; ');
}
