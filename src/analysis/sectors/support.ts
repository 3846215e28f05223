import type { SupportRule } from '../../answers/index.ts';
import { bitSetsOf, type BitSets } from '../compare/bit-sets.ts';
import type { TechniqueCounts } from './technique-counts.ts';

/**
 * When a technique counts as present. Chosen on generated sightings whose true overlap is known (docs/sectors.md has the figures): a
 * share of 0.2 % gives the same similarities at 100,000 as at 10 million sightings, and separates sectors that are alike from others
 * better than any higher one; a thousandth does so, too, but needs more sightings than most sectors have.
 */
export const SUPPORT: SupportRule = {
  rule: 'relative',
  ofSightings: 0.002,
  ofOrganisations: 0.05,
  organisations: 2,
  least: { sightings: 1000, organisations: 3, aggregated: 10 },
};

/** Seen once is seen. What is too little to be compared is so under this rule, too. */
export const RAW_SUPPORT: SupportRule = {
  ...SUPPORT,
  rule: 'raw',
  ofSightings: 0,
  ofOrganisations: 0,
  organisations: 1,
};

/** Whether presence is by counts alone: no organisation is named there, or each thing is one. */
function isByCounts({ totals }: TechniqueCounts, name: number, eachIsOne: boolean): boolean {
  return eachIsOne || totals.organisations[name] === 0;
}

/** Of what there is too little to compare a thing; undefined where it is compared. */
export function tooFew(
  counts: TechniqueCounts,
  name: number,
  { least }: SupportRule,
  eachIsOne: boolean,
): 'sightings' | 'organisations' | undefined {
  const byCounts = isByCounts(counts, name, eachIsOne);
  if (!byCounts && (counts.totals.organisations[name] ?? 0) < least.organisations) return 'organisations';
  const needed = byCounts && !eachIsOne ? least.aggregated : least.sightings;
  return (counts.totals.sightings[name] ?? 0) < needed ? 'sightings' : undefined;
}

/** The techniques that are present at each thing, by a rule: set `n` is of thing `n`, item `t` technique `t`. */
export function presentTechniques(counts: TechniqueCounts, rule: SupportRule, eachIsOne: boolean): BitSets {
  const width = counts.techniques.length;
  const techniques = [...counts.techniques.keys()];
  const sets = counts.names.map((_, name) => {
    const sightings = rule.ofSightings * (counts.totals.sightings[name] ?? 0);
    const organisations = isByCounts(counts, name, eachIsOne)
      ? 0
      : Math.max(rule.organisations, rule.ofOrganisations * (counts.totals.organisations[name] ?? 0));
    return techniques.filter((technique) => {
      const cell = name * width + technique;
      const seen = counts.sightings[cell] ?? 0;
      return seen > 0 && seen >= sightings && (counts.organisations[cell] ?? 0) >= organisations;
    });
  });
  return bitSetsOf(sets, width);
}

/** Share of a technique in the sightings of a thing, 0 … 1. */
export function shareOf(
  { techniques, sightings, totals }: TechniqueCounts,
  name: number,
  technique: number,
): number {
  const all = totals.sightings[name] ?? 0;
  return all === 0 ? 0 : (sightings[name * techniques.length + technique] ?? 0) / all;
}
