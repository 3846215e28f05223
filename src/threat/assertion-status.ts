/** How sure an assertion is: seen and proved, held to be so on good grounds, only suspected, or mentioned in a report that nobody has checked. */
export const ASSERTION_STATUSES = ['confirmed', 'probable', 'suspected', 'mentioned'] as const;
/** One of {@link ASSERTION_STATUSES}. */
export type AssertionStatus = (typeof ASSERTION_STATUSES)[number];

/** How sure that is on STIX’s scale of 0 … 100. Judgements, not measured. */
export const STATUS_CONFIDENCE: Readonly<Record<AssertionStatus, number>> = {
  confirmed: 90,
  probable: 80,
  mentioned: 60,
  suspected: 50,
};
