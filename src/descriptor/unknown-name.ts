import { closestWord, knownWord } from './closest-word.ts';
import { shownName } from './shown-text.ts';

/** The name of a list that somebody most likely meant, or undefined when none is plausible. */
export function closestName(written: string, names: readonly string[]): string | undefined {
  return closestWord(written, names.map(knownWord))?.word;
}

/** What to tell somebody who names something that does not exist. */
export function unknownName(
  thing: string,
  name: string,
  names: readonly string[],
): { readonly message: string; readonly help: string } {
  return { message: `There is no ${thing} ${shownName(name)}.`, help: suggestionFor(name, names) };
}

const mostNamesListed = 12;

/** The nearest name as a question, or else what names there are, when they are few enough to read. */
export function suggestionFor(name: string, names: readonly string[]): string {
  const closest = closestName(name, names);
  if (closest !== undefined) return `Did you mean \`${closest}\`?`;
  return names.length > mostNamesListed ? 'Check how it is spelt.' : `Name one of: ${names.join(', ')}.`;
}
