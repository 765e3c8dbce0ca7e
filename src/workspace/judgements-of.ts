import type { RuleSet } from '../conformance/rule-set.ts';
import { readDocuments, type Source } from '../descriptor/descriptor.ts';
import type { JudgedDescriptor, NamedFile } from '../report/report.ts';
import { waiversInComments } from '../report/waiver-comments.ts';
import type { CompiledCatalogue } from './compiled-catalogue.ts';
import { type Reviewable, readReview } from './read-review.ts';

/** A review file as it was read. */
export interface ReviewText {
  readonly file: NamedFile;
  readonly text: string;
}

/** Adds to the results of one file what people have said of its descriptors: their review, and waivers in comments. */
export function withJudgements(
  results: readonly JudgedDescriptor[],
  source: Source,
  review: ReviewText | undefined,
  ruleSet: RuleSet,
  builtIn: CompiledCatalogue,
  ruleIds: readonly string[],
): JudgedDescriptor[] {
  const documents = readDocuments(source);
  const comments = waiversInComments(documents, ruleIds);
  const reviewable = documents.flatMap(({ document, data }): Reviewable[] => {
    const id = results.find((result) => result.document === document)?.id;
    return data === undefined ? [] : [{ document, id, data }];
  });
  const requirements = ruleSet.frameworks.flatMap((framework) => framework.requirements);
  const read = review && readReview(review.text, review.file, reviewable, requirements, builtIn);
  return results.map((result): JudgedDescriptor => {
    const { waivers = [], findings = [] } = comments[result.document] ?? {};
    const reviewed = read?.byDocument.get(result.document);
    return {
      ...result,
      ...(read === undefined ? {} : { review: read.file }),
      answers: reviewed?.answers ?? [],
      waivers,
      judgementFindings: [...findings, ...(reviewed?.findings ?? [])],
    };
  });
}
