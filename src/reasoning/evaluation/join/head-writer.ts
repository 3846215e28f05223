import type { RelationTable } from '../relation-table.ts';
import { RowLookup } from './row-lookup.ts';
import type { SegmentChain } from './segment-chain.ts';

/** After so many rounds what earlier ones concluded is looked up instead of read again. */
const ROUNDS_READ = 32;

/**
 * Adds conclusions to a relation, once each. All conclusions about one first term come together, so that knowing
 * whether a row is new takes an array by the last term instead of a hash of all rows: that array fits the cache.
 */
export class HeadWriter {
  readonly table: RelationTable;
  /** First term of the rows now being concluded. */
  first = -1;
  /** Rows from this one on were concluded for it in this round. */
  firstRow = 0;
  /** By last term: the row that was concluded last with it; only right if that row has the first term too. */
  readonly rowOf: Int32Array;
  /** Where rows of earlier rounds are found once there were many rounds; until then `rowOf` knows them. */
  lookup: RowLookup | undefined;
  private rounds = 0;
  /** Present where the relation may hold rows from before this round. */
  private readonly earlier: SegmentChain | undefined;
  private isLoaded = false;
  /** Rows for the first term by their other terms, for relations of three and more. */
  private readonly rowOfRest = new Map<string, number>();

  constructor(table: RelationTable, universe: number, earlier: SegmentChain | undefined) {
    this.table = table;
    this.earlier = earlier;
    this.rowOf = new Int32Array(table.arity > 2 ? 0 : universe).fill(-1);
  }

  /** Turns to another first term. */
  begin(first: number): void {
    this.first = first;
    this.firstRow = this.table.size;
    this.isLoaded = false;
  }

  /**
   * Ends a round. Reading all earlier rows of a first term in each round costs, over a chain of things that rest on each
   * other, its length to the power of three.
   */
  endRound(): void {
    if (this.earlier === undefined || ++this.rounds < ROUNDS_READ) return;
    this.lookup ??= new RowLookup(this.table);
    this.lookup.catchUp();
  }

  /** Makes the earlier rows of the first term known; must be called before looking at `rowOf`. */
  load(): void {
    if (this.isLoaded) return;
    this.isLoaded = true;
    this.rowOfRest.clear();
    const chain = this.earlier;
    if (chain === undefined || this.lookup !== undefined) return;
    const { latest, starts, ends, previous } = chain;
    for (let run = latest[this.first] ?? -1; run >= 0; run = previous[run] ?? -1) {
      const end = ends[run] ?? 0;
      for (let row = starts[run] ?? 0; row < end; row++) this.know(row);
    }
  }

  /** Row with these terms, added if there was none. */
  rowFor(terms: Int32Array): number {
    this.load();
    return this.table.arity > 2 ? this.rowByRest(terms) : this.rowByLast(terms);
  }

  private know(row: number): void {
    const { table } = this;
    if (table.arity > 2)
      this.rowOfRest.set(
        table.columns
          .slice(1)
          .map((column) => column[row])
          .join(),
        row,
      );
    else this.rowOf[table.column(table.arity - 1)[row] ?? 0] = row;
  }

  private rowByLast(terms: Int32Array): number {
    const last = terms[terms.length - 1] ?? 0;
    const known = this.rowOf[last] ?? -1;
    if (known >= 0 && this.table.column(0)[known] === this.first) return known;
    return (this.rowOf[last] = this.earlierRow(terms) ?? this.append(terms));
  }

  private rowByRest(terms: Int32Array): number {
    const rest = terms.subarray(1).join();
    const known = this.rowOfRest.get(rest);
    if (known !== undefined) return known;
    const row = this.earlierRow(terms) ?? this.append(terms);
    this.rowOfRest.set(rest, row);
    return row;
  }

  /** Row of an earlier round, where `load` has not made it known. */
  private earlierRow(terms: Int32Array): number | undefined {
    const row = this.lookup?.rowOf(terms) ?? -1;
    return row < 0 ? undefined : row;
  }

  private append(terms: Int32Array): number {
    const { table } = this;
    table.reserve(1);
    for (let column = 0; column < terms.length; column++)
      table.column(column)[table.size] = terms[column] ?? 0;
    return table.size++;
  }
}
