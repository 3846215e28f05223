import type { ReportedFact } from '../../facts/index.ts';
import { append } from '../../text/index.ts';
import type { Derivation, FactRef, Model } from '../../reasoning/index.ts';

/** A last step to a fact, with everything that leads to it. */
export interface Way {
  /** 0 … 1: 1 for a reported fact; of a derived one the weight of the rule times the least credible premise. */
  readonly credibility: number;
  /** The reported facts under every proof that ends with this step, each once; those of the more credible proofs first. */
  readonly leaves: readonly ReportedFact[];
}

/**
 * All ways in which some facts are known, the most credible first: the measure of `credibilityOf`, but only for what
 * lies under these facts, and with what is out of scope left out as if no source reported it.
 *
 * @param isInScope whether a reported fact may be used
 * @returns for a fact asked for, a way for each last step; none where nothing in scope proves it
 */
export function waysTo(
  model: Model,
  wanted: readonly FactRef[],
  isInScope: (fact: ReportedFact) => boolean,
): (fact: FactRef) => readonly Way[] {
  const found = new Known();
  const open = derivationsUnder(model, wanted, isInScope, found);
  // Values only grow, and by derivations that stood before: the choices never go in circles.
  for (let grew = true; grew;)
    grew = open.map(({ fact, derivation }) => found.raise(fact, derivation)).includes(true);
  return (fact) => {
    if (found.isReported(fact)) return [{ credibility: 1, leaves: [fact] }];
    return stepsTo(model, found, fact).map(({ credibility, premises }) => ({
      credibility,
      leaves: leavesUnder(model, found, fact, premises),
    }));
  };
}

interface Step {
  readonly credibility: number;
  readonly premises: readonly FactRef[];
}

/** The derivations of a fact that rest on what is in scope, the most credible first. */
function stepsTo(model: Model, found: Known, fact: FactRef): readonly Step[] {
  return model
    .derivations(fact)
    .map((derivation) => ({
      credibility: found.credibilityBy(derivation),
      premises: derivation.premises,
    }))
    .filter(({ credibility }) => credibility > 0)
    .toSorted((one, other) => other.credibility - one.credibility);
}

interface Conclusion {
  readonly fact: FactRef;
  readonly derivation: Derivation;
}

/** Every derivation under some facts, those of premises before those that rest on them where they do not go in circles. */
function derivationsUnder(
  model: Model,
  wanted: readonly FactRef[],
  isInScope: (fact: ReportedFact) => boolean,
  found: Known,
): readonly Conclusion[] {
  const open: Conclusion[] = [];
  const met = new Set<string>();
  const waiting = [...wanted];
  for (const fact of waiting) {
    const key = keyOf(fact);
    if (met.has(key)) continue;
    met.add(key);
    if (fact.row < model.relation(fact.relation).reportedSize) {
      if (isInScope(fact)) found.report(fact);
      continue;
    }
    for (const derivation of model.derivations(fact)) {
      open.push({ fact, derivation });
      append(waiting, derivation.premises);
    }
  }
  return open.toReversed();
}

interface KnownFact {
  readonly credibility: number;
  readonly isReported: boolean;
}

/** The best that is known of each fact so far. */
class Known {
  readonly #facts = new Map<string, Map<number, KnownFact>>();

  of({ relation, row }: FactRef): KnownFact | undefined {
    return this.#facts.get(relation)?.get(row);
  }

  isReported(fact: FactRef): boolean {
    return this.of(fact)?.isReported === true;
  }

  report(fact: FactRef): void {
    this.#keep(fact, { credibility: 1, isReported: true });
  }

  /** Takes a derivation where it is better than what is known; says whether it is. */
  raise(fact: FactRef, by: Derivation): boolean {
    const credibility = this.credibilityBy(by);
    if (credibility <= (this.of(fact)?.credibility ?? 0)) return false;
    this.#keep(fact, { credibility, isReported: false });
    return true;
  }

  #keep({ relation, row }: FactRef, known: KnownFact): void {
    const rows = this.#facts.get(relation) ?? new Map<number, KnownFact>();
    this.#facts.set(relation, rows.set(row, known));
  }

  /** What a derivation hands to its conclusion, from what is known of its premises. */
  credibilityBy({ rule, premises }: Derivation): number {
    let least = 1;
    for (const premise of premises) least = Math.min(least, this.of(premise)?.credibility ?? 0);
    return rule.weight * least;
  }
}

/**
 * The reported facts under all proofs that end with a step. Nearly always what is loaded does not go in circles, and they are what can be
 * reached; where it does, a proof must not rest on what it proves.
 */
function leavesUnder(
  model: Model,
  found: Known,
  fact: FactRef,
  premises: readonly FactRef[],
): readonly ReportedFact[] {
  const { leaves, isCircular } = reachable(model, found, fact, premises);
  return isCircular ? (new StraightProofs(model, found).leavesUnder(fact, premises) ?? leaves) : leaves;
}

/** Without recursion: what is loaded may hang together in chains of any length. */
function reachable(
  model: Model,
  found: Known,
  fact: FactRef,
  premises: readonly FactRef[],
): { readonly leaves: readonly ReportedFact[]; readonly isCircular: boolean } {
  const leaves: ReportedFact[] = [];
  // A proof of the fact does not rest on the fact itself.
  const met = new Set([keyOf(fact)]);
  const under = new Set([keyOf(fact)]);
  let isCircular = false;
  const waiting: (FactRef | { readonly left: string })[] = premises.toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('left' in next) {
      under.delete(next.left);
      continue;
    }
    const key = keyOf(next);
    if (under.has(key)) isCircular = true;
    if (met.has(key)) continue;
    met.add(key);
    if (found.isReported(next)) leaves.push({ relation: next.relation, row: next.row });
    else {
      under.add(key);
      waiting.push({ left: key });
      append(
        waiting,
        stepsTo(model, found, next)
          .flatMap((step) => step.premises)
          .toReversed(),
      );
    }
  }
  return { leaves, isCircular };
}

/** Facts looked at, and steps from fact to premise, after which circles are no longer followed one by one. */
const MOST_VISITS = 20_000;
const DEEPEST = 200;

/** Proofs in which no fact rests on itself, gone through one by one. */
class StraightProofs {
  readonly #model: Model;
  readonly #found: Known;
  #visits = 0;

  constructor(model: Model, found: Known) {
    this.#model = model;
    this.#found = found;
  }

  /** @returns undefined where there are too many, or too long ones */
  leavesUnder(fact: FactRef, premises: readonly FactRef[]): readonly ReportedFact[] | undefined {
    const leaves = this.#ofStep(premises, new Set([keyOf(fact)]));
    if (this.#visits > MOST_VISITS) return undefined;
    return [...new Map((leaves ?? []).map((leaf) => [keyOf(leaf), leaf])).values()];
  }

  /** Leaves under all premises of a step; undefined where one of them has no proof without what is being proved. */
  #ofStep(premises: readonly FactRef[], proved: ReadonlySet<string>): readonly ReportedFact[] | undefined {
    const all: ReportedFact[] = [];
    for (const premise of premises) {
      const leaves = this.#ofFact(premise, proved);
      if (leaves === undefined) return undefined;
      append(all, leaves);
    }
    return all;
  }

  #ofFact(fact: FactRef, proved: ReadonlySet<string>): readonly ReportedFact[] | undefined {
    if (this.#found.isReported(fact)) return [{ relation: fact.relation, row: fact.row }];
    const key = keyOf(fact);
    if (proved.size > DEEPEST) this.#visits = MOST_VISITS + 1;
    if (proved.has(key) || ++this.#visits > MOST_VISITS) return undefined;
    const within = new Set([...proved, key]);
    const proofs = stepsTo(this.#model, this.#found, fact).flatMap(
      ({ premises }) => this.#ofStep(premises, within) ?? [],
    );
    return proofs.length === 0 ? undefined : proofs;
  }
}

function keyOf({ relation, row }: FactRef): string {
  return `${relation} ${row}`;
}
