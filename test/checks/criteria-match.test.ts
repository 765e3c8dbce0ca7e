import { describe, expect, it } from 'vitest';
import { criteriaMatch } from '../../src/checks/criteria-match.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = {
  ids: '/badge/outcomes',
  of: '/outcomes',
  text: '/badge/criteria',
  achievement: ['pass', 'assess*'],
  presence: ['attend*'],
  deniedBy: ['not', 'alone'],
};
const outcomes = [{ id: 'LO1' }, { id: 'LO2' }];

describe('criteria-match', () => {
  it.each<[string, Json, string]>([
    ['the same list in another order', { outcomes, badge: { outcomes: ['LO2', 'LO1'] } }, 'passed'],
    ['a shorter list', { outcomes, badge: { outcomes: ['LO1'] } }, 'LO2'],
    ['a longer list', { outcomes, badge: { outcomes: ['LO1', 'LO2', 'LO3'] } }, 'LO3'],
    ['another list', { outcomes, badge: { outcomes: ['lo1', 'LO2'] } }, 'LO1,lo1'],
    ['a list twice', { outcomes, badge: { outcomes: ['LO1', 'LO1', 'LO2'] } }, 'passed'],
    [
      'outcomes without identifiers',
      { outcomes: [{ id: 'LO1' }, {}], badge: { outcomes: ['LO1'] } },
      'cantTell',
    ],
    ['outcomes of another form', { outcomes: 'many', badge: { outcomes: ['LO1'] } }, 'LO1'],
    ['words of achievement', { outcomes, badge: { criteria: 'Pass the report.' } }, 'passed'],
    ['words of both', { outcomes, badge: { criteria: 'Attend, and pass the report.' } }, 'passed'],
    ['words of presence', { outcomes, badge: { criteria: 'Attend every day.' } }, 'Attend'],
    [
      'words of presence denied',
      { outcomes, badge: { criteria: 'Attendance is not what earns it.' } },
      'cantTell',
    ],
    ['other words', { outcomes, badge: { criteria: 'Holders can analyse data.' } }, 'cantTell'],
    [
      'the list and words of presence',
      { outcomes, badge: { outcomes: ['LO1', 'LO2'], criteria: 'Attend.' } },
      'Attend',
    ],
    [
      'the list and other words',
      { outcomes, badge: { outcomes: ['LO1', 'LO2'], criteria: 'Analyse.' } },
      'passed',
    ],
    ['an empty list and no words', { outcomes, badge: { outcomes: [], criteria: ' ' } }, 'missing'],
    ['nothing', { outcomes, badge: {} }, 'missing'],
    ['no badge', { outcomes }, 'missing'],
    ['a placeholder', { outcomes, badge: { criteria: 'TBC' } }, 'cantTell'],
  ])('%s', (_name, target, expected) => {
    const verdict = judge(criteriaMatch, target, options);
    const said = verdict.outcome === 'failed' ? String(verdict.faults[0].data?.['value']) : verdict.outcome;
    expect(said).toBe(expected);
  });
});
