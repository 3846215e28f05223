import { squareTable } from '../compare/overlap-matrix.ts';

/** How alike each of some things is to each other: a square table, row by row, symmetric. */
export interface Similarities {
  readonly size: number;
  readonly table: Float64Array;
}

/** Two things by their places; `left` < `right`. */
export type Pair = readonly [left: number, right: number];

/** How alike some of the things are, in the order of these places. */
export function among({ size, table }: Similarities, places: readonly number[]): Similarities {
  return {
    size: places.length,
    table: squareTable(
      places.length,
      (left, right) => table[(places[left] ?? 0) * size + (places[right] ?? 0)] ?? 0,
    ),
  };
}

function eachPair(
  { size, table }: Similarities,
  visit: (similarity: number, left: number, right: number) => void,
): void {
  for (let left = 0; left < size; left++)
    for (let right = left + 1; right < size; right++) visit(table[left * size + right] ?? 0, left, right);
}

/** Mean of all pairs; undefined where there is none. */
export function meanOfPairs(similarities: Similarities): number | undefined {
  const { size } = similarities;
  let total = 0;
  eachPair(similarities, (similarity) => (total += similarity));
  return size < 2 ? undefined : total / ((size * (size - 1)) / 2);
}

/** How many pairs are at least so much alike. */
export function pairsAtLeast(similarities: Similarities, least: number): number {
  let pairs = 0;
  eachPair(similarities, (similarity) => (pairs += similarity >= least ? 1 : 0));
  return pairs;
}

/** Similarities are put into so many classes to find the highest. */
const CLASSES = 1000;

/** The pairs that are at least so much alike, the most alike first, at most so many. */
export function nearestPairs(similarities: Similarities, least: number, limit: number): readonly Pair[] {
  const { size, table } = similarities;
  // Thousands of things make millions of pairs: those below the class that the last one listed is in are not put in order.
  const classes = new Uint32Array(CLASSES + 1);
  eachPair(similarities, (similarity) => {
    const place = Math.min(CLASSES, Math.floor(similarity * CLASSES));
    classes[place] = (classes[place] ?? 0) + 1;
  });
  let [from, found] = [CLASSES, classes[CLASSES] ?? 0];
  while (from > 0 && found < limit) found += classes[--from] ?? 0;
  const lowest = Math.max(least, from / CLASSES);
  const pairs: Pair[] = [];
  eachPair(similarities, (similarity, left, right) => {
    if (similarity >= lowest) pairs.push([left, right]);
  });
  const similarity = ([left, right]: Pair): number => table[left * size + right] ?? 0;
  return pairs.toSorted((one, other) => similarity(other) - similarity(one)).slice(0, limit);
}
