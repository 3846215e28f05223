/**
 * How good lists of candidates were on incidents that ATT&CK learnt of later, by techniques alone: `npm run bench:triage`.
 * docs/triage.md has intervals, and what was measured on what.
 */
export const MEASURED = {
  incidents: 109,
  first: 0.24,
  firstFive: 0.56,
  firstTen: 0.65,
  unlisted: 0.51,
  on: 'reports newer than the release that the profiles come from',
} as const;
