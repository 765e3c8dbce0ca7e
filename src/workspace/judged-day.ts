import { dayIn } from '../checks/dates.ts';
import type { Problem } from './problem.ts';

/** Why a run cannot judge for a day: rules that compare days would be silently wrong about one that is none. */
export function dayProblems(day: string): Problem[] {
  if (dayIn(day) !== undefined) return [];
  return [
    {
      message: 'The day to judge for is no day of the calendar.',
      help: 'Give it as YYYY-MM-DD, such as 2026-09-01.',
    },
  ];
}
