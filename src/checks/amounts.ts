import { type Json, type JsonPointer, valueAt } from '../descriptor/json-pointer.ts';

/** The number at a pointer, or undefined when something else or nothing stands there. */
export function numberAt(target: Json, field: JsonPointer): number | undefined {
  const value = valueAt(target, field);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A number as people read it: two decimal places at most, without the dust of binary fractions. */
export function rounded(amount: number): number {
  return Math.round(amount * 100) / 100;
}

/** Whether two amounts differ by more than the tolerance; the dust of binary fractions does not count. */
export function differ(left: number, right: number, tolerance = 0): boolean {
  const dust = 1e-9 * Math.max(1, Math.abs(left), Math.abs(right));
  return Math.abs(left - right) > tolerance + dust;
}
