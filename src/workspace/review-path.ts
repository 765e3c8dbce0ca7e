const ending = '.review.yaml';

/** The path of the review file that belongs to a descriptor's file: `courses/data.yaml` has `courses/data.review.yaml`. */
export function reviewPathOf(path: string): string {
  return path.replace(/(?:\.(?:yaml|yml|json))?$/i, ending);
}

/** Whether a path is that of a review file by its name. */
export function isReviewPath(path: string): boolean {
  return path.endsWith(ending);
}
