import type { Universe } from '../../../facts/index.ts';
import type { ComparisonOperator } from '../../program.ts';
import type { ColumnIndex } from './column-index.ts';
import type { Cell } from './plan.ts';
import type { RelationTable } from '../relation-table.ts';
import type { Operand, SlotComparison } from '../variant.ts';

/** Something that a binding of slots to terms must satisfy besides matching rows. */
export interface Check {
  passes(binding: Int32Array): boolean;
}

/** The term in a slot has one of the allowed types. */
export class TypeGuard implements Check {
  readonly slot: number;
  /** By type number: 1 where allowed. */
  readonly allowed: Uint8Array;
  readonly typeOf: Uint16Array;

  constructor(slot: number, types: readonly string[], universe: Universe) {
    this.slot = slot;
    this.allowed = Uint8Array.from(universe.types, (type) => (types.includes(type) ? 1 : 0));
    this.typeOf = universe.typeOf;
  }

  passes(binding: Int32Array): boolean {
    return this.allowed[this.typeOf[binding[this.slot] ?? 0] ?? 0] === 1;
  }
}

/**
 * No row of a finished relation has the terms of two slots, the first of which stays the same for long: its rows are
 * marked once, and each question is one look.
 */
export class MarkedAbsence implements Check {
  readonly fixed: number;
  readonly varying: number;
  /** By term: the fixed term, plus one, that it occurs with in some row, or must differ from. */
  readonly marks: Int32Array;
  private readonly index: ColumnIndex;
  private readonly isOfOthers: boolean;
  private marked = -1;

  /** @param isOfOthers whether the two terms must differ as well */
  constructor(fixed: number, varying: number, index: ColumnIndex, universe: number, isOfOthers = false) {
    this.fixed = fixed;
    this.varying = varying;
    this.index = index;
    this.marks = new Int32Array(universe);
    this.isOfOthers = isOfOthers;
  }

  /** The same absence, and that the two terms differ. */
  ofOthers(): MarkedAbsence {
    return new MarkedAbsence(this.fixed, this.varying, this.index, this.marks.length, true);
  }

  /** Marks what occurs with `term`; costs nothing when asked again for the same one. */
  mark(term: number): void {
    if (term === this.marked) return;
    this.marked = term;
    if (this.isOfOthers) this.marks[term] = term + 1;
    const { offsets, others } = this.index;
    const end = offsets[term + 1] ?? 0;
    for (let at = offsets[term] ?? 0; at < end; at++) this.marks[others[at] ?? 0] = term + 1;
  }

  passes(binding: Int32Array): boolean {
    const term = binding[this.fixed] ?? 0;
    this.mark(term);
    return this.marks[binding[this.varying] ?? 0] !== term + 1;
  }
}

/** No row of a finished relation matches the bound cells; the others may hold anything of their type. */
export class Absence implements Check {
  private readonly table: RelationTable;
  private readonly key: Cell | undefined;
  private readonly equals: readonly Cell[];
  private readonly free: readonly { readonly column: number; readonly guard: TypeGuard }[];
  private readonly index: ColumnIndex | undefined;

  constructor(
    table: RelationTable,
    bound: readonly Cell[],
    free: readonly { readonly column: number; readonly guard: TypeGuard }[],
    indexOf: (column: number) => ColumnIndex,
  ) {
    this.table = table;
    [this.key, ...this.equals] = bound;
    this.free = free;
    this.index = this.key && indexOf(this.key.column);
  }

  passes(binding: Int32Array): boolean {
    const { index, key } = this;
    if (index === undefined || key === undefined)
      return !this.matchesAny(0, this.table.size, undefined, binding);
    const term = binding[key.slot] ?? 0;
    return !this.matchesAny(index.offsets[term] ?? 0, index.offsets[term + 1] ?? 0, index.rows, binding);
  }

  private matchesAny(from: number, to: number, rows: Int32Array | undefined, binding: Int32Array): boolean {
    for (let at = from; at < to; at++)
      if (this.matches(rows === undefined ? at : (rows[at] ?? 0), binding)) return true;
    return false;
  }

  private matches(row: number, binding: Int32Array): boolean {
    return (
      this.equals.every(({ column, slot }) => this.table.column(column)[row] === binding[slot]) &&
      this.free.every(
        ({ column, guard }) => guard.allowed[guard.typeOf[this.table.column(column)[row] ?? 0] ?? 0] === 1,
      )
    );
  }
}

/** Two terms compare as asked. */
export class Comparison implements Check {
  private readonly comparison: SlotComparison;
  private readonly universe: Universe;

  constructor(comparison: SlotComparison, universe: Universe) {
    this.comparison = comparison;
    this.universe = universe;
  }

  /** Whether it says that the terms of these two slots differ, and no more. */
  distinguishes(one: number, other: number): boolean {
    const { left, operator, right } = this.comparison;
    if (operator !== '!=' || !('slot' in left) || !('slot' in right)) return false;
    return (left.slot === one && right.slot === other) || (left.slot === other && right.slot === one);
  }

  passes(binding: Int32Array): boolean {
    const { left, operator, right } = this.comparison;
    if ('slot' in left && 'slot' in right && (operator === '=' || operator === '!='))
      return (binding[left.slot] === binding[right.slot]) === (operator === '=');
    return compareTexts(this.text(left, binding), operator, this.text(right, binding));
  }

  private text(operand: Operand, binding: Int32Array): string {
    return 'text' in operand ? operand.text : readingOf(this.universe, binding[operand.slot] ?? 0);
  }
}

/** What a term is compared by: a literal's text, an object's label, else its id. */
export function readingOf(universe: Universe, term: number): string {
  const label = universe.label(term);
  return label === '' ? universe.id(term) : label;
}

/** Compares as numbers where both are numbers, else by UTF-16 code units. */
export function compareTexts(left: string, operator: ComparisonOperator, right: string): boolean {
  const numbers = [left, right].map((text) => (text.trim() === '' ? Number.NaN : Number(text)));
  const [first = 0, second = 0] = numbers;
  return numbers.some(Number.isNaN)
    ? OPERATORS[operator](left < right ? -1 : Number(left > right))
    : OPERATORS[operator](Math.sign(first - second));
}

/** Whether an order (-1 smaller, 0 same, 1 larger) is what the operator asks for. */
const OPERATORS: Readonly<Record<ComparisonOperator, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};
