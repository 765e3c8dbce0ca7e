import { browserProgram, noBrowserText } from './browser-program.ts';

/** Says after everything else, where nobody can overlook it, that the pages were not looked at in a browser. */
export function teardown(): void {
  if (browserProgram() !== undefined) return;
  const line = '='.repeat(100);
  process.stderr.write(
    `\n${line}\nTHE BROWSER TESTS DID NOT RUN: nobody knows whether the HTML report works.\n${noBrowserText()}\n${line}\n\n`,
  );
}
