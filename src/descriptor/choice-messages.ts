import { branchWords, exampleFor, typedList } from './expected-words.ts';
import { mentionedValue, type SchemaPlace, type Wording, type WrongChoice } from './mistake.ts';
import { subjectOf, typedLine } from './place-words.ts';
import { kindOf, kindsOf, listedValues, type SchemaView } from './schema-view.ts';
import { listed } from './shown-text.ts';
import { isWhat } from './type-messages.ts';

/** Words for a value that is like none of the things that are allowed at its place. */
export function wrongChoiceWording({ place, branches }: WrongChoice): Wording {
  const allowed = [...new Set(branches.map(branchWords))];
  const ways = [...new Set(branches.map((branch) => wayToWrite(branch, place)))];
  return {
    message: `${subjectOf(place)} ${isWhat(place.value)}, but ${listed(allowed, 'or')} belongs here.`,
    help: `Write ${listed(ways, 'or', 5)}.`,
    data: mentionedValue(place.value),
  };
}

function wayToWrite(branch: SchemaView, place: SchemaPlace): string {
  const words = listedValues(branch) ?? [];
  if (words.length > 1) return `one of ${typedList(words, 'and')}`;
  if (kindOf(place.value) === 'group' && kindsOf(branch)?.has('list') === true) {
    return 'a list, with a dash before the first field';
  }
  return typedLine(place, exampleFor(branch, place.value)) ?? branchWords(branch);
}
