import type { CollectedFact } from '../conformance/check.ts';
import { referenceFactOf } from './catalogue-references.ts';
import { factsBy } from './facts-by.ts';

/** One step of a circle: the descriptor, where it refers to the next one, and the id that it gives there. */
export interface Step {
  readonly fact: CollectedFact;
  readonly at: string;
  readonly to: string;
}

/**
 * Circles in which descriptors refer to each other, each beginning with the descriptor that comes first. No reference
 * is in two of them, since it may be the one mistake that closes both; a circle that is left shows when the other is
 * mended. So every reference is walked once, whatever the number and the length of the circles.
 */
export function circlesOf(facts: readonly CollectedFact[]): Step[][] {
  const order = new Map(facts.map((fact, index) => [fact, index]));
  const byId = factsBy(facts, (fact) => referenceFactOf(fact).id);
  const walk = new Walk((id) => {
    // Of several descriptors with one id nobody knows which is meant, and another rule tells that.
    const found = byId.get(id) ?? [];
    return found.length === 1 ? found[0] : undefined;
  });
  return facts
    .flatMap((fact) => walk.from(fact))
    .map((circle) => beginningWithFirst(circle, order))
    .sort((left, right) => placeOf(left, order) - placeOf(right, order));
}

/** A walk that goes on along references not yet walked, and back where there is none. */
class Walk {
  private readonly walked = new Map<CollectedFact, number>();
  /** The steps from the start to where the walk is, and the descriptors that they set out from. */
  private steps: Step[] = [];
  private readonly depths = new Map<CollectedFact, number>();
  private readonly descriptorOf: (id: string) => CollectedFact | undefined;

  constructor(descriptorOf: (id: string) => CollectedFact | undefined) {
    this.descriptorOf = descriptorOf;
  }

  /** The circles met on the way; a loop, not a recursion, since a chain may be thousands of descriptors long. */
  from(start: CollectedFact): Step[][] {
    const circles: Step[][] = [];
    let here: CollectedFact | undefined = start;
    while (here !== undefined) {
      this.depths.set(here, this.steps.length);
      const step = this.nextStep(here);
      if (step === undefined) {
        this.depths.delete(here);
        here = this.steps.pop()?.fact;
        continue;
      }
      const next: CollectedFact | undefined = this.descriptorOf(step.to);
      if (next === undefined) continue;
      this.steps.push(step);
      const depth = this.depths.get(next);
      if (depth !== undefined) {
        const circle = this.steps.slice(depth);
        circles.push(circle);
        for (const { fact } of circle) this.depths.delete(fact);
        this.steps.length = depth;
      }
      here = next;
    }
    return circles;
  }

  private nextStep(fact: CollectedFact): Step | undefined {
    const number = this.walked.get(fact) ?? 0;
    this.walked.set(fact, number + 1);
    const reference = referenceFactOf(fact).references[number];
    return reference && { fact, at: reference.at, to: reference.to };
  }
}

function beginningWithFirst(circle: readonly Step[], order: ReadonlyMap<CollectedFact, number>): Step[] {
  let first = 0;
  for (const [index, { fact }] of circle.entries()) {
    const other = circle[first];
    if (other !== undefined && (order.get(fact) ?? 0) < (order.get(other.fact) ?? 0)) first = index;
  }
  return [...circle.slice(first), ...circle.slice(0, first)];
}

function placeOf([first]: readonly Step[], order: ReadonlyMap<CollectedFact, number>): number {
  return first === undefined ? 0 : (order.get(first.fact) ?? 0);
}
