import type { Linkage } from '../../answers/index.ts';
import { highest } from '../../text/index.ts';

/** A tree of merges over things 0 … size-1. */
export interface Dendrogram {
  readonly size: number;
  /** Merges, most alike first. The `m`-th makes cluster number `size + m` out of two earlier ones. */
  readonly merges: readonly Merge[];
}

export interface Merge {
  readonly left: number;
  readonly right: number;
  /** Between a thing on the left and one on the right, on average; with complete linkage of those two that are least alike. */
  readonly similarity: number;
}

/**
 * Clusters by average linkage (UPGMA, Sokal and Michener 1958): the two clusters that are most alike on average are
 * merged until one is left; or by complete linkage, where the two members that are least alike decide. Found with
 * nearest-neighbour chains (Murtagh 1983) in time proportional to size².
 * Deterministic: of equally alike clusters the one with the smallest number is taken.
 *
 * @param similarity square table, symmetric, row by row
 */
export function clusterBy(similarity: Float64Array, size: number, linkage: Linkage = 'average'): Dendrogram {
  const state = new ChainState(similarity, size, JOINED[linkage]);
  const chain: number[] = [];
  const merges: SlotMerge[] = [];
  while (merges.length < size - 1) {
    const top = chain.at(-1) ?? state.firstAlive();
    if (chain.length === 0) chain.push(top);
    const previous = chain.at(-2);
    const nearest = state.nearest(top, previous);
    if (nearest !== previous) chain.push(nearest);
    else {
      chain.length -= 2;
      merges.push(state.merge(Math.min(top, nearest), Math.max(top, nearest)));
    }
  }
  return { size, merges: numberMerges(merges, size) };
}

/** How alike a third cluster is to two that are merged, of how many members each. */
type Joined = (one: number, ofOne: number, other: number, ofOther: number) => number;

const JOINED: Readonly<Record<Linkage, Joined>> = {
  average: (one, ofOne, other, ofOther) => (one * ofOne + other * ofOther) / (ofOne + ofOther),
  complete: (one, _ofOne, other) => Math.min(one, other),
};

/** A merge of what stood in two slots; the result stands in `kept`. */
interface SlotMerge {
  readonly kept: number;
  readonly dropped: number;
  readonly similarity: number;
}

/** How alike the clusters that are left are; a cluster stands in the slot of its smallest member. */
class ChainState {
  readonly #size: number;
  readonly #similarity: Float64Array;
  readonly #weights: Float64Array;
  /** How alike the halves of each cluster were. */
  readonly #heights: Float64Array;
  readonly #joined: Joined;

  constructor(similarity: Float64Array, size: number, joined: Joined) {
    this.#size = size;
    this.#joined = joined;
    this.#similarity = similarity.slice();
    this.#weights = new Float64Array(size).fill(1);
    this.#heights = new Float64Array(size).fill(Infinity);
  }

  firstAlive(): number {
    return this.#weights.findIndex((weight) => weight > 0);
  }

  /** The cluster most alike to `slot`; `preferred` where another is only as much alike, so that chains end. */
  nearest(slot: number, preferred: number | undefined): number {
    let best = preferred ?? -1;
    let nearest = preferred === undefined ? -Infinity : this.#between(slot, preferred);
    for (let other = 0; other < this.#size; other++) {
      if (other === slot || (this.#weights[other] ?? 0) === 0) continue;
      const similarity = this.#between(slot, other);
      if (similarity > nearest) {
        nearest = similarity;
        best = other;
      }
    }
    return best;
  }

  merge(kept: number, dropped: number): SlotMerge {
    // An average never exceeds what it is made of, but its rounding can: a merge must not come before its parts.
    const similarity = Math.min(
      this.#between(kept, dropped),
      this.#heights[kept] ?? 0,
      this.#heights[dropped] ?? 0,
    );
    const keptWeight = this.#weights[kept] ?? 0;
    const droppedWeight = this.#weights[dropped] ?? 0;
    for (let other = 0; other < this.#size; other++) {
      const joined = this.#joined(
        this.#between(kept, other),
        keptWeight,
        this.#between(dropped, other),
        droppedWeight,
      );
      this.#similarity[kept * this.#size + other] = joined;
      this.#similarity[other * this.#size + kept] = joined;
    }
    this.#weights[kept] = keptWeight + droppedWeight;
    this.#weights[dropped] = 0;
    this.#heights[kept] = similarity;
    return { kept, dropped, similarity };
  }

  #between(left: number, right: number): number {
    return this.#similarity[left * this.#size + right] ?? 0;
  }
}

/** Chains find merges out of order: sorts them, then names what each one merged. */
function numberMerges(merges: readonly SlotMerge[], size: number): readonly Merge[] {
  const current = Array.from({ length: size }, (_, slot) => slot);
  return merges
    .toSorted((one, other) => other.similarity - one.similarity)
    .map(({ kept, dropped, similarity }, index) => {
      const merge = { left: current[kept] ?? kept, right: current[dropped] ?? dropped, similarity };
      current[kept] = size + index;
      return merge;
    });
}

/**
 * The clusters whose members are alike by at least `min` at every merge; largest first, then by
 * smallest member. Things that merged with nothing are left out.
 */
export function clustersAt({ size, merges }: Dendrogram, min: number): readonly (readonly number[])[] {
  const clusters = new Map<number, readonly number[]>(
    Array.from({ length: size }, (_, member) => [member, [member]]),
  );
  merges.forEach(({ left, right, similarity }, index) => {
    if (similarity < min) return;
    const members = [...(clusters.get(left) ?? []), ...(clusters.get(right) ?? [])];
    clusters.delete(left);
    clusters.delete(right);
    clusters.set(
      size + index,
      members.toSorted((one, other) => one - other),
    );
  });
  return [...clusters.values()]
    .filter((members) => members.length > 1)
    .toSorted((one, other) => other.length - one.length || (one[0] ?? 0) - (other[0] ?? 0));
}

/**
 * An order in which things that are alike stand together: the leaves of the tree, each merge turned so that the ends
 * that meet are the most alike.
 *
 * @param similarity the table that the tree was made from
 */
export function clusterOrder({ size, merges }: Dendrogram, similarity: Float64Array): readonly number[] {
  const orders = new Map<number, readonly number[]>(
    Array.from({ length: size }, (_, member) => [member, [member]]),
  );
  merges.forEach(({ left, right }, index) => {
    orders.set(
      size + index,
      joinNearestEnds(orders.get(left) ?? [], orders.get(right) ?? [], similarity, size),
    );
    orders.delete(left);
    orders.delete(right);
  });
  return [...orders.values()].flat();
}

function joinNearestEnds(
  left: readonly number[],
  right: readonly number[],
  similarity: Float64Array,
  size: number,
): readonly number[] {
  const turns = [
    [left, right],
    [left, right.toReversed()],
    [left.toReversed(), right],
    [left.toReversed(), right.toReversed()],
  ] as const;
  const meeting = turns.map(([one, other]) => similarity[(one.at(-1) ?? 0) * size + (other[0] ?? 0)] ?? 0);
  const [one, other] = turns[meeting.indexOf(highest(meeting))] ?? turns[0];
  return [...one, ...other];
}
