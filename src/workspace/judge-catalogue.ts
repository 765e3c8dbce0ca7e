import type { CatalogueContext } from '../conformance/check.ts';
import { checkCollection } from '../conformance/check-collection.ts';
import type { DescriptorResult } from '../conformance/check-descriptor.ts';
import type { RuleSet } from '../conformance/rule-set.ts';
import { plainDocument } from '../descriptor/plain-document.ts';

/** Gives the text of a file of the run again. */
export type Reread = () => string;

/**
 * Judges all descriptors of a run together. Files are read again, exactly, only when something is found whose place
 * is needed; mostly nothing is.
 *
 * @param rereads by the path of the file
 */
export async function judgeCatalogue(
  results: readonly DescriptorResult[],
  ruleSet: RuleSet,
  context: CatalogueContext,
  rereads: ReadonlyMap<string, Reread>,
): Promise<readonly DescriptorResult[]> {
  const noPlaces = plainDocument({ path: '', text: '' }, null);
  const judged = checkCollection(results, ruleSet, context, () => noPlaces);
  if (!noPlaces.wasLocated()) return judged;
  const { rereadingDocuments } = await import('./reread-documents.ts');
  return checkCollection(results, ruleSet, context, rereadingDocuments(rereads));
}
