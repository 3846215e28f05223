/** Whether a text is a day that the calendar has, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The month so many months later: `2026-01`, -1 → `2025-12`. */
export function monthsLater(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months)).toISOString().slice(0, 7);
}

/** The day so many days later; none is after the last that has a year of four digits. */
export function daysLater(day: string, days: number): string {
  const time = Date.parse(day) + days * MILLISECONDS_A_DAY;
  return new Date(Math.min(time, Date.parse(LAST))).toISOString().slice(0, 10);
}

const LAST = '9999-12-31';
const MILLISECONDS_A_DAY = 86_400_000;
