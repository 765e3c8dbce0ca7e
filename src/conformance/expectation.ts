import { childPointer, type Json, parentPointer, parsePointer } from '../descriptor/json-pointer.ts';
import { type Fault, passed, type Verdict, verdictOf } from './check.ts';
import type { Predicate } from './rule.ts';

/** The verdict of a rule that states its expectation as a JSON Schema: one fault for each place that does not fit. */
export function expectationVerdict(expect: Predicate, target: Json): Verdict {
  if (expect(target)) return passed;
  const faults = new Map<string, Fault>();
  for (const error of expect.errors ?? []) {
    const missing = error.params['missingProperty'];
    const fault: Fault =
      typeof missing === 'string'
        ? { at: error.instancePath, missing, data: { field: missing } }
        : { at: error.instancePath, data: { field: parsePointer(error.instancePath).at(-1) ?? '' } };
    const place =
      typeof missing === 'string' ? childPointer(error.instancePath, missing) : error.instancePath;
    // if/then and the like add an error about the whole beside the one that says what is wrong.
    if (!['if', 'anyOf', 'oneOf', 'not'].includes(error.keyword) || faults.size === 0)
      faults.set(place, fault);
  }
  const places = [...faults.keys()];
  const deepest = places.filter(
    (place) => !places.some((other) => other !== place && isAncestor(place, other)),
  );
  return verdictOf(deepest.flatMap((place) => faults.get(place) ?? []));
}

function isAncestor(ancestor: string, place: string): boolean {
  for (let up = place; up !== ''; up = parentPointer(up)) if (parentPointer(up) === ancestor) return true;
  return false;
}
