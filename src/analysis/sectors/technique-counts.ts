import type { CountedRow } from '../../sightings/index.ts';
import { compareText } from '../../text/index.ts';

/** How often techniques were seen at some things that are compared: sectors, organisations or groups. */
export interface TechniqueCounts {
  /** Names of the things, in order. */
  readonly names: readonly string[];
  /** Ids of techniques, in order. */
  readonly techniques: readonly string[];
  /** Row by row: technique `t` of thing `n` is at `n * techniques.length + t`. */
  readonly sightings: Float64Array;
  /** Organisations that have seen it there and are known, likewise. */
  readonly organisations: Uint32Array;
  /** Of every thing, over all techniques. */
  readonly totals: { readonly sightings: Float64Array; readonly organisations: Uint32Array };
}

/** What each organisation has seen, so that some can be drawn again. */
export interface OrganisationCounts extends Pick<TechniqueCounts, 'names' | 'techniques'> {
  /** Of every thing, the organisations that have seen something there. */
  readonly holders: readonly (readonly Holder[])[];
}

/** What one organisation has seen. */
export interface Holder {
  /** False for sightings that name no organisation, taken together. */
  readonly isKnown: boolean;
  /** Places in the list of techniques, each once. */
  readonly techniques: readonly number[];
  readonly sightings: readonly number[];
}

/**
 * Reads rows of one thing by organisation and technique, with the number of sightings, in any order.
 *
 * @param techniques that are counted; others are left out
 */
export function holdersOf(rows: readonly CountedRow[], techniques: readonly string[]): readonly Holder[] {
  const places = placesOf(techniques);
  const holders = new Map<string, { techniques: number[]; sightings: number[] }>();
  for (const {
    by: [organisation = '', technique = ''],
    measures: [sightings],
  } of rows) {
    const place = places.get(technique);
    if (place === undefined) continue;
    const holder = holders.get(organisation) ?? { techniques: [], sightings: [] };
    holders.set(organisation, holder);
    holder.techniques.push(place);
    holder.sightings.push(Number(sightings));
  }
  return [...holders].map(([organisation, holder]) => ({ isKnown: organisation !== '', ...holder }));
}

/**
 * Adds up what organisations have seen.
 *
 * @param times how often each organisation of a thing counts, by its place in `holders`; default once
 */
export function addedUp(
  { names, techniques, holders }: OrganisationCounts,
  times: (name: number) => ArrayLike<number> | undefined = () => undefined,
): TechniqueCounts {
  const width = techniques.length;
  const counts = emptyCounts(names, techniques);
  holders.forEach((here, name) => {
    const drawn = times(name);
    let [all, organisations] = [0, 0];
    here.forEach(({ isKnown, techniques: seen, sightings }, place) => {
      const weight = drawn?.[place] ?? 1;
      if (weight === 0) return;
      const known = isKnown ? weight : 0;
      organisations += known;
      // The loop of loops: hundreds of thousands of cells, drawn again hundreds of times.
      for (let index = 0; index < seen.length; index++) {
        const cell = name * width + (seen[index] ?? 0);
        const more = weight * (sightings[index] ?? 0);
        counts.sightings[cell] = (counts.sightings[cell] ?? 0) + more;
        counts.organisations[cell] = (counts.organisations[cell] ?? 0) + known;
        all += more;
      }
    });
    counts.totals.sightings[name] = all;
    counts.totals.organisations[name] = organisations;
  });
  return counts;
}

/** Some of the things, in the order of their places. */
export function onlyNames(counts: TechniqueCounts, places: readonly number[]): TechniqueCounts {
  const { techniques } = counts;
  const picked = emptyCounts(
    places.map((place) => counts.names[place] ?? ''),
    techniques,
  );
  for (const table of TABLES)
    places.forEach((place, row) => {
      picked[table].set(rowOf(counts, table, place), row * techniques.length);
      picked.totals[table][row] = counts.totals[table][place] ?? 0;
    });
  return picked;
}

/** Some of the techniques; totals stay over all, since shares are of everything that was seen. */
export function onlyTechniques(
  counts: TechniqueCounts,
  isMeant: (technique: string) => boolean,
): TechniqueCounts {
  const meant = counts.techniques.flatMap((technique, place) => (isMeant(technique) ? [place] : []));
  const picked = emptyCounts(
    counts.names,
    meant.map((place) => counts.techniques[place] ?? ''),
  );
  for (const table of TABLES)
    counts.names.forEach((_, name) => {
      const row = rowOf(counts, table, name);
      meant.forEach((place, column) => (picked[table][name * meant.length + column] = row[place] ?? 0));
    });
  return { ...picked, totals: counts.totals };
}

const TABLES = ['sightings', 'organisations'] as const;

function rowOf(
  counts: TechniqueCounts,
  table: (typeof TABLES)[number],
  name: number,
): Float64Array | Uint32Array {
  const width = counts.techniques.length;
  return counts[table].subarray(name * width, (name + 1) * width);
}

/**
 * Reads rows by thing and technique, and rows by thing, both with the number of sightings and of organisations, in any order. Cells
 * that are too few to be present anywhere may be left out: totals are read, not added up.
 */
export function pivotCounts(cells: readonly CountedRow[], totals: readonly CountedRow[]): TechniqueCounts {
  const counts = emptyCounts(distinct(totals, 0), distinct(cells, 1));
  const [nameAt, techniqueAt] = [placesOf(counts.names), placesOf(counts.techniques)];
  for (const {
    by: [name = '', technique = ''],
    measures: [sightings, organisations = 0],
  } of cells) {
    const row = nameAt.get(name);
    if (row === undefined) continue;
    const cell = row * counts.techniques.length + (techniqueAt.get(technique) ?? 0);
    counts.sightings[cell] = Number(sightings);
    counts.organisations[cell] = Number(organisations);
  }
  for (const {
    by: [name = ''],
    measures: [sightings, organisations],
  } of totals) {
    const row = nameAt.get(name) ?? 0;
    counts.totals.sightings[row] = Number(sightings);
    counts.totals.organisations[row] = Number(organisations);
  }
  return counts;
}

function emptyCounts(names: readonly string[], techniques: readonly string[]): TechniqueCounts {
  const cells = names.length * techniques.length;
  return {
    names,
    techniques,
    sightings: new Float64Array(cells),
    organisations: new Uint32Array(cells),
    totals: { sightings: new Float64Array(names.length), organisations: new Uint32Array(names.length) },
  };
}

function distinct(rows: readonly CountedRow[], dimension: number): readonly string[] {
  return [...new Set(rows.map(({ by }) => by[dimension] ?? ''))].toSorted(compareText);
}

function placesOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, place) => [name, place]));
}
