import type { TechniqueSignals } from './technique-signals.ts';

/** How much each signal counts, in log odds. */
export interface SignalWeights {
  /** What holds where every signal is 0. */
  readonly offset: number;
  readonly weights: readonly (readonly [keyof TechniqueSignals, number])[];
}

/**
 * Logistic regression over the labelled reports of `npm run bench:reports` (the development parts of TRAM 2 and AnnoCTR), with nothing of
 * their texts in it.
 */
export const FITTED: SignalWeights = {
  offset: -4.02,
  weights: [
    ['best', 0.12],
    ['words', 0.58],
    ['anyOf', 1.18],
    ['nearSecond', 2.09],
    ['nearElsewhere', 1.81],
    ['names', 1.46],
    ['id', 3.66],
    ['listed', -1.21],
    ['prior', 0.26],
  ],
};

/** How likely a report states a technique, 0 … 1. */
export function probabilityOf(
  signals: TechniqueSignals,
  { offset, weights }: SignalWeights = FITTED,
): number {
  const sum = weights.reduce((all, [name, weight]) => all + weight * signals[name], offset);
  return 1 / (1 + Math.exp(-sum));
}
