import type {
  Linkage,
  Mention,
  SectorCluster,
  SectorMeasure,
  SectorPair,
  SectorsAnswer,
  SupportRule,
} from '../../answers/index.ts';
import { defined, lowest, sum } from '../../text/index.ts';
import { holderCounts, holds, sharedCount, type BitSets } from '../compare/bit-sets.ts';
import { clusterBy, clusterOrder, clustersAt } from '../compare/cluster.ts';
import { surpriseOf } from '../compare/hypergeometric.ts';
import { sharedTable, squareTable } from '../compare/overlap-matrix.ts';
import { madeBy } from './made-by.ts';
import { among, meanOfPairs, nearestPairs, pairsAtLeast, type Pair, type Similarities } from './pairs.ts';
import { similarityOf } from './similarity.ts';
import { presentTechniques, RAW_SUPPORT, shareOf, tooFew } from './support.ts';
import { onlyNames, onlyTechniques, type TechniqueCounts } from './technique-counts.ts';

/** What was counted, and what is known of it. */
export interface Counted {
  readonly counts: TechniqueCounts;
  /** How many techniques were seen at a thing at all, by its name in the counts. */
  readonly seenAt: (name: string) => number;
  /** Month by month. */
  readonly months: readonly { readonly month: string; readonly counts: TechniqueCounts }[];
  /** True where organisations are compared: then no number of them makes presence. */
  readonly eachIsOne: boolean;
  /** What a thing is called, by its name in the counts. */
  readonly nameOf: (name: string) => string;
  readonly techniqueOf: (id: string) => Mention;
  /** Tactics in the order to show, with the ids of their techniques. */
  readonly tactics: readonly TacticTechniques[];
}

/** A tactic, and which ids are of its techniques. */
export interface TacticTechniques {
  readonly tactic: Mention;
  readonly has: (id: string) => boolean;
}

/** How it is to be compared. */
export interface SectorSearch {
  readonly support: SupportRule;
  readonly measure: SectorMeasure;
  readonly linkage: Linkage;
  readonly threshold: number;
  /** Most pairs listed. */
  readonly limit: number;
  /** Only techniques of this tactic. */
  readonly tactic?: TacticTechniques | undefined;
}

/** What of an answer is computed. */
export type SectorOverlap = Omit<
  SectorsAnswer,
  'between' | 'by' | 'scope' | 'resamples' | Exclude<keyof SectorSearch, 'limit'>
>;

/** With more than these, tables have megabytes that nobody reads. */
const MOST_IN_TABLES = 100;

/** Compares sectors, organisations or groups with each other by the techniques that were seen there. */
export function sectorOverlap(counted: Counted, search: SectorSearch): SectorOverlap {
  const { threshold, linkage } = search;
  const all = ofTactic(counted.counts, search);
  const unordered = compareEnough(all, counted, search);
  const tree = clusterBy(unordered.table, unordered.size, linkage);
  const order = clusterOrder(tree, unordered.table);
  const ordered = onlyNames(unordered.counts, order);
  const compared = {
    ...among(unordered, order),
    counts: ordered,
    present: presentTechniques(ordered, search.support, counted.eachIsOne),
  };
  const { counts, present, table, size } = compared;
  const everywhere = holderCounts(present);
  const techniques = anywhere(everywhere);
  const inTables = size <= MOST_IN_TABLES;
  const hasRaw = inTables && !counted.eachIsOne;
  const raw = compare(onlyNames(counts, hasRaw ? [...counts.names.keys()] : []), counted, {
    ...search,
    support: RAW_SUPPORT,
  });
  const placeOf = new Map(order.map((place, index) => [place, index]));
  return {
    compared: counts.names.map((id, name) => ({
      id,
      name: counted.nameOf(id),
      sightings: counts.totals.sightings[name] ?? 0,
      organisations: counts.totals.organisations[name] ?? 0,
      aggregated: !counted.eachIsOne && counts.totals.organisations[name] === 0,
      techniques: present.sizes[name] ?? 0,
      seen: counted.seenAt(id),
    })),
    leftOut: all.names.flatMap((id, name) => {
      const because = tooFew(all, name, search.support, counted.eachIsOne);
      return because === undefined ? [] : [{ id, name: counted.nameOf(id), because }];
    }),
    techniquesPresent: techniques.length,
    ...defined({ mean: meanOfPairs(compared), rawMean: meanOfPairs(raw) }),
    shared: inTables ? rowsOf(sharedTable(present), size) : [],
    similarity: inTables ? rowsOf(table, size) : [],
    pairsAtThreshold: pairsAtLeast(compared, threshold),
    pairs: nearestPairs(compared, threshold, search.limit).map((pair) =>
      described(pair, compared, techniques.length),
    ),
    clusters: clustersAt(tree, threshold).map((members) =>
      describedCluster(
        members.flatMap((member) => placeOf.get(member) ?? []).toSorted((one, other) => one - other),
        everywhere,
        compared,
        counted,
      ),
    ),
    tactics: counted.tactics.flatMap((each) => overlapIn(each, compared, counted, search)),
    months: counted.months.map(({ month, counts: monthly }) => {
      const own = compareEnough(ofTactic(monthly, search), counted, search);
      return {
        month,
        sightings: sum(own.counts.totals.sightings),
        compared: own.size,
        ...defined({ mean: meanOfPairs(own) }),
        pairs: pairsAtLeast(own, threshold),
      };
    }),
    techniques: (inTables ? techniques : []).map((technique) => ({
      technique: counted.techniqueOf(counts.techniques[technique] ?? ''),
      at: [...counts.names.keys()]
        .filter((place) => holds(present, place, technique))
        .map((place) => {
          const cell = place * counts.techniques.length + technique;
          return {
            place,
            sightings: counts.sightings[cell] ?? 0,
            organisations: counts.organisations[cell] ?? 0,
            share: shareOf(counts, place, technique),
          };
        }),
    })),
  };
}

/** Some things compared with each other. */
interface Comparison extends Similarities {
  readonly counts: TechniqueCounts;
  readonly present: BitSets;
}

function compare(
  counts: TechniqueCounts,
  { eachIsOne }: Pick<Counted, 'eachIsOne'>,
  { support, measure }: Pick<SectorSearch, 'support' | 'measure'>,
): Comparison {
  const present = presentTechniques(counts, support, eachIsOne);
  const size = counts.names.length;
  return { counts, size, present, table: squareTable(size, similarityOf(measure, counts, present)) };
}

/** The same of those that are not too small to be compared. */
function compareEnough(
  counts: TechniqueCounts,
  counted: Pick<Counted, 'eachIsOne'>,
  search: Pick<SectorSearch, 'support' | 'measure'>,
): Comparison {
  const isEnough = (name: number): boolean =>
    tooFew(counts, name, search.support, counted.eachIsOne) === undefined;
  return compare(onlyNames(counts, [...counts.names.keys()].filter(isEnough)), counted, search);
}

/** The counts of the techniques that are meant. */
export function ofTactic(counts: TechniqueCounts, { tactic }: Pick<SectorSearch, 'tactic'>): TechniqueCounts {
  return tactic === undefined ? counts : onlyTechniques(counts, tactic.has);
}

function described(
  [left, right]: Pair,
  { size, present, table }: Comparison,
  population: number,
): SectorPair {
  const shared = sharedCount(present, left, right);
  const surprise = surpriseOf(shared, present.sizes[left] ?? 0, present.sizes[right] ?? 0, population);
  return { left, right, similarity: table[left * size + right] ?? 0, shared, ...surprise };
}

function describedCluster(
  members: readonly number[],
  everywhere: ArrayLike<number>,
  comparison: Comparison,
  { techniqueOf }: Counted,
): SectorCluster {
  const own = among(comparison, members);
  return {
    members,
    mean: meanOfPairs(own) ?? 0,
    least: lowest(own.table),
    techniques: madeBy(comparison.present, everywhere, members).map(({ technique, isSetApart, ...held }) => ({
      technique: techniqueOf(comparison.counts.techniques[technique] ?? ''),
      ...held,
      setApart: isSetApart,
    })),
  };
}

/** How alike they are in one tactic; nothing where no technique of it is present. */
function overlapIn(
  { tactic, has }: TacticTechniques,
  { counts }: Comparison,
  counted: Counted,
  search: SectorSearch,
): SectorsAnswer['tactics'] {
  const here = compare(onlyTechniques(counts, has), counted, search);
  const techniques = anywhere(holderCounts(here.present)).length;
  if (techniques === 0) return [];
  const filled = [...here.present.sizes.keys()].filter((name) => (here.present.sizes[name] ?? 0) > 0);
  return [{ tactic, techniques, ...defined({ mean: meanOfPairs(among(here, filled)) }) }];
}

/** Techniques that are present at any of them, by at how many each is. */
function anywhere(everywhere: Int32Array): readonly number[] {
  return [...everywhere.keys()].filter((technique) => (everywhere[technique] ?? 0) > 0);
}

function rowsOf(table: Float64Array, size: number): readonly (readonly number[])[] {
  return Array.from({ length: size }, (_, row) => [...table.subarray(row * size, (row + 1) * size)]);
}
