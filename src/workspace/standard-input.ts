import type { FoundFile } from './find-descriptors.ts';
import type { Problem } from './problem.ts';

/** What reports call the standard input when it was given no name. */
export const defaultStdinName = '<stdin>';

/** Whether what is to be checked is the standard input, rather than a file that happens to be called `-`. */
export function isStdin({ file }: FoundFile): boolean {
  return file === '-';
}

/** Why the standard input cannot be told apart from the files in a report, or has a name but no part in the run. */
export function stdinProblems(files: readonly FoundFile[], name: string | undefined): Problem[] {
  if (name === '') {
    return [
      { message: 'The name of the standard input is empty.', help: 'Write a name after --stdin-filename.' },
    ];
  }
  if (!files.some(isStdin)) {
    const message = 'The standard input was given a name, but it is not among what is to be checked.';
    return name === undefined
      ? []
      : [{ message, help: 'Add `-` to the paths, or leave out --stdin-filename.' }];
  }
  const shown = name ?? defaultStdinName;
  if (!files.some((file) => !isStdin(file) && file.path === shown)) return [];
  const message = `The standard input has the name of a file that is checked as well: \`${shown}\`.`;
  return [{ message, help: 'Give it another name with --stdin-filename.' }];
}
