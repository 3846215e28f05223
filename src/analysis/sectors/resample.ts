import type { Similarity } from '../compare/measures.ts';
import { addedUp, type OrganisationCounts, type TechniqueCounts } from './technique-counts.ts';

/** Between what the similarity of two things lies, 0 … 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * How far the similarity of pairs hangs on which organisations happen to be there: the organisations of every thing are drawn again,
 * with replacement (bootstrap, Efron 1979), and the middle 95 % of the similarities given. Sightings without an organisation
 * stay as they are. The same counts give the same intervals.
 *
 * @param similarityIn what is compared in a draw, and by what
 * @param draws how often it is drawn; 1 or more
 */
export function intervalsOf(
  counts: OrganisationCounts,
  pairs: readonly (readonly [left: number, right: number])[],
  similarityIn: (drawn: TechniqueCounts) => Similarity,
  draws: number,
): readonly Interval[] {
  const random = randomNumbers(counts.names.length);
  const values = pairs.map(() => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw++) {
    const drawn = addedUp(counts, (name) => drawAgain(counts.holders[name] ?? [], random));
    const similar = similarityIn(drawn);
    pairs.forEach(([left, right], pair) => values[pair]?.fill(similar(left, right), draw, draw + 1));
  }
  return values.map((list) => {
    list.sort();
    const at = (share: number): number => list[Math.round(share * (draws - 1))] ?? 0;
    return { low: at(TAIL), high: at(1 - TAIL) };
  });
}

const TAIL = 0.025;

/** How often each of the organisations is drawn, as many being drawn as there are. */
function drawAgain(
  holders: readonly { readonly isKnown: boolean }[],
  random: () => number,
): ArrayLike<number> {
  const times = Float64Array.from(holders, ({ isKnown }) => (isKnown ? 0 : 1));
  const known = holders.flatMap(({ isKnown }, place) => (isKnown ? [place] : []));
  for (let draw = 0; draw < known.length; draw++) {
    const place = known[Math.floor(random() * known.length)] ?? 0;
    times[place] = (times[place] ?? 0) + 1;
  }
  return times;
}

/** Numbers from 0 to below 1 that are the same for the same seed (Mulberry32, public domain). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
