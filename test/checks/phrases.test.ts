import { describe, expect, it } from 'vitest';
import { numberIn } from '../../src/checks/numbers.ts';
import { findPhrases, onOneLine, type Phrase, withoutAddresses } from '../../src/checks/phrases.ts';

const found = (text: string, phrase: Phrase | string, except: string[] = []): string[] =>
  findPhrases(text, [typeof phrase === 'string' ? { phrase } : phrase], except).map((match) => match.found);

describe('findPhrases', () => {
  it.each<[string, string, string[]]>([
    ['Well-being and well being', 'well being', ['Well-being', 'well being']],
    ['studied, students', 'student*', ['students']],
    ['re-used, unused', 'used', ['used']],
    [
      '15 credits, 7.5 credits, 15-credit, ten credits',
      '# credit*',
      ['15 credits', '7.5 credits', '15-credit', 'ten credits'],
    ],
    ['1,200 hours; v1.5 hours', '# hours', ['1,200 hours']],
    ['SCQF level 8. Level nine', 'level #', ['level 8', 'Level nine']],
    ['at https://example.org/student or student@example.org', 'student', []],
    ['see www.example.org/student and example.org/student', 'student', []],
    ['student/learner', 'student', ['student']],
  ])('in %j: %j', (text, phrase, matches) => {
    expect(found(text, phrase)).toEqual(matches);
  });

  it('leaves out what stands within an exception', () => {
    expect(found('student support for students', 'student*', ['student support'])).toEqual(['students']);
  });

  it('gives the longer of two that begin together first', () => {
    const matches = findPhrases('10 SCQF credit points', [
      { phrase: '# SCQF credit*' },
      { phrase: '# SCQF credit point*' },
    ]);
    expect(matches.map((match) => match.found)).toEqual(['10 SCQF credit points', '10 SCQF credit']);
  });

  it.each<[string, string[]]>([
    ['micro credential, micro-credential, microcredential', ['micro credential']],
    ['micro\ncredentials', ['micro\ncredentials']],
  ])('tells spellings apart: %j', (text, matches) => {
    expect(found(text, { phrase: 'micro credential*', isSpelling: true })).toEqual(matches);
  });

  it.each<[string, number]>([
    ['help for the disabled', 1],
    ['the disabled, and others', 1],
    ['the disabled and others', 1],
    ['the disabled learner', 0],
    ['the disabled-access toilet', 0],
  ])('looks at the next word: %j', (text, count) => {
    expect(found(text, { phrase: 'the disabled', before: ['and'] })).toHaveLength(count);
  });
});

it('keeps the length of a text without its addresses', () => {
  const text = 'Ask a.b@example.org or (www.example.org) and https://example.org/x?y now.';
  expect(withoutAddresses(text)).toHaveLength(text.length);
  expect(onOneLine(withoutAddresses(text)).trim()).toBe('Ask or ) and now.');
});

it.each<[string, number | undefined]>([
  ['15', 15],
  ['7.5', 7.5],
  ['7,5', 7.5],
  ['1,200', 1200],
  ['Nine', 9],
  ['', undefined],
  ['many', undefined],
])('the number in %j', (text, number) => {
  expect(numberIn(text)).toBe(number);
});
