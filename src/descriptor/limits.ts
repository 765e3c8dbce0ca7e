/** The most UTF-16 units that a text may have to be read; UTF-8 never takes fewer bytes than that. */
export const maxTextLength = 5_000_000;

/** How many lists and groups of fields may stand one inside the other. */
export const maxDepth = 100;

/** The most YAML documents in one file. */
export const maxDocuments = 1_000;

/**
 * The most pieces (words, marks such as `:` and `-`, line ends) in one document. The parser takes about 2 µs for
 * each, so that whatever is written takes less than half a second; a full descriptor has some 1,000.
 */
export const maxPieces = 200_000;

/** The most pieces in one file; a file of 5,000,000 characters of ordinary descriptors stays below it. */
export const maxFilePieces = 1_000_000;

/** The most values in one document once its aliases are replaced by what they stand for. */
export const maxValues = 200_000;

/** The most values that the aliases of one file may add, or a thousand small documents could hold many millions. */
export const maxRepeatedValues = 200_000;

/** The most faults that are reported of one document; one more then says that there are others. */
export const maxFaults = 50;

/** The words of a fault that a limit gives. */
export interface LimitWords {
  readonly message: string;
  readonly help: string;
  readonly data: { readonly limit: number };
}

/** What is said of a text or document that goes beyond a limit. */
export const limitWords = {
  textLength: words(
    maxTextLength,
    (limit) => `The file has more than ${limit} characters, which is more than is read.`,
    'Split the file, so that each holds only a few descriptors.',
  ),
  depth: words(
    maxDepth,
    (limit) => `Lists and fields are nested more than ${limit} levels deep here.`,
    'Nest them less deeply; a descriptor needs no more than ten levels.',
  ),
  documents: words(
    maxDocuments,
    (limit) => `The file has more than ${limit} documents, and what follows here is not read.`,
    'Split the file into several with fewer documents each.',
  ),
  pieces: words(
    maxPieces,
    (limit) => `The document has more than ${limit} words, marks and line ends, which is more than is read.`,
    'Shorten the document, or split it into several.',
  ),
  filePieces: words(
    maxFilePieces,
    (limit) =>
      `The file has more than ${limit} words, marks and line ends, and the document that reaches this point and all after it are not read.`,
    'Split the file into several with fewer documents each.',
  ),
  values: words(
    maxValues,
    (limit) =>
      `The document has more than ${limit} values once its aliases are replaced by what they stand for.`,
    'Use fewer aliases (`*name`), and none that stand for many others.',
  ),
  repeatedValues: words(
    maxRepeatedValues,
    (limit) => `The aliases of this file repeat more than ${limit} values altogether.`,
    'Use fewer aliases (`*name`), or split the file into several.',
  ),
} satisfies Record<string, LimitWords>;

/** A whole number with commas between the thousands, the same on every machine. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

function words(limit: number, message: (limit: string) => string, help: string): LimitWords {
  return { message: message(grouped(limit)), help, data: { limit } };
}
