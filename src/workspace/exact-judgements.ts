import { readDocuments } from '../descriptor/descriptor.ts';
import type { JudgedDescriptor } from '../report/report.ts';
import { waiversInComments } from '../report/waiver-comments.ts';
import { type Judgements, judged, requirementsOf, reviewables } from './judgements-of.ts';
import { readReview } from './read-review.ts';

/** What withJudgements does, by an exact reading of the descriptors and of their review. */
export function withExactJudgements(
  results: readonly JudgedDescriptor[],
  { source, review, ruleSet, builtIn, ruleIds, hasWaivers, date }: Judgements,
): JudgedDescriptor[] {
  const documents = readDocuments(source);
  const comments = hasWaivers ? waiversInComments(documents, ruleIds) : [];
  const read =
    review &&
    readReview(
      readDocuments({ path: review.file.path, text: review.text }),
      review.file,
      reviewables(results, documents),
      requirementsOf(ruleSet),
      builtIn,
      date,
    );
  return results.map((result) => judged(result, read, comments[result.document]));
}
