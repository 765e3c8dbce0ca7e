import type { RuleSet } from '../conformance/rule-set.ts';
import type { Source, SourceDocument } from '../descriptor/descriptor.ts';
import { plainDocument } from '../descriptor/plain-document.ts';
import { parsePlainYaml } from '../descriptor/plain-yaml.ts';
import type { JudgedDescriptor, NamedFile } from '../report/report.ts';
import type { CommentWaivers } from '../report/waiver-comments.ts';
import type { CompiledCatalogue } from './compiled-catalogue.ts';
import { type ReadReview, type Reviewable, readReview } from './read-review.ts';

/** A review file as it was read. */
export interface ReviewText {
  readonly file: NamedFile;
  readonly text: string;
}

/** What people may have said of the descriptors of one file, and by what it is understood. */
export interface Judgements {
  readonly source: Source;
  readonly review: ReviewText | undefined;
  readonly ruleSet: RuleSet;
  readonly builtIn: CompiledCatalogue;
  /** All rules that there are, for waivers of rules that nobody knows. */
  readonly ruleIds: readonly string[];
  /** Whether there may be waivers in comments, which only an exact reading finds. */
  readonly hasWaivers: boolean;
  /** The day judged for, as YYYY-MM-DD. */
  readonly date: string;
}

/**
 * Adds to the results of one file what people have said of its descriptors: their review, and waivers in comments. As
 * with descriptors, a fast reading without places is enough when there is nothing to find fault with.
 */
export async function withJudgements(
  results: readonly JudgedDescriptor[],
  judgements: Judgements,
): Promise<readonly JudgedDescriptor[]> {
  const plain = judgements.hasWaivers ? undefined : plainly(results, judgements);
  if (plain !== undefined) return plain;
  const { withExactJudgements } = await import('./exact-judgements.ts');
  return withExactJudgements(results, judgements);
}

function plainly(
  results: readonly JudgedDescriptor[],
  { source, review, ruleSet, builtIn, date }: Judgements,
): readonly JudgedDescriptor[] | undefined {
  if (review === undefined) return results;
  const [data, reviewData] = [parsePlainYaml(source.text), parsePlainYaml(review.text)];
  if (data === undefined || reviewData === undefined) return undefined;
  const reviewDocument = plainDocument({ path: review.file.path, text: review.text }, reviewData);
  const reviewable = reviewables(results, [plainDocument(source, data)]);
  const requirements = requirementsOf(ruleSet);
  const read = readReview([reviewDocument], review.file, reviewable, requirements, builtIn, date);
  return reviewDocument.wasLocated() ? undefined : results.map((result) => judged(result, read));
}

/** The descriptors of a file as a review refers to them. */
export function reviewables(
  results: readonly JudgedDescriptor[],
  documents: readonly SourceDocument[],
): Reviewable[] {
  return documents.flatMap(({ document, data }): Reviewable[] => {
    const id = results.find((result) => result.document === document)?.id;
    return data === undefined ? [] : [{ document, id, data }];
  });
}

/** The requirements whose questions a review may answer. */
export function requirementsOf({ frameworks }: RuleSet): RuleSet['frameworks'][number]['requirements'] {
  return frameworks.flatMap(({ requirements }) => requirements);
}

/** A result with what its review and the comments of its document say. */
export function judged(
  result: JudgedDescriptor,
  read: ReadReview | undefined,
  comments?: CommentWaivers,
): JudgedDescriptor {
  const reviewed = read?.byDocument.get(result.document);
  return {
    ...result,
    ...(read === undefined ? {} : { review: read.file }),
    answers: reviewed?.answers ?? [],
    waivers: comments?.waivers ?? [],
    judgementFindings: [...(comments?.findings ?? []), ...(reviewed?.findings ?? [])],
  };
}
