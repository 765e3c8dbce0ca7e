import { childOf, isJsonArray, isJsonObject, type Json } from './json-pointer.ts';

/**
 * What a learner asks of an award first: its size, its level and how far it carries, and what else tells awards apart.
 * Taken from the descriptor as it stands: what is not stated, or not in its proper form, is left out.
 */
export interface AwardFacts {
  readonly kind?: string;
  readonly status?: string;
  /** Of the descriptor, as its author numbers it. */
  readonly version?: string;
  readonly provider?: string;
  readonly providerType?: string;
  readonly awardingBody?: string;
  readonly creditRatingBody?: string;
  /** The qualifications framework that the level belongs to. */
  readonly framework?: string;
  readonly level?: string;
  readonly creditPoints?: number;
  readonly creditScheme?: string;
  readonly notionalHours?: number;
  readonly weeks?: number;
  readonly mode?: string;
  readonly duration?: string;
  readonly language?: string;
  readonly fee?: { readonly amount: number; readonly currency?: string };
  /** Whether the award stands alone, stacks, or both. */
  readonly stackability?: string;
  /** How many larger awards it is said to lead into. */
  readonly pathways?: number;
  /** What is said about recognition by others. */
  readonly recognition?: string;
}

/** The facts of a descriptor. Total: whatever the data, it returns. */
export function awardFacts(data: Json): AwardFacts {
  const facts: Writable<AwardFacts> = {};
  takeText(facts, 'kind', childOf(data, 'kind'));
  takeText(facts, 'status', childOf(data, 'status'));
  takeText(facts, 'version', childOf(data, 'version'));
  takeBodies(facts, data);
  takeText(facts, 'framework', childOf(data, 'framework'));
  takeText(facts, 'level', childOf(data, 'level'));
  const credit = childOf(data, 'credit');
  takeNumber(facts, 'creditPoints', childOf(credit, 'points'));
  takeText(facts, 'creditScheme', childOf(credit, 'scheme'));
  const workload = childOf(data, 'workload');
  takeNumber(facts, 'notionalHours', childOf(workload, 'notionalHours'));
  takeNumber(facts, 'weeks', childOf(workload, 'weeks'));
  const delivery = childOf(data, 'delivery');
  takeText(facts, 'mode', childOf(delivery, 'mode'));
  takeText(facts, 'duration', childOf(delivery, 'duration'));
  takeText(facts, 'language', childOf(delivery, 'language') ?? childOf(data, 'language'));
  const fee = feeOf(childOf(childOf(data, 'cost'), 'fee'));
  if (fee !== undefined) facts.fee = fee;
  const stackability = childOf(data, 'stackability');
  takeText(facts, 'stackability', childOf(stackability, 'status'));
  const pathways = childOf(stackability, 'pathways');
  if (isJsonArray(pathways)) facts.pathways = pathways.length;
  takeText(facts, 'recognition', childOf(childOf(data, 'recognition'), 'statement'));
  return facts;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
/** The names of the facts that are of a kind. */
type Named<T, Kind> = { [Key in keyof T]-?: NonNullable<T[Key]> extends Kind ? Key : never }[keyof T];

function takeBodies(facts: Writable<AwardFacts>, data: Json): void {
  const provider = childOf(data, 'provider');
  takeText(facts, 'provider', nameOf(provider));
  takeText(facts, 'providerType', childOf(provider, 'type'));
  for (const field of ['awardingBody', 'creditRatingBody'] as const) {
    const body = childOf(data, field);
    takeText(facts, field, nameOf(body === 'same-as-provider' ? provider : body));
  }
}

function takeText(
  facts: Writable<AwardFacts>,
  name: Named<AwardFacts, string>,
  value: Json | undefined,
): void {
  const text = textOf(value);
  if (text !== undefined) facts[name] = text;
}

function takeNumber(
  facts: Writable<AwardFacts>,
  name: 'creditPoints' | 'notionalHours' | 'weeks',
  value: Json | undefined,
): void {
  if (typeof value === 'number') facts[name] = value;
}

const longestFact = 1_000;

/** A text, or a number as one; a list of texts reads as one text. */
function textOf(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number') return String(value);
  const text = isJsonArray(value) ? value.filter((item) => typeof item === 'string').join(', ') : value;
  if (typeof text !== 'string' || text === '') return undefined;
  return text.length > longestFact ? `${text.slice(0, longestFact)}…` : text;
}

/** The name of an organisation, which is written as a text or as a group of fields. */
function nameOf(value: Json | undefined): Json | undefined {
  return isJsonObject(value) ? childOf(value, 'name') : value;
}

function feeOf(value: Json | undefined): AwardFacts['fee'] {
  const amount = childOf(value, 'amount');
  if (typeof amount !== 'number') return undefined;
  const currency = textOf(childOf(value, 'currency'));
  return { amount, ...(currency === undefined ? {} : { currency }) };
}
