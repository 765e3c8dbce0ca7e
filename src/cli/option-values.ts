import { InvalidArgumentError } from 'commander';
import { suggestionFor } from '../descriptor/unknown-name.ts';
import { type FailOn, failOnValues } from './exit-code.ts';

// A value that cannot be read is an InvalidArgumentError that says what to write instead.

/** Gathers the values of an option that may be given several times. */
export function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}

/** A day of the calendar as YYYY-MM-DD. */
export function parseDay(value: string): string {
  const day = new Date(`${value}T00:00:00Z`);
  if (
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(value)
  )
    return value;
  throw new InvalidArgumentError('Write a day of the calendar as YYYY-MM-DD, such as 2026-09-01.');
}

/** A whole number from 0. */
export function parseCount(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Write a whole number, such as 0 or 10.');
}

/** A whole number from 0 to 100. */
export function parsePercent(value: string): number {
  if (/^\d{1,3}$/.test(value) && Number(value) <= 100) return Number(value);
  throw new InvalidArgumentError('Write a whole number from 0 to 100.');
}

/** What is to make a run fail. */
export function parseFailOn(value: string): FailOn {
  const level = failOnValues.find((one) => one === value);
  if (level !== undefined) return level;
  throw new InvalidArgumentError(suggestionFor(value, failOnValues));
}
