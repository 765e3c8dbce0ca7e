import { expect, it } from 'vitest';
import { findPhrases } from '../../src/checks/phrases.ts';

it.each<[string, string, string[]]>([
  ['a … b', 'a b', ['a b']],
  ['a … b', 'a 1 2 3 b', ['a 1 2 3 b']],
  ['a … b', 'a 1 2 3 4 b', []],
  ['a … b', 'a 1. b', []],
  ['a … b', 'a 1, b', []],
  ['a … … b', 'a 1 2 3 4 5 6 b', ['a 1 2 3 4 5 6 b']],
  ['a … b', 'a\n1 b', ['a\n1 b']],
  ['a b|c', 'a b, a c, a d', ['a b', 'a c']],
  ['a* b|c*', 'as b; a cs; a bs', ['as b', 'a cs']],
  ['a|b c', 'a c b c ab c', ['a c', 'b c']],
])('finds "%s" in "%s"', (phrase, text, found) => {
  expect(findPhrases(text, [{ phrase }]).map((match) => match.found)).toEqual(found);
});
