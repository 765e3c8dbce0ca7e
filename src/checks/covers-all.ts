import { cantTell, defineCheck, passed, type Verdict, verdictOf } from '../conformance/check.ts';
import { type ReferenceOptions, type References, referencesOf, referencesSchema } from './references.ts';

/**
 * Every thing with an id is referred to by an item that counts. `{ids}` are those that are not. When no item refers to
 * anything, it is one fault of the list of items. A reference to an unknown id, or an item that refers to nothing, may
 * be what is wrong with a thing left out; that is told elsewhere, and nothing can be told here.
 */
export const coversAll = defineCheck<ReferenceOptions>({
  name: 'covers-all',
  summary: 'Every thing of one list is referred to, by its id, in an item of another list.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['things', 'list', 'references'],
    properties: referencesSchema,
  },
  run(target, options, context) {
    const found = referencesOf(target, options, context);
    const counting = found.items.filter(({ counts }) => counts);
    const covered = new Set(counting.flatMap(({ ids }) => ids.map(({ id }) => id)));
    const left = [...found.known.keys()].filter((id) => !covered.has(id));
    if (left.length === 0) return verdictOnCovered(found);
    if (found.items.every(({ ids, isHeld }) => ids.length === 0 && !isHeld))
      return verdictOf([{ at: options.list, data: { ids: left } }]);
    if (counting.some(({ ids, isHeld }) => ids.length === 0 || isHeld))
      return cantTell('An item does not say what it refers to.');
    return verdictOnLeft(found, left);
  },
});

function verdictOnCovered({ unnamed, isAmbiguous }: References): Verdict {
  if (unnamed > 0) return cantTell('Not everything that could be referred to has an id.');
  return isAmbiguous ? cantTell('Two things have the same id.') : passed;
}

function verdictOnLeft({ known, unknown }: References, left: readonly string[]): Verdict {
  const slips = unknown.filter(({ counts }) => counts);
  const meant = new Set(slips.map((slip) => slip.meant));
  const certain = slips.length >= left.length ? [] : left.filter((id) => !meant.has(id));
  if (certain.length === 0)
    return cantTell('A reference to an unknown id may be meant for what is left out.');
  return verdictOf(certain.map((id) => ({ at: known.get(id) ?? '', data: { ids: [id] } })));
}
