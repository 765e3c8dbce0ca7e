import { expect, it } from 'vitest';
import { evidenceAt } from '../../src/conformance/evidence.ts';
import { readDocuments } from '../../src/descriptor/descriptor.ts';

const text = `microcred: 1
title: Baking
credit:
  points: 10
  scheme: SCQF
outcomes:
  - id: LO1
    text: Bake a loaf.
  - id: LO2
    text: >-
      Describe how
      dough rises.
purpose: [upskilling, cpd]
`;

function evidence(...patterns: string[]) {
  const [document] = readDocuments({ path: 'a.yaml', text });
  if (document === undefined) throw new Error('There is a document.');
  return evidenceAt(document, patterns).map(
    ({ pointer, line, lastLine, value }) => `${line}-${lastLine} ${pointer}: ${value}`,
  );
}

it.each([
  ['a text', ['/title'], ['2-2 /title: Baking']],
  ['a number in a group', ['/credit/points'], ['4-4 /credit/points: 10']],
  ['a group, by what is in it, from the line of its name', ['/credit'], ['3-5 /credit: points, scheme']],
  ['a list of groups, by their number', ['/outcomes'], ['6-12 /outcomes: 2 entries']],
  ['a list of words', ['/purpose'], ['13-13 /purpose: upskilling, cpd']],
  [
    'every item of a list',
    ['/outcomes/*/text'],
    ['8-8 /outcomes/0/text: Bake a loaf.', '10-12 /outcomes/1/text: Describe how dough rises.'],
  ],
  ['the items as such', ['/outcomes/*'], ['7-8 /outcomes/0: id, text', '9-12 /outcomes/1: id, text']],
  ['nothing where nothing stands', ['/level', '/credit/points/deeper'], []],
  [
    'in the order of the text, each place once',
    ['/purpose', '/title', '/title', '/credit/*'],
    [
      '2-2 /title: Baking',
      '4-4 /credit/points: 10',
      '5-5 /credit/scheme: SCQF',
      '13-13 /purpose: upskilling, cpd',
    ],
  ],
])('is %s', (_what, patterns, expected) => {
  expect(evidence(...patterns)).toEqual(expected);
});

it('cuts what is long', () => {
  const [document] = readDocuments({ path: 'a.yaml', text: `microcred: 1\ntitle: ${'x'.repeat(5000)}\n` });
  const [first] = document === undefined ? [] : evidenceAt(document, ['/title']);
  expect(first?.value).toMatch(/^x{299}…$/);
});

it('is nothing of a text that cannot be read', () => {
  const [document] = readDocuments({ path: 'a.yaml', text: 'microcred: [1' });
  expect(document && evidenceAt(document, ['/microcred'])).toEqual([]);
});
