/**
 * How often a source is asked for anew by `foeprint sync --due`. `release`: every time, since asking whether there is
 * a newer release costs next to nothing; the others at most once in that time.
 */
export const INTERVALS = ['release', 'day', 'week', 'month'] as const;
/** How often a source is due. */
export type Interval = (typeof INTERVALS)[number];

const DAYS: Readonly<Record<Exclude<Interval, 'month'>, number>> = { release: 0, day: 1, week: 7 };

/**
 * Whether a source should be asked for again.
 *
 * @param lastAsked when it was last asked for, ISO 8601; undefined: never, then it is due
 * @param now ISO 8601
 */
export function isDue(every: Interval, lastAsked: string | undefined, now: string): boolean {
  if (lastAsked === undefined) return true;
  const next = nextTime(every, new Date(lastAsked));
  // A time that cannot be read, or one in the future (a clock was wrong), must not keep a source from ever being due.
  return !(next.getTime() > Date.parse(now)) || Date.parse(lastAsked) > Date.parse(now);
}

function nextTime(every: Interval, last: Date): Date {
  const next = new Date(last);
  if (every !== 'month') next.setUTCDate(next.getUTCDate() + DAYS[every]);
  else {
    next.setUTCMonth(next.getUTCMonth() + 1);
    // The 31st of a month without one would slip into the month after.
    if (next.getUTCDate() !== last.getUTCDate()) next.setUTCDate(0);
  }
  return next;
}
