import { RECENT_YEARS } from '../../../threat/index.ts';
import { latestDay, yearsBefore } from '../../score/evidence-date.ts';
import type { DatedReport } from '../../victims/activity.ts';
import type { TraitClaim } from '../../victims/trait.ts';
import { strengths, type GroupVictims, type Victimology } from '../../victims/victimology.ts';

/** What is known of a group, as factors read it. */
export interface Standing {
  readonly group: number;
  readonly claims: readonly TraitClaim[];
  /** Name in `SECTORS` → strength of the strongest claim, 0 … 1; likewise the others. Empty where nothing is known. */
  readonly sectors: ReadonlyMap<string, number>;
  readonly countries: ReadonlyMap<string, number>;
  readonly regions: ReadonlyMap<string, number>;
  readonly motives: ReadonlyMap<string, number>;
  readonly origins: ReadonlyMap<string, number>;
  readonly reports: readonly DatedReport[];
  /** Those of the last {@link RECENT_YEARS} years before the day of the ranking. */
  readonly recent: readonly DatedReport[];
}

/** The standing of all groups on a day. */
export function standingsOf({ groups }: Victimology, asOf: string): readonly Standing[] {
  const since = yearsBefore(asOf, RECENT_YEARS);
  return groups.map((victims) => standingOf(victims, since));
}

function standingOf(victims: GroupVictims, since: string): Standing {
  const best = strengths(victims);
  return {
    group: victims.group,
    claims: victims.claims,
    sectors: best.sector,
    countries: best.country,
    regions: best.region,
    motives: best.motive,
    origins: best.origin,
    reports: victims.reports,
    recent: victims.reports.filter(({ published }) => latestDay(published) >= since),
  };
}
