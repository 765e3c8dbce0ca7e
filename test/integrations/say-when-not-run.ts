import { noPreCommitText, preCommitProgram } from './pre-commit-program.ts';

/** Says after everything else, where nobody can overlook it, that the hooks were not run. */
export function teardown(): void {
  if (preCommitProgram() !== undefined) return;
  const line = '='.repeat(100);
  process.stderr.write(
    `\n${line}\nTHE PRE-COMMIT TESTS DID NOT RUN: nobody knows whether the hooks work.\n${noPreCommitText}\n${line}\n\n`,
  );
}
