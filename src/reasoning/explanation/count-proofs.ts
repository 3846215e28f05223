import type { FactRef, Model } from '../evaluation/index.ts';
import { coneOf, derivationRange, type Cone } from './cone.ts';
import { circlesOf } from './cycles.ts';
import { requireFact } from './require-fact.ts';

/** How many proofs a fact has. */
export interface ProofCount {
  readonly count: bigint;
  /** False where counting stopped at its budget: then there are at least `count` proofs. */
  readonly isExact: boolean;
}

/**
 * How many different proofs a fact has; that it is reported counts as one. Outside circles each fact is counted once, so that
 * astronomic numbers take no time; inside a circle every way through it is walked.
 *
 * @param budget steps to spend in circles
 * @throws FoeprintError R340 where there is no such fact
 */
export function countProofs(model: Model, fact: FactRef, budget = 100_000): ProofCount {
  return countIn(coneOf(model, requireFact(model, fact)), budget);
}

/** More facts than this above each other in one circle are not followed: the call stack has an end. */
const DEEPEST = 1500;

/** As {@link countProofs}, for the fact on top of a cone. */
export function countIn(cone: Cone, budget: number): ProofCount {
  const { circleOf, isCyclic } = circlesOf(cone);
  const counts = new Map<number, bigint>();
  const path = new Set<number>();
  /** By circle: how many of its facts are on the path. */
  const entered = new Map<number, number>();
  let left = budget;
  let isExact = true;

  const count = (fact: number): bigint => {
    const circle = circleOf[fact] ?? -1;
    const above = entered.get(circle) ?? 0;
    // A count made below other facts of the circle leaves out proofs through them, so it is good for nothing else.
    const known = above === 0 ? counts.get(fact) : undefined;
    if (known !== undefined) return known;
    if (left <= 0 || above > DEEPEST) {
      isExact = false;
      return ownProof(cone, fact);
    }
    if (isCyclic(circle)) left--;
    path.add(fact);
    entered.set(circle, above + 1);
    const found = sumOverDerivations(fact);
    entered.set(circle, above);
    path.delete(fact);
    if (above === 0) counts.set(fact, found);
    return found;
  };
  const sumOverDerivations = (fact: number): bigint => {
    let sum = ownProof(cone, fact);
    const { from, to } = derivationRange(cone, fact);
    for (let derivation = from; derivation < to; derivation++) {
      const premises = cone.derivations[derivation]?.premises ?? [];
      if (premises.some((premise) => path.has(premise))) continue;
      let product = 1n;
      for (const premise of premises) product = product === 0n ? 0n : product * count(premise);
      sum += product;
    }
    return sum;
  };
  // Circles are numbered from the bottom up: counting in that order keeps the call stack flat.
  const order = cone.facts
    .map((_, fact) => fact)
    .toSorted((one, other) => (circleOf[one] ?? 0) - (circleOf[other] ?? 0));
  for (const fact of order) if (!isCyclic(circleOf[fact] ?? -1)) count(fact);
  return { count: count(0), isExact };
}

/** 1 where the fact is reported, which is a proof without premises. */
function ownProof(cone: Cone, fact: number): bigint {
  return cone.facts[fact]?.isReported === true ? 1n : 0n;
}
