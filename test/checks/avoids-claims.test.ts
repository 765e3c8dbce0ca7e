import { describe, expect, it } from 'vitest';
import { avoidsClaims } from '../../src/checks/avoids-claims.ts';
import type { JsonObject } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = {
  fields: ['/text', '/more/*'],
  claims: ['equal to', 'same as a'],
  about: ['degree', 'level #'],
  within: 2,
  deniedBy: ['not', 'rather than'],
  notAfter: ['need*'],
  notAcross: ['hours'],
  notBefore: ['is required', 'not'],
  except: ['or equal to'],
};

function foundIn(text: string, changes: JsonObject = {}): unknown[] {
  const verdict = judge(avoidsClaims, { text }, { ...options, ...changes });
  return verdict.outcome === 'failed' ? verdict.faults.map(({ data }) => data?.['found']) : [];
}

describe('avoids-claims', () => {
  it.each<[string, string[]]>([
    ['It is equal to a degree.', ['equal to a degree']],
    ['It is Equal to\n  a Degree.', ['Equal to a Degree']],
    ['It is equal to level 7, and the same as a degree.', ['equal to level 7', 'same as a degree']],
    ['It is equal to a degree. Yes, equal to a degree.', ['equal to a degree']],
    ['It is equal to a whole degree.', ['equal to a whole degree']],
    ['It is equal to a whole good degree.', []],
    ['It is equal to ten hours. A degree takes longer.', []],
    ['It is equal to 10 hours level 7 work.', []],
    ['It is equal to\n\n- a degree', []],
    ['It is version 3.0 equal to a degree.', ['equal to a degree']],
    ['It is equal to nothing.', []],
    ['It is not equal to a degree.', []],
    ['It is comparable with rather than equal to a degree.', []],
    ['It is equal to, not above, degree.', []],
    ['It is not an exam but equal to a degree.', ['equal to a degree']],
    ['It is not long and is equal to a degree.', ['equal to a degree']],
    ['It is not here. It is equal to a degree.', ['equal to a degree']],
    ['It was not one of those things that anybody would ever call equal to a degree.', ['equal to a degree']],
    ['You need something equal to a degree.', []],
    ['A paper equal to a degree is required.', []],
    ['A paper equal to a degree, and an exam is required.', ['equal to a degree']],
    ['Equal to a degree it is not.', []],
    ['Equal to a degree, not to mention cheaper.', ['Equal to a degree']],
    ['Is it equal to a degree? It is the same as a degree.', ['same as a degree']],
    ['An HNC or equal to a degree.', []],
    ['', []],
  ])('%j', (text, found) => {
    expect(foundIn(text)).toEqual(found);
  });

  it('takes the phrase alone for the claim when it is about nothing', () => {
    const alone = { fields: ['/text'], claims: ['master of science', 'science'] };
    const verdict = judge(avoidsClaims, { text: 'Master of Science in Science' }, alone);
    expect(verdict).toEqual({
      outcome: 'failed',
      faults: [
        { at: '/text', data: { found: 'Master of Science', field: 'text' } },
        { at: '/text', data: { found: 'Science', field: 'text' } },
      ],
    });
  });

  it('tells a habit once for each field', () => {
    const target = { text: 'Equal to level 7, same as a degree', more: ['equal to level 8', 7, null] };
    expect(judge(avoidsClaims, target, { ...options, once: true })).toEqual({
      outcome: 'failed',
      faults: [
        { at: '/text', data: { found: 'Equal to level 7', field: 'text' } },
        { at: '/more/0', data: { found: 'equal to level 8', field: 'more[0]' } },
      ],
    });
  });

  it('reads the end of a long text as well', () => {
    const long = `${'equal to a thing and much more\n'.repeat(3000)} equal to a degree`;
    expect(foundIn(long)).toEqual(['equal to a degree']);
  });
});
