import type { RelationTable } from '../relation-table.ts';

/**
 * Rows of a finished relation by the value of one column: those with value `v` are
 * `rows[offsets[v]] … rows[offsets[v + 1] - 1]`, in order of row number.
 */
export interface ColumnIndex {
  /** Length: size of the universe + 1. */
  readonly offsets: Int32Array;
  readonly rows: Int32Array;
  /** For relations of two terms: the other column in the order of `rows`, so that a join reads it in sequence. */
  readonly others: Int32Array;
}

/** Builds the index by counting sort; a column that is sorted already is used as it stands. */
export function indexColumn(table: RelationTable, column: number, universe: number): ColumnIndex {
  const values = table.column(column);
  const other = table.arity === 2 ? table.column(1 - column) : NO_ROWS;
  const offsets = new Int32Array(universe + 1);
  const isSorted = countValues(values, table.size, offsets);
  addUp(offsets);
  if (isSorted) return { offsets, rows: rowNumbers(table.size), others: other };
  const rows = new Int32Array(table.size);
  const others = new Int32Array(table.arity === 2 ? table.size : 0);
  const next = offsets.slice();
  for (let row = 0; row < table.size; row++) {
    const value = values[row] ?? 0;
    const place = next[value] ?? 0;
    next[value] = place + 1;
    rows[place] = row;
    if (table.arity === 2) others[place] = other[row] ?? 0;
  }
  return { offsets, rows, others };
}

const NO_ROWS = new Int32Array(0);

/** Counts each value in the place behind its own. @returns whether the values ascend */
function countValues(values: Int32Array, size: number, offsets: Int32Array): boolean {
  let isSorted = true;
  let previous = -1;
  for (let row = 0; row < size; row++) {
    const value = values[row] ?? 0;
    if (value < previous) isSorted = false;
    previous = value;
    offsets[value + 1] = (offsets[value + 1] ?? 0) + 1;
  }
  return isSorted;
}

/** Makes numbers of smaller values out of counts. */
function addUp(counts: Int32Array): void {
  let sum = 0;
  for (let value = 0; value < counts.length; value++) {
    sum += counts[value] ?? 0;
    counts[value] = sum;
  }
}

let numbers = new Int32Array(0);

/** 0, 1, 2, … shared by all indexes that need no permutation; at least `size` of them. */
export function rowNumbers(size: number): Int32Array {
  if (numbers.length < size) {
    numbers = new Int32Array(Math.max(size, numbers.length * 2));
    for (let row = 0; row < numbers.length; row++) numbers[row] = row;
  }
  return numbers;
}
