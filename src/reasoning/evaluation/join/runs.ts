import { rowNumbers } from './column-index.ts';
import type { Step } from './join.ts';

/**
 * The rows that a step may match in a round, by the term looked up by: runs of places in `rows` and `others`, linked from the
 * newest to the oldest. Finished and growing relations look the same here, so that the loop that reads them is
 * compiled once and for all; a loop that meets something new is thrown away and compiled again.
 */
export interface Runs {
  /** First run of each term; -1 where there is none. */
  readonly latest: Int32Array;
  readonly starts: Int32Array;
  /** One after the last place of the run. */
  readonly ends: Int32Array;
  readonly previous: Int32Array;
  /** Runs that start before this are not to be read, nor any after them … */
  readonly lowest: number;
  /** … and those that start here or later are to be passed over. */
  readonly highest: number;
  /** Row at each place. */
  readonly rows: Int32Array;
  /** Term that the row binds. */
  readonly others: Int32Array;
}

const NO_LIMIT = 0x7fffffff;

/** What a step with a key, over a relation of two terms, may match in the current round. */
export function runsOf({ index, chain, table, window, bindColumns }: Step): Runs {
  if (index !== undefined) {
    const terms = index.offsets.length - 1;
    return {
      // Each term has one run, which has the number of the term.
      latest: rowNumbers(terms),
      starts: index.offsets,
      ends: index.offsets.subarray(1),
      previous: noRuns(terms),
      lowest: 0,
      highest: NO_LIMIT,
      rows: index.rows,
      others: index.others,
    };
  }
  return {
    latest: chain?.latest ?? noRuns(0),
    starts: chain?.starts ?? noRuns(0),
    ends: chain?.ends ?? noRuns(0),
    previous: chain?.previous ?? noRuns(0),
    lowest: window === 'new' ? table.newFrom : 0,
    highest: window === 'old' ? table.newFrom : NO_LIMIT,
    rows: rowNumbers(table.visible),
    others: table.column(bindColumns[0] ?? 0),
  };
}

let none = new Int32Array(0);

function noRuns(terms: number): Int32Array {
  if (none.length < terms) none = new Int32Array(terms).fill(-1);
  return none;
}
