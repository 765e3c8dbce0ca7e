import { dateInWords, readDate } from './calendar-date.ts';
import { describedAs, formatWords, formWords, typedList } from './expected-words.ts';
import type { Json } from './json-pointer.ts';
import { mendedEmail, mendedWebAddress } from './mended-address.ts';
import { mentionedValue, type SchemaPlace, type Wording, type WrongValue } from './mistake.ts';
import { isItem, subjectOf, typedLine } from './place-words.ts';
import { examplesOf } from './schema-view.ts';
import { shownText, shownTyped, shownValue } from './shown-text.ts';

/** Words for a text of the wrong form. */
export function wrongFormatWording(mistake: WrongValue): Wording {
  const { place, params } = mistake;
  const text = typeof place.value === 'string' ? place.value : '';
  if (text === '') return emptyWording(mistake);
  const format = String(params['format']);
  return (formats[format] ?? otherFormatWording(format))(mistake, text);
}

/** Words for a text that does not match the pattern of its field. The expression itself is for machines. */
export function wrongPatternWording(mistake: WrongValue): Wording {
  const { place, view, params } = mistake;
  const text = String(place.value);
  if (text === '') return emptyWording(mistake);
  const pattern = String(params['pattern']);
  const like = formWords(view);
  const examples = examplesOf(view).filter((example) => typeof example === 'string');
  const such = examples.length === 0 ? '' : ` such as ${typedList(examples.slice(0, 3), 'or')}`;
  const described = describedAs(view);
  const form = such === '' && described === undefined ? ` that matches \`${shownText(pattern)}\`` : such;
  const unlike =
    like === undefined ? 'does not have the form that belongs here' : `does not look like ${like}${such}`;
  return suggesting(
    respelt(text, pattern),
    place,
    `which ${unlike}`,
    `Write ${like ?? 'a text'}${form}${described === undefined ? '' : ` (${described})`}.`,
  );
}

/** Words for a text that has nothing in it. */
export function emptyWording({ place, view }: WrongValue): Wording {
  const line = typedLine(place, examplesOf(view)[0]);
  const example = line === undefined ? 'Write what belongs here' : `Write what belongs here, such as ${line}`;
  return {
    message: `${subjectOf(place)} is empty.`,
    help: `${example}, or remove the ${isItem(place) ? 'item' : 'field'}.`,
    data: { value: '' },
  };
}

type FormatWording = (mistake: WrongValue, text: string) => Wording;

const formats: Readonly<Record<string, FormatWording>> = {
  date: dateWording,
  uri: webAddressWording,
  email: ({ place, view }, text) => {
    const example = examplesOf(view)[0] ?? 'office@example.org';
    return addressWording(place, 'an e-mail address', mendedEmail(text), example);
  },
};

const dateForm = 'but a date belongs here, written year-month-day such as 2026-05-12';

function dateWording({ place }: WrongValue, text: string): Wording {
  const reading = readDate(text);
  switch (reading?.is) {
    case 'day':
      return suggesting(reading.iso, place, dateForm, '');
    case 'ambiguous': {
      const [dayFirst, monthFirst] = reading.isos.map((iso) => `\`${iso}\` for ${dateInWords(iso)}`);
      return suggesting(undefined, place, dateForm, `Write ${dayFirst}, or ${monthFirst}.`);
    }
    case 'no-such-day':
      return suggesting(
        undefined,
        place,
        'which is no day of the calendar',
        'Write a day that exists, as year-month-day.',
      );
    case 'incomplete':
      return suggesting(
        undefined,
        place,
        dateForm,
        'Add what is missing, so that there is a year, a month and a day.',
      );
    default:
      return suggesting(undefined, place, dateForm, 'Write the day as year-month-day, such as 2026-05-12.');
  }
}

function webAddressWording({ place, view }: WrongValue, text: string): Wording {
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(text);
  const condition = hasScheme ? (/\s/.test(text) ? ' without spaces' : '') : ' with `https://` at its front';
  const example = examplesOf(view)[0] ?? 'https://www.example.org';
  return addressWording(place, `a full web address${condition}`, mendedWebAddress(text), example);
}

function addressWording(
  place: SchemaPlace,
  expected: string,
  suggestion: string | undefined,
  example: Json,
): Wording {
  return suggesting(
    suggestion,
    place,
    `but ${expected} belongs here`,
    `Write it as in ${shownTyped(example)}.`,
  );
}

function otherFormatWording(format: string): FormatWording {
  const expected = formatWords[format] ?? `a text of the form "${format}"`;
  return ({ place, view }) => {
    const example = examplesOf(view)[0];
    const such = example === undefined ? '' : ` such as ${shownTyped(example)}`;
    return suggesting(undefined, place, `but ${expected} belongs here`, `Write ${expected}${such}.`);
  };
}

/** What a text is and what it is not; with what was meant as the help, if that is plain, and else another help. */
function suggesting(
  suggestion: string | undefined,
  place: SchemaPlace,
  verdict: string,
  otherwise: string,
): Wording {
  return {
    message: `${subjectOf(place)} is ${shownValue(place.value)}, ${verdict}.`,
    help: suggestion === undefined ? otherwise : `Write ${shownTyped(suggestion)}.`,
    data: { ...mentionedValue(place.value), ...(suggestion === undefined ? {} : { suggestion }) },
  };
}

/** The same text in a spelling that the pattern accepts: GBP for gbp, en-GB for en_GB, 10 weeks for 10weeks. */
function respelt(text: string, pattern: string): string | undefined {
  if (text.length > 100) return undefined;
  const trimmed = text.trim();
  const hyphened = trimmed.replace(/[\s_]+/g, '-');
  const spaced = trimmed.replace(/(\d)\s*(\p{L})/u, '$1 $2');
  const tagged = hyphened.toLowerCase().replace(/-[a-z]{2}$/, (region) => region.toUpperCase());
  const expression = new RegExp(pattern, 'u');
  return [
    trimmed,
    tagged,
    trimmed.toUpperCase(),
    trimmed.toLowerCase(),
    spaced,
    spaced.toLowerCase(),
    hyphened,
  ].find((candidate) => expression.test(candidate));
}
