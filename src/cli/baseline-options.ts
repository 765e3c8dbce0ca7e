import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { counted } from '../descriptor/shown-text.ts';
import type { BaselineChange, BaselineRequest } from '../workspace/baseline-run.ts';
import type { Problem } from '../workspace/problem.ts';
import type { Output } from './report-outputs.ts';

/** The options of `microcred check` that are about a baseline. */
export interface BaselineOptions {
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly pruneBaseline?: boolean;
  readonly newOnly?: boolean;
}

/** What the options ask to do with which baseline; undefined for none. */
export function baselineRequest(options: BaselineOptions): BaselineRequest | undefined {
  const { baseline, writeBaseline, pruneBaseline } = options;
  if (writeBaseline !== undefined) return { file: writeBaseline, use: 'write' };
  if (baseline === undefined) return undefined;
  return { file: baseline, use: pruneBaseline === true ? 'prune' : 'mark' };
}

/** What keeps the options from being carried out together. */
export function baselineProblem(
  options: BaselineOptions,
  outputs: readonly Output[],
  cwd: string,
): Problem | undefined {
  const { baseline, writeBaseline, pruneBaseline, newOnly } = options;
  if (writeBaseline !== undefined) {
    const other = [
      ...(baseline === undefined ? [] : ['--baseline']),
      ...(pruneBaseline === true ? ['--prune-baseline'] : []),
      ...(newOnly === true ? ['--new-only'] : []),
    ][0];
    if (other !== undefined) {
      const help = 'Write the baseline first, then use it; what stands in it already is kept.';
      return { message: `--write-baseline and ${other} cannot go together.`, help };
    }
  } else if (baseline === undefined && (pruneBaseline === true || newOnly === true)) {
    const message = `${newOnly === true ? '--new-only' : '--prune-baseline'} needs a baseline, but none is named.`;
    return { message, help: 'Add `--baseline <file>`.' };
  }
  return overwritingProblem(writeBaseline ?? baseline, outputs, cwd);
}

function overwritingProblem(
  baseline: string | undefined,
  outputs: readonly Output[],
  cwd: string,
): Problem | undefined {
  if (baseline === undefined) return undefined;
  const target = realPath(resolve(cwd, baseline));
  const danger = outputs.find(({ file }) => file !== undefined && realPath(resolve(cwd, file)) === target);
  if (danger === undefined) return undefined;
  return {
    message: `The report would overwrite \`${danger.file}\`, which is the baseline.`,
    help: 'Name another file for it.',
  };
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

/** What was done to a baseline, in sentences; nothing where nothing was done. */
export function changeSentence(change: BaselineChange): string {
  if (change.kind === 'refused') return '';
  const { kind, path, removed } = change;
  const taken = `${entries(removed)} for what is no longer there ${removed === 1 ? 'was' : 'were'} taken out`;
  if (kind === 'pruned') return removed === 0 ? '' : `${taken} of the baseline \`${path}\`.`;
  return [
    `The baseline \`${path}\` was written: ${entries(change.entries)}.`,
    ...(removed === 0 ? [] : [`${taken}.`]),
    ...(change.expired === 0
      ? []
      : [
          `${entries(change.expired)} ${change.expired === 1 ? 'has' : 'have'} expired, and the date was left as it is.`,
        ]),
    ...(change.left === 0
      ? []
      : [
          `${counted(change.left, 'finding')} ${change.left === 1 ? 'is' : 'are'} not in it, for no baseline can know them (see: explain baseline).`,
        ]),
  ].join(' ');
}

function entries(count: number): string {
  return `${count} ${count === 1 ? 'entry' : 'entries'}`;
}
