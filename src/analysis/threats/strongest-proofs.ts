import { append } from '../../facts/index.ts';
import type { Derivation, FactRef, Model } from '../../reasoning/index.ts';
import type { ToldFact } from '../profile/testimony.ts';

/** The most credible way in which a fact is known. */
export interface StrongestProof {
  /** 0 … 1: 1 for a told fact; of a derived one the weight of the rule times the least credible premise. */
  readonly credibility: number;
  /** The told facts under it, each once, in the order of the proof. */
  readonly leaves: readonly ToldFact[];
}

/**
 * The most credible proofs of some facts: the measure of `credibilityOf`, but only for what lies under these facts,
 * and with what was not heard left out as if nobody had told it.
 *
 * @param isHeard whether a told fact may be used
 * @returns for a fact asked for, one proof for each last step that is as credible as any; none where nothing that is
 * heard proves it
 */
export function strongestProofs(
  model: Model,
  wanted: readonly FactRef[],
  isHeard: (fact: ToldFact) => boolean,
): (fact: FactRef) => readonly StrongestProof[] {
  const found = new Known();
  const open = derivationsUnder(model, wanted, isHeard, found);
  // Values only grow, and by derivations that stood before: the choices never go in circles.
  for (let grew = true; grew;)
    grew = open.map(({ fact, derivation }) => found.raise(fact, derivation)).includes(true);
  return (fact) => {
    const credibility = found.of(fact)?.credibility ?? 0;
    if (credibility === 0) return [];
    if (found.isTold(fact)) return [{ credibility, leaves: [fact] }];
    return model
      .derivations(fact)
      .filter((derivation) => found.credibilityBy(derivation) === credibility)
      .map(({ premises }) => ({ credibility, leaves: leavesUnder(found, premises) }));
  };
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
  readonly by?: Derivation;
}

/** The best that is known of each fact so far. */
class Known {
  readonly #facts = new Map<string, Map<number, KnownFact>>();

  of({ relation, row }: FactRef): KnownFact | undefined {
    return this.#facts.get(relation)?.get(row);
  }

  isTold(fact: FactRef): boolean {
    const known = this.of(fact);
    return known !== undefined && known.by === undefined;
  }

  tell(fact: FactRef): void {
    this.#keep(fact, { credibility: 1 });
  }

  /** Takes a derivation where it is better than what is known; says whether it is. */
  raise(fact: FactRef, by: Derivation): boolean {
    const credibility = this.credibilityBy(by);
    if (credibility <= (this.of(fact)?.credibility ?? 0)) return false;
    this.#keep(fact, { credibility, by });
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

function leavesUnder(found: Known, premises: readonly FactRef[]): readonly ToldFact[] {
  const leaves = new Map<string, ToldFact>();
  for (const premise of premises) collectLeaves(found, premise, leaves);
  return [...leaves.values()];
}

function collectLeaves(found: Known, fact: FactRef, leaves: Map<string, ToldFact>): void {
  const known = found.of(fact);
  if (known === undefined) return;
  if (known.by === undefined) leaves.set(keyOf(fact), { relation: fact.relation, row: fact.row });
  else for (const premise of known.by.premises) collectLeaves(found, premise, leaves);
}

function keyOf({ relation, row }: FactRef): string {
  return `${relation} ${row}`;
}
