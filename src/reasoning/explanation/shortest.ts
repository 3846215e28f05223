import { derivationRange, type Cone } from './cone.ts';

/** The smallest proof of every fact of a cone. */
export interface Shortest {
  /** Rule applications in the smallest proof tree; 0 where the fact is reported; Infinity where there is none. */
  readonly costs: Float64Array;
  /** The derivation it ends with; -1 where the fact is reported or has no proof. */
  readonly choices: Int32Array;
}

/**
 * Finds the smallest proofs, cheapest facts first (D. E. Knuth, "A generalization of Dijkstra's algorithm", 1977).
 * Of equally small ones it takes the one with the first derivation.
 *
 * @param excluded facts that must not be used
 */
export function shortestProofs(cone: Cone, excluded: ReadonlySet<number> = new Set()): Shortest {
  const costs = new Float64Array(cone.facts.length).fill(Infinity);
  const choices = new Int32Array(cone.facts.length).fill(-1);
  const sums = new Float64Array(cone.derivations.length).fill(1);
  const missing = Int32Array.from(cone.derivations, ({ premises }) => premises.length);
  const users = derivationsUsing(cone);
  const queue = new Queue();
  for (const [fact, { isReported }] of cone.facts.entries()) if (isReported) queue.add(0, -1, fact);
  for (const [derivation, { premises, conclusion }] of cone.derivations.entries())
    if (premises.length === 0) queue.add(1, derivation, conclusion);
  for (let next = queue.take(); next !== undefined; next = queue.take()) {
    if (costs[next.fact] !== Infinity || excluded.has(next.fact)) continue;
    costs[next.fact] = next.cost;
    choices[next.fact] = next.derivation;
    for (const derivation of users[next.fact] ?? []) {
      const sum = (sums[derivation] ?? 0) + next.cost;
      sums[derivation] = sum;
      missing[derivation] = (missing[derivation] ?? 0) - 1;
      if (missing[derivation] === 0)
        queue.add(sum, derivation, cone.derivations[derivation]?.conclusion ?? 0);
    }
  }
  return { costs, choices };
}

/** Derivations of a fact, the one with the smallest proof first; those without proof are left out. */
export function rankedDerivations(cone: Cone, fact: number, { costs }: Shortest): readonly number[] {
  const { from, to } = derivationRange(cone, fact);
  const ranked = Array.from({ length: to - from }, (_, at) => {
    const premises = cone.derivations[from + at]?.premises ?? [];
    return { derivation: from + at, cost: premises.reduce((sum, premise) => sum + (costs[premise] ?? 0), 1) };
  });
  return ranked
    .filter(({ cost }) => cost < Infinity)
    .toSorted((left, right) => left.cost - right.cost || left.derivation - right.derivation)
    .map(({ derivation }) => derivation);
}

/** For each fact the derivations that rest on it, as often as they mention it. */
function derivationsUsing(cone: Cone): readonly (readonly number[])[] {
  const users: number[][] = cone.facts.map(() => []);
  for (const [derivation, { premises }] of cone.derivations.entries())
    for (const premise of premises) users[premise]?.push(derivation);
  return users;
}

interface Candidate {
  readonly cost: number;
  readonly derivation: number;
  readonly fact: number;
}

/** A binary heap: smallest cost first, then first derivation. */
class Queue {
  private readonly heap: Candidate[] = [];

  add(cost: number, derivation: number, fact: number): void {
    const { heap } = this;
    const candidate = { cost, derivation, fact };
    let at = heap.push(candidate) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isBefore(candidate, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = candidate;
  }

  take(): Candidate | undefined {
    const { heap } = this;
    const [first] = heap;
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) this.sink(last);
    return first;
  }

  private sink(candidate: Candidate): void {
    const { heap } = this;
    let at = 0;
    for (;;) {
      const left = heap[2 * at + 1];
      const right = heap[2 * at + 2];
      const isRight = left !== undefined && right !== undefined && isBefore(right, left);
      const below = isRight ? right : left;
      if (below === undefined || !isBefore(below, candidate)) break;
      heap[at] = below;
      at = 2 * at + (isRight ? 2 : 1);
    }
    heap[at] = candidate;
  }
}

function isBefore(left: Candidate, right: Candidate): boolean {
  return left.cost < right.cost || (left.cost === right.cost && left.derivation < right.derivation);
}
