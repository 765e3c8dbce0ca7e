import { describe, expect, it } from 'vitest';
import { avoidsLaterVerbs } from '../../src/checks/avoids-later-verbs.ts';
import { judge } from './judge.ts';

const options = {
  field: '/texts/*',
  listed: [{ phrase: 'understand', instead: 'explain' }, { phrase: 'be … aware of' }],
  stems: ['be able to'],
  verbs: { unmistakable: ['describe', 'collect', 'explain', 'understand'], ambiguous: ['use'] },
};

describe('avoids-later-verbs', () => {
  it.each([
    ['Describe it and understand it', 'understand'],
    ['Describe it, understand it', 'understand'],
    ['Describe it and then fully understand it', 'understand'],
    ['Describe it & understand it', 'understand'],
    ['Describe it. Understand it', 'Understand'],
    ['Be able to describe it, and to be well aware of it', 'be well aware of'],
    ['Explain how it works; understand why', 'understand'],
    ['Explain it to the public and understand it', 'understand'],
  ])('finds the verb that is joined in "%s"', (text, found) => {
    const verdict = judge(avoidsLaterVerbs, { texts: [text] }, options);
    const instead = found.startsWith('be') ? '' : 'explain';
    expect(verdict).toEqual({ outcome: 'failed', faults: [{ at: '/texts/0', data: { found, instead } }] });
  });

  it.each([
    'Describe it and explain it',
    'Explain how children hear and understand',
    'Explain what they can do and understand',
    'Use it to collect and understand data',
    'Describe it or understand it',
    'Describe knowledge and understanding',
  ])('lets "%s" pass', (text) => {
    expect(judge(avoidsLaterVerbs, { texts: [text] }, options).outcome).toBe('passed');
  });

  it.each(['Understand it and understand more', 'Knowledge, and understand it', 'TBC'])(
    'cannot tell of "%s"',
    (text) => {
      expect(judge(avoidsLaterVerbs, { texts: [text] }, options).outcome).toBe('cantTell');
    },
  );
});
