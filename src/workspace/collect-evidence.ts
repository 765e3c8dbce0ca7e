import { evidenceAt } from '../conformance/evidence.ts';
import type { RuleSet } from '../conformance/rule-set.ts';
import { readDocuments, type SourceDocument } from '../descriptor/descriptor.ts';
import type { JudgedDescriptor } from '../report/report.ts';
import type { Reread } from './judge-catalogue.ts';

/** Adds to each result what its descriptor says where rules and questions look. Each file is read again, exactly. */
export function withEvidence(
  results: readonly JudgedDescriptor[],
  ruleSet: RuleSet,
  rereads: ReadonlyMap<string, Reread>,
): JudgedDescriptor[] {
  const patterns = new Set([
    ...ruleSet.rules.flatMap(({ definition }) => definition.reads),
    ...ruleSet.frameworks.flatMap(({ requirements }) =>
      requirements.flatMap(({ review }) => review?.concerns ?? []),
    ),
  ]);
  let path: string | undefined;
  let documents: readonly SourceDocument[] = [];
  return results.map((result) => {
    if (result.status !== 'checked') return result;
    // The results of one file stand together, so that the documents of no more than one have to be held.
    if (result.path !== path) {
      path = result.path;
      documents = readDocuments({ path, text: rereads.get(path)?.() ?? '' });
    }
    const document = documents[result.document];
    return document === undefined ? result : { ...result, evidence: evidenceAt(document, patterns) };
  });
}
