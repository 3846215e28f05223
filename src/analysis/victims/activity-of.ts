import type { KnownActivity } from '../../answers/index.ts';
import { defined, tally } from '../../text/index.ts';
import { seenOf, type GroupVictims } from './victimology.ts';

/** Reports named. */
const LATEST = 3;

/** When a group was seen, by the reports of each year. */
export function activityOf(victims: GroupVictims): KnownActivity {
  const { firstSeen = '', lastSeen = '' } = seenOf(victims);
  const years = tally(victims.reports.map(({ published }) => published.slice(0, 4)));
  return {
    firstSeen,
    lastSeen,
    reports: victims.reports.length,
    years: [...years].map(([year, reports]) => ({ year, reports })),
    latest: victims.reports
      .slice(-LATEST)
      .toReversed()
      .map(({ name, published, url }) => defined({ name, published, url })),
  };
}

/** Of what nothing is reported: no claims, no reports, no dates. */
export function nothingKnown(group: number): GroupVictims {
  return { group, subjects: [], claims: [], reports: [], dates: [] };
}
