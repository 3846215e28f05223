import { RECENT_YEARS } from './threat-factors.ts';

/** What may order techniques that are to be expected: how far they are, or that times how rare they are elsewhere. */
export const EXPECTED_ORDERS = ['expectation', 'rarity'] as const;
export type ExpectedOrder = (typeof EXPECTED_ORDERS)[number];

/** Kinds of thing to do about techniques that can be put in order. */
export const PRIORITY_KINDS = ['mitigations', 'detections', 'log-sources', 'data-components'] as const;
export type PriorityKind = (typeof PRIORITY_KINDS)[number];

/**
 * How much a use counts by the age of its newest evidence. Judgements, not measured: change them by decision, with a
 * reason. What has no date counts as what is neither recent nor old: nobody knows which it is.
 */
export const RECENCIES = [
  { name: 'recent', weight: 1, label: `evidence of the last ${RECENT_YEARS} years` },
  { name: 'ageing', weight: 0.7, label: 'older, but not yet legacy' },
  { name: 'legacy', weight: 0.4, label: 'older than the score policy takes for legacy' },
  { name: 'undated', weight: 0.7, label: 'no dated evidence' },
] as const;

/** A row of {@link RECENCIES}. */
export type Recency = (typeof RECENCIES)[number];

/** How many groups, or contributions, count as few. */
export const FEW = 3;

/** Kinds of what a plan can choose from. */
export const PLAN_KINDS = [
  'mitigations',
  'detections',
  'log-sources',
  'data-components',
  'controls',
] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** Whether things of a kind answer techniques through the analytics that they feed. */
export function feedsAnalytics(kind: PlanKind): boolean {
  return kind === 'log-sources' || kind === 'data-components';
}

/** Those that it chooses from where nobody says: data components are log sources once more, only coarser. */
export const PLANNED_KINDS: readonly PlanKind[] = ['mitigations', 'detections', 'log-sources', 'controls'];
