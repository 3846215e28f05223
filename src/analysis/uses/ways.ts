import { append } from '../../facts/index.ts';
import type { Derivation, FactRef, Model } from '../../reasoning/index.ts';
import type { ToldFact } from '../profile/testimony.ts';

/** A last step to a fact, with everything that leads to it. */
export interface Way {
  /** 0 … 1: 1 for a told fact; of a derived one the weight of the rule times the least credible premise. */
  readonly credibility: number;
  /** The told facts under every proof that ends with this step, each once; those of the more credible proofs first. */
  readonly leaves: readonly ToldFact[];
}

/**
 * All ways in which some facts are known, the most credible first: the measure of `credibilityOf`, but only for what
 * lies under these facts, and with what was not heard left out as if nobody had told it.
 *
 * @param isHeard whether a told fact may be used
 * @returns for a fact asked for, a way for each last step; none where nothing that is heard proves it
 */
export function waysTo(
  model: Model,
  wanted: readonly FactRef[],
  isHeard: (fact: ToldFact) => boolean,
): (fact: FactRef) => readonly Way[] {
  const found = new Known();
  const open = derivationsUnder(model, wanted, isHeard, found);
  // Values only grow, and by derivations that stood before: the choices never go in circles.
  for (let grew = true; grew;)
    grew = open.map(({ fact, derivation }) => found.raise(fact, derivation)).includes(true);
  return (fact) => {
    if (found.isTold(fact)) return [{ credibility: 1, leaves: [fact] }];
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

/** The derivations of a fact that rest on what is heard, the most credible first. */
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
  isHeard: (fact: ToldFact) => boolean,
  found: Known,
): readonly Conclusion[] {
  const open: Conclusion[] = [];
  const met = new Set<string>();
  const waiting = [...wanted];
  for (const fact of waiting) {
    const key = keyOf(fact);
    if (met.has(key)) continue;
    met.add(key);
    if (fact.row < model.relation(fact.relation).toldSize) {
      if (isHeard(fact)) found.tell(fact);
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
  readonly isTold: boolean;
}

/** The best that is known of each fact so far. */
class Known {
  readonly #facts = new Map<string, Map<number, KnownFact>>();

  of({ relation, row }: FactRef): KnownFact | undefined {
    return this.#facts.get(relation)?.get(row);
  }

  isTold(fact: FactRef): boolean {
    return this.of(fact)?.isTold === true;
  }

  tell(fact: FactRef): void {
    this.#keep(fact, { credibility: 1, isTold: true });
  }

  /** Takes a derivation where it is better than what is known; says whether it is. */
  raise(fact: FactRef, by: Derivation): boolean {
    const credibility = this.credibilityBy(by);
    if (credibility <= (this.of(fact)?.credibility ?? 0)) return false;
    this.#keep(fact, { credibility, isTold: false });
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

/** Without recursion: what is loaded may hang together in chains of any length. */
function leavesUnder(
  model: Model,
  found: Known,
  fact: FactRef,
  premises: readonly FactRef[],
): readonly ToldFact[] {
  const leaves: ToldFact[] = [];
  // A proof of the fact does not rest on the fact itself.
  const met = new Set([keyOf(fact)]);
  const waiting = premises.toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const key = keyOf(next);
    if (met.has(key)) continue;
    met.add(key);
    if (found.isTold(next)) leaves.push({ relation: next.relation, row: next.row });
    else
      append(
        waiting,
        stepsTo(model, found, next)
          .flatMap((step) => step.premises)
          .toReversed(),
      );
  }
  return leaves;
}

function keyOf({ relation, row }: FactRef): string {
  return `${relation} ${row}`;
}
