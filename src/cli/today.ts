/** Today by the calendar of this machine, as YYYY-MM-DD: the only clock that microcred reads, and only when no day is given. */
export function today(): string {
  const now = new Date();
  const digits = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${digits(now.getMonth() + 1)}-${digits(now.getDate())}`;
}
