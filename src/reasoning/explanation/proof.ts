import { errorOf } from '../../facts/index.ts';
import type { FactRef, Model } from '../evaluation/index.ts';
import { REASONING_ISSUES as ISSUES } from '../issues.ts';
import { coneOf, type Cone } from './cone.ts';
import { countIn } from './count-proofs.ts';
import { isInCycle } from './cycles.ts';
import { requireFact } from './require-fact.ts';
import { rankedDerivations, shortestProofs, type Shortest } from './shortest.ts';

/** One way of seeing that a fact holds. Reported facts are the leaves; no fact occurs under itself. */
export type Proof = ReportedProof | DerivedProof;

/** A leaf: a source reports the fact. */
export interface ReportedProof {
  readonly kind: 'reported';
  readonly fact: ProvenFact;
}

/** A node: a rule concluded the fact from others. */
export interface DerivedProof {
  readonly kind: 'derived';
  readonly fact: ProvenFact;
  /** Name of the rule applied. */
  readonly rule: string;
  /** Terms by variable of the rule; -1 for an anonymous variable of a negated premise. */
  readonly binding: readonly number[];
  /** One for each positive premise, as written. */
  readonly premises: readonly Proof[];
}

/** A fact of the model, with its terms. */
export interface ProvenFact extends FactRef {
  readonly terms: readonly number[];
}

/**
 * The proof with the fewest rule applications; of equally short ones the first by order of rules and rows.
 * Parts that occur several times in it are one object.
 *
 * @throws FoeprintError R340 where there is no such fact
 */
export function shortestProof(model: Model, fact: FactRef): Proof {
  const cone = coneOf(model, requireFact(model, fact));
  return smallest(model, cone, shortestProofs(cone));
}

function smallest(model: Model, cone: Cone, shortest: Shortest): Proof {
  const made = new Map<number, Proof>();
  for (const index of cheapestFirst(cone, shortest)) {
    const derivation = shortest.choices[index] ?? -1;
    made.set(
      index,
      proofBy(model, cone, index, derivation, (premise) => made.get(premise) ?? neverAsked()),
    );
  }
  return made.get(0) ?? neverAsked();
}

/** The facts that the smallest proof of the first one uses, each after those that it rests on. */
function cheapestFirst(cone: Cone, { choices, costs }: Shortest): readonly number[] {
  const used = new Set([0]);
  for (const fact of used)
    for (const premise of cone.derivations[choices[fact] ?? -1]?.premises ?? []) used.add(premise);
  return [...used].toSorted((left, right) => (costs[left] ?? 0) - (costs[right] ?? 0));
}

/**
 * All proofs of a fact, made one at a time as they are asked for: a shortest one first, then in an order that is the
 * same every time. There may be very many, see `countProofs`.
 *
 * @throws FoeprintError R340 where there is no such fact; R341 after the first proof, where others are too deep
 */
export function* proofs(model: Model, fact: FactRef): Generator<Proof, void, undefined> {
  const cone = coneOf(model, requireFact(model, fact));
  const shortest = shortestProofs(cone);
  yield smallest(model, cone, shortest);
  const { count, isExact } = countIn(cone, BUDGET);
  if (isExact && count === 1n) return;
  const all = proofsOf({ model, cone, shortest, inCycle: isInCycle(cone) }, 0, new Set());
  // The first is the one that was given already.
  all.next();
  yield* all;
}

/** Steps to spend on seeing that there is only one proof. */
const BUDGET = 1000;
/** More rule applications above each other than this are not enumerated: the call stack has an end. */
const DEEPEST = 500;

interface Enumeration {
  readonly model: Model;
  readonly cone: Cone;
  readonly shortest: Shortest;
  readonly inCycle: (fact: number) => boolean;
}

/** @param above facts on the way down to this one */
function* proofsOf(
  enumeration: Enumeration,
  index: number,
  above: ReadonlySet<number>,
): Generator<Proof, void, undefined> {
  const { model, cone } = enumeration;
  const path = new Set([...above, index]);
  if (path.size > DEEPEST) {
    const message = `Some proofs have more than ${DEEPEST} rule applications above each other.`;
    throw errorOf(ISSUES.tooDeep, message);
  }
  if (cone.facts[index]?.isReported === true) yield proofBy(model, cone, index, -1, neverAsked);
  // In a circle a premise may need what is above it: looking ahead keeps the search from running into dead ends.
  const shortest = enumeration.inCycle(index) ? shortestProofs(cone, path) : enumeration.shortest;
  for (const derivation of rankedDerivations(cone, index, shortest)) {
    const { premises } = cone.derivations[derivation] ?? { premises: [] };
    for (const parts of combinations(enumeration, premises, path)) {
      const next = parts.values();
      yield proofBy(model, cone, index, derivation, () => next.next().value ?? neverAsked());
    }
  }
}

/** Every choice of one proof for each premise; the last premise varies fastest. */
function* combinations(
  enumeration: Enumeration,
  premises: readonly number[],
  path: ReadonlySet<number>,
): Generator<readonly Proof[], void, undefined> {
  const [first, ...rest] = premises;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const proof of proofsOf(enumeration, first, path))
    for (const others of combinations(enumeration, rest, path)) yield [proof, ...others];
}

function proofBy(
  model: Model,
  cone: Cone,
  index: number,
  derivation: number,
  proofOf: (premise: number) => Proof,
): Proof {
  const { relation = '', row = -1 } = cone.facts[index] ?? {};
  const fact = { relation, row, terms: model.terms({ relation, row }) };
  const by = cone.derivations[derivation];
  if (by === undefined) return { kind: 'reported', fact };
  return {
    kind: 'derived',
    fact,
    rule: by.rule.name,
    binding: by.binding,
    premises: by.premises.map(proofOf),
  };
}

function neverAsked(): never {
  throw new Error('every premise has a proof, and a reported fact has no premises');
}
