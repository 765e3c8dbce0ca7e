/** The path of the review file that belongs to a descriptor's file: `courses/data.yaml` has `courses/data.review.yaml`. */
export function reviewPathOf(path: string): string {
  return path.replace(/(?:\.(?:yaml|yml|json))?$/i, '.review.yaml');
}
