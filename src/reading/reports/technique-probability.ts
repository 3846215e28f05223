import type { TechniqueSignals } from './technique-signals.ts';

/** How much each signal counts, in log odds. */
export interface SignalWeights {
  /** What holds where every signal is 0. */
  readonly offset: number;
  readonly weights: readonly (readonly [keyof TechniqueSignals, number])[];
}

/**
 * Logistic regression over the labelled reports of `npm run bench:reports -- --train` (the development parts of TRAM 2 and AnnoCTR), with nothing of
 * their texts in it.
 */
export const FITTED: SignalWeights = {
  offset: -4.01,
  weights: [
    ['best', 0.12],
    ['words', 0.58],
    ['anyOf', 1.16],
    ['nearSecond', 2.18],
    ['nearElsewhere', 1.75],
    ['names', 1.26],
    ['id', 3.73],
    ['listed', -1.2],
    ['prior', 0.27],
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
