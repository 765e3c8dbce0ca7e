import { expect, it } from 'vitest';
import { mentionsTopics } from '../../src/checks/mentions-topics.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = {
  fields: ['/title', '/summary'],
  at: '/summary',
  topics: [
    { topic: 'size', phrases: [[{ phrase: '# credits' }], [{ phrase: '# hours' }]] },
    { topic: 'level', phrases: [[{ phrase: 'level #' }]], fields: ['/levels/*'] },
  ],
};

it.each<[string, Json, string[]]>([
  ['both in one text', { summary: '10 credits at level 8' }, []],
  ['both in two texts', { title: 'Data (level 8)', summary: '100 hours' }, []],
  ['a field about it', { summary: '10 credits', levels: ['eight'] }, []],
  ['a placeholder in that field', { summary: '10 credits', levels: ['TBC'] }, ['level']],
  ['one', { summary: 'ten credits' }, ['level']],
  ['none', { summary: 'credits and levels' }, ['size', 'level']],
  ['a text of another type', { title: ['level 8'], summary: '10 credits' }, ['level']],
  ['no text', {}, ['size', 'level']],
])('mentions-topics: %s', (_name, target, topics) => {
  const failed = { outcome: 'failed', faults: [{ at: '/summary', data: { topics } }] };
  expect(judge(mentionsTopics, target, options)).toEqual(
    topics.length === 0 ? { outcome: 'passed' } : failed,
  );
});
