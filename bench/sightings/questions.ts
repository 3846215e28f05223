import type { SightingQuery } from '../../src/sightings/index.ts';

/** What is measured. `table` is what a bare engine reads for it; the most that ours may take of its processor time stands beside. */
export const QUESTIONS: Readonly<Record<string, { readonly query: SightingQuery; readonly budget: number }>> =
  {
    'sector × technique': {
      // The first day is not that of a month, so that rows are counted, and not sums.
      query: { by: ['sector', 'technique'], measures: ['sightings'], filter: { from: '2025-11-02' } },
      budget: 1.1,
    },
    'with organisations': {
      query: {
        by: ['sector', 'technique'],
        measures: ['sightings', 'organisations'],
        filter: { from: '2025-11-02' },
      },
      budget: 1.1,
    },
    'a dashboard of sectors': {
      query: {
        by: ['sector'],
        measures: ['sightings', 'rows', 'organisations', 'techniques', 'first', 'last'],
      },
      budget: 1.2,
    },
    'drill-down to days, organisations, products': {
      query: {
        by: ['day', 'organisation', 'source'],
        measures: ['sightings'],
        filter: { from: '2026-03-01', until: '2026-04-01', sectors: ['agriculture'], techniques: ['T9100'] },
        largest: 'sightings',
        limit: 50,
      },
      budget: Number.POSITIVE_INFINITY,
    },
  };

/** What sums by month answer. */
export const BY_MONTH: Readonly<Record<string, SightingQuery>> = {
  'sector × technique': { by: ['sector', 'technique'], measures: ['sightings'] },
  'with organisations': { by: ['sector', 'technique'], measures: ['sightings', 'organisations'] },
  'technique by month': { by: ['month', 'technique'], measures: ['sightings'] },
  'organisation × technique': { by: ['organisation', 'technique'], measures: ['sightings'] },
};
