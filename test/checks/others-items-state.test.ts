import { describe, expect, it } from 'vitest';
import { othersItemsState } from '../../src/checks/others-items-state.ts';
import type { Json } from '../../src/descriptor/json-pointer.ts';
import { judge } from './judge.ts';

const options = { items: '/items/*', owner: '/by', self: '/me/name', where: ['/points'], field: '/paper' };
const me = { name: 'The Example College' };

describe('others-items-state', () => {
  it.each<[string, Json, string]>([
    ["somebody else's with the field", { me, items: [{ by: 'B', points: 1, paper: 'x' }] }, 'passed'],
    ["somebody else's without it", { me, items: [{ by: 'B', points: 0 }] }, 'failed'],
    ['an empty field', { me, items: [{ by: 'B', points: 1, paper: ' ' }] }, 'failed'],
    ['a placeholder', { me, items: [{ by: 'B', points: 1, paper: 'tbc' }] }, 'cantTell'],
    ['my own by name', { me, items: [{ by: 'example  college', points: 1 }] }, 'passed'],
    ['nobody is named', { me, items: [{ points: 1 }, { by: ' ', points: 1 }] }, 'passed'],
    ['I am not named', { items: [{ by: 'B', points: 1 }] }, 'failed'],
    ['not what it is about', { me, items: [{ by: 'B' }] }, 'passed'],
    ['another form', { me, items: [7, null, { by: 7, points: 1 }] }, 'passed'],
  ])('%s', (_name, target, outcome) => {
    expect(judge(othersItemsState, target, options).outcome).toBe(outcome);
  });
});
