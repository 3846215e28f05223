import { enlarged } from '../relation-table.ts';

/**
 * Rows of a growing relation by the value of one column: runs of consecutive rows with the same value, linked from
 * the newest to the oldest. Since all rows with the same first term are concluded together, a first column
 * has one run for each value and round, which is read in sequence.
 */
export class SegmentChain {
  /** Newest run of each value; -1 where there is none. */
  readonly latest: Int32Array;
  starts: Int32Array = new Int32Array(256);
  /** One after the last row of the run. */
  ends: Int32Array = new Int32Array(256);
  previous: Int32Array = new Int32Array(256);
  private runs = 0;

  constructor(universe: number) {
    this.latest = new Int32Array(universe).fill(-1);
  }

  /** Adds the rows from `from` up to, not including, `to`. A run never goes on across two calls. */
  extend(column: Int32Array, from: number, to: number): void {
    let start = from;
    while (start < to) {
      const value = column[start] ?? 0;
      let end = start + 1;
      while (end < to && column[end] === value) end++;
      this.add(value, start, end);
      start = end;
    }
  }

  private add(value: number, start: number, end: number): void {
    if (this.runs === this.starts.length) this.grow();
    this.starts[this.runs] = start;
    this.ends[this.runs] = end;
    this.previous[this.runs] = this.latest[value] ?? -1;
    this.latest[value] = this.runs++;
  }

  private grow(): void {
    const capacity = this.runs * 2;
    this.starts = enlarged(this.starts, this.runs, capacity);
    this.ends = enlarged(this.ends, this.runs, capacity);
    this.previous = enlarged(this.previous, this.runs, capacity);
  }
}
