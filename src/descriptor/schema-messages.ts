import { wrongChoiceWording } from './choice-messages.ts';
import { closestWord, knownWord } from './closest-word.ts';
import { branchWords, describedAs, expectedWords, typedList } from './expected-words.ts';
import { missingFieldWording, unknownFieldWording } from './field-messages.ts';
import { isJsonArray, type Json } from './json-pointer.ts';
import { oddLetterWords } from './lookalike-letters.ts';
import { type Mistake, mentionedValue, type Wording, type WrongValue } from './mistake.ts';
import { subjectOf } from './place-words.ts';
import { keywordOf, listedValues, type SchemaView } from './schema-view.ts';
import { counted, listed, shownName, shownText, shownTyped, shownValue } from './shown-text.ts';
import { emptyWording, wrongFormatWording, wrongPatternWording } from './text-messages.ts';
import { wrongKindWording } from './type-messages.ts';

/** Keywords whose failure is told by a sentence of its own; ajv calls the schema `false` "false schema". */
export type Keyword =
  | 'additionalProperties'
  | 'anyOf'
  | 'const'
  | 'contains'
  | 'dependentRequired'
  | 'enum'
  | 'exclusiveMaximum'
  | 'exclusiveMinimum'
  | 'false schema'
  | 'format'
  | 'maxItems'
  | 'maxLength'
  | 'maxProperties'
  | 'maximum'
  | 'minItems'
  | 'minLength'
  | 'minProperties'
  | 'minimum'
  | 'multipleOf'
  | 'not'
  | 'oneOf'
  | 'pattern'
  | 'propertyNames'
  | 'required'
  | 'type'
  | 'unevaluatedProperties'
  | 'uniqueItems';

/** Keywords that a walk turns into another kind of mistake before there are words; here they are told of by place only. */
type FieldKeyword = 'additionalProperties' | 'dependentRequired' | 'required' | 'unevaluatedProperties';

const valueWordings = {
  anyOf: formWording,
  const: listedValueWording,
  contains: (mistake) => plain(mistake, 'lacks an item that is needed', 'Add the item that is missing'),
  enum: listedValueWording,
  exclusiveMaximum: (mistake) => numberWording(mistake, 'has to be less than'),
  exclusiveMinimum: (mistake) => numberWording(mistake, 'has to be more than'),
  'false schema': (mistake) => plain(mistake, 'has no place here', 'Remove it'),
  format: wrongFormatWording,
  maxItems: (mistake) => countWording(mistake, 'item', 'at most'),
  maxLength: (mistake) => countWording(mistake, 'character', 'at most'),
  maxProperties: (mistake) => countWording(mistake, 'field', 'at most'),
  maximum: (mistake) => numberWording(mistake, 'cannot be more than'),
  minItems: (mistake) => countWording(mistake, 'item', 'at least'),
  minLength: (mistake) =>
    mistake.place.value === '' ? emptyWording(mistake) : countWording(mistake, 'character', 'at least'),
  minProperties: (mistake) => countWording(mistake, 'field', 'at least'),
  minimum: (mistake) => numberWording(mistake, 'cannot be less than'),
  multipleOf: (mistake) => numberWording(mistake, 'has to be a multiple of'),
  not: (mistake) =>
    plain(
      mistake,
      'is of a form that is not allowed here',
      `Write ${describedAs(mistake.view) ?? 'something else'}`,
    ),
  oneOf: (mistake) =>
    plain(
      mistake,
      'has more than one of the forms allowed here, so nobody can tell which is meant',
      'Keep to one of the forms',
    ),
  pattern: wrongPatternWording,
  propertyNames: (mistake) => fieldNameWording(mistake),
  type: wrongKindWording,
  uniqueItems: repeatedWording,
} satisfies Record<Exclude<Keyword, FieldKeyword>, (mistake: WrongValue) => Wording>;

const fieldKeywords = [
  'additionalProperties',
  'dependentRequired',
  'required',
  'unevaluatedProperties',
] satisfies FieldKeyword[];

/** The keywords that have a sentence; a schema of ours uses no others to judge with. */
export const keywordsWithSentence: readonly string[] = [...Object.keys(valueWordings), ...fieldKeywords];

/** A mistake in words. */
export function wordingOf(mistake: Mistake): Wording {
  switch (mistake.kind) {
    case 'unknown-field':
      return unknownFieldWording(mistake);
    case 'missing-field':
      return missingFieldWording(mistake);
    case 'wrong-choice':
      return wrongChoiceWording(mistake);
    case 'wrong-value':
      return withBesides(valueWording(mistake), mistake);
  }
}

function valueWording(mistake: WrongValue): Wording {
  const wordings: Readonly<Record<string, (mistake: WrongValue) => Wording>> = valueWordings;
  return (wordings[mistake.keyword] ?? formWording)(mistake);
}

/** What else is allowed, where the text was judged as one form among others. */
function withBesides(wording: Wording, { keyword, besides }: WrongValue): Wording {
  if (besides.length === 0 || !['pattern', 'format', 'minLength', 'maxLength'].includes(keyword))
    return wording;
  const others = [...new Set(besides.map(branchWords))].join(' or ');
  return { ...wording, help: `${wording.help.replace(/\.$/, '')}; ${others} can stand here too.` };
}

function plain({ place }: WrongValue, what: string, help: string): Wording {
  return {
    message: `${subjectOf(place)} ${what}.`,
    help: `${help.replace(/\.$/, '')}.`,
    data: mentionedValue(place.value),
  };
}

function formWording(mistake: WrongValue): Wording {
  return plain(mistake, 'does not have the form that belongs here', `Write ${expectedWords(mistake.view)}`);
}

function listedValueWording({ place, view, besides }: WrongValue): Wording {
  const { value } = place;
  const allowed = listedValues(view) ?? [];
  const words = allowed.filter((word) => typeof word === 'string');
  const near = typeof value === 'string' ? closestWord(value, words.map(knownWord))?.word : undefined;
  const isOnly = allowed.length === 1 && besides.length === 0;
  const list = typedList(allowed, 'and');
  const odd = near === undefined ? '' : oddLetterWords(String(value), near);
  const verdict = isOnly ? `but only ${list} is known here` : 'which is none of the values known here';
  const message = `${subjectOf(place)} is ${shownValue(value)}, ${verdict}${odd}.`;
  const data = { ...mentionedValue(value), allowed };
  if (near === undefined)
    return { message, help: `Write ${allowed.length === 1 ? list : `one of ${list}`}.`, data };
  const others = allowed.length === 1 ? '' : `; known here are ${list}`;
  return {
    message: `${message} Did you mean ${shownTyped(near)}?`,
    help: `Write ${shownTyped(near)}${others}.`,
    data: { ...data, suggestion: near },
  };
}

function numberWording({ place, view, params }: WrongValue, bound: string): Wording {
  const limit = Number(params['limit'] ?? params['multipleOf']);
  return {
    message: `${subjectOf(place)} is ${shownValue(place.value)}, but it ${bound} ${limit}.`,
    help: `Write ${allowedNumbers(view)}.`,
    data: { ...mentionedValue(place.value), limit },
  };
}

const numberBounds = {
  minimum: 'at least',
  exclusiveMinimum: 'more than',
  maximum: 'at most',
  exclusiveMaximum: 'less than',
  multipleOf: 'a multiple of',
} as const;

/** All that a number has to keep to: "a number from 1 to 12", "a number that is more than 0 and a multiple of 0.5". */
function allowedNumbers(view: SchemaView): string {
  const range = ['minimum', 'maximum', 'multipleOf'].map((keyword) => keywordOf(view, keyword));
  if (range[0] !== undefined && range[1] !== undefined && range[2] === undefined) {
    return `a number from ${String(range[0])} to ${String(range[1])}`;
  }
  const bounds = Object.entries(numberBounds).flatMap(([keyword, words]) => {
    const bound = keywordOf(view, keyword);
    return bound === undefined ? [] : [`${words} ${String(bound)}`];
  });
  return `a number that is ${listed(bounds, 'and')}`;
}

function countWording({ place, params }: WrongValue, thing: string, bound: 'at least' | 'at most'): Wording {
  const limit = Number(params['limit']);
  const actual = sizeOf(place.value);
  const difference = Math.abs(actual - limit);
  return {
    message: `${subjectOf(place)} has ${counted(actual, thing)}, but ${bound} ${limit} ${limit === 1 ? 'is' : 'are'} ${bound === 'at least' ? 'needed' : 'allowed'}.`,
    help:
      bound === 'at least'
        ? `Add at least ${counted(difference, thing)}.`
        : `Remove at least ${counted(difference, thing)}.`,
    data: { actual, limit },
  };
}

/** Characters of a text (whole ones, as JSON Schema counts them), items of a list, fields of a group. */
function sizeOf(value: Json): number {
  if (typeof value === 'string') return Array.from(value).length;
  return isJsonArray(value) ? value.length : Object.keys(value ?? {}).length;
}

function repeatedWording({ place, params }: WrongValue): Wording {
  const first = Number(params['first']);
  const list = {
    ...place,
    pointer: place.pointer.slice(0, place.pointer.lastIndexOf('/')),
    pattern: place.pattern.slice(0, -2),
  };
  const firstItem = subjectOf({
    ...list,
    title: undefined,
    pointer: `${list.pointer}/${first}`,
    pattern: place.pattern,
  });
  return {
    message: `${subjectOf(place)} is the same as ${firstItem}${typeof place.value === 'object' ? '' : `, ${shownValue(place.value)}`}.`,
    help: 'Remove one of the two.',
    data: { ...mentionedValue(place.value), first },
  };
}

function fieldNameWording(mistake: WrongValue): Wording {
  const name = String(mistake.params['propertyName']);
  return {
    ...plain(
      mistake,
      `has a field of the name ${shownName(name)}, which is not allowed here`,
      'Rename the field',
    ),
    data: { field: shownText(name) },
  };
}
