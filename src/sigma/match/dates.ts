import type { ModifierOf } from '../rule/modifiers.ts';

const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d))?/u;

/** A part of a date as it is written, whatever its zone: `2026-05-02T23:10:00Z` or `2026-05-02 23:10`; undefined where it has none. */
export function partOfDate(text: string, part: ModifierOf<'part'>): number | undefined {
  const found = DATE.exec(text);
  if (found === null) return undefined;
  const [year, month, day, hour, minute] = found
    .slice(1)
    .map((digits) => (digits === undefined ? undefined : Number(digits)));
  if (part === 'week') return weekOf(year ?? 0, month ?? 1, day ?? 1);
  return { year, month, day, hour, minute }[part];
}

/** Weeks begin on Monday; the first of a year is the one with its first Thursday. */
function weekOf(year: number, month: number, day: number): number {
  const date = Date.UTC(year, month - 1, day);
  const thursday = date + (4 - (new Date(date).getUTCDay() || 7)) * DAY;
  return Math.floor((thursday - Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1)) / DAY / 7) + 1;
}

const DAY = 86_400_000;
