import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dateInWords, readDate } from '../../src/descriptor/calendar-date.ts';
import { mendedEmail, mendedWebAddress } from '../../src/descriptor/mended-address.ts';
import { numberIn, numberWithUnit, truthValueIn } from '../../src/descriptor/plain-values.ts';
import { listed, shownField, shownName, shownText, typedValue } from '../../src/descriptor/shown-text.ts';

describe('a date as people write it', () => {
  it.each([
    ['25/12/2026', '2026-12-25'],
    ['12/25/2026', '2026-12-25'],
    ['05/05/2026', '2026-05-05'],
    ['25.12.2026', '2026-12-25'],
    ['2026/5/1', '2026-05-01'],
    ['20260512', '2026-05-12'],
    ['2026-05-12T09:00:00Z', '2026-05-12'],
    [' 2026-05-12 ', '2026-05-12'],
    ['12 May 2026', '2026-05-12'],
    ['May 12th, 2026', '2026-05-12'],
    ['Tuesday, 1st of Sept 2026', '2026-09-01'],
    ['29 Feb 2028', '2028-02-29'],
  ])('%s is %s', (text, iso) => {
    expect(readDate(text)).toEqual({ is: 'day', iso });
  });

  it('can be read in two ways', () => {
    expect(readDate('12/05/2026')).toEqual({ is: 'ambiguous', isos: ['2026-05-12', '2026-12-05'] });
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '31/04/2026', '31 June 2026', '1900-02-29'])(
    '%s is no day',
    (text) => {
      expect(readDate(text)).toEqual({ is: 'no-such-day' });
    },
  );

  it.each(['2026', '2026-05', 'May 2026'])('%s names no day', (text) => {
    expect(readDate(text)).toEqual({ is: 'incomplete' });
  });

  it.each([
    '',
    'yesterday',
    '12/05/26',
    '2026-05-12 to 2026-06-12',
    'spring 2026',
    '1 2 3',
    'x'.repeat(100_000),
  ])('%.30s is none', (text) => {
    expect(readDate(text)).toBeUndefined();
  });

  it('is put into words', () => {
    expect(dateInWords('2026-05-02')).toBe('2 May 2026');
  });
});

describe('a web address', () => {
  it.each([
    ['www.example.ac.uk', 'https://www.example.ac.uk'],
    ['example.org/a?b=c', 'https://example.org/a?b=c'],
    ['http:/example.org', 'http://example.org'],
    ['https//example.org', 'https://example.org'],
    ['htps://example.org', 'https://example.org'],
    ['https:\\\\example.org\\a', 'https://example.org/a'],
    ['https://example.org/\u00e9t\u00e9', 'https://example.org/%C3%A9t%C3%A9'],
    [' https://example.org', 'https://example.org'],
  ])('%s is meant as %s', (text, mended) => {
    expect(mendedWebAddress(text)).toBe(mended);
  });

  it.each(['', 'our site', 'https://', 'localhost', '\ud800.example.org/\ud800', 'x'.repeat(100_000)])(
    'is not to be made out of %.30j',
    (text) => {
      expect(mendedWebAddress(text)).toBeUndefined();
    },
  );
});

describe('an e-mail address', () => {
  it.each([
    ['Ann <ann@example.org>', 'ann@example.org'],
    ['mailto:ann@example.org', 'ann@example.org'],
    ['ann @ example.org', 'ann@example.org'],
    ['ann at example.org', 'ann@example.org'],
    ['ann(at)example.org', 'ann@example.org'],
  ])('%s is meant as %s', (text, mended) => {
    expect(mendedEmail(text)).toBe(mended);
  });

  it.each(['', 'ann', 'ann@', 'ann@example', '@'.repeat(100_000)])(
    'is not to be made out of %.30j',
    (text) => {
      expect(mendedEmail(text)).toBeUndefined();
    },
  );
});

describe('a number or a truth value in a text', () => {
  it.each([
    ['5', 5],
    [' -2.50 ', -2.5],
    ['7,5', 7.5],
    ['1,200', undefined],
    ['1.2.3', undefined],
    ['', undefined],
    ['5 points', undefined],
    ['9'.repeat(400), undefined],
  ])('%.20j is the number %s', (text, number) => {
    expect(numberIn(text)).toBe(number);
  });

  it.each([
    ['10 credits', 10],
    ['7.5h', 7.5],
    ['10', undefined],
    ['ten', undefined],
    ['10 or 12', undefined],
  ])('%j counts %s', (text, number) => {
    expect(numberWithUnit(text)).toBe(number);
  });

  it.each([
    ['yes', true],
    ['No', false],
    [' true ', true],
    ['maybe', undefined],
    ['constructor', undefined],
  ])('%j means %s', (text, value) => {
    expect(truthValueIn(text)).toBe(value);
  });
});

describe('what a user wrote', () => {
  it('is shown safely', () => {
    expect(shownText('a\u202eb\u0007c\nd\u00a0e\ud800')).toBe('a\\u202eb\\u0007c\\nd\\u00a0e\\ud800');
    expect(shownText('\u{e0001}')).toBe('\\u{e0001}');
    expect(shownName('a`b')).toBe('`a\\u0060b`');
    expect(shownField('/a~1b/0/\u200b')).toBe('`a/b[0].\\u200b`');
  });

  it('is cut after 60 characters, never through one', () => {
    expect(shownText('\u{1f393}'.repeat(60))).toBe('\u{1f393}'.repeat(60));
    expect(shownText('\u{1f393}'.repeat(61))).toBe(`${'\u{1f393}'.repeat(60)}…`);
  });

  it('is counted rather than listed when it is many', () => {
    expect(listed(['a'], 'or')).toBe('a');
    expect(listed(['a', 'b'], 'or')).toBe('a or b');
    expect(listed(['a', 'b', 'c'], 'and')).toBe('a, b and c');
    expect(listed(['a', 'b', 'c', 'd'], 'or', 2)).toBe('a, b and 2 more');
  });

  it.each([
    'data',
    'University of Stirling',
    '1.10',
    '012',
    '2026-05-12',
    'true',
    'No',
    '~',
    'null',
    '- a',
    'a: b',
    'a, b',
    'a #b',
    ' a',
    'a ',
    '',
    '"',
    "it's",
    '[a]',
    '{',
    '&a',
    '*a',
    '!a',
    '%a',
    '@a',
    '`a',
    '|',
    '>',
    '?',
    'a:',
    ':a',
    '0x1f',
    '1e3',
    '.5',
    '.inf',
    'https://example.org/a?b=c#d',
    '\u202e',
    'a\u{e0001}b',
    'a\u0007b',
    '\n',
    '12:30',
    '<<',
    '=',
    'M\u00fcnchen',
    '10 weeks',
  ])('is typed so that YAML reads it back: %j', (text) => {
    for (const value of [text, [text, 1], { [text]: text }]) expect(parse(typedValue(value))).toEqual(value);
    expect(parse(`field: ${typedValue(text)}`)).toEqual({ field: text });
  });
});
