import type { Check } from './check.ts';
import type { ColumnIndex } from './column-index.ts';
import type { Effort } from '../effort.ts';
import type { Plan, PlannedStep, Window } from './plan.ts';
import type { RelationTable } from '../relation-table.ts';
import type { SegmentChain } from './segment-chain.ts';
import type { Workspace } from '../workspace.ts';

/** Takes each combination of rows that satisfies all premises. Both arrays are reused: copy what is to be kept. */
export interface Sink {
  /**
   * Returns true when no more are wanted.
   *
   * @param binding terms by slot
   * @param rows rows by premise as written
   */
  take(binding: Int32Array, rows: Int32Array): boolean;
}

/** A premise to be matched: where its rows come from, and what a matching row binds and must satisfy. */
export interface Step {
  readonly premise: number;
  readonly table: RelationTable;
  readonly window: Window;
  /** Slot of the term looked up by; -1: all rows are gone through. */
  readonly keySlot: number;
  readonly keyColumn: number;
  /** Present for a finished relation with a key. */
  readonly index: ColumnIndex | undefined;
  /** Present for a growing relation with a key. */
  readonly chain: SegmentChain | undefined;
  readonly bindColumns: readonly number[];
  readonly bindSlots: readonly number[];
  readonly equalColumns: readonly number[];
  readonly equalSlots: readonly number[];
  readonly checks: readonly Check[];
}

/** Prepares a planned step: looks up tables and makes indexes. */
export function stepOf(planned: PlannedStep, checks: readonly Check[], workspace: Workspace): Step {
  const table = workspace.table(planned.relation);
  const { key } = planned;
  return {
    premise: planned.premise,
    table,
    window: planned.window,
    keySlot: key?.slot ?? -1,
    keyColumn: key?.column ?? -1,
    index: key && !planned.isGrowing ? workspace.index(table, key.column) : undefined,
    chain: key && planned.isGrowing ? workspace.chain(table, key.column) : undefined,
    bindColumns: planned.binds.map((cell) => cell.column),
    bindSlots: planned.binds.map((cell) => cell.slot),
    equalColumns: planned.equals.map((cell) => cell.column),
    equalSlots: planned.equals.map((cell) => cell.slot),
    checks,
  };
}

/** Matches the premises one inside the other, whatever they are. */
export class NestedJoin {
  /** Terms by slot; constants stand in it from the start. */
  readonly binding: Int32Array;
  private readonly rows: Int32Array;
  private readonly steps: readonly Step[];
  private readonly checks: readonly Check[];
  private readonly sink: Sink;
  private readonly firstSlot: number;
  private readonly effort: Effort;

  /** @param firstSlot slot that {@link run} fills; -1: none */
  constructor(
    plan: Plan,
    steps: readonly Step[],
    checks: readonly Check[],
    firstSlot: number,
    sink: Sink,
    effort: Effort,
  ) {
    this.effort = effort;
    this.binding = new Int32Array(plan.variant.slots);
    for (const { slot, term } of plan.variant.constants) this.binding[slot] = term;
    this.rows = new Int32Array(steps.length);
    this.steps = steps;
    this.checks = checks;
    this.firstSlot = firstSlot;
    this.sink = sink;
  }

  /** Takes every match in which the first slot has this term. */
  run(first: number): void {
    if (this.firstSlot >= 0) this.binding[this.firstSlot] = first;
    if (this.pass(this.checks)) this.descend(0);
  }

  /** Like all that it calls, returns true when the sink wants no more. */
  private descend(depth: number): boolean {
    const step = this.steps[depth];
    if (step === undefined) return this.sink.take(this.binding, this.rows);
    if (step.index !== undefined) return this.throughIndex(step, step.index, depth);
    if (step.chain !== undefined) return this.throughChain(step, step.chain, depth);
    return this.throughAll(step, depth);
  }

  private throughIndex(step: Step, { offsets, rows }: ColumnIndex, depth: number): boolean {
    const term = this.binding[step.keySlot] ?? 0;
    const end = offsets[term + 1] ?? 0;
    for (let at = offsets[term] ?? 0; at < end; at++) if (this.match(step, rows[at] ?? 0, depth)) return true;
    return false;
  }

  private throughChain(step: Step, chain: SegmentChain, depth: number): boolean {
    const { newFrom } = step.table;
    const term = this.binding[step.keySlot] ?? 0;
    for (let run = chain.latest[term] ?? -1; run >= 0; run = chain.previous[run] ?? -1) {
      const start = chain.starts[run] ?? 0;
      if (start < newFrom && step.window === 'new') break;
      if (start >= newFrom && step.window === 'old') continue;
      const end = chain.ends[run] ?? 0;
      for (let row = start; row < end; row++) if (this.match(step, row, depth)) return true;
    }
    return false;
  }

  private throughAll(step: Step, depth: number): boolean {
    const { table, window } = step;
    const end = window === 'old' ? table.newFrom : table.visible;
    for (let row = window === 'new' ? table.newFrom : 0; row < end; row++)
      if (this.match(step, row, depth)) return true;
    return false;
  }

  private match(step: Step, row: number, depth: number): boolean {
    const { binding, effort } = this;
    if (effort.left-- <= 0) effort.spend(0);
    const { columns } = step.table;
    for (let at = 0; at < step.bindSlots.length; at++)
      binding[step.bindSlots[at] ?? 0] = columns[step.bindColumns[at] ?? 0]?.[row] ?? 0;
    for (let at = 0; at < step.equalSlots.length; at++)
      if (columns[step.equalColumns[at] ?? 0]?.[row] !== binding[step.equalSlots[at] ?? 0]) return false;
    if (step.checks.length > 0 && !this.pass(step.checks)) return false;
    this.rows[step.premise] = row;
    return this.descend(depth + 1);
  }

  private pass(checks: readonly Check[]): boolean {
    for (const check of checks) if (!check.passes(this.binding)) return false;
    return true;
  }
}
