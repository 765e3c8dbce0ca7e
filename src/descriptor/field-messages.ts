import { describedAs, lowerFirst } from './expected-words.ts';
import { childPointer, isJsonObject, parentPointer } from './json-pointer.ts';
import { oddLetterWords } from './lookalike-letters.ts';
import type { MeantField } from './meant-field.ts';
import type { MissingField, UnknownField, Wording } from './mistake.ts';
import { addsTitle, typedLine } from './place-words.ts';
import { allowsOwnFields, examplesOf, fieldsOf, memberView, textOf } from './schema-view.ts';
import { listed, shownField, shownName } from './shown-text.ts';

/** Words for a field that the schema does not know. */
export function unknownFieldWording(mistake: UnknownField): Wording {
  const { place, field, meant } = mistake;
  const name = shownField(childPointer(place.pointer, field));
  const data = { field };
  if (meant === undefined)
    return { message: `${name} is not a known field.`, help: helpWithoutMeaning(mistake), data, part: 'key' };
  const pointer = meant.places[0]?.pointer;
  return {
    message: unknownFieldMessages[meant.where](name, meant, mistake),
    help: unknownFieldHelp[meant.where](meant, mistake),
    data: meant.where === 'other-form' ? data : { ...data, suggestion: meant.name },
    part: 'key',
    ...(pointer === undefined || meant.places.length > 1 ? {} : { meant: pointer }),
  };
}

type Sentence = (name: string, meant: MeantField, mistake: UnknownField) => string;

const unknownFieldMessages: Record<MeantField['where'], Sentence> = {
  here: (name, meant, { field, isRequired }) => {
    const required = isRequired === true ? ', which is required' : '';
    return `${name} is not a known field${oddLetterWords(field, meant.name)}. Did you mean \`${meant.name}\`${required}?`;
  },
  'stands-already': (name, meant, { field }) =>
    `${name} is not a known field${oddLetterWords(field, meant.name)}. It looks like \`${meant.name}\`, which stands here already.`,
  elsewhere: (name, meant, { field, isRequired }) => {
    const required = isRequired === true ? ', where it is required' : '';
    const places = listed(meant.places.map(ownerWords), 'or');
    return meant.name === field
      ? `${name} is not a known field here; it belongs ${places}${required}.`
      : `${name} is not a known field. Did you mean \`${meant.name}\`, which belongs ${places}${required}?`;
  },
  'other-form': (name, _meant, { place }) =>
    `${name} belongs to another form of ${shownField(place.pointer)} than the fields beside it.`,
  own: (name) => `${name} is not a known field, and a field of your own begins with \`x-\`.`,
};

const unknownFieldHelp: Record<MeantField['where'], (meant: MeantField, mistake: UnknownField) => string> = {
  here: (meant) => `Rename it to \`${meant.name}\`.`,
  'stands-already': (meant) => `Keep one of the two, under the name \`${meant.name}\`.`,
  elsewhere: (meant, { field }) => {
    const [place] = meant.places;
    const move = meant.name === field ? 'Move it' : `Move it, as \`${meant.name}\`,`;
    if (place === undefined || meant.places.length > 1) return `${move} to where it belongs.`;
    return `${move} ${moveWords(place)}.`;
  },
  'other-form': (_meant, mistake) => `Keep the fields of one form${knownHere(mistake)}.`,
  own: (meant) => `Rename it to ${shownName(meant.name)}.`,
};

/** "in `credit`": the owner of a field, as the end of a sentence. */
function ownerWords({ pointer, isInItems }: MeantField['places'][number]): string {
  if (isInItems) return `in the items of ${shownField(pointer)}`;
  const owner = parentPointer(pointer);
  return owner === '' ? 'at the top level' : `in ${shownField(owner)}`;
}

function moveWords(place: MeantField['places'][number]): string {
  if (place.isInItems) return `into an item of ${shownField(place.pointer)}`;
  const owner = parentPointer(place.pointer);
  return owner === '' ? 'to the top level, without indentation' : `below ${shownField(owner)}, indented`;
}

function helpWithoutMeaning(mistake: UnknownField): string {
  const { view, field } = mistake;
  const name = /^[\w-]{1,40}$/.test(field)
    ? `call it \`x-${field}\``
    : 'give it a name that begins with `x-`';
  const own = allowsOwnFields(view) ? `, or ${name} if it is a field of your own` : '';
  return `Remove it${own}${knownHere(mistake)}.`;
}

/** The fields that the object could have besides, as the end of a sentence. */
function knownHere({ place, view }: UnknownField): string {
  const object = isJsonObject(place.value) ? place.value : {};
  const free = fieldsOf(view).filter((name) => !Object.hasOwn(object, name));
  if (free.length === 0) return '';
  return `; known here ${free.length === 1 ? 'is' : 'are'} ${listed(free.map(shownName), 'and')}`;
}

/** Words for a field that has to be there and is not. */
export function missingFieldWording(mistake: MissingField): Wording {
  const { place, fields, because } = mistake;
  const owner = place.pointer === '' ? 'The document' : shownField(place.pointer);
  const names = fields.map(shownName);
  const lacks =
    names.length > 1
      ? `${owner} lacks ${listed(names, 'and')}, of which one is needed`
      : because === undefined
        ? `${owner} lacks the required field ${names[0]}`
        : `${owner} lacks ${names[0]}, which ${shownName(because)} makes necessary`;
  return {
    message: `${lacks}.`,
    help: names.length > 1 ? `Add ${listed(names, 'or')}.` : missingFieldHelp(mistake, fields[0] ?? ''),
    data: { missing: fields.join(' ') },
    part: 'key',
  };
}

function missingFieldHelp({ place, view }: MissingField, field: string): string {
  const member = memberView(view, field);
  const pointer = childPointer(place.pointer, field);
  const added = { pointer, pattern: pointer, value: null, title: textOf(member, 'title') };
  const described = describedAs(member) ?? (addsTitle(added) ? lowerFirst(added.title ?? '') : undefined);
  const line = typedLine(added, examplesOf(member)[0]);
  const example = line === undefined ? '' : `, for instance ${line}`;
  return `Add ${shownName(field)}${described === undefined ? '' : ` (${described})`}${example}.`;
}
