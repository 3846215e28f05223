import { highest } from '../../../text/index.ts';
import { NOTHING, UNKNOWN, type FactorReader, type Reading } from './factor.ts';
import { latestDay, yearsBetween } from '../../score/evidence-date.ts';
import type { DatedReport } from '../../victims/activity.ts';
import { FRESHNESS_HALVES_IN_YEARS, RECENT_YEARS, type FactorName } from '../../../threat/index.ts';

/** Reports from which on more add nothing: the value is ln(1 + reports) / ln(1 + this), at most 1. */
const MANY_REPORTS = 100;

/** Uses naming a product from which on more add nothing. */
const MANY_USES = 5;

/** What groups are reported to do: how much, how lately, on what, and what was seen of it. */
export const ACT_FACTORS = {
  freshness: {
    applies: () => true,
    read: ({ reports }, { asOf }) => {
      const newest = reports.at(-1);
      if (newest === undefined) return UNKNOWN;
      const years = Math.max(0, yearsBetween(latestDay(newest.published), asOf));
      return {
        value: 2 ** (-years / FRESHNESS_HALVES_IN_YEARS),
        found: `last report ${newest.published}`,
        grounds: { reports: [newest] },
      };
    },
  },
  recency: {
    applies: () => true,
    read: ({ recent, reports }) => volume(recent, `in ${RECENT_YEARS} years`, reports.length > 0),
  },
  volume: {
    applies: () => true,
    read: ({ reports }) => volume(reports, 'in all', reports.length > 0),
  },
  platform: {
    applies: (organisation) => organisation.platforms.length > 0,
    read: ({ group }, { lookups }) => {
      const fit = lookups.platformFit(group);
      if (fit === undefined) return UNKNOWN;
      return {
        value: fit.fitting / fit.of,
        found: `${fit.fitting} of ${fit.of} techniques`,
        grounds: {},
      };
    },
  },
  product: {
    applies: (organisation) => organisation.products.length > 0,
    read: ({ group }, { lookups }) => {
      const uses = lookups.productUses(group);
      if (uses.length === 0) return NOTHING;
      return {
        value: Math.min(1, Math.log1p(uses.length) / Math.log1p(MANY_USES)),
        found: [...new Set(uses.map(({ product }) => product))].join(', '),
        grounds: { facts: uses.map(({ fact }) => fact) },
      };
    },
  },
  sighting: {
    applies: () => true,
    read: ({ group }, { lookups }) => {
      const seen = lookups.sightings(group);
      if (seen.length === 0) return NOTHING;
      const value = highest(seen.map((each) => each.value));
      const without = highest(
        seen.flatMap((each) => (each.isImported === true ? [] : [each.value])),
        0,
      );
      return {
        value,
        found: seen.map(({ label }) => label).join('; '),
        grounds: { facts: seen.flatMap(({ fact }) => fact ?? []) },
        ...(value > without ? { fromSightings: value - without } : {}),
      };
    },
  },
} satisfies Partial<Record<FactorName, FactorReader>>;

/** A group that nobody reported on with a date is unknown, not idle. */
function volume(reports: readonly DatedReport[], when: string, isKnown: boolean): Reading {
  if (!isKnown) return UNKNOWN;
  if (reports.length === 0) return NOTHING;
  return {
    value: Math.min(1, Math.log1p(reports.length) / Math.log1p(MANY_REPORTS)),
    found: `${reports.length} ${reports.length === 1 ? 'report' : 'reports'} ${when}`,
    grounds: { reports },
  };
}
