import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { avoidsPlaceholders } from '../../src/checks/avoids-placeholders.ts';
import { isJsonObject, type Json, type JsonObject } from '../../src/descriptor/json-pointer.ts';
import { readDefinitionFolder } from '../../src/workspace/read-definitions.ts';
import { judge } from './judge.ts';

const options = {
  fields: ['/text'],
  phrases: ['tbc', 'xxx'],
  except: ['part xxx'],
  endings: ['to be confirmed'],
  openers: ['insert', 'add'],
};

it.each<[Json, string | undefined]>([
  ['Data', undefined],
  ['TBC', 'TBC'],
  [' (tbc). ', '(tbc).'],
  ['Dates TBC', 'TBC'],
  ['TBC-101', undefined],
  ['Room TBC\nand more', 'TBC'],
  ['Part XXX of it', undefined],
  ['£XXX a month', 'XXX'],
  ['-', '-'],
  ['–', '–'],
  ['???', '???'],
  ['What next???', undefined],
  ['Fee: £??', '??'],
  ['Venue to be confirmed', 'to be confirmed'],
  ['Venue to be confirmed.', 'to be confirmed'],
  ['Your place has yet to be confirmed', undefined],
  ['To be confirmed by you', undefined],
  ['[insert name here]', '[insert name here]'],
  ['Ask <Insert: name>', '<Insert: name>'],
  ['[inserted] and [add-on]', undefined],
  ['Dear {{name}}', '{{name}}'],
  ['{name}', undefined],
  ['', undefined],
  ['  ', undefined],
  [5, undefined],
  [['TBC'], undefined],
])('avoids-placeholders: %j', (text, found) => {
  const verdict = judge(avoidsPlaceholders, { text }, options);
  const failed = { outcome: 'failed', faults: [{ at: '/text', data: { found, field: 'text' } }] };
  expect(verdict).toEqual(found === undefined ? { outcome: 'passed' } : failed);
});

it('looks, by the vocabulary text-fields, at every field whose form admits a placeholder', () => {
  const { definitions } = readDefinitionFolder(new URL('../../rules/', import.meta.url));
  const listed = definitions.vocabularies.find(({ id }) => id === 'text-fields')?.entries;
  const schema: JsonObject = JSON.parse(readFileSync('schemas/course-descriptor.schema.json', 'utf8'));
  // References tell the same mistake twice, and NA is a grade.
  const left = ['/assessment/*/outcomes/*', '/certification/badge/outcomes/*', '/grading/grades/*'];
  expect(listed).toEqual(textFields(schema, schema).filter((field) => !left.includes(field)));
  const rule = definitions.rules.find(({ id }) => id === 'wording-has-no-placeholders');
  expect(rule?.reads).toEqual(listed);
});

it('lists what rules on public text read as the vocabulary public-text does', () => {
  const { definitions } = readDefinitionFolder(new URL('../../rules/', import.meta.url));
  const listed = definitions.vocabularies.find(({ id }) => id === 'public-text')?.entries;
  const rules = definitions.rules.filter(({ check }) =>
    JSON.stringify(check ?? {}).includes('"public-text"'),
  );
  expect(rules.length).toBeGreaterThan(0);
  for (const { reads } of rules) expect(reads).toEqual(expect.arrayContaining(listed as string[]));
});

/** The places of the schema that take any text: no closed list, no format, no pattern that "TBC" would not fit. */
function textFields(schema: JsonObject, node: Json | undefined, at = ''): string[] {
  if (!isJsonObject(node)) return [];
  const reference = node['$ref'];
  if (typeof reference === 'string') {
    const definitions = schema['$defs'];
    const name = reference.split('/').at(-1) ?? '';
    return isJsonObject(definitions) ? textFields(schema, definitions[name], at) : [];
  }
  const { type, pattern, properties, items, anyOf } = node;
  const isClosed = ['enum', 'const', 'format'].some((keyword) => keyword in node);
  const admits = typeof pattern !== 'string' || new RegExp(pattern, 'u').test('TBC');
  return [
    ...(type === 'string' && !isClosed && admits ? [at] : []),
    ...Object.entries(isJsonObject(properties) ? properties : {}).flatMap(([name, child]) =>
      textFields(schema, child, `${at}/${name}`),
    ),
    ...textFields(schema, items, `${at}/*`),
    ...(Array.isArray(anyOf) ? anyOf : []).flatMap((branch: Json) => textFields(schema, branch, at)),
  ];
}
