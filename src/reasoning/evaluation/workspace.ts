import type { FactBase } from '../../facts/index.ts';
import { indexColumn, type ColumnIndex } from './join/column-index.ts';
import { Effort } from './effort.ts';
import { RelationTable } from './relation-table.ts';
import { SegmentChain } from './join/segment-chain.ts';

/**
 * The relations that an evaluation works on, with their indexes, made when first needed. A relation is *growing*
 * while its stratum is evaluated, and finished before and after.
 */
export class Workspace {
  readonly facts: FactBase;
  /** Size of the universe. */
  readonly universe: number;
  readonly effort: Effort;
  private readonly tables: ReadonlyMap<string, RelationTable>;
  private readonly indexes = new Map<string, ColumnIndex>();
  private readonly chains = new Map<string, SegmentChain>();
  private readonly distinct = new Map<string, number>();

  constructor(facts: FactBase, tables: readonly RelationTable[], effort: Effort = new Effort()) {
    this.effort = effort;
    this.facts = facts;
    this.universe = facts.universe.size;
    this.tables = new Map(tables.map((table) => [table.name, table]));
  }

  table(relation: string): RelationTable {
    return this.tables.get(relation) ?? new RelationTable(relation, 0);
  }

  /** Index of a finished relation. */
  index(table: RelationTable, column: number): ColumnIndex {
    return remembered(this.indexes, key(table, column), () => indexColumn(table, column, this.universe));
  }

  /** Chain of a growing relation, holding all rows that the current round may see. */
  chain(table: RelationTable, column: number): SegmentChain {
    return remembered(this.chains, key(table, column), () => {
      const chain = new SegmentChain(this.universe);
      chain.extend(table.column(column), 0, table.size);
      return chain;
    });
  }

  /** Lets the chains of a growing relation see the rows from `from` on. */
  reveal(table: RelationTable, from: number): void {
    for (let column = 0; column < table.arity; column++)
      this.chains.get(key(table, column))?.extend(table.column(column), from, table.size);
  }

  /** Drops what was only needed while the relation grew. */
  finish(table: RelationTable): void {
    for (let column = 0; column < table.arity; column++) {
      this.chains.delete(key(table, column));
      this.distinct.delete(key(table, column));
    }
  }

  /** Rows for one value of a column, on average over the values that occur. */
  fanOut(table: RelationTable, column: number): number {
    const values = remembered(this.distinct, key(table, column), () =>
      countDistinct(table, column, this.universe),
    );
    return values === 0 ? 0 : table.size / values;
  }
}

function key(table: RelationTable, column: number): string {
  return `${table.name}/${column}`;
}

function remembered<T>(known: Map<string, T>, name: string, make: () => T): T {
  const found = known.get(name) ?? make();
  known.set(name, found);
  return found;
}

function countDistinct(table: RelationTable, column: number, universe: number): number {
  const values = table.column(column);
  const seen = new Uint8Array(universe);
  let distinct = 0;
  for (let row = 0; row < table.size; row++) {
    const value = values[row] ?? 0;
    distinct += 1 - (seen[value] ?? 0);
    seen[value] = 1;
  }
  return distinct;
}
