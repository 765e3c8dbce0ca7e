import { closestWord, knownWord } from '../descriptor/closest-word.ts';
import type { SourceDocument } from '../descriptor/descriptor.ts';
import { excerptAt, type Finding, type Location } from '../descriptor/finding.ts';
import type { FormFault } from '../descriptor/form-fault.ts';
import {
  childPointer,
  type Json,
  type JsonObject,
  type JsonPointer,
  parsePointer,
  valueAt,
} from '../descriptor/json-pointer.ts';
import { schemaFaults } from '../descriptor/schema.ts';
import { shownName, shownTyped } from '../descriptor/shown-text.ts';
import type { Waiver } from '../report/waiver.ts';
import {
  faultIn,
  faultOfReason,
  faultOfRule,
  findingsOfWaivers,
  isPlaceholder,
  type PlacedFault,
  type WaiverFault,
} from '../report/waiver-fault.ts';
import type { CompiledCatalogue } from './compiled-catalogue.ts';

/** A waiver of a file, with the awards that it is for. */
export interface FileWaiver extends Waiver {
  /** Ids of awards, or paths of descriptors as reports name them; or every descriptor. */
  readonly descriptors: 'all' | readonly string[];
}

/** What an entry of a file of waivers says; `schemas/waivers.schema.json` is the same thing and the truth. */
interface Exception {
  readonly rule: string;
  readonly descriptors: 'all' | readonly string[];
  readonly at?: JsonPointer;
  readonly reason: string;
  readonly approver?: string;
  readonly until?: string;
}

/**
 * The exceptions of a document that is a file of waivers, each with its place. One that has something wrong with it does
 * not count; the others do.
 */
export function readExceptions(
  document: SourceDocument,
  ruleIds: readonly string[],
  builtIn: CompiledCatalogue,
): { readonly waivers: readonly FileWaiver[]; readonly findings: readonly Finding[] } {
  const { data = null } = document;
  const faults = new Map<number, PlacedFault[]>();
  const take = (index: number, fault: WaiverFault, pointer: JsonPointer, part?: 'key' | 'value'): void => {
    const location = { ...locationOf(document, pointer), range: document.locate(pointer, part) };
    const subject = [
      valueAt(data, `/exceptions/${index}`) ?? null,
      pointer.replace(/^\/exceptions\/\d+/, ''),
    ];
    const placed = faultIn(document.source.text, fault, location, subject);
    faults.set(index, [...(faults.get(index) ?? []), placed]);
  };
  for (const fault of schemaFaults(builtIn.schema('waivers'), builtIn.validators.waivers, data)) {
    const index = Number(parsePointer(fault.pointer)[1]);
    take(index, faultOfForm(fault, valueAt(data, fault.pointer)), fault.pointer, fault.part);
  }
  const exceptions = (valueAt(data, '/exceptions') ?? []) as unknown as readonly Exception[];
  const seen = new Map<string, number>();
  const waivers = exceptions.flatMap((exception, index): FileWaiver[] => {
    if (faults.has(index)) return [];
    const fault = faultOfMeaning(exception, ruleIds) ?? faultOfRepetition(exception, index, seen, document);
    if (fault === undefined) return [fileWaiver(exception, document, `/exceptions/${index}`)];
    take(index, fault.fault, childPointer(`/exceptions/${index}`, fault.field));
    return [];
  });
  const inOrder = [...faults.keys()]
    .sort((left, right) => left - right)
    .flatMap((index) => faults.get(index) ?? []);
  return { waivers, findings: findingsOfWaivers(inOrder) };
}

function locationOf(document: SourceDocument, pointer: JsonPointer): Location {
  const { source } = document;
  return { path: source.path, document: document.document, pointer, range: document.locate(pointer) };
}

/** A fault of shape, as one of the waiver that has it. */
function faultOfForm({ pointer, message, help, data }: FormFault, value: Json | undefined): WaiverFault {
  const isField = /^\/exceptions\/\d+\/at$/.test(pointer) && typeof value === 'string';
  const meant = isField ? pointerMeantBy(value) : undefined;
  const betterHelp =
    meant === undefined ? help : `Did you mean ${shownTyped(meant)}? Write each step after a slash.`;
  return { fault: 'form', message, help: betterHelp, data };
}

/** The pointer of a field written with dots and brackets: `outcomes[0].text` is `/outcomes/0/text`. */
function pointerMeantBy(written: string): JsonPointer | undefined {
  if (written.length > 200 || !/^[A-Za-z][\w-]*(?:[./][\w-]+|\[\d+\])*$/.test(written)) return undefined;
  return `/${written.replace(/\[(\d+)\]/g, '/$1').replaceAll('.', '/')}`;
}

interface FieldFault {
  readonly field: keyof Exception;
  readonly fault: WaiverFault;
}

function faultOfMeaning(exception: Exception, ruleIds: readonly string[]): FieldFault | undefined {
  const { rule, reason, approver } = exception;
  const ofRule = faultOfRule(rule, ruleIds);
  if (ofRule !== undefined) return { field: 'rule', fault: ofRule };
  const ofNames = faultOfNames(exception);
  if (ofNames !== undefined) return { field: 'descriptors', fault: ofNames };
  const ofReason = faultOfReason(rule, onOneLine(reason));
  if (ofReason !== undefined) return { field: 'reason', fault: ofReason };
  if (approver === undefined || !isPlaceholder(approver)) return undefined;
  const fault = {
    fault: 'no-approver',
    message: `The waiver of ${shownName(rule)} does not say who approved it.`,
    help: 'Write a name, or leave the field out.',
    data: { rule },
  };
  return { field: 'approver', fault };
}

/** What was meant for many descriptors but names none. */
function faultOfNames({ rule, descriptors }: Exception): WaiverFault | undefined {
  const names = descriptors === 'all' ? [] : descriptors;
  const pattern = names.find((name) => name === 'all' || /[*?]/.test(name));
  if (pattern === undefined) return undefined;
  const isAll = pattern === 'all' || pattern === '*';
  return {
    fault: 'pattern',
    message: `The waiver of ${shownName(rule)} is for ${shownName(pattern)}, which is no id and no path of a descriptor.`,
    help: isAll
      ? 'Write `descriptors: all`, without brackets, for every descriptor.'
      : 'Name each descriptor by its id or its path; patterns are not read.',
    data: { waived: rule },
  };
}

/** Of two alike nobody could tell which one holds, so the first does. */
function faultOfRepetition(
  { rule, descriptors, at = '' }: Exception,
  index: number,
  seen: Map<string, number>,
  document: SourceDocument,
): FieldFault | undefined {
  const key = JSON.stringify([rule, descriptors === 'all' ? descriptors : [...descriptors].sort(), at]);
  const first = seen.get(key);
  if (first === undefined) {
    seen.set(key, index);
    return undefined;
  }
  const { line } = document.locate(`/exceptions/${first}`).start;
  const fault = {
    fault: 'repeated',
    message: `An exception to ${shownName(rule)} for the same stands on line ${line} already, so this one does not count.`,
    help: 'Keep one of the two.',
    data: { waived: rule },
  };
  return { field: 'rule', fault };
}

function fileWaiver(exception: Exception, document: SourceDocument, pointer: JsonPointer): FileWaiver {
  const { rule, descriptors, at, reason, approver, until } = exception;
  const location = locationOf(document, pointer);
  return {
    rule,
    reason: onOneLine(reason),
    ...(approver === undefined ? {} : { approver: onOneLine(approver) }),
    ...(until === undefined ? {} : { until }),
    covers: at === undefined ? 'everything' : { pointer: at },
    origin: 'file',
    location,
    excerpt: excerptAt(document.source.text, location.range.start),
    descriptors:
      descriptors === 'all' ? descriptors : descriptors.map((name) => name.replace(/^(?:\.\/)+/, '')),
  };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The names that waivers give to descriptors and that none of those has; only where a whole folder was read, for a run
 * on single files need not have them all.
 */
export function unknownDescriptors(
  waivers: readonly FileWaiver[],
  descriptors: readonly { readonly path: string; readonly id: string | undefined }[],
): Finding[] {
  const names = new Set(descriptors.flatMap(({ path, id }) => (id === undefined ? [path] : [path, id])));
  const known = [...names].map(knownWord);
  const faults = waivers.flatMap((waiver): PlacedFault[] => {
    const unknown = waiver.descriptors === 'all' ? [] : waiver.descriptors.filter((name) => !names.has(name));
    return unknown.map((name) => {
      const closest = closestWord(name, known)?.word;
      const data: JsonObject = {
        waived: waiver.rule,
        descriptor: name.slice(0, 200).replace(/\p{Cs}$/u, ''),
      };
      const fault = {
        fault: 'unknown-descriptor',
        message: `The waiver of ${shownName(waiver.rule)} is for ${shownName(name)}, but no descriptor of this id or path was read.`,
        help:
          closest === undefined
            ? 'Check how it is spelt, or take it out of the list.'
            : `Did you mean ${shownName(closest)}?`,
        data,
      };
      const { location, excerpt = '' } = waiver;
      return { fault, location, excerpt, subject: [waiver.rule, name] };
    });
  });
  return findingsOfWaivers(faults);
}
