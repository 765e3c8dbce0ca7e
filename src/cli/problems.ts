import { visibleText } from '../formats/visible-text.ts';
import type { Problem } from '../workspace/problem.ts';
import { toolVersion } from '../workspace/tool-version.ts';
import { exitCodes } from './exit-code.ts';
import type { Io } from './io.ts';

/** Tells what keeps a request from being carried out, one problem a paragraph, and gives the exit code. */
export function reportProblems(problems: readonly Problem[], io: Io): number {
  for (const { message, help, place } of problems) {
    const where = place === undefined ? '' : `${visibleText(place.path)}:${place.line}:${place.column}: `;
    io.stderr.write(`microcred: ${where}${visibleText(message)}\n`);
    if (help !== undefined) io.stderr.write(`  ${visibleText(help)}\n`);
  }
  return exitCodes.couldNotJudge;
}

/** Tells of an error that nobody expected: a bug of ours, for nothing about the user's files may throw. */
export function reportBug(error: unknown, io: Io): number {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = trace.split('\n').map(visibleText);
  io.stderr.write(
    `microcred ${toolVersion} went wrong. This is a bug; please report it with the lines below.\n${lines.join('\n')}\n`,
  );
  return exitCodes.incomplete;
}
