import { keptFor, sum } from '../../text/index.ts';
import type { TriageProfiles } from './profiles.ts';
import { softwareScore, techniqueScore } from './score.ts';

/** What is seen, by places in the index. */
export interface SeenPlaces {
  readonly techniques: readonly number[];
  readonly software: readonly number[];
}

/** What the probability of a group is computed from. */
export const FEATURES = ['score', 'likelihood', 'recall', 'evidence', 'rarest', 'size', 'software'] as const;

export type Features = Readonly<Record<(typeof FEATURES)[number], number>>;

/** How many reports the background counts as, when the likelihood of what is seen is smoothed. */
const BACKGROUND = 100;

/** Reads the features of every group: technique by technique, since most groups are not known for most of them. */
export function featuresOf(profiles: TriageProfiles, seen: SeenPlaces): (group: number) => Features {
  const { index, reports, weights, lengths, rarity, sizes, frequencies } = profiles;
  const all = sum(frequencies) + 0.5 * frequencies.length;
  const rareness = sum(seen.techniques.map((technique) => rarity[technique] ?? 0)) || 1;
  const unseen = likelihoodOfUnseen(profiles);
  const groups = index.groups.length;
  const zeros = (): Float64Array => new Float64Array(groups);
  const [score, likelihood, recall, evidence, rarest] = [zeros(), zeros(), zeros(), zeros(), zeros()];
  for (const technique of seen.techniques) {
    const share = ((frequencies[technique] ?? 0) + 0.5) / all;
    const rare = rarity[technique] ?? 0;
    for (let group = 0; group < groups; group++) {
      const at = group * index.techniques.length + technique;
      const weight = weights[at] ?? 0;
      if (weight === 0) {
        add(likelihood, group, unseen[group] ?? 0);
        continue;
      }
      add(likelihood, group, Math.log((weight / share + BACKGROUND) / ((lengths[group] ?? 0) + BACKGROUND)));
      add(score, group, techniqueScore(profiles, group, technique));
      const count = reports[at] ?? 0;
      if (count === 0) continue;
      add(recall, group, rare / rareness);
      add(evidence, group, (rare * Math.log1p(count)) / rareness);
      rarest[group] = Math.max(rarest[group] ?? 0, rare);
    }
  }
  const root = Math.sqrt(seen.techniques.length || 1);
  return (group) => ({
    score: score[group] ?? 0,
    likelihood: (likelihood[group] ?? 0) / root,
    recall: recall[group] ?? 0,
    evidence: evidence[group] ?? 0,
    rarest: rarest[group] ?? 0,
    size: Math.log1p(sizes[group] ?? 0),
    software:
      seen.software.length === 0 ? 0 : sum(seen.software.map((each) => softwareScore(profiles, group, each))),
  });
}

/** What a technique that a group is not known for adds to the likelihood: the same for all of them, and most are such. */
const likelihoodOfUnseen = keptFor(({ lengths }: TriageProfiles) =>
  lengths.map((length) => Math.log(BACKGROUND / (length + BACKGROUND))),
);

function add(values: Float64Array, place: number, value: number): void {
  values[place] = (values[place] ?? 0) + value;
}
