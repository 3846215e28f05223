import type { TechniqueSignals } from './technique-signals.ts';

/**
 * How much each signal counts: logistic regression over the labelled reports of `npm run bench:reports` (the development parts of TRAM 2 and
 * AnnoCTR; 5,584 techniques that could have been stated, 1,445 that were), with nothing of their texts in it.
 */
const WEIGHTS = [
  ['best', 0.08],
  ['words', 0.73],
  ['anyOf', 1.71],
  ['nearSecond', 1.92],
  ['nearElsewhere', 1.78],
  ['names', 1.49],
  ['id', 4.25],
  ['listed', -1.42],
  ['prior', 0.29],
] as const satisfies readonly (readonly [keyof TechniqueSignals, number])[];
const OFFSET = -4.68;

/** How likely a report states a technique, 0 … 1. */
export function probabilityOf(signals: TechniqueSignals): number {
  const sum = WEIGHTS.reduce((all, [name, weight]) => all + weight * signals[name], OFFSET);
  return 1 / (1 + Math.exp(-sum));
}
