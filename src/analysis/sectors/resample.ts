import type { SectorPair } from '../../answers/index.ts';
import { randomNumbers } from '../../text/index.ts';
import { ofTactic, type SectorSearch } from './sector-overlap.ts';
import { similarityOf } from './similarity.ts';
import { presentTechniques } from './support.ts';
import { addedUp, type OrganisationCounts } from './technique-counts.ts';

/**
 * Pairs with how far their similarity hangs on which organisations happen to be there: the organisations of every thing are drawn
 * again, with replacement (bootstrap, Efron 1979), and the middle 95 % of the similarities given. Sightings without an organisation
 * stay as they are, and pairs with one that has no others get no interval. The same counts give the same intervals.
 *
 * @param counts of the things that are compared, in their order; those that are in no pair may be empty, but for `rarity`
 * @param draws how often it is drawn; 1 or more
 */
export function withIntervals(
  pairs: readonly SectorPair[],
  counts: OrganisationCounts,
  search: Pick<SectorSearch, 'support' | 'measure' | 'tactic'>,
  draws: number,
): readonly SectorPair[] {
  const random = randomNumbers(counts.names.length);
  const values = pairs.map(() => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw++) {
    const drawn = ofTactic(
      addedUp(counts, (name) => drawAgain(counts.holders[name] ?? [], random)),
      search,
    );
    const similar = similarityOf(search.measure, drawn, presentTechniques(drawn, search.support, false));
    pairs.forEach(({ left, right }, pair) => values[pair]?.fill(similar(left, right), draw, draw + 1));
  }
  // Where no organisation is named there is nothing to draw, and a point would look like certainty.
  const isDrawn = counts.holders.map((here) => here.some(({ isKnown }) => isKnown));
  return pairs.map((pair, place) => {
    if (isDrawn[pair.left] !== true || isDrawn[pair.right] !== true) return pair;
    const list = values[place]?.toSorted() ?? [];
    const at = (share: number): number => list[Math.round(share * (draws - 1))] ?? 0;
    return { ...pair, low: at(TAIL), high: at(1 - TAIL) };
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
