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
  const at = (...path: readonly string[]): Json | undefined =>
    path.reduce<Json | undefined>((value, name) => childOf(value, name), data);
  const provider = nameOf(at('provider'));
  const bodyAt = (field: string): string | undefined =>
    at(field) === 'same-as-provider' ? provider : nameOf(at(field));
  const pathways = at('stackability', 'pathways');
  return withoutUndefined({
    kind: textOf(at('kind')),
    status: textOf(at('status')),
    version: textOf(at('version')),
    provider,
    providerType: textOf(at('provider', 'type')),
    awardingBody: bodyAt('awardingBody'),
    creditRatingBody: bodyAt('creditRatingBody'),
    framework: textOf(at('framework')),
    level: textOf(at('level')),
    creditPoints: numberOf(at('credit', 'points')),
    creditScheme: textOf(at('credit', 'scheme')),
    notionalHours: numberOf(at('workload', 'notionalHours')),
    weeks: numberOf(at('workload', 'weeks')),
    mode: textOf(at('delivery', 'mode')),
    duration: textOf(at('delivery', 'duration')),
    language: textOf(at('delivery', 'language')) ?? textOf(at('language')),
    fee: feeOf(at('cost', 'fee')),
    stackability: textOf(at('stackability', 'status')),
    pathways: isJsonArray(pathways) ? pathways.length : undefined,
    recognition: textOf(at('recognition', 'statement')),
  });
}

const longestFact = 1_000;

/** A text, or a number as one; a list of texts reads as one text. */
function textOf(value: Json | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  const text = isJsonArray(value)
    ? value.filter((item) => typeof item === 'string').join(', ')
    : typeof value === 'string'
      ? value
      : '';
  if (text === '') return undefined;
  return text.length > longestFact ? `${text.slice(0, longestFact)}…` : text;
}

function numberOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** The name of an organisation, which is written as a text or as a group of fields. */
function nameOf(value: Json | undefined): string | undefined {
  return isJsonObject(value) ? textOf(value['name']) : textOf(value);
}

function feeOf(value: Json | undefined): AwardFacts['fee'] {
  const amount = numberOf(childOf(value, 'amount'));
  if (amount === undefined) return undefined;
  const currency = textOf(childOf(value, 'currency'));
  return { amount, ...(currency === undefined ? {} : { currency }) };
}

type Optional<T> = { readonly [Key in keyof T]: T[Key] | undefined };

function withoutUndefined(facts: Optional<Required<AwardFacts>>): AwardFacts {
  const known: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(facts)) if (value !== undefined) known[name] = value;
  return known as AwardFacts;
}
