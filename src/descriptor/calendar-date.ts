/** What somebody meant by a text that is no date of the form 2026-05-12. */
export type DateReading =
  | { readonly is: 'day'; readonly iso: string }
  /** Day and month could be either way round; the day-first reading comes first. */
  | { readonly is: 'ambiguous'; readonly isos: readonly [string, string] }
  | { readonly is: 'no-such-day' }
  | { readonly is: 'incomplete' };

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Reads a date as people write it, or undefined when the text is none. */
export function readDate(text: string): DateReading | undefined {
  const trimmed = text.trim().toLowerCase();
  if (trimmed.length > 40) return undefined;
  return yearFirst(trimmed) ?? yearLast(trimmed) ?? withMonthName(trimmed);
}

/** The date in words, e.g. `12 May 2026`, of a date such as 2026-05-12. */
export function dateInWords(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const name = months[Number(month) - 1] ?? '';
  return `${Number(day)} ${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`;
}

/** With or without a time of day behind it. */
const yearMonthDay = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[t ]\d{1,2}:\d\d.*)?$/;

function yearFirst(text: string): DateReading | undefined {
  const [, year, month, day] = yearMonthDay.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return dayOf(year, month, day);
  return /^\d{4}([-/.]\d{1,2})?$/.test(text) ? { is: 'incomplete' } : undefined;
}

function yearLast(text: string): DateReading | undefined {
  const [, first, second, year] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text) ?? [];
  if (first === undefined || second === undefined || year === undefined) return undefined;
  const dayFirst = dayOf(year, second, first);
  const monthFirst = dayOf(year, first, second);
  if (dayFirst.is !== 'day') return monthFirst;
  if (monthFirst.is !== 'day' || monthFirst.iso === dayFirst.iso) return dayFirst;
  return { is: 'ambiguous', isos: [dayFirst.iso, monthFirst.iso] };
}

function withMonthName(text: string): DateReading | undefined {
  const words = text
    .replace(/^(mon|tues|wednes|thurs|fri|satur|sun)day,?\s+/, '')
    .split(/[\s,./-]+/)
    .filter((word) => word !== '' && word !== 'of');
  const month = months.findIndex((name) =>
    words.some(
      (word) => word.length > 2 && /^[a-z]+$/.test(word) && name.startsWith(word.replace(/^sept$/, 'sep')),
    ),
  );
  if (month === -1) return undefined;
  const numbers = words
    .map((word) => word.replace(/^(\d{1,2})(st|nd|rd|th)$/, '$1'))
    .filter((word) => /^\d+$/.test(word));
  const year = numbers.find((number) => number.length === 4);
  const day = numbers.find((number) => number.length < 3);
  if (year === undefined || words.length > 3) return undefined;
  return day === undefined ? { is: 'incomplete' } : dayOf(year, String(month + 1), day);
}

function dayOf(year: string, month: string, day: string): DateReading {
  const isDay =
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysIn(Number(year), Number(month));
  return isDay
    ? { is: 'day', iso: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` }
    : { is: 'no-such-day' };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
