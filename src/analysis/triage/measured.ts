/**
 * How good lists of candidates were on incidents that ATT&CK learnt of later, by techniques alone: `npm run bench:triage`.
 * docs/triage.md has intervals, and what was measured on what.
 */
export const MEASURED = {
  incidents: 196,
  first: 0.21,
  firstFive: 0.55,
  firstTen: 0.63,
  unlisted: 0.46,
  on: 'reports newer than the release that the profiles come from',
} as const;
