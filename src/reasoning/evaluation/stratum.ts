import { FoeprintError } from '../../facts/index.ts';
import { markAffected } from './join/affected.ts';
import { ChainJoin } from './join/chain-join.ts';
import { Absence, Comparison, MarkedAbsence, TypeGuard, type Check } from './join/check.ts';
import type { DerivationTable } from './derivation-table.ts';
import { HeadWriter } from './join/head-writer.ts';
import { NestedJoin, stepOf, type Sink, type Step } from './join/join.ts';
import { planVariant, type PlannedChecks, type Window } from './join/plan.ts';
import type { RelationTable } from './relation-table.ts';
import { bindableSlots, type SlotAtom, type Variant } from './variant.ts';
import type { Workspace } from './workspace.ts';

/** A variant and what it has derived so far. */
export interface RunningVariant {
  readonly variant: Variant;
  readonly derivations: DerivationTable;
}

/**
 * Evaluates relations that depend on each other; everything else that they depend on is finished.
 *
 * Rounds: the first matches all premises with reported facts; each later one matches one growing premise with what
 * the round before concluded (semi-naive evaluation), so that no combination is met twice. Within a round,
 * all rules of a relation are run for one first term after the other: see {@link HeadWriter} for why.
 *
 * Things that rest on each other in a long row have as many conclusions as there are pairs of them. After a round that leaves
 * more than `mostInChains` derivations no further one is begun.
 *
 * @returns what was left out, where anything was
 * @throws FoeprintError R333 where what follows in one step is too much already
 */
export function evaluateStratum(
  group: readonly string[],
  variants: readonly RunningVariant[],
  workspace: Workspace,
  mostInChains: number,
): CutChains | undefined {
  const growing = new Set(
    group.filter((name) => variants.some(({ variant }) => variant.head.relation === name)),
  );
  const heads = [...growing].map(
    (name) => new GrowingHead(workspace.table(name), variants, growing, workspace),
  );
  let rounds = 0;
  let isCut = false;
  while (rounds === 0 || (!isCut && heads.some(({ hasNew }) => hasNew))) {
    isCut = rounds > 0 && !hasRoom(variants, mostInChains);
    isCut ||= !evaluateRound(heads, variants, rounds === 0);
    if (isCut) break;
    for (const head of heads) head.endRound(workspace);
    rounds++;
  }
  for (const { table } of heads) workspace.finish(table);
  return isCut ? { relations: heads.map(({ table }) => table.name), rounds } : undefined;
}

/** Relations whose longer chains of conclusions were left out. */
export interface CutChains {
  readonly relations: readonly string[];
  /** All that follows in so many steps is there. */
  readonly rounds: number;
}

function hasRoom(variants: readonly RunningVariant[], most: number): boolean {
  return variants.reduce((sum, { derivations }) => sum + derivations.size, 0) < most;
}

/** One round of all relations, whole or, where it would derive too much, not at all; then false. The first must be whole. */
function evaluateRound(
  heads: readonly GrowingHead[],
  variants: readonly RunningVariant[],
  isFirst: boolean,
): boolean {
  const before = variants.map(({ derivations }) => ({ derivations, size: derivations.size }));
  try {
    for (const head of heads) head.evaluateRound(isFirst);
    return true;
  } catch (error) {
    if (isFirst || !(error instanceof FoeprintError)) throw error;
    for (const { derivations, size } of before) derivations.cutTo(size);
    for (const { table } of heads) table.size = table.visible;
    return false;
  }
}

/** One relation of a stratum with the joins that conclude it. */
class GrowingHead {
  readonly table: RelationTable;
  private readonly writer: HeadWriter;
  private readonly firstJoins: readonly HeadJoin[];
  private readonly laterJoins: readonly HeadJoin[];
  private readonly universe: number;

  constructor(
    table: RelationTable,
    variants: readonly RunningVariant[],
    growing: ReadonlySet<string>,
    workspace: Workspace,
  ) {
    this.table = table;
    this.universe = workspace.universe;
    const own = variants.filter(({ variant }) => variant.head.relation === table.name);
    const isRecursive = own.some(({ variant }) => growingPremises(variant, growing).length > 0);
    const earlier = isRecursive || table.reportedSize > 0 ? workspace.chain(table, 0) : undefined;
    this.writer = new HeadWriter(table, workspace.universe, earlier);
    const absences = new Map<string, MarkedAbsence>();
    const join = (running: RunningVariant, windows: readonly (Window | undefined)[]): HeadJoin =>
      new HeadJoin(running, windows, this.writer, absences, workspace);
    this.firstJoins = own.map((running) => join(running, firstWindows(running.variant, growing)));
    this.laterJoins = own.flatMap((running) =>
      growingPremises(running.variant, growing).map((premise) =>
        join(running, laterWindows(running.variant, growing, premise)),
      ),
    );
  }

  /** Whether the last round concluded anything. */
  get hasNew(): boolean {
    return this.table.newFrom < this.table.visible;
  }

  evaluateRound(isFirst: boolean): void {
    const joins = (isFirst ? this.firstJoins : this.laterJoins).filter((join) => join.isWorthwhile());
    if (joins.length === 0) return;
    for (const join of joins) join.beginRound();
    const marks = new Uint8Array(this.universe);
    const isLimited = !isFirst && joins.every((join) => join.markAffected(marks));
    if (!isLimited) for (const join of joins) join.markStarts(marks);
    concludeAbout(marks, joins, this.writer);
  }

  endRound(workspace: Workspace): void {
    const { table } = this;
    table.newFrom = table.visible;
    table.visible = table.size;
    workspace.reveal(table, table.newFrom);
    this.writer.endRound();
  }
}

/** Runs joins for one marked first term after the other. A function of its own, so that it is compiled once for all rounds. */
function concludeAbout(marks: Uint8Array, joins: readonly HeadJoin[], writer: HeadWriter): void {
  for (let first = 0; first < marks.length; first++) {
    if (marks[first] === 0) continue;
    writer.begin(first);
    for (const join of joins) join.run(first);
  }
}

/** A join that concludes rows for one first term at a time. */
class HeadJoin {
  private readonly steps: readonly Step[];
  private readonly firstSlot: number;
  private readonly chain: ChainJoin | undefined;
  private readonly nested: NestedJoin | undefined;
  /** The only first term there can be; -1: any. */
  private readonly only: number;

  constructor(
    { variant, derivations }: RunningVariant,
    windows: readonly (Window | undefined)[],
    writer: HeadWriter,
    absences: Map<string, MarkedAbsence>,
    workspace: Workspace,
  ) {
    const [firstSlot = 0] = variant.head.slots;
    const plan = planVariant(variant, [firstSlot], windows, workspace);
    const make = (checks: PlannedChecks): readonly Check[] =>
      makeChecks(checks, variant, firstSlot, absences, workspace);
    const checks = make(plan.checks);
    this.steps = plan.steps.map((step) => stepOf(step, make(step.checks), workspace));
    this.firstSlot = firstSlot;
    this.only = variant.constants.find(({ slot }) => slot === firstSlot)?.term ?? -1;
    this.chain = ChainJoin.of(plan, this.steps, checks, writer, derivations, workspace);
    if (this.chain !== undefined) return;
    const sink = sinkTo(variant, writer, derivations);
    this.nested = new NestedJoin(plan, this.steps, checks, firstSlot, sink, workspace.effort);
  }

  /** False where some premise has no row to offer in this round. */
  isWorthwhile(): boolean {
    return this.steps.every(({ table, window }) => WINDOW_SIZES[window](table) > 0);
  }

  /** See {@link markAffected}. */
  markAffected(marks: Uint8Array): boolean {
    return markAffected(this.steps, this.firstSlot, marks);
  }

  /** Marks the first terms about which the join may conclude anything at all. */
  markStarts(marks: Uint8Array): void {
    if (this.chain === undefined) marks.fill(1);
    else this.chain.markStarts(marks);
  }

  beginRound(): void {
    this.chain?.beginRound();
  }

  run(first: number): void {
    if (this.chain !== undefined) this.chain.run(first);
    else if (this.only < 0 || this.only === first) this.nested?.run(first);
  }
}

const WINDOW_SIZES: Readonly<Record<Window, (table: RelationTable) => number>> = {
  all: (table) => table.visible,
  old: (table) => table.newFrom,
  new: (table) => table.visible - table.newFrom,
};

function sinkTo(variant: Variant, writer: HeadWriter, derivations: DerivationTable): Sink {
  const terms = new Int32Array(variant.head.slots.length);
  return {
    take(binding, rows) {
      for (const [at, slot] of variant.head.slots.entries()) terms[at] = binding[slot] ?? 0;
      const head = writer.rowFor(terms);
      derivations.reserve(1);
      derivations.heads[derivations.size] = head;
      for (const [at, column] of derivations.premises.entries()) column[derivations.size] = rows[at] ?? 0;
      derivations.size++;
      return false;
    },
  };
}

function growingPremises(variant: Variant, growing: ReadonlySet<string>): readonly number[] {
  return variant.premises.flatMap((atom, premise) => (growing.has(atom.relation) ? [premise] : []));
}

function firstWindows(variant: Variant, growing: ReadonlySet<string>): readonly (Window | undefined)[] {
  return variant.premises.map((atom) => (growing.has(atom.relation) ? 'all' : undefined));
}

function laterWindows(
  variant: Variant,
  growing: ReadonlySet<string>,
  changed: number,
): readonly (Window | undefined)[] {
  return variant.premises.map((atom, premise) => {
    if (!growing.has(atom.relation)) return undefined;
    if (premise === changed) return 'new';
    return premise < changed ? 'old' : 'all';
  });
}

/** The checks of a plan, ready to run. */
export function makeChecks(
  planned: PlannedChecks,
  variant: Variant,
  firstSlot: number,
  absences: Map<string, MarkedAbsence>,
  workspace: Workspace,
): readonly Check[] {
  const { universe } = workspace.facts;
  const guard = (slot: number): TypeGuard => new TypeGuard(slot, variant.types[slot] ?? [], universe);
  return [
    ...planned.typed.map(guard),
    ...planned.comparisons.map((comparison) => new Comparison(comparison, universe)),
    ...planned.absences.map((atom) => absenceOf(atom, variant, firstSlot, absences, workspace)),
  ];
}

/** Absences about the first term of the conclusion are marked, and share the marks with the other rules of the relation. */
function absenceOf(
  atom: SlotAtom,
  variant: Variant,
  firstSlot: number,
  absences: Map<string, MarkedAbsence>,
  workspace: Workspace,
): Check {
  const table = workspace.table(atom.relation);
  const bindable = bindableSlots(variant);
  const cells = atom.slots.map((slot, column) => ({ slot, column }));
  const bound = cells.filter(({ slot }) => bindable.has(slot));
  const [first, second] = cells;
  if (bound.length === 2 && cells.length === 2 && first && second && first.slot !== second.slot) {
    const [fixed, varying] = second.slot === firstSlot ? [second, first] : [first, second];
    if (fixed.slot === firstSlot) {
      const name = [atom.relation, fixed.column, fixed.slot, varying.slot].join('/');
      const index = workspace.index(table, fixed.column);
      const made =
        absences.get(name) ?? new MarkedAbsence(fixed.slot, varying.slot, index, workspace.universe);
      absences.set(name, made);
      return made;
    }
  }
  const free = cells.flatMap(({ slot, column }) => {
    const types = variant.types[slot];
    return bindable.has(slot) || types === undefined
      ? []
      : [{ column, guard: new TypeGuard(slot, types, workspace.facts.universe) }];
  });
  return new Absence(table, bound, free, (column) => workspace.index(table, column));
}
