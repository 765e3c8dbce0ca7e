import type { Problem } from './problem.ts';

/** Why git cannot tell what was asked; thrown, because any of a row of questions may end like this. */
export class GitTrouble extends Error {
  override readonly name = 'GitTrouble';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Goes by the name: the bundle has the class once for each part that is loaded on demand. */
export function isGitTrouble(error: unknown): error is GitTrouble {
  return error instanceof Error && error.name === 'GitTrouble';
}
