import { RECENT_YEARS } from '../../../threat/index.ts';
import { latestDay, yearsBefore } from '../../score/evidence-date.ts';
import type { DatedReport } from '../../victims/activity.ts';
import type { TraitClaim } from '../../victims/trait.ts';
import { strengths, type Victimology, type TraitStrengths } from '../../victims/victimology.ts';

/** What is known of a group, as factors read it. */
export interface Standing {
  readonly group: number;
  readonly claims: readonly TraitClaim[];
  readonly known: TraitStrengths;
  readonly reports: readonly DatedReport[];
  /** Those of the last {@link RECENT_YEARS} years before the day of the ranking. */
  readonly recent: readonly DatedReport[];
}

/** The standing of all groups on a day. */
export function standingsOf({ groups }: Victimology, asOf: string): readonly Standing[] {
  const since = yearsBefore(asOf, RECENT_YEARS);
  return groups.map((victims) => ({
    group: victims.group,
    claims: victims.claims,
    known: strengths(victims),
    reports: victims.reports,
    recent: victims.reports.filter(({ published }) => latestDay(published) >= since),
  }));
}
