import { lowest } from '../text/index.ts';
import type { FactRef, Model, Rule } from '../reasoning/index.ts';

/** How values travel from reported facts to what follows from them. */
export interface Propagation<Value> {
  /** Value of a fact for being reported. */
  readonly reported: (fact: FactRef) => Value;
  /** Value that a rule hands to its conclusion, from those of its premises. */
  readonly through: (rule: Rule, premises: readonly Value[]) => Value;
  /** Value of a fact that has two. Must only ever go one way (a maximum, a union), or cycles would not end. */
  readonly join: (left: Value, right: Value) => Value;
}

/**
 * Values of all facts of a model: reported ones have one of their own, and derivations hand them on until nothing
 * changes. Cycles are fine, as values only grow.
 *
 * @returns the value of a fact; undefined for one that is not in the model
 */
export function propagate<Value>(
  model: Model,
  { reported, through, join }: Propagation<Value>,
): (fact: FactRef) => Value | undefined {
  const values = new Map<string, (Value | undefined)[]>();
  for (const { name } of model.relations) {
    const { size, reportedSize } = model.relation(name);
    values.set(
      name,
      Array.from({ length: size }, (_, row) =>
        row < reportedSize ? reported({ relation: name, row }) : undefined,
      ),
    );
  }
  const valueOf = ({ relation, row }: FactRef): Value | undefined => values.get(relation)?.[row];
  const raise = ({ relation, row }: FactRef, value: Value): boolean => {
    const before = valueOf({ relation, row });
    const after = before === undefined ? value : join(before, value);
    if (after === before) return false;
    const rows = values.get(relation);
    if (rows !== undefined) rows[row] = after;
    return true;
  };
  while (sweep(model, valueOf, through, raise)) {
    // Every sweep brings values one derivation further.
  }
  return valueOf;
}

/** Hands values on through every derivation once; says whether that changed anything. */
function sweep<Value>(
  model: Model,
  valueOf: (fact: FactRef) => Value | undefined,
  through: Propagation<Value>['through'],
  raise: (fact: FactRef, value: Value) => boolean,
): boolean {
  let hasChanged = false;
  for (const { variant, derivations } of model.derivationSets) {
    const rule = model.rules[variant.rule];
    if (rule === undefined) continue;
    for (let at = 0; at < derivations.size; at++) {
      const premises = variant.premises.map(({ relation }, premise) =>
        valueOf({ relation, row: derivations.premises[premise]?.[at] ?? -1 }),
      );
      if (!premises.every((value) => value !== undefined)) continue;
      const head = { relation: variant.head.relation, row: derivations.heads[at] ?? -1 };
      if (raise(head, through(rule, premises))) hasChanged = true;
    }
  }
  return hasChanged;
}

/**
 * How credible each fact is, 0 … 1: a reported one 1; a derived one its rule's weight times the least credible premise,
 * by the best of its derivations.
 */
export function credibilityOf(model: Model): (fact: FactRef) => number {
  const valueOf = propagate<number>(model, {
    reported: () => 1,
    through: ({ weight }, premises) => weight * lowest(premises, 1),
    join: Math.max,
  });
  return (fact) => valueOf(fact) ?? 0;
}

/**
 * Markings of everything that each fact rests on, by any of its derivations, in order.
 *
 * @param markingsOf markings of the objects that state a reported fact
 */
export function markingsUnder(
  model: Model,
  markingsOf: (fact: FactRef) => readonly string[],
): (fact: FactRef) => readonly string[] {
  const sets = new SharedSets();
  const valueOf = propagate<readonly string[]>(model, {
    reported: (fact) => sets.of(markingsOf(fact)),
    through: (_, premises) => premises.reduce((left, right) => sets.union(left, right), sets.of([])),
    join: (left, right) => sets.union(left, right),
  });
  return (fact) => valueOf(fact) ?? [];
}

/** Sets of texts as sorted lists, equal ones being the same object: few sets are shared by many facts. */
class SharedSets {
  readonly #known = new Map<string, readonly string[]>();

  of(texts: readonly string[]): readonly string[] {
    const sorted = [...new Set(texts)].toSorted();
    const key = sorted.join(' ');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, sorted);
    return sorted;
  }

  union(left: readonly string[], right: readonly string[]): readonly string[] {
    return left === right ? left : this.of([...left, ...right]);
  }
}
