import { DORMANT_AFTER_YEARS, RECENT_YEARS } from '../../../threat/index.ts';
import { latestDay, yearsBefore } from '../../score/evidence-date.ts';
import type { DatedReport } from '../../victims/activity.ts';
import type { TraitClaim } from '../../victims/trait.ts';
import { seenOf, strengths, type Victimology, type TraitStrengths } from '../../victims/victimology.ts';

/** What is known of a group, as factors read it. */
export interface Standing {
  readonly group: number;
  readonly claims: readonly TraitClaim[];
  readonly known: TraitStrengths;
  readonly reports: readonly DatedReport[];
  /** Those of the last {@link RECENT_YEARS} years before the day of the ranking. */
  readonly recent: readonly DatedReport[];
  /** Whether no report on it is newer than the day that was asked for, nor, where no report is dated, a day on which it was seen; false where nothing is dated. */
  readonly isSilent: boolean;
}

/**
 * The standing of all groups on a day.
 *
 * @param activeSince day before which the newest report makes a group silent
 */
export function standingsOf(
  { groups }: Victimology,
  asOf: string,
  activeSince: string = activeSinceOf(asOf),
): readonly Standing[] {
  const since = yearsBefore(asOf, RECENT_YEARS);
  return groups.map((victims) => ({
    group: victims.group,
    claims: victims.claims,
    known: strengths(victims),
    reports: victims.reports,
    recent: victims.reports.filter(({ published }) => latestDay(published) >= since),
    isSilent: isBefore(victims.reports.at(-1)?.published ?? seenOf(victims).lastSeen, activeSince),
  }));
}

/** The day since which a group must have been reported on to count as active on another. */
export function activeSinceOf(asOf: string): string {
  return asOf === '' ? '' : yearsBefore(asOf, DORMANT_AFTER_YEARS);
}

/** Dates that name a month or a year count as their last day. */
function isBefore(date: string | undefined, day: string): boolean {
  return date !== undefined && latestDay(date) < day;
}
