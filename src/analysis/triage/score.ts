import { rarityOf, type TriageProfiles } from './profiles.ts';

/** How fast further reports cease to count. */
const SATURATION = 1.2;
/** How much of a profile's length counts against a group. */
const LENGTH_SHARE = 0.4;
/** What software seen counts, where a technique as rare counts 1. */
const SOFTWARE_WEIGHT = 2;

/**
 * What a technique adds to the score of a group: BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009), with
 * the number of reports behind the use as the frequency of the term.
 */
export function techniqueScore(profiles: TriageProfiles, group: number, technique: number): number {
  const { index, weights, lengths, meanLength, rarity } = profiles;
  const weight = weights[group * index.techniques.length + technique] ?? 0;
  if (weight === 0) return 0;
  const length = meanLength === 0 ? 0 : (lengths[group] ?? 0) / meanLength;
  const damping = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length);
  return ((rarity[technique] ?? 0) * weight * (SATURATION + 1)) / (weight + damping);
}

/** What software seen adds to the score of a group: the more, the fewer groups use it. */
export function softwareScore(profiles: TriageProfiles, group: number, software: number): number {
  const isUsed = profiles.software[group]?.includes(software) === true;
  return isUsed ? SOFTWARE_WEIGHT * rarityOf(profiles.filled, profiles.softwareUsers[software] ?? 0) : 0;
}
