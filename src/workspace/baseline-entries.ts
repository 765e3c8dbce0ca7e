import type { SourceDocument } from '../descriptor/descriptor.ts';
import { excerptAt } from '../descriptor/finding.ts';
import { type JsonPointer, parsePointer, valueAt } from '../descriptor/json-pointer.ts';
import { schemaFaults } from '../descriptor/schema.ts';
import { counted, shownName } from '../descriptor/shown-text.ts';
import { type BaselineEntry, canBeKnown } from '../report/baseline-entry.ts';
import type { BaselineFault } from '../report/baseline-fault.ts';
import type { CompiledCatalogue } from './compiled-catalogue.ts';

/** An entry of a baseline with where it stands in the file. */
export interface ReadEntry extends BaselineEntry {
  /** 0-based number of the YAML document. */
  readonly document: number;
  /** 0-based number among the entries of the document. */
  readonly index: number;
}

type FaultWords = Pick<BaselineFault, 'fault' | 'message' | 'help' | 'data'>;

/** A fault of one entry of a document. */
interface EntryFault extends FaultWords {
  readonly pointer: JsonPointer;
  readonly part?: 'key' | 'value';
}

/** More faults of one file are not told one by one. */
const mostFaults = 50;

/**
 * The entries of documents that are baselines. One that has something wrong with it does not count, so that what it was
 * for is new; the others do.
 */
export function entriesIn(
  documents: readonly SourceDocument[],
  builtIn: CompiledCatalogue,
): { readonly entries: readonly ReadEntry[]; readonly faults: readonly BaselineFault[] } {
  const read = documents.map((document) => readDocument(document, builtIn));
  const entries = read.flatMap((one) => one.entries);
  const placed = read.flatMap(({ faults }, index) => {
    const document = documents[index];
    return document === undefined ? [] : faults.map((fault) => ({ fault, document }));
  });
  const faults = placed
    .slice(0, mostFaults)
    .map(({ fault, document }, index) => placedFault(fault, document, placed.length, index));
  return { entries, faults };
}

function readDocument(
  document: SourceDocument,
  builtIn: CompiledCatalogue,
): { readonly entries: ReadEntry[]; readonly faults: readonly EntryFault[] } {
  const { data = null } = document;
  const faults = new Map<number, EntryFault>();
  for (const fault of schemaFaults(builtIn.schema('baseline'), builtIn.validators.baseline, data)) {
    const index = Number(parsePointer(fault.pointer)[1]);
    if (!faults.has(index)) faults.set(index, { ...fault, fault: 'form' });
  }
  const written = (valueAt(data, '/entries') ?? []) as unknown as readonly BaselineEntry[];
  const entries = written.flatMap((entry, index): ReadEntry[] => {
    if (faults.has(index)) return [];
    const path = entry.path.replace(/^(?:\.\/)+/, '');
    const fault = faultOfMeaning(entry);
    if (fault === undefined) return [{ ...entry, path, ...placeOf(entry, document, index) }];
    faults.set(index, { ...fault, pointer: `/entries/${index}/rule` });
    return [];
  });
  const inOrder = [...faults].sort(([left], [right]) => left - right).map(([, fault]) => fault);
  return { entries, faults: inOrder };
}

/** Places are looked up only for what may have to be spoken of, since a baseline may be long. */
function placeOf(
  { expires }: BaselineEntry,
  document: SourceDocument,
  index: number,
): Pick<ReadEntry, 'place' | 'document' | 'index'> {
  const numbers = { document: document.document, index };
  return expires === undefined ? numbers : { ...numbers, place: locationOf(document, `/entries/${index}`) };
}

function locationOf(
  document: SourceDocument,
  pointer: JsonPointer,
  part?: 'key' | 'value',
): NonNullable<BaselineEntry['place']> {
  const { source } = document;
  const range = document.locate(pointer, part);
  return {
    location: { path: source.path, document: document.document, pointer, range },
    excerpt: excerptAt(source.text, range.start),
  };
}

function faultOfMeaning({ rule }: BaselineEntry): FaultWords | undefined {
  if (!canBeKnown(rule)) {
    return {
      fault: 'cannot-be-known',
      message: `An entry is for ${shownName(rule)}, which no baseline can know.`,
      help: 'Put right what is found, and take the entry away. `microcred explain baseline` says why.',
      data: { known: rule },
    };
  }
  return undefined;
}

function placedFault(
  { fault, message, help, data, pointer, part }: EntryFault,
  document: SourceDocument,
  count: number,
  index: number,
): BaselineFault {
  const others = count - mostFaults;
  const isLast = index === mostFaults - 1 && others > 0;
  const [, number = '0'] = parsePointer(pointer);
  return {
    fault,
    message,
    help: isLast
      ? `${help} Beside these 50, ${counted(others, 'fault')} of entries ${others === 1 ? 'is' : 'are'} not told.`
      : help,
    data,
    ...locationOf(document, pointer, part),
    subject: [
      valueAt(document.data ?? null, `/entries/${number}`) ?? null,
      pointer.replace(/^\/entries\/\d+/, ''),
    ],
  };
}
