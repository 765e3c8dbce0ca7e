import { resolve } from 'node:path';
import { maxTextLength } from '../descriptor/limits.ts';
import { closestName } from '../descriptor/unknown-name.ts';
import { incidentText } from '../formats/incidents-text.ts';
import type { WriteOptions } from '../formats/report-format.ts';
import { scopeText } from '../formats/scope-text.ts';
import type { Report } from '../report/report.ts';
import { type CheckRequest, checkFiles } from '../workspace/check-files.ts';
import { isThere } from '../workspace/disk-trouble.ts';
import { nearestPath } from '../workspace/nearest-path.ts';
import { printedPath } from '../workspace/printed-path.ts';
import type { Problem } from '../workspace/problem.ts';
import {
  type BaselineOptions,
  baselineProblem,
  baselineRequest,
  changeSentence,
} from './baseline-options.ts';
import { endingOf, exitCodes, type FailOn } from './exit-code.ts';
import { type Io, readAtMost, widthOf, writePieces } from './io.ts';
import { addToJobSummary } from './job-summary-file.ts';
import { reportProblems } from './problems.ts';
import { evidenceFor, type Output, overwritingProblem, readOutputs, writeToDisk } from './report-outputs.ts';
import { makeStyle, plainStyle, usesColour } from './style.ts';
import { today } from './today.ts';

/** The options of `microcred check` as the command line gives them. */
export interface CheckOptions extends BaselineOptions {
  readonly format?: readonly string[];
  readonly framework?: readonly string[];
  readonly rules?: readonly string[];
  readonly clauses?: string;
  readonly date?: string;
  readonly failOn?: FailOn;
  readonly maxWarnings?: number;
  readonly minScore?: number;
  readonly requireReview?: boolean;
  readonly waivers?: string;
  readonly since?: string;
  readonly changed?: boolean;
  readonly staged?: boolean;
  readonly allowEmpty?: boolean;
  readonly stdinFilename?: string;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
}

/**
 * Runs `microcred check`: the report goes to stdout or to files, everything else to stderr. Returns the exit code.
 *
 * @param commands the commands that may have been meant when `check` was not written
 */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  io: Io,
  commands: readonly string[] = [],
): Promise<number> {
  const cwd = io.cwd();
  const mistaken = commandProblem(paths[0] ?? '', commands, cwd);
  if (mistaken !== undefined) return reportProblems([mistaken], io);
  const read = await readOutputs(options.format ?? [], cwd, io.env);
  if ('problems' in read) return reportProblems(read.problems, io);
  const clash = baselineProblem(options, read.outputs, cwd);
  if (clash !== undefined) return reportProblems([clash], io);
  const baseline = baselineRequest(options);
  const outcome = await checkFiles({
    cwd,
    paths,
    frameworks: options.framework ?? ['scotland'],
    rulesFolders: options.rules ?? [],
    date: options.date ?? today(),
    allowEmpty: options.allowEmpty === true,
    evidence: evidenceFor(read.outputs),
    // One byte more than is read shows that there is too much.
    readStdin: () => readAtMost(io.stdin, maxTextLength + 1),
    ...(options.clauses === undefined ? {} : { clausesFile: options.clauses }),
    ...(options.waivers === undefined ? {} : { waiversFile: options.waivers }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(options.stdinFilename === undefined ? {} : { stdinFilename: options.stdinFilename }),
    ...changesOf(options),
  });
  if (outcome.kind === 'invalid-request') return reportProblems(outcome.problems, io);
  const { report, checked } = outcome;
  const { waivers, clauses, rules = [] } = options;
  const inputs = { files: [waivers, clauses].filter((file) => file !== undefined), folders: rules };
  const overwriting = overwritingProblem(read.outputs, report, checked, inputs, forFile(options), cwd);
  if (overwriting !== undefined) return reportProblems([overwriting], io);
  const change = outcome.changeBaseline();
  if (change?.kind === 'refused') return reportProblems(change.problems, io);
  const problem = await writeReport(report, read.outputs, options, io);
  if (problem !== undefined) return reportProblems([problem], io);
  const changed = change === undefined ? '' : changeSentence(change);
  if (changed !== '') io.stderr.write(`microcred: ${changed}\n`);
  return change?.kind === 'written' ? exitCodes.withinGate : sayEnding(report, options, io);
}

/** What the report is to be restricted to; commander sees to it that only one is asked for. */
function changesOf({ since, changed, staged }: CheckOptions): Pick<CheckRequest, 'changes'> {
  if (since !== undefined) return { changes: { kind: 'since', ref: since } };
  if (changed === true) return { changes: { kind: 'changed' } };
  return staged === true ? { changes: { kind: 'staged' } } : {};
}

/** What to say when a bare call begins with something that is no path, but nearly a command. */
function commandProblem(first: string, commands: readonly string[], cwd: string): Problem | undefined {
  const path = resolve(cwd, first);
  if (commands.length === 0 || !/^[a-z]+$/i.test(first) || isThere(path)) return undefined;
  const meant = closestName(first, commands);
  if (meant === undefined) return undefined;
  const message = `There is no file, folder or command \`${first}\`.`;
  if (commands.includes(first)) {
    const help = `A command comes before its options: \`microcred ${first} …\`.`;
    return { message: `There is no file or folder \`${first}\`.`, help };
  }
  const nearest = nearestPath(path);
  const orPath = nearest === undefined ? '' : `, or the path \`${printedPath(nearest, cwd)}\``;
  return { message, help: `Did you mean the command \`${meant}\`${orPath}?` };
}

/** Writes to the files first, so that nothing is on stdout when one of them cannot be written. */
async function writeReport(
  report: Report,
  outputs: readonly Output[],
  options: CheckOptions,
  io: Io,
): Promise<Problem | undefined> {
  const cwd = io.cwd();
  for (const output of outputs) {
    if (output.file === undefined) continue;
    const problem = writeToDisk(output, report, forFile(options), cwd);
    if (problem !== undefined) return problem;
  }
  for (const { format, file } of outputs) {
    if (file !== undefined) continue;
    await writePieces(io.stdout, format.write(report, await forStdout(options, io)));
  }
  if (outputs.some(({ name }) => name === 'github')) await addToJobSummary(report, forFile(options), io);
  return undefined;
}

function sayEnding(report: Report, options: CheckOptions, io: Io): number {
  const { failOn = 'must', maxWarnings, minScore, requireReview = false, newOnly = false } = options;
  reportProblems(
    report.incidents.map((incident) => ({ message: incidentText(incident) })),
    io,
  );
  if (report.scope?.widenedBy !== undefined) io.stderr.write(`microcred: ${scopeText(report.scope)}\n`);
  const ending = endingOf(report, { failOn, maxWarnings, minScore, requireReview, isNewOnly: newOnly });
  // Where nothing is reported, that nothing failed says nothing, whatever the format shows of it.
  const isEmpty = report.descriptors.length === 0;
  if (isEmpty || ending.code !== exitCodes.withinGate) io.stderr.write(`microcred: ${ending.reason}\n`);
  return ending.code;
}

async function forStdout(
  { quiet, verbose, color }: CheckOptions,
  { stdout, env }: Io,
): Promise<WriteOptions> {
  const hasColour = usesColour({ flag: color, env, isTerminal: stdout.isTTY === true });
  return {
    style: await makeStyle(hasColour),
    width: widthOf(stdout, env),
    isQuiet: quiet === true,
    isVerbose: verbose === true,
  };
}

function forFile({ quiet, verbose }: CheckOptions): WriteOptions {
  return { style: plainStyle, width: 80, isQuiet: quiet === true, isVerbose: verbose === true };
}
