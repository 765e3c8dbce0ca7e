import { visibleText } from '../formats/visible-text.ts';
import type { Problem } from '../workspace/problem.ts';
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
