import type { RelationTable } from '../relation-table.ts';

/**
 * Finds the row of a relation that has given terms: a hash table with open addressing over row numbers. Twice as slow for each
 * conclusion as the array of {@link HeadWriter}, but its cost does not grow with the rows of earlier rounds.
 */
export class RowLookup {
  private readonly table: RelationTable;
  private slots = new Int32Array(1024).fill(-1);
  private size = 0;

  constructor(table: RelationTable) {
    this.table = table;
  }

  /** Takes in all rows of the relation that are not in it yet. */
  catchUp(): void {
    if (this.table.size * 2 > this.slots.length) {
      this.slots = new Int32Array(2 ** Math.ceil(Math.log2(this.table.size * 4))).fill(-1);
      this.size = 0;
    }
    for (; this.size < this.table.size; this.size++) this.slots[this.freeSlot(this.size)] = this.size;
  }

  /** Row of a relation of two terms; -1 where there is none. */
  rowOfPair(first: number, last: number): number {
    const { slots } = this;
    const [firsts = NONE, lasts = NONE] = this.table.columns;
    const mask = slots.length - 1;
    for (let slot = hashOf(hashOf(0, first), last) & mask; ; slot = (slot + 1) & mask) {
      const row = slots[slot] ?? -1;
      if (row < 0 || (firsts[row] === first && lasts[row] === last)) return row;
    }
  }

  /** Row with these terms; -1 where there is none. */
  rowOf(terms: Int32Array): number {
    const mask = this.slots.length - 1;
    for (let slot = terms.reduce(hashOf, 0) & mask; ; slot = (slot + 1) & mask) {
      const row = this.slots[slot] ?? -1;
      if (row < 0 || this.table.columns.every((column, at) => column[row] === terms[at])) return row;
    }
  }

  private freeSlot(row: number): number {
    const mask = this.slots.length - 1;
    let slot = this.table.columns.reduce((hash, column) => hashOf(hash, column[row] ?? 0), 0) & mask;
    while ((this.slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
    return slot;
  }
}

const NONE = new Int32Array(0);

/** Mixes one more term into a hash (the finaliser of MurmurHash3, by Austin Appleby, in the public domain). */
function hashOf(hash: number, term: number): number {
  let mixed = Math.imul(hash ^ term, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) + 0x9e3779b9;
}
