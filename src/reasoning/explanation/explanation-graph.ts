import type { FactRef, Model } from '../evaluation/index.ts';
import { coneOf } from './cone.ts';
import { requireFact } from './require-fact.ts';

/** Everything that takes part in any proof of a fact, each part once, as plain data. */
export interface ExplanationGraph {
  /** The fact explained first; others after it in the order in which they are met. */
  readonly facts: readonly GraphFact[];
  readonly derivations: readonly GraphDerivation[];
}

/** A fact that some proof of the explained one uses. */
export interface GraphFact {
  readonly relation: string;
  /** Row in the model; for a reported fact also in the fact base. */
  readonly row: number;
  readonly terms: readonly number[];
  /** Reported facts may be derived as well. */
  readonly isReported: boolean;
}

/** One application of a rule that some proof uses. */
export interface GraphDerivation {
  /** Name of the rule applied. */
  readonly rule: string;
  /** Index of the fact concluded. */
  readonly conclusion: number;
  /** Indexes of the facts that match the positive premises, as written. */
  readonly premises: readonly number[];
  /** Terms by variable of the rule; -1 for an anonymous variable of a negated premise. */
  readonly binding: readonly number[];
}

/**
 * All ways in which a fact holds, at once. Its size is that of the part of the model that it rests on, however many
 * proofs that makes.
 *
 * @throws FoeprintError R340 where there is no such fact
 */
export function explanationGraph(model: Model, fact: FactRef): ExplanationGraph {
  const cone = coneOf(model, requireFact(model, fact));
  return {
    facts: cone.facts.map(({ relation, row, isReported }) => ({
      relation,
      row,
      terms: model.terms({ relation, row }),
      isReported,
    })),
    derivations: cone.derivations.map(({ rule, conclusion, premises, binding }) => ({
      rule: rule.name,
      conclusion,
      premises,
      binding,
    })),
  };
}
