import { type CollectedFact, type CollectionFault, defineCollectionCheck } from '../conformance/check.ts';
import { type Json, type JsonPointer, valueAt } from '../descriptor/json-pointer.ts';
import { factsBy } from './facts-by.ts';
import { isPlaceholder } from './presence.ts';
import { bareWords } from './same-words.ts';

interface Options {
  readonly field: JsonPointer;
  /** `exact`: character by character; `words`: whatever the case, the spacing and the dashes. */
  readonly compare: 'exact' | 'words';
  /** Only descriptors that agree in this field are compared; those that lack it are compared with each other. */
  readonly within?: JsonPointer;
  /** Descriptors that agree in this field too are not told of: another rule tells that they are the same twice. */
  readonly unlessSame?: JsonPointer;
  /** What stands at the other place, for the finding. */
  readonly other: string;
}

type Fact = { readonly value: string; readonly within: string | null; readonly sameness: string | null };

const pointer = { type: 'string', pattern: '^(/[^/]+)+$' } as const;

/** No two descriptors have the same value in a field. `{value}` is the value. */
export const uniqueAcrossDescriptors = defineCollectionCheck<Options>({
  name: 'unique-across-descriptors',
  summary:
    'The field has another value in each descriptor of the catalogue; told on every descriptor but the first.',
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['field', 'compare', 'other'],
    properties: {
      field: pointer,
      compare: { enum: ['exact', 'words'] },
      within: pointer,
      unlessSame: pointer,
      other: { type: 'string', minLength: 5, pattern: '\\.$' },
    },
  },
  collect(target, { field, within, unlessSame }): Fact | undefined {
    const value = textAt(target, field);
    if (value === null) return undefined;
    return { value, within: textAt(target, within), sameness: textAt(target, unlessSame) };
  },
  judge(facts, options, context) {
    const isHeld = (fact: CollectedFact): boolean => isPlaceholder(factOf(fact).value, context);
    const undecided = facts
      .filter(isHeld)
      .map((fact) => ({ fact, reason: 'Only a placeholder stands there.' }));
    const compared = facts.filter((fact) => !isHeld(fact));
    if (compared.length < 2) return { faults: [], undecided, inapplicable: compared };
    const groups = factsBy(compared, (fact) => keyOf(factOf(fact), options));
    return { faults: [...groups.values()].flatMap((group) => faultsOf(group, options)), undecided };
  },
});

/** One fault on each descriptor of a group but the first, and but those that are the same descriptor over again. */
function faultsOf([first, ...later]: readonly CollectedFact[], { field, other }: Options): CollectionFault[] {
  if (first === undefined) return [];
  const seen = new Set([factOf(first).sameness]);
  return later.flatMap((fact) => {
    const { value, sameness } = factOf(fact);
    if (sameness !== null && seen.has(sameness)) return [];
    seen.add(sameness);
    const related = [{ fact: first, at: field, message: other }];
    return [{ fact, fault: { at: field, data: { value } }, related }];
  });
}

function keyOf({ value, within }: Fact, { compare }: Options): string {
  return JSON.stringify([
    compare === 'words' ? bareWords(value) : value,
    within === null ? null : bareWords(within),
  ]);
}

function textAt(target: Json, field: JsonPointer | undefined): string | null {
  const value = field === undefined ? undefined : valueAt(target, field);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Facts come back as they were collected, if need be through JSON. */
function factOf({ value }: CollectedFact): Fact {
  return value as Fact;
}
