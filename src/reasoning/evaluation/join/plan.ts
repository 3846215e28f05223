import { lowest } from '../../../text/index.ts';
import { bindableSlots, type SlotAtom, type SlotComparison, type Variant } from '../variant.ts';
import type { Workspace } from '../workspace.ts';

/**
 * Which rows of a growing relation a premise may match in a round of semi-naive evaluation. One premise matches what
 * the last round concluded, those before it what was there earlier, those after it both: so that every
 * combination is found in exactly one way.
 */
export type Window = 'all' | 'old' | 'new';

/** In which order the premises of a variant are matched, and what is checked as soon as it can be. */
export interface Plan {
  readonly variant: Variant;
  readonly steps: readonly PlannedStep[];
  /** Checks that need no premise. */
  readonly checks: PlannedChecks;
}

export interface PlannedStep {
  /** Position among the positive premises as written. */
  readonly premise: number;
  readonly relation: string;
  readonly isGrowing: boolean;
  readonly window: Window;
  /** Column looked up by, and the slot that holds its value; undefined: all rows are gone through. */
  readonly key: Cell | undefined;
  /** Cells that give a slot its term. */
  readonly binds: readonly Cell[];
  /** Further cells that must equal the term of their slot. */
  readonly equals: readonly Cell[];
  readonly checks: PlannedChecks;
}

export interface Cell {
  readonly column: number;
  readonly slot: number;
}

export interface PlannedChecks {
  /** Slots whose type is to be checked. */
  readonly typed: readonly number[];
  readonly absences: readonly SlotAtom[];
  readonly comparisons: readonly SlotComparison[];
}

/**
 * Orders the premises of a variant: those about the given slots first, then always one that shares a bound slot
 * and matches the fewest rows.
 *
 * @param given slots bound from outside, besides the constants
 * @param windows one for each positive premise; undefined: the relation is finished
 */
export function planVariant(
  variant: Variant,
  given: readonly number[],
  windows: readonly (Window | undefined)[],
  workspace: Workspace,
): Plan {
  const bound = new Set([...given, ...variant.constants.map(({ slot }) => slot)]);
  const due = dueChecks(variant);
  const first = due(bound);
  const waiting = new Set(variant.premises.keys());
  const steps: PlannedStep[] = [];
  while (waiting.size > 0) {
    const premise = cheapest([...waiting], variant, windows, bound, workspace);
    waiting.delete(premise);
    const cells = planCells(variant.premises[premise], windows[premise], bound, workspace);
    for (const { slot } of cells.binds) bound.add(slot);
    steps.push({ premise, ...cells, checks: due(bound) });
  }
  return { variant, steps, checks: first };
}

function cheapest(
  waiting: readonly number[],
  variant: Variant,
  windows: readonly (Window | undefined)[],
  bound: ReadonlySet<number>,
  workspace: Workspace,
): number {
  const connected = waiting.filter((premise) => keyColumns(variant.premises[premise], bound).length > 0);
  const choices = connected.length > 0 ? connected : waiting;
  const [first = 0, ...others] = choices;
  // Costs are only looked into where there is a choice: counting values takes longer than most joins.
  if (others.length === 0) return first;
  const costs = choices.map((premise) => cost(variant.premises[premise], windows[premise], bound, workspace));
  return choices[costs.indexOf(lowest(costs))] ?? first;
}

/** How many rows of a growing relation are taken to share a value; its final size is not known yet. */
const GROWING_FAN_OUT = 8;
/** What a round adds is taken to be this part of the relation. */
const NEW_SHARE = 0.1;

/** Expected number of matching rows. */
function cost(
  atom: SlotAtom | undefined,
  window: Window | undefined,
  bound: ReadonlySet<number>,
  workspace: Workspace,
): number {
  const table = workspace.table(atom?.relation ?? '');
  const keys = keyColumns(atom, bound);
  const share = window === 'new' ? NEW_SHARE : 1;
  if (keys.length === 0) return share * (window === undefined ? table.size : workspace.universe);
  const fanOuts = keys.map(({ column }) =>
    window === undefined ? workspace.fanOut(table, column) : GROWING_FAN_OUT,
  );
  return (share * lowest(fanOuts)) / keys.length;
}

function keyColumns(atom: SlotAtom | undefined, bound: ReadonlySet<number>): readonly Cell[] {
  return (atom?.slots ?? []).flatMap((slot, column) => (bound.has(slot) ? [{ column, slot }] : []));
}

function planCells(
  atom: SlotAtom | undefined,
  window: Window | undefined,
  bound: ReadonlySet<number>,
  workspace: Workspace,
): Omit<PlannedStep, 'premise' | 'checks'> {
  const relation = atom?.relation ?? '';
  const keys = keyColumns(atom, bound);
  const key = keys.length > 1 && window === undefined ? narrowest(relation, keys, workspace) : keys[0];
  const binds: Cell[] = [];
  const equals = keys.filter((cell) => cell !== key);
  for (const [column, slot] of (atom?.slots ?? []).entries()) {
    if (bound.has(slot)) continue;
    const isRepeated = binds.some((cell) => cell.slot === slot);
    (isRepeated ? equals : binds).push({ column, slot });
  }
  return { relation, isGrowing: window !== undefined, window: window ?? 'all', key, binds, equals };
}

function narrowest(relation: string, keys: readonly Cell[], workspace: Workspace): Cell | undefined {
  const table = workspace.table(relation);
  const fanOuts = keys.map(({ column }) => workspace.fanOut(table, column));
  return keys[fanOuts.indexOf(lowest(fanOuts))];
}

/** Hands out each check of the variant once, as soon as all its slots are bound. */
function dueChecks(variant: Variant): (bound: ReadonlySet<number>) => PlannedChecks {
  const anonymous = unboundForever(variant);
  let typed = variant.types.flatMap((types, slot) => (types === undefined ? [] : [slot]));
  let absences = variant.absences;
  let comparisons = variant.comparisons;
  return (bound) => {
    const isReady = (slot: number): boolean => bound.has(slot) || anonymous.has(slot);
    const isComparable = ({ left, right }: SlotComparison): boolean =>
      [left, right].every((operand) => 'text' in operand || isReady(operand.slot));
    const now = {
      typed: typed.filter((slot) => bound.has(slot)),
      absences: absences.filter((atom) => atom.slots.every(isReady)),
      comparisons: comparisons.filter(isComparable),
    };
    typed = typed.filter((slot) => !now.typed.includes(slot));
    absences = absences.filter((atom) => !now.absences.includes(atom));
    comparisons = comparisons.filter((comparison) => !now.comparisons.includes(comparison));
    return now;
  };
}

/** Slots of anonymous variables in negated premises, which stand for anything. */
function unboundForever(variant: Variant): ReadonlySet<number> {
  const bindable = bindableSlots(variant);
  return new Set(variant.absences.flatMap((atom) => atom.slots.filter((slot) => !bindable.has(slot))));
}
