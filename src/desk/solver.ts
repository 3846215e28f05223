/** What is to be made as great as it can be: a sum over columns, each from 0 to 1, within limits. */
export interface IntegerProgram {
  /** What each column counts where it is 1. */
  readonly gains: readonly number[];
  /** Whether a column is 0 or 1 and nothing between. */
  readonly whole: readonly boolean[];
  /** Sums over columns that may be at most so much. */
  readonly limits: readonly Limit[];
  /** Values that keep within the limits, to start from. */
  readonly start: readonly number[];
}

interface Limit {
  readonly terms: readonly (readonly [column: number, factor: number])[];
  readonly most: number;
}

/** What came of solving. */
export interface Solved {
  /** Value of each column; absent where none was found that keeps within the limits. */
  readonly values: readonly number[] | undefined;
  /** No choice is greater. */
  readonly bound: number;
  /** False where time ran out before that was known. */
  readonly isOptimal: boolean;
}

/** Solves a programme within so many seconds. */
export type Solver = (program: IntegerProgram, seconds: number) => Solved;
