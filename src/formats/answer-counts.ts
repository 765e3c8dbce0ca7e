import type { Answer } from '../report/answer.ts';
import { answerWords } from './words.ts';

/** How many answers came out which way, e.g. `12 met, 2 does not apply`; what nobody answered is left out. */
export function answerCounts(answers: readonly Answer[]): string {
  const counts = Object.entries(answerWords).flatMap(([outcome, words]) => {
    const count = answers.filter((answer) => answer.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return counts.join(', ');
}

/** The days on which answers were given: `2026-10-01`, or `2026-10-01 to 2026-10-08`. */
export function answerDates(answers: readonly Answer[]): string {
  const [first = '', ...rest] = [...new Set(answers.map(({ date }) => date))].sort();
  const last = rest.at(-1);
  return last === undefined ? first : `${first} to ${last}`;
}
