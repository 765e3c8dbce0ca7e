import type { Finding } from '../descriptor/finding.ts';
import type { JsonPointer } from '../descriptor/json-pointer.ts';

/** The fields of which a key fact is made, each with the group that it stands in. */
const fields = {
  points: ['/credit', '/credit/points'],
  hours: ['/workload', '/workload/notionalHours'],
  level: ['/level'],
  framework: ['/framework'],
  fee: ['/cost', '/cost/fee', '/cost/fee/amount'],
  currency: ['/cost/fee/currency'],
} as const satisfies Record<string, readonly JsonPointer[]>;

/** Why a fact is not shown: nothing is written where it belongs, or something that cannot be read as it. */
export function whyAbsent(fact: keyof typeof fields, findings: readonly Finding[]): string {
  const places: readonly JsonPointer[] = fields[fact];
  const isMisformed = findings.some(
    ({ rule, location, data }) =>
      rule === 'schema' && data['missing'] === undefined && places.includes(location.pointer),
  );
  if (!isMisformed) return 'not stated';
  return fact === 'points' || fact === 'hours' ? 'not in their proper form' : 'not in its proper form';
}
