import type { Source, SourceDocument } from './descriptor.ts';
import { startOfText } from './finding.ts';
import type { Json } from './json-pointer.ts';

/** A document that was read without its places. */
export interface PlainDocument extends SourceDocument {
  readonly data: Json;
  /** Whether a place was asked for. It was not known, so whatever came of it has to be done again with an exact reading. */
  wasLocated(): boolean;
}

/** The one document of a source whose data a fast parse gave. */
export function plainDocument(source: Source, data: Json): PlainDocument {
  let wasLocated = false;
  return {
    source,
    document: 0,
    data,
    faults: [],
    locate() {
      wasLocated = true;
      return startOfText;
    },
    wasLocated: () => wasLocated,
  };
}
