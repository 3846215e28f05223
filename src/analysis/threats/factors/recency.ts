import type { EvidenceDate } from '../../../answers/index.ts';
import { RECENCIES, RECENT_YEARS, type Recency } from '../../../threat/index.ts';
import { latestDay, yearsBefore } from '../../score/evidence-date.ts';

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
