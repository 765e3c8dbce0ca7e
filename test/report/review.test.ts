import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Requirement } from '../../src/conformance/framework.ts';
import { readDocuments } from '../../src/descriptor/descriptor.ts';
import {
  childPointer,
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonPointer,
  overlaps,
  parsePointer,
} from '../../src/descriptor/json-pointer.ts';
import { answersOf, type Review, reviewedContent, signatureOf } from '../../src/report/review.ts';
import { readDefinitionFolder } from '../../src/workspace/read-definitions.ts';

const read = (text: string): Json => {
  const { data } = readDocuments({ path: 'model.yaml', text })[0] ?? {};
  if (data === undefined) throw new Error('The text is no sound YAML.');
  return data;
};
const model = read(readFileSync('fixtures/descriptors/model-data-for-communities.yaml', 'utf8'));
const questions = readDefinitionFolder(new URL('../../rules/', import.meta.url))
  .definitions.frameworks.flatMap(({ requirements }) => requirements)
  .flatMap(({ id, review }) => (review === undefined ? [] : [{ id, ...review }]));

/** Every single value of some data, with its place. */
function leaves(data: Json, pointer: JsonPointer = ''): JsonPointer[] {
  if (isJsonArray(data)) return data.flatMap((item, index) => leaves(item, childPointer(pointer, index)));
  if (isJsonObject(data)) {
    return Object.entries(data).flatMap(([name, member]) => leaves(member, childPointer(pointer, name)));
  }
  return [pointer];
}

/** The data with what stands at a place changed, or taken away by undefined. */
function changed(data: Json, segments: readonly string[], value: Json | undefined): Json {
  const [first, ...rest] = segments;
  if (first === undefined) return value ?? null;
  const below = (member: Json): Json[] =>
    rest.length === 0 ? (value === undefined ? [] : [value]) : [changed(member, rest, value)];
  if (isJsonArray(data))
    return data.flatMap((item, index) => (String(index) === first ? below(item) : [item]));
  if (!isJsonObject(data)) return data;
  const members = Object.entries(data).flatMap(([name, member]) =>
    name === first ? below(member).map((one) => [name, one] as const) : [[name, member] as const],
  );
  return Object.fromEntries(members);
}

/** The data with a field added, and with the groups that it stands in. */
function withField(data: Json | undefined, segments: readonly string[], value: Json): Json {
  const [first, ...rest] = segments;
  if (first === undefined) return value;
  const group = isJsonObject(data) ? data : {};
  return { ...group, [first]: withField(group[first], rest, value) };
}

describe('what was reviewed', () => {
  it.each(questions)('changes with what $id concerns and with nothing else', ({ concerns }) => {
    const before = reviewedContent(model, concerns);
    for (const pointer of leaves(model)) {
      const isConcerned = concerns.some((concern) => overlaps(concern, pointer));
      for (const value of ['something else', undefined]) {
        const after = reviewedContent(changed(model, parsePointer(pointer), value), concerns);
        expect(after === before, `${pointer} becomes ${value}`).toBe(!isConcerned);
      }
    }
  });

  it.each(questions)('changes when a field that $id concerns is added', ({ concerns }) => {
    for (const concern of concerns) {
      const lacking = changed(model, parsePointer(concern), undefined);
      const added = withField(lacking, parsePointer(concern), 'New.');
      expect(reviewedContent(added, concerns), concern).not.toBe(reviewedContent(lacking, concerns));
    }
  });

  it('tells one value from another at another place', () => {
    const concerns = ['/title', '/summary'];
    expect(reviewedContent({ title: 'A', summary: 'B' }, concerns)).not.toBe(
      reviewedContent({ title: 'B', summary: 'A' }, concerns),
    );
    expect(reviewedContent({ title: 'A' }, concerns)).not.toBe(reviewedContent({ summary: 'A' }, concerns));
    expect(reviewedContent({ title: '1' }, concerns)).not.toBe(reviewedContent({ title: 1 }, concerns));
  });

  it('does not change with the order of fields, comments, quotation marks or the way that YAML is written', () => {
    const writings = fc.record({
      collectionStyle: fc.constantFrom('any', 'block', 'flow'),
      defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL'),
      defaultKeyType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE'),
      indent: fc.integer({ min: 1, max: 8 }),
      lineWidth: fc.constantFrom(0, 40, 110),
    });
    const before = questions.map(({ concerns }) => reviewedContent(model, concerns));
    fc.assert(
      fc.property(writings, fc.integer(), fc.boolean(), (writing, seed, hasComments) => {
        const text = stringify(reordered(model, seed), writing as object);
        // Where it folds long texts the library that writes for this test may add an empty line.
        fc.pre(isDeepStrictEqual(parse(text), model));
        const commented = hasComments ? `# A comment.\n${text}\n# Another.\n` : text;
        const data = read(commented);
        expect(questions.map(({ concerns }) => reviewedContent(data, concerns))).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});

/** The same data with the fields of every group in another order. */
function reordered(data: Json, seed: number): Json {
  if (isJsonArray(data)) return data.map((item) => reordered(item, seed));
  if (!isJsonObject(data)) return data;
  const rank = (name: string): number =>
    [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0) + seed) % 1_000_003, 7);
  const names = Object.keys(data).sort((left, right) => rank(left) - rank(right));
  return Object.fromEntries(names.map((name) => [name, reordered(data[name] ?? null, seed)]));
}

const requirement: Requirement = {
  id: 'title-is-plain',
  principle: 'information',
  level: 'must',
  text: 'The title is plain.',
  review: { question: 'Is the title plain?', guidance: 'Read it.', concerns: ['/title'] },
};
const data = { title: 'Data' };
const reviewed = reviewedContent(data, ['/title']);
const review: Review = {
  review: 1,
  reviewer: 'Morag Example',
  role: 'Quality Officer',
  date: '2026-11-20',
  answers: [{ requirement: 'title-is-plain', outcome: 'met', reviewed }],
};

describe('the answers of a review', () => {
  it('take reviewer, role and date from the head', () => {
    expect(answersOf(review, data, [requirement])).toEqual([
      {
        requirement: 'title-is-plain',
        outcome: 'met',
        reviewer: 'Morag Example',
        role: 'Quality Officer',
        date: '2026-11-20',
      },
    ]);
  });

  it('are stale when what they concern has changed', () => {
    expect(answersOf(review, { title: 'Data!' }, [requirement])).toMatchObject([{ isStale: true }]);
    expect(answersOf(review, { title: 'Data', summary: 'New.' }, [requirement])[0]).not.toHaveProperty(
      'isStale',
    );
  });

  const leftOut: readonly (readonly [string, Review, readonly Requirement[]])[] = [
    [
      'without an outcome',
      { ...review, answers: [{ requirement: 'title-is-plain', reviewed }] },
      [requirement],
    ],
    ['without a reviewer', { review: 1, date: '2026-11-20', answers: review.answers }, [requirement]],
    ['without a date', { review: 1, reviewer: 'Morag Example', answers: review.answers }, [requirement]],
    ['to a requirement that is not asked for', review, []],
    [
      'to a requirement that puts no question',
      review,
      [
        {
          id: 'title-is-plain',
          principle: 'information',
          level: 'must',
          text: 'The title is plain.',
          rules: [],
        },
      ],
    ],
  ];
  it.each(leftOut)('are left out %s', (_, given, requirements) => {
    expect(answersOf(given, data, requirements)).toEqual([]);
  });

  const signatures: readonly (readonly [string, object, object])[] = [
    ['nothing of its own', {}, { reviewer: 'Morag Example', role: 'Quality Officer', date: '2026-11-20' }],
    [
      'another reviewer, who does not get the role in the head',
      { reviewer: 'Iain Example' },
      { reviewer: 'Iain Example', date: '2026-11-20' },
    ],
    [
      'another reviewer with a role',
      { reviewer: 'Iain Example', role: 'Assessor' },
      { reviewer: 'Iain Example', role: 'Assessor', date: '2026-11-20' },
    ],
    [
      'another day',
      { date: '2026-12-01' },
      { reviewer: 'Morag Example', role: 'Quality Officer', date: '2026-12-01' },
    ],
  ];
  it.each(signatures)('are signed by whom they say: %s', (_, own, expected) => {
    expect(signatureOf(own, review)).toEqual(expected);
  });
});
