import { describe, expect, it } from 'vitest';
import { avoidsPromises } from '../../src/checks/avoids-promises.ts';
import { judge } from './judge.ts';

const options = {
  fields: ['/text', '/list/*'],
  promises: [
    { phrases: ['guarantee* … transfer*', 'will transfer'], about: ['credit*'] },
    { phrases: ['accepted by any|every … universit*'] },
  ],
  unless: [['not', 'no', "isn't"], ['may']],
  idioms: ['no matter'],
  except: ['guarantee* … place', 'transferable skill*'],
};

describe('avoids-promises', () => {
  it.each<[string, string[]]>([
    ['We guarantee that credit will transfer.', ['guarantee that credit will transfer']],
    ['We guarantee a smooth transfer to work.', []],
    ['It is accepted by every other Scottish university.', ['accepted by every other Scottish university']],
    ['It is not accepted by any university.', []],
    ['It isn’t accepted by any university.', []],
    ['It may be accepted by any university.', []],
    ['Is it accepted by any university?', []],
    [
      'It is accepted by any university, no matter which.',
      ['accepted by any … university'.replace(' …', '')],
    ],
    ['It is accepted by any university. It is not cheap.', ['accepted by any university']],
    ['A guaranteed place with credit that will transfer.', ['will transfer']],
    ['Gain credit and guaranteed transferable skills.', []],
    ['Credit is guaranteed, and so is transfer.', []],
    ['Credit will transfer. Credit will transfer.', ['will transfer']],
    [
      'Credit will transfer. It is accepted by any\n university.',
      ['will transfer', 'accepted by any university'],
    ],
    ['', []],
  ])('%s', (text, found) => {
    const verdict = judge(avoidsPromises, { text, list: [text, 7] }, options);
    const told =
      verdict.outcome === 'failed' ? verdict.faults.map(({ at, data }) => [at, data?.['found']]) : [];
    expect(told).toEqual(['/text', '/list/0'].flatMap((at) => found.map((words) => [at, words])));
  });

  it('takes no longer for long texts than it has to', () => {
    const start = performance.now();
    judge(avoidsPromises, { text: 'guarantee credit '.repeat(20_000) }, options);
    judge(avoidsPromises, { text: `credit guarantee ${'x'.repeat(200_000)}` }, options);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
