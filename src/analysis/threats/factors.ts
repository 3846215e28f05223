import { ACT_FACTORS } from './act-factors.ts';
import type { Factor } from './factor.ts';
import { PLACE_FACTORS } from './place-factors.ts';
import { SUBJECT_FACTORS } from './subject-factors.ts';

/**
 * All factors, in the order in which they are shown. The weights of the first seven follow the score proposed and
 * measured in research on victimology; they are set by hand, as there is not enough independent truth to fit them.
 */
export const FACTORS: readonly Factor[] = [...PLACE_FACTORS, ...SUBJECT_FACTORS, ...ACT_FACTORS];

/** factor → weight, 0 or more; 0 leaves a factor out. */
export type FactorWeights = Readonly<Record<string, number>>;

export const DEFAULT_WEIGHTS: FactorWeights = Object.fromEntries(
  FACTORS.map(({ name, weight }) => [name, weight]),
);
