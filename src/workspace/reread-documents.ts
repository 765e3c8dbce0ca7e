import type { DocumentOf } from '../conformance/check-collection.ts';
import { readDocuments, type SourceDocument } from '../descriptor/descriptor.ts';
import type { Reread } from './judge-catalogue.ts';

/** Gives documents of the run by reading their files again, each file once. */
export function rereadingDocuments(rereads: ReadonlyMap<string, Reread>): DocumentOf {
  const known = new Map<string, readonly SourceDocument[]>();
  return ({ path, document }) => {
    const documents = known.get(path) ?? readDocuments({ path, text: rereads.get(path)?.() ?? '' });
    known.set(path, documents);
    const found = documents[document] ?? documents[0];
    if (found === undefined) throw new Error(`${path} can no longer be read.`);
    return found;
  };
}
