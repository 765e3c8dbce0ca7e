import type { JsonObject } from './json-pointer.ts';

/** How a user is told of a mistake; its place is that of the error, unless another is given. */
export interface Saying {
  readonly message: string;
  readonly help: string;
  readonly data?: JsonObject;
  readonly start?: number;
  readonly end?: number;
}

export const quoteIt = 'Put the whole text in quotation marks.';
export const alignIt = 'Give it the same indentation, in spaces, as the lines beside which it belongs.';

/** The words for mistakes of which nothing more needs to be said than what they are. */
export const plainSayings = {
  puzzling: {
    message: 'The YAML cannot be understood from here on.',
    help: 'Look for a missing colon, quotation mark, bracket or dash on this line and the one above it.',
  },
  tab: {
    message: 'A tab stands in the indentation, where YAML allows only spaces.',
    help: 'Replace every tab at the beginning of a line by spaces; an editor can do it for the whole file.',
  },
  anchorOrTag: {
    message: 'An anchor (`&name`), alias (`*name`) or tag (`!name`) is not allowed here in this way.',
    help: 'Write at most one anchor and one tag, each followed by a space, right before a value; or put the text in quotation marks.',
  },
  misaligned: {
    message: 'The indentation of this line does not fit the lines above it.',
    help: alignIt,
  },
  missingSpaceAfterDash: {
    message: 'A space is missing after the dash.',
    help: 'Write a space between the dash and the item.',
  },
  missingComma: {
    message: 'A comma is missing between two entries in brackets.',
    help: 'Write a comma between the two, or put the text in quotation marks if it is one.',
  },
  strayComma: { message: 'A comma stands here with nothing before it.', help: 'Remove the comma.' },
  missingSpaceAfterColon: {
    message: 'A space is missing after the colon.',
    help: 'Write a space between the colon and the value.',
  },
  missingSpaceBeforeComment: {
    message: 'A space is missing before the `#` of a comment.',
    help: 'Write a space before the `#`, or put the text in quotation marks if the `#` belongs to it.',
  },
  listOnFieldLine: {
    message: 'A list cannot begin on the line of its field.',
    help: 'Write each item on a line of its own below the field; or put the text in quotation marks if it only begins with a dash.',
  },
  listAmongFields: {
    message: 'An item of a list stands where a field (`name: value`) belongs.',
    help: 'Write the name of the list and a colon on a line above it, or indent the item as the list that it belongs to.',
  },
  contentOnMarkerLine: {
    message: 'Fields and lists cannot begin on the line of `---`.',
    help: 'Begin them on the next line.',
  },
  missingMarker: {
    message: 'A line of `---` is missing between the line with `%YAML` and the first field.',
    help: 'Write a line of `---` above this one.',
  },
  textOnHeaderLine: {
    message: 'After `|` or `>` the text has to begin on the next line.',
    help: 'Move the text to the next line and indent it, or remove the `|` or `>` and put the text in quotation marks.',
  },
  longName: {
    message: 'The name of a field is longer than 1,024 characters.',
    help: 'Write a short name before the colon, or put the whole in quotation marks if it is text.',
  },
  nameIsNoText: {
    message: 'The name of a field has to be text, but here it is a list, a group of fields or an alias.',
    help: 'Write a plain name before the colon; put the whole in quotation marks if it is text with brackets.',
  },
} satisfies Record<string, Saying>;
