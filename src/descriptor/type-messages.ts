import { exampleFor, expectedWords } from './expected-words.ts';
import { isJsonArray, type Json } from './json-pointer.ts';
import { mentionedValue, type SchemaPlace, type Wording, type WrongValue } from './mistake.ts';
import { isItem, subjectOf, typedLine } from './place-words.ts';
import { numberIn, numberWithUnit, truthValueIn } from './plain-values.ts';
import { fieldsOf, type Kind, kindOf, kindsOf, listedValues, type SchemaView } from './schema-view.ts';
import { listed, shownText, shownValue } from './shown-text.ts';

/** Words for a value of the wrong kind: text in place of a number, one value in place of a list. */
export function wrongKindWording({ place, view }: WrongValue): Wording {
  return {
    message: `${subjectOf(place)} ${isWhat(place.value)}, but ${expectedWords(view)} belongs here.`,
    help: wrongKindHelp(place, view),
    data: { ...mentionedValue(place.value), expected: expectedWords(view) },
  };
}

/** What a value is, as the predicate of a sentence: `is the text "5"`. */
export function isWhat(value: Json): string {
  if (value === '' || value === null) return 'is empty';
  const lead = {
    text: 'the text ',
    number: 'the number ',
    'truth value': 'the value ',
    list: '',
    group: '',
    nothing: '',
  };
  return `is ${lead[kindOf(value)]}${shownValue(value)}`;
}

function wrongKindHelp(place: SchemaPlace, view: SchemaView): string {
  const kinds = kindsOf(view);
  const wanted = (['list', 'group', 'number', 'truth value', 'text'] as const).find((kind) =>
    kinds?.has(kind),
  );
  const help = wanted === undefined ? undefined : helps[wanted](place, view);
  const line = typedLine(place, exampleFor(view, place.value));
  const lead = listedValues(view) === undefined ? `Write ${expectedWords(view)}, such as` : 'Write';
  return help ?? (line === undefined ? `Write ${expectedWords(view)}.` : `${lead} ${line}.`);
}

const helps: Record<
  Exclude<Kind, 'nothing'>,
  (place: SchemaPlace, view: SchemaView) => string | undefined
> = {
  number: numberHelp,
  'truth value': truthValueHelp,
  text: textHelp,
  list: listHelp,
  group: groupHelp,
};

function numberHelp({ value, ...place }: SchemaPlace): string | undefined {
  if (typeof value === 'number') return wholeNumberHelp(value);
  if (typeof value !== 'string') return onlyItem({ value, ...place });
  const number = numberIn(value);
  if (number !== undefined) return `Write ${number} without quotes.`;
  const counted = numberWithUnit(value);
  return counted === undefined
    ? undefined
    : `Write only the number, ${counted}, without a unit and without quotes.`;
}

function wholeNumberHelp(value: number): string {
  const [below, above] = [Math.floor(value), Math.ceil(value)];
  return `Write a number without a decimal part, such as ${below} or ${above}.`;
}

function truthValueHelp(place: SchemaPlace): string | undefined {
  const { value } = place;
  if (typeof value === 'number') return 'Write true for yes or false for no.';
  if (typeof value !== 'string') return onlyItem(place);
  const meant = truthValueIn(value);
  if (meant === undefined) return 'Write true for yes or false for no, without quotes.';
  return value.trim() === String(meant)
    ? `Write ${meant} without quotes.`
    : `Write ${meant} in place of "${shownText(value)}", without quotes.`;
}

function textHelp(place: SchemaPlace): string | undefined {
  const { value } = place;
  if (typeof value === 'boolean') return `Write it in quotes: "${value}".`;
  if (typeof value !== 'number') return onlyItem(place);
  return Number.isInteger(value)
    ? `Write it in quotes: "${value}"; without them, zeros at its front are lost.`
    : `Write it in quotes, as in "1.10"; without them, 1.10 becomes the number 1.1.`;
}

/** A list where one value belongs. */
function onlyItem(place: SchemaPlace): string | undefined {
  if (!isJsonArray(place.value)) return undefined;
  const [first, ...others] = place.value;
  if (others.length > 0) return 'Keep one of the items, without its dash or brackets.';
  const line = typedLine(place, first);
  return line === undefined ? undefined : `Write the item itself: ${line}.`;
}

function listHelp(place: SchemaPlace, view: SchemaView): string | undefined {
  const { value } = place;
  if (typeof value === 'object')
    return 'Put a dash before its first field, so that it becomes an item of a list.';
  const parts = typeof value === 'string' ? value.split(/\s*[,;]\s+/).filter((part) => part !== '') : [];
  const line = typedLine(place, parts.length > 1 ? parts : exampleFor(view, value));
  return line === undefined
    ? 'Write it as a list, each item on a line of its own after a dash.'
    : `Write it as a list: ${line}.`;
}

function groupHelp(place: SchemaPlace, view: SchemaView): string | undefined {
  const fields = fieldsOf(view).map((field) => `\`${field}\``);
  if (isJsonArray(place.value) && place.value.length === 1) return 'Remove the dash before its first field.';
  const line = typedLine(place, exampleFor(view, place.value));
  const known = fields.length === 0 ? '' : `; its fields are ${listed(fields, 'and')}`;
  const lead = groupLead(place);
  return line === undefined ? `${lead}${known}.` : `${lead}, or in one line ${line}${known}.`;
}

function groupLead(place: SchemaPlace): string {
  if (place.pointer === '') return 'Write its fields, each on a line of its own';
  return isItem(place) ? 'Write fields after the dash' : 'Write its fields below it, indented';
}
