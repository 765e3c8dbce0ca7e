import { cantTell, defineCheck, type Fault, verdictOf } from '../conformance/check.ts';
import { nameOf } from './counting-items.ts';
import { type ReferenceOptions, type References, referencesOf, referencesSchema } from './references.ts';

interface Options extends ReferenceOptions {
  /** What to call the reference of an item that has none. */
  readonly nothing: string;
}

/**
 * Every item refers to something, and only to what exists. `{item}` is the item by its id or number, `{reference}` the
 * id that does not exist, `{listed}` those that do, `{meant}` the likeliest one, or all of them.
 */
export const refersToKnown = defineCheck<Options>({
  name: 'refers-to-known',
  summary:
    'Every item of a list refers to at least one thing of another list, and to none that does not exist.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['things', 'list', 'references', 'nothing'],
    properties: { ...referencesSchema, nothing: { type: 'string', minLength: 1 } },
  },
  run(target, options, context) {
    const found = referencesOf(target, options, context);
    if (found.known.size === 0) return cantTell('There is nothing with an id to refer to.');
    if (found.items.every(({ ids }) => ids.length === 0)) return cantTell('No item refers to anything yet.');
    const faults = [...faultsOfSilent(found, options), ...faultsOfUnknown(found)];
    const isOpen = found.unknown.length > 0 || found.items.some(({ isHeld }) => isHeld);
    if (faults.length === 0 && isOpen) return cantTell('Not all ids are there yet.');
    return verdictOf(faults);
  },
});

function faultsOfSilent({ items, known }: References, { nothing, references }: Options): Fault[] {
  const listed = [...known.keys()];
  return items
    .filter(({ ids, isHeld }) => ids.length === 0 && !isHeld)
    .map((item) => ({
      at: item.pointer,
      missing: references.slice(1),
      data: { item: nameOf(item), reference: nothing, listed, meant: listed },
    }));
}

/** An unknown id may be that of a thing whose own id is missing, as long as there are enough of those. */
function faultsOfUnknown({ known, unknown, unnamed }: References): Fault[] {
  if (unknown.length <= unnamed) return [];
  const listed = [...known.keys()];
  return unknown.map(({ at, from, written, meant }) => ({
    at,
    data: { item: nameOf(from), reference: written, listed, meant: meant ?? listed },
  }));
}
