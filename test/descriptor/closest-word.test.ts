import { describe, expect, it } from 'vitest';
import { closestWord, editDistance, knownWord, undressed } from '../../src/descriptor/closest-word.ts';

const fields = [
  'title',
  'level',
  'outcomes',
  'creditRatingBody',
  'lastUpdated',
  'description',
  'language',
  'id',
  'url',
].map(knownWord);
const frameworks = ['SCQF', 'FHEQ', 'CQFW', 'RQF', 'EQF', 'QF-EHEA', 'NFQ', 'AQF', 'NZQCF'].map(knownWord);

const entries = ['entry-1', 'entry-2'].map(knownWord);

describe('the closest word', () => {
  it.each([
    ['titel', 'title'],
    ['Title', 'title'],
    ['titles', 'title'],
    ['tilte', 'title'],
    ['ttle', 'title'],
    ['lvl', 'level'],
    ['outcomess', 'outcomes'],
    ['outcome', 'outcomes'],
    ['credit_rating_body', 'creditRatingBody'],
    ['Credit-rating body', 'creditRatingBody'],
    ['creditRateingBody', 'creditRatingBody'],
    ['last updated', 'lastUpdated'],
    ['desc', 'description'],
    ['courseTitle', 'title'],
    ['ID', 'id'],
    ['t\u00edtle', 'title'],
    ['\u0442itle', 'title'],
    ['\uff54itle', 'title'],
  ])('to %s is %s', (written, word) => {
    expect(closestWord(written, fields)?.word).toBe(word);
  });

  it.each([
    ['SQCF', 'SCQF'],
    ['scqf', 'SCQF'],
    ['EFQ', 'EQF'],
    ['QF EHEA', 'QF-EHEA'],
    ['FHQE', 'FHEQ'],
  ])('to %s among frameworks is %s', (written, word) => {
    expect(closestWord(written, frameworks)?.word).toBe(word);
  });

  it.each(['', 'x', 'ud', 'xyzzy', 'price', 'colour', 'x'.repeat(100_000)])('to %.20s is none', (written) => {
    expect(closestWord(written, fields)).toBeUndefined();
  });

  it('is none when the numbers differ', () => {
    expect(closestWord('entry-4', entries)).toBeUndefined();
    expect(closestWord('entry 2', entries)?.word).toBe('entry-2');
  });

  it('is the preferred one of two that are as near', () => {
    expect(closestWord('coat', ['cost', 'coal'].map(knownWord))?.word).toBe('cost');
    expect(closestWord('coat', ['cost', 'coal'].map(knownWord), (word) => word === 'coal')?.word).toBe(
      'coal',
    );
  });
});

describe('the edit distance', () => {
  it.each([
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['abc', 'acb', 0.75],
    ['abc', 'ab', 1],
    ['abc', 'xbc', 1],
    ['kitten', 'sitting', 3],
    ['outcomes', 'uotcmoes', 1.5],
  ])('between %s and %s is %d, both ways', (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance);
    expect(editDistance(right, left)).toBe(distance);
  });
});

describe('an undressed word', () => {
  it.each([
    ['Credit points', 'creditpoint'],
    ['creditPoint', 'creditpoint'],
    ['currencies', 'currency'],
    ['access', 'access'],
    ['url', 'url'],
    ['gas', 'gas'],
    ['\u00c9valuation', 'evaluation'],
  ])('of %s is %s', (word, bare) => {
    expect(undressed(word)).toBe(bare);
  });
});
