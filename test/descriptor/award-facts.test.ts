import fc from 'fast-check';
import { expect, it } from 'vitest';
import { awardFacts } from '../../src/descriptor/award-facts.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';

it.each<[string, Json, object]>([
  ['nothing of nothing', {}, {}],
  ['nothing of what is no group of fields', ['a'], {}],
  [
    'the size',
    { credit: { points: 10, scheme: 'SCQF' }, workload: { notionalHours: 100, weeks: 10 } },
    { creditPoints: 10, creditScheme: 'SCQF', notionalHours: 100, weeks: 10 },
  ],
  ['a level that is a number', { framework: 'SCQF', level: 8 }, { framework: 'SCQF', level: '8' }],
  ['a level that is a text', { level: 'EQF 5' }, { level: 'EQF 5' }],
  [
    'bodies by their names, and the provider where a body is the same',
    {
      provider: { name: 'A', type: 'college' },
      awardingBody: 'same-as-provider',
      creditRatingBody: { name: 'B' },
    },
    { provider: 'A', providerType: 'college', awardingBody: 'A', creditRatingBody: 'B' },
  ],
  ['no body that is the same as nobody', { awardingBody: 'same-as-provider' }, {}],
  [
    'the fee with its currency',
    { cost: { fee: { amount: 0, currency: 'GBP' } } },
    { fee: { amount: 0, currency: 'GBP' } },
  ],
  ['no fee without an amount', { cost: { fee: { currency: 'GBP' } } }, {}],
  [
    'the number of pathways',
    { stackability: { status: 'both', pathways: [{}, {}] } },
    { stackability: 'both', pathways: 2 },
  ],
  [
    'the language of delivery before that of the text',
    { language: 'en', delivery: { language: 'gd' } },
    { language: 'gd' },
  ],
  ['the language of the text without one of delivery', { language: 'en' }, { language: 'en' }],
  [
    'nothing of the wrong kind',
    { credit: { points: 'ten' }, kind: { a: 1 }, provider: 7, delivery: 'online' },
    { provider: '7' },
  ],
])('are %s', (_what, data, facts) => {
  expect(awardFacts(data)).toEqual(facts);
});

it('cuts a statement that goes on and on', () => {
  expect(awardFacts({ recognition: { statement: 'x'.repeat(5_000) } }).recognition).toMatch(/^x{1000}…$/);
});

it('can be taken from anything', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (data) => {
      for (const value of Object.values(awardFacts(data as Json))) expect(value).toBeDefined();
    }),
  );
});
