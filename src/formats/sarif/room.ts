/** How much a result matters, from what matters most: `suppressed` ones were agreed, `settled` ones ask for nothing. */
export const resultRanks = ['error', 'warning', 'note', 'suppressed', 'undecided', 'settled'] as const;

export type ResultRank = (typeof resultRanks)[number];

/** GitHub refuses a run of more results. */
export const mostResults = 25_000;

/**
 * How many results of each rank are written, where there are too many for one run: the ones that matter most. Of what
 * failed, as many as there is room for; of what is undecided or settled, all or none, because a part of it would look
 * like the whole.
 */
export function roomFor(
  counts: Readonly<Record<ResultRank, number>>,
  most: number = mostResults,
): Readonly<Record<ResultRank, number>> {
  const room = { ...counts };
  let left = most;
  for (const rank of resultRanks) {
    if (counts[rank] > left) {
      const isDivisible = rank !== 'undecided' && rank !== 'settled';
      room[rank] = isDivisible ? left : 0;
      // What matters less may not stand where something that matters more was left out.
      left = 0;
    } else {
      left -= counts[rank];
    }
  }
  return room;
}

const rankWords: Record<ResultRank, string> = {
  error: 'errors',
  warning: 'warnings',
  note: 'notes',
  suppressed: 'suppressed findings',
  undecided: 'open questions',
  settled: 'that hold or do not apply',
};

/** What to say of results that there is no room for; undefined when all are written. */
export function leftOutText(
  counts: Readonly<Record<ResultRank, number>>,
  room: Readonly<Record<ResultRank, number>>,
): string | undefined {
  const parts = resultRanks
    .filter((rank) => room[rank] < counts[rank])
    .map((rank) => `${counts[rank] - room[rank]} ${rankWords[rank]}`);
  if (parts.length === 0) return undefined;
  const all = resultRanks.reduce((sum, rank) => sum + counts[rank], 0);
  return `There are ${all} results, and GitHub takes ${mostResults} from a run. Left out: ${parts.join(', ')}. The format json has them all.`;
}
