import { issueOf, type FactBase, type Issue, type RelationDeclaration } from '../../facts/index.ts';
import { REASONING_ISSUES as ISSUES } from '../issues.ts';

/**
 * The rows of one relation, reported ones first, growing while rules conclude more. A row is named by its number,
 * which never changes.
 *
 * A class because it is held open: columns are replaced by larger ones as they fill up. Rows that were there when
 * a column was read stay readable in it.
 */
export class RelationTable {
  readonly name: string;
  readonly arity: number;
  /** Rows below this number are reported; they may be derived as well. */
  readonly reportedSize: number;
  columns: Int32Array[];
  size: number;
  /** In the current round: rows below this are seen by premises … */
  visible: number;
  /** … and those from this one on are what the last round concluded. */
  newFrom = 0;

  constructor(name: string, arity: number, reported: readonly Int32Array[] = [], reportedSize = 0) {
    this.name = name;
    this.arity = arity;
    this.reportedSize = reportedSize;
    this.size = reportedSize;
    this.visible = reportedSize;
    // Columns of reported rows are not ours to write into: being full, they are copied before the first row is added.
    this.columns = Array.from(
      { length: arity },
      (_, at) => reported[at]?.subarray(0, reportedSize) ?? NO_ROWS,
    );
  }

  column(at: number): Int32Array {
    return this.columns[at] ?? NO_ROWS;
  }

  /** Makes room for so many more rows at least. */
  reserve(rows: number): void {
    if (this.size + rows <= this.column(0).length) return;
    const capacity = capacityFor(this.size, rows);
    this.columns = this.columns.map((column) => enlarged(column, this.size, capacity));
  }
}

const NO_ROWS = new Int32Array(0);

/** A relation with its reported rows; without them, and with an issue, where they do not fit the declaration. */
export function reportedTable(
  { name, terms }: RelationDeclaration,
  facts: FactBase,
): { readonly table: RelationTable; readonly issues: readonly Issue[] } {
  const reported = facts.relations.get(name);
  if (reported === undefined || reported.columns.length === terms.length || reported.size === 0)
    return { table: new RelationTable(name, terms.length, reported?.columns, reported?.size), issues: [] };
  const message = `\`${name}\` is declared with ${terms.length} terms, but reported with ${reported.columns.length}.`;
  return { table: new RelationTable(name, terms.length), issues: [issueOf(ISSUES.unevenFacts, message)] };
}

/** Room for rows to come as well: four times as much while that is little, then twice. */
export function capacityFor(size: number, more: number): number {
  return Math.max(256, size * (size < 32_768 ? 4 : 2), size + more);
}

/** A copy of the first `size` values in an array of `capacity`. */
export function enlarged(values: Int32Array, size: number, capacity: number): Int32Array {
  const larger = new Int32Array(capacity);
  larger.set(values.subarray(0, size));
  return larger;
}
