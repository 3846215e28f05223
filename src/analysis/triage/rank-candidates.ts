import { highest, keptFor, sum } from '../../text/index.ts';
import { COEFFICIENTS, UNLISTED, UNLISTED_BEFORE, VICTIM } from './coefficients.ts';
import { fallingShares } from './falling-shares.ts';
import { FEATURES, featuresOf, type Features } from './features.ts';
import type { TriageProfiles } from './profiles.ts';
import type { UseIndex } from './use-index.ts';

/** What was seen of whoever it is, by terms. */
export interface Seen {
  readonly techniques: readonly number[];
  readonly software?: readonly number[];
  /** How well the victim fits each group, as `threats` scores countries, regions and sectors; default 0. */
  readonly victimFit?: ReadonlyMap<number, number>;
  /** Whether the profiles are younger than the incident. Default: they are not. */
  readonly isPast?: boolean;
}

/** Groups by how well what was seen fits them, which is no proof that one of them did it. */
export interface CandidateRanking {
  /** Every live group; those without a profile last, equals by their labels. */
  readonly candidates: readonly Candidate[];
  /** Share of cases in which the group is in no catalogue, which nothing that was seen can show; 1 where there is no profile at all. */
  readonly pNone: number;
  /** Techniques seen that groups can be compared by, each once. */
  readonly usable: readonly number[];
}

export interface Candidate {
  /** Term of the group. */
  readonly group: number;
  /** What the order goes by: the sum of its parts. */
  readonly score: number;
  readonly parts: { readonly techniques: number; readonly software: number; readonly victim: number };
  /** 0 … 1, nowhere above that of the one before; with `pNone`, all make 1. 0 for a group without a profile. */
  readonly p: number;
}

/** Ranks every group. docs/triage.md says how, and how often the right group stands in front. */
export function rankCandidates(profiles: TriageProfiles, seen: Seen): CandidateRanking {
  const { index, sizes } = profiles;
  const { techniques, software } = placesIn(index);
  const usable = placesOf(techniques, seen.techniques);
  const read = featuresOf(profiles, {
    techniques: usable,
    software: placesOf(software, seen.software ?? []),
  });
  const ranked = index.groups
    .map((group, place) => {
      const features = read(place);
      const fit = seen.victimFit?.get(group) ?? 0;
      const parts = { techniques: features.score, software: features.software, victim: VICTIM.score * fit };
      const score = parts.techniques + parts.software + parts.victim;
      return {
        group,
        score,
        parts,
        utility: utilityOf(features) + VICTIM.utility * fit,
        isEmpty: sizes[place] === 0,
      };
    })
    // Groups stand in the order of their labels, and sorting keeps it among equals.
    .toSorted((one, other) => Number(one.isEmpty) - Number(other.isEmpty) || other.score - one.score);
  const best = highest(
    ranked.map(({ utility }) => utility),
    0,
  );
  const odds = ranked.map(({ isEmpty, utility }) => (isEmpty ? 0 : Math.exp(utility - best)));
  const pNone = profiles.filled === 0 ? 1 : seen.isPast === true ? UNLISTED_BEFORE : UNLISTED;
  const share = (1 - pNone) / (sum(odds) || 1);
  const shares = fallingShares(odds.map((each) => each * share));
  return {
    candidates: ranked.map(({ group, score, parts }, at) => ({ group, score, parts, p: shares[at] ?? 0 })),
    pNone,
    usable: usable.flatMap((place) => index.techniques[place] ?? []),
  };
}

function utilityOf(features: Features): number {
  let utility = 0;
  for (const name of FEATURES) utility += COEFFICIENTS[name] * features[name];
  return utility;
}

const placesIn = keptFor(({ techniques, software }: UseIndex) => ({
  techniques: places(techniques),
  software: places(software),
}));

function places(terms: readonly number[]): ReadonlyMap<number, number> {
  return new Map(terms.map((term, place) => [term, place]));
}

/** Each once and in one order, so that neither changes the last digit of a sum. */
function placesOf(known: ReadonlyMap<number, number>, terms: readonly number[]): readonly number[] {
  return [...new Set(terms.flatMap((term) => known.get(term) ?? []))].toSorted((one, other) => one - other);
}
