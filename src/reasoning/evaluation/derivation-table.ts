import { errorOf } from '../../facts/index.ts';
import { REASONING_ISSUES as ISSUES } from '../issues.ts';
import { capacityFor, enlarged } from './relation-table.ts';

/** Every way in which one variant of a rule has concluded something: the row concluded, and a row for each premise. */
export class DerivationTable {
  heads: Int32Array = new Int32Array(0);
  /** One column for each positive premise, in the order written. */
  premises: Int32Array[];
  size = 0;
  private readonly budget: DerivationBudget;

  constructor(premises: number, budget: DerivationBudget) {
    this.premises = Array.from({ length: premises }, () => new Int32Array(0));
    this.budget = budget;
  }

  /** Rows of one premise. */
  column(premise: number): Int32Array {
    return this.premises[premise] ?? NO_ROWS;
  }

  /** Makes room for so many more derivations at least. */
  reserve(derivations: number): void {
    if (this.size + derivations <= this.heads.length) return;
    const capacity = capacityFor(this.size, derivations);
    this.budget.spend(capacity - this.heads.length);
    this.heads = enlarged(this.heads, this.size, capacity);
    this.premises = this.premises.map((column) => enlarged(column, this.size, capacity));
  }

  /** Takes back all derivations but the first `size`, and gives back their room. */
  cutTo(size: number): void {
    this.budget.giveBack(this.heads.length - size);
    this.size = size;
    this.heads = this.heads.slice(0, size);
    this.premises = this.premises.map((column) => column.slice(0, size));
  }
}

const NO_ROWS = new Int32Array(0);

/** How many derivations an evaluation may still make room for. */
export class DerivationBudget {
  private left: number;
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
    this.left = limit;
  }

  /** @throws FoeprintError R333 when nothing is left. */
  spend(amount: number): void {
    // A table may double past the limit once: what counts is that a runaway rule ends.
    if (this.left <= 0)
      throw errorOf(ISSUES.tooManyDerivations, `The rules derive more than ${this.limit} times.`);
    this.left -= amount;
  }

  giveBack(amount: number): void {
    this.left += amount;
  }
}
