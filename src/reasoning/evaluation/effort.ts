import { errorOf } from '../../facts/index.ts';
import { REASONING_ISSUES as ISSUES } from '../issues.ts';

/** Rows that may be looked at in all: some ten seconds of work. All rules over ATT&CK look at less than a thousandth of it. */
const MOST_ROWS = 500_000_000;

/** How many rows of premises may still be looked at. Premises that share no variable multiply, whether they conclude anything or not. */
export class Effort {
  left: number;
  private readonly most: number;

  /** @param most default 500 million */
  constructor(most: number = MOST_ROWS) {
    this.left = most;
    this.most = most;
  }

  /** @throws FoeprintError R333 when nothing is left */
  spend(rows: number): void {
    this.left -= rows;
    if (this.left >= 0) return;
    const message = `The rules look at more than ${this.most} combinations of facts.`;
    throw errorOf(ISSUES.tooManyDerivations, message);
  }
}
