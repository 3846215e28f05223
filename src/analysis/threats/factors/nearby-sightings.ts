import type { SeenNearby } from '../../../answers/index.ts';
import type { CountedRow } from '../../../sightings/index.ts';
import { addTo, count, sum, tally } from '../../../text/index.ts';
import { typesOf } from '../../../threat/index.ts';
import type { Catalogue } from '../../../knowledge/index.ts';
import type { Sighted } from './factor.ts';

/** Imported sightings at the organisation itself, or in its sectors. */
export interface SightingCounts {
  /** By month and group, with any measure. */
  readonly months: readonly CountedRow[];
  /** By group, with the number of organisations; in its sectors alone, so that the organisation can be taken off those there. */
  readonly groups: readonly CountedRow[];
  /** By technique, with the number of sightings and of organisations. */
  readonly techniques: readonly CountedRow[];
}

/** What was seen near an organisation, as rankings and expectations read it. */
export interface NearbySightings {
  /** What was seen of a group, by its term. */
  readonly ofGroup: (group: number) => readonly Sighted[];
  /** What was seen of a technique, by its ATT&CK id; undefined where nothing was. */
  readonly ofTechnique: (id: string) => SeenNearby | undefined;
  /** Groups of which anything was seen. */
  readonly groups: number;
}

/** How much others of the sector count beside the organisation itself, as for sightings that sources report. */
const OF_SECTOR = 0.6;

/** Fewer organisations of a sector than these are none. */
const LEAST_ORGANISATIONS = 2;

/**
 * Reads counts of imported sightings. Months and organisations count, and how many sightings there are does not: one noisy rule
 * makes a million of them in a day. The first month or further organisation is worth a half, each one more a half of what is left.
 */
export function nearbySightings(
  catalogue: Catalogue,
  name: string,
  own: SightingCounts,
  sector: SightingCounts,
): NearbySightings {
  const terms = new Map(catalogue.ofType(typesOf('group')).map((term) => [catalogue.label(term), term]));
  const seen = new Map<number, Sighted[]>();
  const [ownOrganisations, ownMonths] = [organisationsOf(own.groups), monthsOf(own.months)];
  for (const [group, months] of ownMonths) {
    const term = terms.get(group);
    if (term === undefined) continue;
    const label = `detections at ${name} named it in ${count(months, 'month')}`;
    addTo(seen, term, { label, value: approaching(months), namesGroup: true, isImported: true });
  }
  const months = monthsOf(sector.months);
  for (const [group, all] of organisationsOf(sector.groups)) {
    const [term, others] = [terms.get(group), all - (ownOrganisations.get(group) ?? 0)];
    if (term === undefined || others < LEAST_ORGANISATIONS) continue;
    const when = months.get(group) ?? 0;
    const label = `detections at ${count(others, 'organisation')} of its sectors named it in ${count(when, 'month')}`;
    const value = OF_SECTOR * approaching(when) * approaching(others - 1);
    addTo(seen, term, { label, value, namesGroup: true, isImported: true });
  }
  return {
    ofGroup: (group) => seen.get(group) ?? [],
    ofTechnique: techniqueReader(own.techniques, sector.techniques),
    groups: seen.size,
  };
}

/** 1 → ½, 2 → ¾, 3 → ⅞ … */
function approaching(times: number): number {
  return 1 - 0.5 ** times;
}

function monthsOf(rows: readonly CountedRow[]): ReadonlyMap<string, number> {
  return tally(rows.map(({ by: [, group = ''] }) => group));
}

function organisationsOf(rows: readonly CountedRow[]): ReadonlyMap<string, number> {
  return new Map(
    rows.map(({ by: [group = ''], measures: [organisations] }) => [group, Number(organisations)]),
  );
}

function techniqueReader(
  own: readonly CountedRow[],
  sector: readonly CountedRow[],
): NearbySightings['ofTechnique'] {
  const [there, around] = [own, sector].map((rows) => ({
    rows: new Map(rows.map(({ by: [id = ''], measures }) => [id, measures.map(Number)])),
    all: sum(rows.map(({ measures: [sightings] }) => Number(sightings))),
  }));
  return (id) => {
    const [ownSeen = 0] = there?.rows.get(id) ?? [];
    const [sectorSeen = 0, organisations = 0] = around?.rows.get(id) ?? [];
    if (ownSeen + sectorSeen === 0) return undefined;
    return {
      own: ownSeen,
      ownShare: ownSeen === 0 ? 0 : ownSeen / (there?.all ?? 1),
      sector: sectorSeen,
      sectorShare: sectorSeen === 0 ? 0 : sectorSeen / (around?.all ?? 1),
      organisations,
    };
  };
}
