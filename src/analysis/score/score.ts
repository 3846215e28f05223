import type { EvidenceDate, Score, ScorePolicy, ScoreStatus } from '../../answers/index.ts';
import { compareText } from '../../text/index.ts';
import type { Evidence, SourceKind, Withdrawal } from '../../facts/index.ts';
import { evidenceDates, latestDay, yearsBefore } from './evidence-date.ts';

/** The policy that holds where settings name no other. */
export const DEFAULT_SCORE_POLICY: ScorePolicy = {
  confirmed: 90,
  mentioned: 60,
  legacy: 30,
  legacyAfterYears: 5,
};

/** What a score is made from. */
export interface Scored {
  /** Of a derived use: the evidence of what the group and its campaigns are reported to do. */
  readonly evidence: readonly Evidence[];
  readonly use: 'direct' | 'derived';
  /** Whether the technique itself is withdrawn. */
  readonly withdrawn?: Withdrawal | undefined;
}

/**
 * Scores the use of a technique. In this order: withdrawn technique → legacy; newest evidence older than
 * the policy's years → legacy; only derived, or reported only by uncurated sources or as mentioned → mentioned; otherwise confirmed.
 *
 * A date that names only a month or a year counts as its last day, so that nothing is called old that may not be.
 * Evidence without any date is not old: its age is not known, and the reason says so.
 *
 * @param asOf the day from which age is counted, `2025-10-28`
 */
export function scoreOf(scored: Scored, asOf: string, policy: ScorePolicy = DEFAULT_SCORE_POLICY): Score {
  const newest = newestOf(evidenceDates(scored.evidence));
  const { status, why } = decide(scored, newest, asOf, policy);
  return { score: policy[status], status, reason: [why, sayAge(newest, asOf)].join('; ') };
}

/** The newest of some dates, by the last day that each may mean; of equal ones the first by name. */
export function newestOf(dates: readonly EvidenceDate[]): EvidenceDate | undefined {
  return dates.toSorted(
    (left, right) =>
      compareText(latestDay(right.date), latestDay(left.date)) || compareText(left.by, right.by),
  )[0];
}

/** Whether a kind of source is curated, or a case of one's own; the others report what nobody has reviewed for the group. */
const IS_CURATED: Readonly<Record<SourceKind, boolean>> = {
  attack: true,
  galaxy: true,
  mapping: true,
  incident: true,
  analyst: true,
  'vendor-report': false,
  feed: false,
};

/** What a reviewer holds of a fact in an uncurated source counts as an analyst’s word; what is only mentioned counts so in every source. */
function confirms({ source, status }: Evidence): boolean {
  if (status === 'mentioned') return false;
  return IS_CURATED[source.kind] || status === 'confirmed' || status === 'probable';
}

function decide(
  { evidence, use, withdrawn }: Scored,
  newest: EvidenceDate | undefined,
  asOf: string,
  { legacyAfterYears }: ScorePolicy,
): { readonly status: ScoreStatus; readonly why: string } {
  if (withdrawn !== undefined) return { status: 'legacy', why: `the technique is ${withdrawn}` };
  if (newest !== undefined && latestDay(newest.date) < yearsBefore(asOf, legacyAfterYears))
    return { status: 'legacy', why: `no evidence within ${legacyAfterYears} years before ${asOf}` };
  if (use === 'derived')
    return { status: 'mentioned', why: 'only derived: no source reports it of the group itself' };
  const confirming = evidence.find(confirms);
  return confirming === undefined
    ? { status: 'mentioned', why: 'no curated source reports it, and no reviewer vouches for it' }
    : { status: 'confirmed', why: `reported by ${confirming.source.name}` };
}

function sayAge(newest: EvidenceDate | undefined, asOf: string): string {
  if (newest === undefined) return `no dated evidence, so its age on ${asOf} is not known`;
  return `newest evidence ${newest.date} (${newest.by})`;
}
