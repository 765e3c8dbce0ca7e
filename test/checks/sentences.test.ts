import { describe, expect, it } from 'vitest';
import { countWords, sentenceAround, sentencesOf } from '../../src/checks/sentences.ts';

describe('sentencesOf', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['One sentence', ['One sentence']],
    ['First. Second! Third? Fourth…', ['First.', 'Second!', 'Third?', 'Fourth…']],
    ['He said "Stop." Then he left.', ['He said "Stop."', 'Then he left.']],
    ['Use tools, e.g. Python, i.e. code.', ['Use tools, e.g. Python, i.e. code.']],
    ['Ask Dr. J. Smith at approx. 9 a.m. on Monday.', ['Ask Dr. J. Smith at approx. 9 a.m. on Monday.']],
    ['See no. 5. The answer is no. Then go.', ['See no. 5.', 'The answer is no.', 'Then go.']],
    ['It has 7.5 points. example.org is a site.', ['It has 7.5 points. example.org is a site.']],
    ['You will:\n- plan\n- write\n\nThat is all', ['You will:', '- plan', '- write', 'That is all']],
    ['Steps\n1. Plan\n2) Write', ['Steps', 'Plan', '2) Write']],
    ['A line\nthat goes on.', ['A line\nthat goes on.']],
    ['... !!!', []],
  ])('%j', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });
});

describe('sentenceAround', () => {
  const text = 'First part; second part. Third e.g. this.\n\nA new paragraph';

  it.each<[number, string]>([
    [0, 'First part; '],
    [12, 'second part. '],
    [30, 'Third e.g. this.\n\n'],
    [45, 'A new paragraph'],
    [999, 'A new paragraph'],
  ])('at %i', (index, sentence) => {
    const { start, end } = sentenceAround(text, index);
    expect(text.slice(start, end)).toBe(index === 999 ? '' : sentence);
  });
});

describe('countWords', () => {
  it.each<[string, number]>([
    ['', 0],
    ['two words', 2],
    ['a – b', 2],
    ['state-of-the-art, 7.5', 2],
    [' \n tab\tand line ', 3],
  ])('%j has %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});
