import { popCount } from './bit-sets.ts';
import { jaccard } from './measures.ts';

/** Two sets that are alike, by their places in the list given; `left` < `right`. */
export interface SimilarPair {
  readonly left: number;
  readonly right: number;
  readonly shared: number;
  /** Jaccard index. */
  readonly similarity: number;
}

/**
 * Every pair of sets whose Jaccard index is at least `min`, in order of `left`, then `right`. Exact; made for tens of
 * thousands of sets over about a thousand items whose popularity is uneven, as that of techniques is.
 *
 * Most of what two sets share are the popular items, so the 64 most popular are kept as two words of bits and the rest
 * in an inverted index: walking the index counts the rare items shared with all partners at once, and
 * only partners that could still reach `min` pay for the two words. Sets are walked by size, since
 * a partner smaller than `min` times the set cannot reach `min`.
 *
 * @param sets distinct items each, numbered from 0
 * @param min above 0, at most 1
 */
export function similarPairs(sets: readonly ArrayLike<number>[], min: number): readonly SimilarPair[] {
  const prepared = prepare(sets);
  const shared = new Uint16Array(sets.length);
  const found: SimilarPair[] = [];
  let first = 0;
  for (let row = 0; row < sets.length; row++) {
    const size = prepared.sizes[row] ?? 0;
    while (first < row && (prepared.sizes[first] ?? 0) < min * size - SLACK) first++;
    countRare(prepared, row, first, shared);
    collectPartners(prepared, row, first, shared, min, found);
    shared.fill(0, first, row);
  }
  return found.toSorted((left, right) => left.left - right.left || left.right - right.right);
}

/** What rounding may take off a bound; the test that decides is the formula itself. */
const SLACK = 1e-9;
const POPULAR = 64;

/** The sets by ascending size, split into popular items (bits) and rare ones (index). */
interface Prepared {
  /** Place of each row in the list given. */
  readonly places: Int32Array;
  readonly sizes: Int32Array;
  /** Popular items as two words, and their number. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly popular: Uint8Array;
  /** Rare items of each row. */
  readonly rare: readonly (readonly number[])[];
  /** Rows that hold a rare item, ascending. */
  readonly holders: readonly (readonly number[])[];
  /** For each rare item, how many of its holders have become too small for good. */
  readonly passed: Int32Array;
}

function prepare(sets: readonly ArrayLike<number>[]): Prepared {
  const rank = ranksByPopularity(sets);
  const places = Int32Array.from(sets.keys()).toSorted(
    (left, right) => (sets[left]?.length ?? 0) - (sets[right]?.length ?? 0) || left - right,
  );
  const low = new Int32Array(sets.length);
  const high = new Int32Array(sets.length);
  const rare: number[][] = [];
  const holders: number[][] = Array.from({ length: rank.length }, () => []);
  places.forEach((place, row) => {
    const rareItems: number[] = [];
    for (const item of Array.from(sets[place] ?? [])) {
      const popularity = rank[item] ?? 0;
      if (popularity < 32) low[row] = (low[row] ?? 0) | (1 << popularity);
      else if (popularity < POPULAR) high[row] = (high[row] ?? 0) | (1 << (popularity - 32));
      else {
        rareItems.push(popularity);
        holders[popularity]?.push(row);
      }
    }
    rare.push(rareItems);
  });
  const sizes = places.map((place) => sets[place]?.length ?? 0);
  const popular = Uint8Array.from(sizes, (size, row) => size - (rare[row]?.length ?? 0));
  return { places, sizes, low, high, popular, rare, holders, passed: new Int32Array(rank.length) };
}

/** For each item its rank: 0 for the one that most sets hold. */
function ranksByPopularity(sets: readonly ArrayLike<number>[]): Int32Array {
  const counts: number[] = [];
  for (const set of sets) for (const item of Array.from(set)) counts[item] = (counts[item] ?? 0) + 1;
  const byPopularity = Array.from(counts.keys()).toSorted(
    (left, right) => (counts[right] ?? 0) - (counts[left] ?? 0) || left - right,
  );
  const rank = new Int32Array(counts.length);
  byPopularity.forEach((item, place) => (rank[item] = place));
  return rank;
}

/** Adds up, for every row in `first` … `row`-1, the rare items it shares with `row`. */
function countRare(
  { rare, holders, passed }: Prepared,
  row: number,
  first: number,
  shared: Uint16Array,
): void {
  for (const item of rare[row] ?? []) {
    const rows = holders[item] ?? [];
    let next = passed[item] ?? 0;
    while ((rows[next] ?? row) < first) next++;
    passed[item] = next;
    for (; next < rows.length; next++) {
      const holder = rows[next] ?? row;
      if (holder >= row) break;
      shared[holder] = (shared[holder] ?? 0) + 1;
    }
  }
}

function collectPartners(
  prepared: Prepared,
  row: number,
  first: number,
  rareShared: Uint16Array,
  min: number,
  found: SimilarPair[],
): void {
  const { places, sizes, low, high, popular } = prepared;
  const size = sizes[row] ?? 0;
  const lowBits = low[row] ?? 0;
  const highBits = high[row] ?? 0;
  const popularCount = popular[row] ?? 0;
  let needed = 0;
  let sizeOfNeeded = -1;
  for (let partner = first; partner < row; partner++) {
    const partnerSize = sizes[partner] ?? 0;
    if (partnerSize !== sizeOfNeeded) {
      sizeOfNeeded = partnerSize;
      needed = Math.ceil((min * (size + partnerSize)) / (1 + min) - SLACK);
    }
    const rare = rareShared[partner] ?? 0;
    if (rare + popularCount < needed || rare + (popular[partner] ?? 0) < needed) continue;
    const shared = rare + popCount(lowBits & (low[partner] ?? 0)) + popCount(highBits & (high[partner] ?? 0));
    if (shared < needed) continue;
    const similarity = jaccard(shared, size, partnerSize);
    if (similarity >= min) found.push(pairOf(places[row] ?? 0, places[partner] ?? 0, shared, similarity));
  }
}

function pairOf(one: number, other: number, shared: number, similarity: number): SimilarPair {
  return { left: Math.min(one, other), right: Math.max(one, other), shared, similarity };
}
