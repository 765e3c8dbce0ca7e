import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileSchema } from '../../src/descriptor/compile-schema.ts';
import { readDocuments } from '../../src/descriptor/descriptor.ts';
import { schemaFaults } from '../../src/descriptor/schema.ts';

const root = new URL('../../', import.meta.url);
const path = 'fixtures/edge-cases/five-mistakes.yaml';
const text = readFileSync(new URL(path, root), 'utf8');
const schema = JSON.parse(readFileSync(new URL('schemas/course-descriptor.schema.json', root), 'utf8'));

it('five mistakes are five faults, each at its line with the way to mend it', () => {
  const [document, ...others] = readDocuments({ path, text });
  expect(others).toEqual([]);
  const faults = schemaFaults(schema, compileSchema(schema), document?.data ?? null);
  const told = faults.map(({ pointer, part, message, help }) => {
    const range = document?.locate(pointer, part);
    return {
      at: `${range?.start.line}:${range?.start.column}`,
      marked: text.slice(range?.start.offset, range?.end.offset),
      message,
      help,
    };
  });
  expect(told).toEqual([
    {
      at: '4:1',
      marked: 'titel',
      message: '`titel` is not a known field. Did you mean `title`?',
      help: 'Rename it to `title`.',
    },
    {
      at: '6:12',
      marked: 'SQCF',
      message:
        'Qualifications framework: `framework` is "SQCF", which is none of the values known here. Did you mean `SCQF`?',
      help: 'Write `SCQF`; known here are `SCQF`, `FHEQ`, `CQFW`, `RQF`, `EQF`, `QF-EHEA`, `NFQ`, `AQF` and `NZQCF`.',
    },
    {
      at: '9:11',
      marked: '"10"',
      message: '`credit.points` is the text "10", but a number belongs here.',
      help: 'Write 10 without quotes.',
    },
    {
      at: '15:5',
      marked: 'txt',
      message: '`outcomes[1].txt` is not a known field. Did you mean `text`?',
      help: 'Rename it to `text`.',
    },
    {
      at: '20:3',
      marked: 'nmae',
      message: '`awardingBody.nmae` is not a known field. Did you mean `name`?',
      help: 'Rename it to `name`.',
    },
  ]);
});
