import type { FactRef, Model } from '../evaluation/index.ts';
import type { Rule } from '../program.ts';

/** Everything under one fact: the facts that its derivations rest on, their derivations, and so on down to reported facts. */
export interface Cone {
  /** The fact itself first, then in the order in which they are met. */
  readonly facts: readonly ConeFact[];
  /** In order of the facts concluded. */
  readonly derivations: readonly ConeDerivation[];
}

export interface ConeFact extends FactRef {
  /** Its derivations are those from `firstDerivation` up to that of the next fact. */
  readonly firstDerivation: number;
  readonly isReported: boolean;
}

export interface ConeDerivation {
  readonly rule: Rule;
  /** Index of the fact concluded. */
  readonly conclusion: number;
  /** Indexes of the facts that match the premises, as written. */
  readonly premises: readonly number[];
  /** Terms by variable of the rule. */
  readonly binding: readonly number[];
}

/** Collects what lies under a fact; takes time in proportion to the result, also where derivations go in circles. */
export function coneOf(model: Model, root: FactRef): Cone {
  const facts: ConeFact[] = [];
  const derivations: ConeDerivation[] = [];
  const met = new Map<string, Map<number, number>>();
  const waiting: FactRef[] = [];
  const indexOf = (fact: FactRef): number => {
    const rows = met.get(fact.relation) ?? new Map<number, number>();
    met.set(fact.relation, rows);
    const known = rows.get(fact.row);
    if (known !== undefined) return known;
    rows.set(fact.row, waiting.length);
    return waiting.push(fact) - 1;
  };
  indexOf(root);
  for (const fact of waiting) {
    const isReported = fact.row < model.relation(fact.relation).reportedSize;
    const conclusion = facts.push({ ...fact, firstDerivation: derivations.length, isReported }) - 1;
    for (const { rule, premises, binding } of model.derivations(fact))
      derivations.push({ rule, conclusion, premises: premises.map(indexOf), binding });
  }
  return { facts, derivations };
}

/** Numbers of the derivations of a fact. */
export function derivationRange(cone: Cone, fact: number): { readonly from: number; readonly to: number } {
  return {
    from: cone.facts[fact]?.firstDerivation ?? 0,
    to: cone.facts[fact + 1]?.firstDerivation ?? cone.derivations.length,
  };
}
