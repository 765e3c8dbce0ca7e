import { expect, it } from 'vitest';
import { saysByWhom } from '../../src/checks/says-by-whom.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = {
  fields: ['/text'],
  claims: {
    words: ['accredited', 'recognised'],
    nouns: ['course', 'award'],
    qualifiers: ['fully', 'widely'],
    followers: ['by', 'and', 'across'],
    verbs: ['is', 'are', 'been'],
    subjects: ['it'],
  },
  except: ['widely recognised across the literature'],
  notAfter: ['prepar*'],
  nobody: ['UK'],
};

it.each<[Json, string | undefined]>([
  ['An accredited course', 'accredited course'],
  ['An accredited\ncourse', 'accredited course'],
  ['Fully accredited courses', 'Fully accredited'],
  ['Other accredited courses', undefined],
  ['Widely recognised.', 'Widely recognised'],
  ['Widely recognised across Europe', 'Widely recognised'],
  ['Widely recognised methods', undefined],
  ['Widely recognised across the literature', undefined],
  ['The award is recognised', 'is recognised'],
  ['It has been accredited and praised', 'been accredited'],
  ['Learning is recognised', undefined],
  ['The award is short, and learning is recognised', undefined],
  ['It is recognised as useful', undefined],
  // Somebody answers for it.
  ['An accredited course by SQA', undefined],
  ['It is recognised by employers', undefined],
  ['It is fully accredited through the Example Board', undefined],
  ['An accredited award (SQA)', undefined],
  ['An accredited award from the Institute of X', undefined],
  ['An SQA-accredited course; City & Guilds accredited course', undefined],
  ['An SQA accredited course', undefined],
  // A time or a way, an acronym that is no body, a first word and an adverb are not somebody.
  ['It is fully accredited by 2027', 'fully accredited'],
  ['It is fully accredited by the end of May', 'fully accredited'],
  ['It is fully accredited by passing a test', 'fully accredited'],
  ['A UK recognised course', 'recognised course'],
  ['One recognised course', 'recognised course'],
  ['A Newly Recognised Course', 'Recognised Course'],
  // Denials, and claims about something else.
  ['The course is not accredited', undefined],
  ['Not yet a fully accredited course', undefined],
  ['A non-accredited course', undefined],
  ['It isn’t an accredited course', undefined],
  ['Not long, but an accredited course', 'accredited course'],
  ['It is not long. It is an accredited course', 'accredited course'],
  ['It prepares you for an accredited award', undefined],
  [5, undefined],
])('says-by-whom: %j', (text, found) => {
  const verdict = judge(saysByWhom, { text }, options);
  const failed = { outcome: 'failed', faults: [{ at: '/text', data: { found, field: 'text' } }] };
  expect(verdict).toEqual(found === undefined ? { outcome: 'passed' } : failed);
});
