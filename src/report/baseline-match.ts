import type { Framework } from '../conformance/framework.ts';
import {
  type BaselineEntry,
  baselineId,
  coversParts,
  type Knowable,
  knowablesOf,
  type RuledDescriptor,
  requirementRule,
  troubleFingerprint,
} from './baseline-entry.ts';

/** What a run knows beside its descriptors, so that entries of other files are left alone. */
export interface CheckedFiles {
  /** The files that were looked at, as reports name them. */
  readonly checked: ReadonlySet<string>;
  /** Files that entries name and that are no longer on the disk. */
  readonly gone: ReadonlySet<string>;
}

/**
 * What became of an entry: what it is for is still there; it is, but the entry has expired; it has grown beyond what the
 * entry knows, and so is new; it is there no longer; or this run cannot tell, because it has not looked at the file, not run the rule, or the rule could not decide.
 */
export type EntryState = 'known' | 'expired' | 'outgrown' | 'stale' | 'unseen';

export interface BaselineMatch {
  /** One for each entry, in their order. */
  readonly states: readonly EntryState[];
  /** What each descriptor has for a baseline to know, in the order of the descriptors. */
  readonly knowables: readonly (readonly Knowable[])[];
  /** The entries, by what they match. */
  readonly entries: ReadonlyMap<Knowable, BaselineEntry>;
  /** The entries of what has grown beyond them. */
  readonly outgrown: ReadonlyMap<Knowable, BaselineEntry>;
  /** For each descriptor the rules of entries in force that can be neither found nor said to be mended. */
  readonly openRules: readonly ReadonlySet<string>[];
}

/**
 * Finds what each entry of a baseline is for. It is looked for in its file, among the awards of its id; an award that is
 * no longer in this file, wherever it is now; and last in an award of the file that has got another id. An entry is for
 * one finding at most, so that a copy of something known is new.
 *
 * @param date the day judged for, as YYYY-MM-DD
 */
export function matchBaseline(
  descriptors: readonly RuledDescriptor[],
  frameworks: readonly Framework[],
  entries: readonly BaselineEntry[],
  files: CheckedFiles,
  date: string,
): BaselineMatch {
  const candidates = descriptors.map((descriptor, index) => candidateOf(descriptor, index, frameworks));
  const targets = entries.map(searchFor(candidates, entries, files));
  const judged = judgedIn(descriptors, frameworks, entries);
  const matched = new Map<Knowable, BaselineEntry>();
  const outgrown = new Map<Knowable, BaselineEntry>();
  const openRules = descriptors.map(() => new Set<string>());
  const stateOf = (entry: BaselineEntry, target: Target): EntryState => {
    const isExpired = entry.expires !== undefined && entry.expires < date;
    const found = takeFrom(target.candidates, entry);
    if (found === undefined) {
      if (isStale(entry, target, judged)) return 'stale';
      if (!isExpired) for (const { index } of target.candidates) openRules[index]?.add(entry.rule);
      return 'unseen';
    }
    const isCovered = coversParts(entry, found);
    (isCovered ? matched : outgrown).set(found, entry);
    if (!isCovered) return 'outgrown';
    return isExpired ? 'expired' : 'known';
  };
  const states = entries.map((): EntryState => 'unseen');
  const inOrder = [...targets.entries()].sort(([, left], [, right]) => left.rank - right.rank);
  for (const [index, target] of inOrder) {
    const entry = entries[index];
    if (entry !== undefined) states[index] = stateOf(entry, target);
  }
  return {
    states,
    knowables: candidates.map(({ knowables }) => knowables),
    entries: matched,
    outgrown,
    openRules,
  };
}

/** A descriptor that entries may be for, with what of it no entry has taken yet. */
interface Candidate {
  readonly index: number;
  readonly descriptor: RuledDescriptor;
  readonly id: string | undefined;
  readonly knowables: readonly Knowable[];
  readonly left: Map<string, Knowable[]>;
}

interface Target {
  /** The lower, the surer. */
  readonly rank: number;
  readonly candidates: readonly Candidate[];
  /** Whether something that is not there can be said to be mended, as far as the files go. */
  readonly isLookedAt: boolean;
}

function candidateOf(
  descriptor: RuledDescriptor,
  index: number,
  frameworks: readonly Framework[],
): Candidate {
  const knowables = knowablesOf(descriptor, frameworks);
  const left = groupedBy(knowables, keyOf);
  return { index, descriptor, id: baselineId(descriptor.report), knowables, left };
}

function keyOf({ rule, fingerprint }: Pick<Knowable, 'rule' | 'fingerprint'>): string {
  return `${fingerprint} ${rule}`;
}

function groupedBy<T, K>(things: readonly T[], key: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const group = groups.get(key(thing));
    if (group === undefined) groups.set(key(thing), [thing]);
    else group.push(thing);
  }
  return groups;
}

/** What an entry is for, which no other entry gets any more: first of all something that it knows wholly. */
function takeFrom(candidates: readonly Candidate[], entry: BaselineEntry): Knowable | undefined {
  const key = keyOf(entry);
  const lists = candidates.flatMap(({ left }) => left.get(key) ?? []);
  const found = lists.find((knowable) => coversParts(entry, knowable)) ?? lists[0];
  for (const { left } of candidates) {
    const list = left.get(key);
    const at = found === undefined ? -1 : (list?.indexOf(found) ?? -1);
    if (at >= 0) list?.splice(at, 1);
  }
  return found;
}

/** Gives the descriptors in which an entry is to be looked for. */
function searchFor(
  candidates: readonly Candidate[],
  entries: readonly BaselineEntry[],
  { checked, gone }: CheckedFiles,
): (entry: BaselineEntry) => Target {
  const byPath = groupedBy(candidates, ({ descriptor }) => descriptor.report.path);
  const byId = groupedBy(candidates, ({ id }) => id);
  const idsAt = new Map(
    [...groupedBy(entries, ({ path }) => path)].map(([path, some]) => [
      path,
      new Set(some.map(({ id }) => id)),
    ]),
  );
  return ({ path, id }) => {
    const here = byPath.get(path) ?? [];
    const same = here.filter((one) => one.id === id && one.descriptor.report.status === 'checked');
    if (same.length > 0) return { rank: 0, candidates: same, isLookedAt: true };
    // The award may be in what cannot be read.
    const isUnreadable = here.some(({ descriptor }) => descriptor.report.status !== 'checked');
    const isLookedAt = !isUnreadable && (checked.has(path) || gone.has(path));
    if (!isLookedAt) return { rank: 3, candidates: [], isLookedAt };
    const elsewhere = id === undefined ? [] : (byId.get(id) ?? []);
    if (elsewhere.length > 0) return { rank: 1, candidates: elsewhere, isLookedAt };
    const renamed = here.filter((one) => idsAt.get(path)?.has(one.id) !== true);
    return { rank: 2, candidates: renamed, isLookedAt };
  };
}

/** What a run judges by. */
interface Judged {
  readonly rules: ReadonlySet<string>;
  /** The fingerprints that troubles of its requirements would have. */
  readonly troubles: ReadonlySet<string>;
}

function judgedIn(
  [first]: readonly RuledDescriptor[],
  frameworks: readonly Framework[],
  entries: readonly BaselineEntry[],
): Judged {
  // Every descriptor is judged by the same rules.
  const rules = new Set(first?.rules.map(({ rule }) => rule));
  if (!entries.some(({ rule }) => rule === requirementRule)) return { rules, troubles: new Set() };
  const ids = frameworks.flatMap(({ requirements }) => requirements.map(({ id }) => id));
  const troubles = ids.flatMap((id) => [
    troubleFingerprint(id, 'undecided'),
    troubleFingerprint(id, 'not-met'),
  ]);
  return { rules, troubles: new Set(troubles) };
}

/** Whether what an entry is for is certain not to be there any more. */
function isStale({ rule, fingerprint }: BaselineEntry, target: Target, judged: Judged): boolean {
  if (!target.isLookedAt) return false;
  if (rule === requirementRule) return judged.troubles.has(fingerprint);
  if (rule === 'schema') return true;
  if (!judged.rules.has(rule)) return false;
  return target.candidates.every(({ descriptor }) => {
    const result = descriptor.rules.find((one) => one.rule === rule);
    return result !== undefined && (result.outcome !== 'cantTell' || result.findings.length > 0);
  });
}
