import { isCleared, type MarkingLevel } from '../facts/index.ts';
import { addTo, compareText, sum } from '../text/index.ts';
import { parentNumber } from '../threat/index.ts';
import type { Amount, CountedRow, Dimension, Measure, SightingFilter, SightingQuery } from './query.ts';
import type { Batch, Sighting } from './sighting.ts';
import type { SightingStore } from './store.ts';

/** Some sightings with the batch they came in. */
export interface HeldBatch {
  readonly batch: Batch;
  readonly sightings: readonly Sighting[];
}

/** A store without an engine, for few sightings: what the engines must answer too. */
export function memorySightings(
  held: readonly HeldBatch[],
  { isSynthetic = false }: { readonly isSynthetic?: boolean } = {},
): SightingStore {
  return {
    engine: 'memory',
    isSynthetic,
    batches: async () => await Promise.resolve(held.map(({ batch }) => batch)),
    ask: async (query) => await Promise.resolve(counted(query, held)),
    check: async () =>
      await Promise.resolve({ rows: sum(held.map(({ batch }) => batch.rows)), sumsToMend: [] }),
    clearedTo: (level: MarkingLevel | undefined) =>
      memorySightings(
        held.filter(({ batch }) => isCleared(batch.level, level)),
        { isSynthetic },
      ),
    close: async () => await Promise.resolve(),
  };
}

function counted(query: SightingQuery, held: readonly HeldBatch[]): readonly CountedRow[] {
  const groups = new Map<string, Sighting[]>();
  // One row of totals stands also where there is nothing to add up.
  if (query.by.length === 0) groups.set(JSON.stringify([]), []);
  const { batches: left = [] } = query.filter?.hidden ?? {};
  for (const { sightings } of held.filter(({ batch }) => !left.includes(batch.id)))
    for (const sighting of sightings)
      if (isMeant(sighting, query.filter ?? {}))
        addTo(groups, JSON.stringify(query.by.map((dimension) => VALUE_OF[dimension](sighting))), sighting);
  const { least, largest, limit } = query;
  return [...groups.values()]
    .filter((group) => least === undefined || numberOf(least.measure, group) >= least.value)
    .map((group) => ({
      row: {
        by: query.by.map((dimension) => (group[0] === undefined ? '' : VALUE_OF[dimension](group[0]))),
        measures: query.measures.map((measure) => MEASURE[measure](group)),
      },
      weight: largest === undefined ? 0 : numberOf(largest, group),
    }))
    .toSorted((one, other) => other.weight - one.weight || compareKeys(one.row, other.row))
    .slice(0, limit)
    .map(({ row }) => row);
}

function numberOf(measure: Amount, group: readonly Sighting[]): number {
  return Number(MEASURE[measure](group));
}

function compareKeys(one: CountedRow, other: CountedRow): number {
  for (const [index, value] of one.by.entries()) {
    const order = compareCharacters(value, other.by[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

/** As engines do, which hold texts as UTF-8: what lies beyond U+FFFF comes last, where UTF-16 has it before U+E000. */
function compareCharacters(one: string, other: string): number {
  const [characters, others] = [Array.from(one), Array.from(other)];
  for (const [index, character] of characters.entries()) {
    const difference = (character.codePointAt(0) ?? 0) - (others[index]?.codePointAt(0) ?? -1);
    if (difference !== 0) return difference;
  }
  return characters.length - others.length;
}

const VALUE_OF: Readonly<Record<Dimension, (sighting: Sighting) => string>> = {
  month: ({ time }) => time.slice(0, 7),
  day: ({ time }) => time.slice(0, 10),
  sector: ({ sector }) => sector,
  organisation: ({ organisation }) => organisation,
  group: ({ group }) => group,
  technique: ({ technique }) => technique,
  parent: ({ technique }) => parentNumber(technique),
  source: ({ source }) => source,
  detector: ({ detector }) => detector,
};

const MEASURE: Readonly<Record<Measure, (group: readonly Sighting[]) => number | string>> = {
  sightings: (group) => sum(group.map(({ count }) => count)),
  rows: (group) => group.length,
  organisations: (group) => knownOf(group, 'organisation'),
  techniques: (group) => knownOf(group, 'technique'),
  first: (group) => days(group).at(0) ?? '',
  last: (group) => days(group).at(-1) ?? '',
};

function knownOf(group: readonly Sighting[], dimension: Dimension): number {
  const values = new Set(group.map((sighting) => VALUE_OF[dimension](sighting)));
  values.delete('');
  return values.size;
}

function days(group: readonly Sighting[]): readonly string[] {
  return group.map(({ time }) => time.slice(0, 10)).toSorted(compareText);
}

function isMeant(sighting: Sighting, filter: SightingFilter): boolean {
  const day = VALUE_OF.day(sighting);
  const { from = '', until, known = [], hidden = {} } = filter;
  const lists = [
    [filter.sectors, sighting.sector],
    [filter.organisations, sighting.organisation],
    [filter.groups, sighting.group],
    [filter.techniques, sighting.technique],
    [filter.parents, parentNumber(sighting.technique)],
  ] as const;
  return (
    compareText(day, from) >= 0 &&
    (until === undefined || compareText(day, until) < 0) &&
    lists.every(([words, value]) => words === undefined || words.includes(value)) &&
    hidden.sources?.includes(sighting.source) !== true &&
    hidden.detectors?.includes(sighting.detector) !== true &&
    known.every((dimension) => sighting[dimension] !== '')
  );
}
