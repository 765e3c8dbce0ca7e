import { expect, it } from 'vitest';
import { formatFor } from '../../src/formats/automatic-format.ts';

it.each([
  ['github', { GITHUB_ACTIONS: 'true', GITHUB_WORKFLOW: 'Check' }],
  ['github', { GITHUB_ACTIONS: 'true', GITHUB_WORKFLOW: 'Check', CI: 'true', TERM: 'dumb' }],
  ['text', { GITHUB_ACTIONS: 'true' }],
  ['text', { GITHUB_ACTIONS: 'true', GITHUB_WORKFLOW: '' }],
  ['text', { GITHUB_WORKFLOW: 'Check' }],
  ['text', { GITHUB_ACTIONS: 'false', GITHUB_WORKFLOW: 'Check' }],
  ['text', { GITHUB_ACTIONS: '1', GITHUB_WORKFLOW: 'Check' }],
  ['text', { GITLAB_CI: 'true', CI: 'true' }],
  ['text', { TF_BUILD: 'True' }],
  ['text', { CI: 'true' }],
  ['text', { GITHUB_ACTIONS: undefined, GITHUB_WORKFLOW: undefined }],
  ['text', {}],
])('chooses %s where the environment is %j', (expected, env) => {
  expect(formatFor(env)).toBe(expected);
});
