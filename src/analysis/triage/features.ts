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

/** Reads the features of every group. */
export function featuresOf(profiles: TriageProfiles, seen: SeenPlaces): (group: number) => Features {
  const { index, reports, weights, lengths, rarity, sizes, frequencies } = profiles;
  const all = sum(frequencies) + 0.5 * frequencies.length;
  const background = seen.techniques.map((technique) => ((frequencies[technique] ?? 0) + 0.5) / all);
  const rareness = sum(seen.techniques.map((technique) => rarity[technique] ?? 0)) || 1;
  const unseen = likelihoodOfUnseen(profiles);
  return (group) => {
    const features = { score: 0, likelihood: 0, recall: 0, evidence: 0, rarest: 0 };
    for (const [place, technique] of seen.techniques.entries()) {
      const at = group * index.techniques.length + technique;
      const weight = weights[at] ?? 0;
      features.likelihood +=
        weight === 0
          ? (unseen[group] ?? 0)
          : Math.log((weight / (background[place] ?? 1) + BACKGROUND) / ((lengths[group] ?? 0) + BACKGROUND));
      if (weight === 0) continue;
      features.score += techniqueScore(profiles, group, technique);
      const count = reports[at] ?? 0;
      if (count === 0) continue;
      const rare = rarity[technique] ?? 0;
      features.recall += rare / rareness;
      features.evidence += (rare * Math.log1p(count)) / rareness;
      features.rarest = Math.max(features.rarest, rare);
    }
    return {
      ...features,
      likelihood: features.likelihood / Math.sqrt(seen.techniques.length || 1),
      size: Math.log1p(sizes[group] ?? 0),
      software: sum(seen.software.map((each) => softwareScore(profiles, group, each))),
    };
  };
}

/** What a technique that a group is not known for adds to the likelihood: the same for all of them, and most are such. */
const likelihoodOfUnseen = keptFor(({ lengths }: TriageProfiles) =>
  lengths.map((length) => Math.log(BACKGROUND / (length + BACKGROUND))),
);
