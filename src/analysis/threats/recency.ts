import type { EvidenceDate } from '../../answers/index.ts';
import { RECENT_YEARS } from '../../threat/index.ts';
import { latestDay, yearsBefore } from '../score/evidence-date.ts';

/**
 * How much a use counts by the age of its newest evidence. Judgements, not measured: change them by decision, with a
 * reason. What has no date counts as what is neither recent nor old: nobody knows which it is.
 */
export const RECENCIES = [
  { name: 'recent', weight: 1, says: `evidence of the last ${RECENT_YEARS} years` },
  { name: 'ageing', weight: 0.7, says: 'older, but not yet legacy' },
  { name: 'legacy', weight: 0.4, says: 'older than the score policy takes for legacy' },
  { name: 'undated', weight: 0.7, says: 'no dated evidence' },
] as const;

/** A row of {@link RECENCIES}. */
export type Recency = (typeof RECENCIES)[number];

const [RECENT, AGEING, LEGACY, UNDATED] = RECENCIES;

/**
 * Reads the recency of uses, by the newest date of the evidence. Dates that name a month or a year count as their last
 * day, as in scores.
 *
 * @param asOf day from which age counts
 * @param legacyAfterYears from this age on it is legacy, and never recent
 */
export function recencyReader(
  asOf: string,
  legacyAfterYears: number,
): (newest: EvidenceDate | undefined) => Recency {
  const [legacyBefore, recentFrom] = [yearsBefore(asOf, legacyAfterYears), yearsBefore(asOf, RECENT_YEARS)];
  return (newest) => {
    if (newest === undefined) return UNDATED;
    const day = latestDay(newest.date);
    if (day < legacyBefore) return LEGACY;
    return day < recentFrom ? AGEING : RECENT;
  };
}
