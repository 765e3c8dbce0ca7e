import type { FormFault } from '../descriptor/form-fault.ts';
import { fieldName, type JsonPointer, overlaps } from '../descriptor/json-pointer.ts';
import type { RuleDefinition } from './rule.ts';

type Reading = Pick<RuleDefinition, 'targets' | 'reads'>;

/**
 * The places whose form is at fault. One mistake is one finding: a rule that reads such a place says nothing about
 * it but waits until the form is mended. A misspelt field troubles the place that its author meant as well.
 */
export class TroubledPlaces {
  private readonly pointers: readonly JsonPointer[];

  constructor(faults: readonly FormFault[]) {
    this.pointers = faults.flatMap(({ pointer, meant }) =>
      meant === undefined ? [pointer] : [pointer, meant],
    );
  }

  /** Whether a rule has to wait at a target because a field that it reads there is at fault. */
  troubles(rule: Reading, target: JsonPointer): boolean {
    return this.pointers.length > 0 && this.troubleFor(rule, target) !== undefined;
  }

  /** Why a rule has to wait at a target, as a sentence; undefined when it need not. */
  reasonFor(rule: Reading, target: JsonPointer): string | undefined {
    if (this.pointers.length === 0) return undefined;
    const pointer = this.troubleFor(rule, target);
    return pointer === undefined ? undefined : `It waits until ${fieldName(pointer)} has its proper form.`;
  }

  private troubleFor({ targets, reads }: Reading, target: JsonPointer): JsonPointer | undefined {
    return this.pointers.find((pointer) =>
      reads.some((read) => {
        // Of a list, only the item that is judged matters, not its neighbours.
        const concrete = read.startsWith(targets) ? target + read.slice(targets.length) : read;
        return overlaps(concrete, pointer);
      }),
    );
  }
}
