import type { Json } from '../descriptor/json-pointer.ts';

/** A day of the calendar as YYYY-MM-DD; such texts have the order of the days they stand for. */
export type DayText = string;

/** The day that a value stands for, or undefined when it is no text of the form YYYY-MM-DD or there is no such day. */
export function dayIn(value: Json | undefined): DayText | undefined {
  if (typeof value !== 'string') return undefined;
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const isDay = Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
  return isDay ? value : undefined;
}

/**
 * The day a number of months later (or earlier, when it is negative). Where the month has no such day it is the last
 * day of the month: a year from 29 February ends on 28 February.
 */
export function monthsLater(day: DayText, months: number): DayText {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const newYear = Math.floor(count / 12);
  const newMonth = count - newYear * 12 + 1;
  const newDay = Math.min(dayOfMonth, daysIn(newYear, newMonth));
  return `${digits(newYear, 4)}-${digits(newMonth, 2)}-${digits(newDay, 2)}`;
}

/** Days of a month (1 to 12) of the Gregorian calendar; 0 when there is no such month. */
function daysIn(year: number, month: number): number {
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function digits(number: number, count: number): string {
  return String(number).padStart(count, '0');
}
