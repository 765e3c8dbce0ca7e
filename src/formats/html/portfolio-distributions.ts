import type { AwardFacts } from '../../descriptor/award-facts.ts';
import { compareText } from '../../descriptor/finding.ts';
import type { Report } from '../../report/report.ts';
import { levelText } from './portfolio-entries.ts';

/** How many descriptors there are of each kind. The counts add up to the number of descriptors. */
export interface Distribution {
  /** Letters and `-` only. */
  readonly id: string;
  readonly title: string;
  /** What the kinds are, as the head of a column. */
  readonly head: string;
  /** What has to be known to read the numbers, as one sentence. */
  readonly note?: string;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly label: string;
  readonly count: number;
  /** A kind of its own, several kinds put together, or those that state none. */
  readonly kind: 'value' | 'others' | 'not-stated';
}

/** The most kinds that are shown one by one. */
const mostKinds = 12;

/** How the awards of a report are distributed over levels, credit points, modes and providers. */
export function distributionsOf({ descriptors }: Report): Distribution[] {
  const awards = descriptors.map(({ award }) => award);
  return [
    {
      id: 'level',
      title: 'Level',
      head: 'Level',
      bars: namedBars(awards, levelText, byLevel(awards)),
    },
    { id: 'credit', title: 'Credit points', head: 'Points', ...schemesNote(awards), bars: pointBars(awards) },
    { id: 'mode', title: 'Mode of delivery', head: 'Mode', bars: namedBars(awards, ({ mode }) => mode) },
    {
      id: 'provider',
      title: 'Provider',
      head: 'Provider',
      bars: namedBars(awards, ({ provider }) => provider),
    },
  ];
}

type Compare = (left: Bar, right: Bar) => number;

/** By count, the most frequent first, then by name. */
const byCount: Compare = (left, right) => right.count - left.count || compareText(left.label, right.label);

function namedBars(
  awards: readonly AwardFacts[],
  labelOf: (award: AwardFacts) => string | undefined,
  order: Compare = byCount,
): Bar[] {
  const { counts, missing } = tally(awards.map(labelOf));
  const bars = [...counts].map(([label, count]): Bar => ({ label, count, kind: 'value' })).sort(byCount);
  const shown = bars.length > mostKinds ? bars.slice(0, mostKinds - 1) : bars;
  const rest = bars.slice(shown.length);
  const others: Bar = {
    label: `others (${rest.length} kinds)`,
    count: rest.reduce((sum, { count }) => sum + count, 0),
    kind: 'others',
  };
  return [...shown.sort(order), ...(rest.length === 0 ? [] : [others]), ...notStated(missing)];
}

function tally<T>(values: readonly (T | undefined)[]): { counts: Map<T, number>; missing: number } {
  const counts = new Map<T, number>();
  let missing = 0;
  for (const value of values) {
    if (value === undefined) missing += 1;
    else counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return { counts, missing };
}

function notStated(count: number): Bar[] {
  return count === 0 ? [] : [{ label: 'not stated', count, kind: 'not-stated' }];
}

/** By the framework, then by the number of the level; levels that are no number come after. */
function byLevel(awards: readonly AwardFacts[]): Compare {
  const keys = new Map<string, readonly [string, number]>();
  for (const award of awards) {
    const label = levelText(award);
    const number = Number(award.level);
    if (label !== undefined) keys.set(label, [award.framework ?? '', Number.isNaN(number) ? 1e9 : number]);
  }
  return (left, right) => {
    const [leftFramework, leftLevel] = keys.get(left.label) ?? ['', 0];
    const [rightFramework, rightLevel] = keys.get(right.label) ?? ['', 0];
    return (
      compareText(leftFramework, rightFramework) ||
      leftLevel - rightLevel ||
      compareText(left.label, right.label)
    );
  };
}

function schemesNote(awards: readonly AwardFacts[]): { note?: string } {
  const stated = awards.filter(({ creditPoints }) => creditPoints !== undefined);
  const { counts, missing } = tally(stated.map(({ creditScheme }) => creditScheme));
  if (counts.size + (missing > 0 ? 1 : 0) < 2) return {};
  const bars = [...counts].map(([label, count]): Bar => ({ label, count, kind: 'value' })).sort(byCount);
  const named = bars.slice(0, 6).map(({ label, count }) => `${label} (${count})`);
  const rest = bars.slice(6).reduce((sum, { count }) => sum + count, 0);
  const parts = [
    ...named,
    ...(rest > 0 ? [`others (${rest})`] : []),
    ...(missing > 0 ? [`not stated (${missing})`] : []),
  ];
  return { note: `Points as each descriptor counts them; the schemes are ${parts.join(', ')}.` };
}

/** Each number of points where they are few, else groups of equal width; numerically. */
function pointBars(awards: readonly AwardFacts[]): Bar[] {
  const { counts, missing } = tally(
    awards.map(({ creditPoints }) => (Number.isFinite(creditPoints) ? creditPoints : undefined)),
  );
  const values = [...counts].sort(([left], [right]) => left - right);
  const bars: Bar[] =
    values.length <= mostKinds
      ? values.map(([points, count]) => ({ label: String(points), count, kind: 'value' }))
      : groupedBars(values);
  return [...bars, ...notStated(missing)];
}

const mostGroups = 10;

/** Groups from nought up that hold nearly all; what is far above goes into one group at the end. */
function groupedBars(values: readonly (readonly [number, number])[]): Bar[] {
  const top = Math.max(1, values[Math.floor((values.length - 1) * 0.9)]?.[0] ?? 1);
  const width = niceWidth(top / (mostGroups - 1));
  const groups = new Array<number>(mostGroups + 1).fill(0);
  let below = 0;
  for (const [points, count] of values) {
    if (points < 0) below += count;
    else {
      const index = Math.min(mostGroups, Math.floor(points / width));
      groups[index] = (groups[index] ?? 0) + count;
    }
  }
  const first = groups.findIndex((count) => count > 0);
  const last = groups.findLastIndex((count) => count > 0);
  const bars = groups.map((count, index): Bar => {
    const from = index * width;
    const label = index === mostGroups ? `${from} and more` : `${from} to under ${from + width}`;
    return { label, count, kind: 'value' };
  });
  return [
    ...(below > 0 ? [{ label: 'under 0', count: below, kind: 'value' } as const] : []),
    ...(first === -1 ? [] : bars.slice(first, last + 1)),
  ];
}

/** The next width above that people count in: 1, 2, 5, 10, 20, 50 … */
function niceWidth(least: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(least)));
  return [1, 2, 5].map((step) => step * power).find((width) => width >= least) ?? 10 * power;
}
