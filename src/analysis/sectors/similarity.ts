import type { SectorMeasure } from '../../answers/index.ts';
import type { BitSets } from '../compare/bit-sets.ts';
import { similarityBy, type Similarity } from '../compare/measures.ts';
import { shareOf } from './support.ts';
import type { TechniqueCounts } from './technique-counts.ts';

/** How alike two things are, by their places: by the techniques that are present at them, or by the shares of all techniques. */
export function similarityOf(measure: SectorMeasure, counts: TechniqueCounts, present: BitSets): Similarity {
  return measure === 'weighted' ? byShares(counts) : similarityBy(measure, present);
}

/**
 * What two things share of their sightings: the sum of the smaller shares of every technique over the sum of the larger (Ružička
 * 1958). Needs no threshold of presence, and is ruled by the techniques that are seen most.
 */
function byShares(counts: TechniqueCounts): Similarity {
  const techniques = [...counts.techniques.keys()];
  const shares = counts.names.map((_, name) =>
    Float64Array.from(techniques, (technique) => shareOf(counts, name, technique)),
  );
  return (left, right) => {
    const [one = NONE, other = NONE] = [shares[left], shares[right]];
    let smaller = 0;
    let larger = 0;
    for (let technique = 0; technique < one.length; technique++) {
      const [here, there] = [one[technique] ?? 0, other[technique] ?? 0];
      smaller += Math.min(here, there);
      larger += Math.max(here, there);
    }
    return larger === 0 ? 0 : smaller / larger;
  };
}

const NONE = new Float64Array(0);
