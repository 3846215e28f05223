import type { TechniqueSignals } from './technique-signals.ts';

/**
 * How much each signal counts: logistic regression over 164 labelled reports (the development parts of TRAM 2 and AnnoCTR, 4,658
 * techniques that could have been stated, 1,411 that were), with nothing of their texts in it.
 */
const WEIGHTS = [
  ['best', 0.09],
  ['third', 0.17],
  ['anyOf', 0.99],
  ['often', 0.24],
  ['near', 1.28],
  ['nearSecond', 1.53],
  ['id', 1.26],
  ['ids', -0.86],
  ['names', 0.82],
  ['prior', 0.3],
  ['none', 0.21],
  ['words', 0.79],
  ['first', 0.34],
] as const satisfies readonly (readonly [keyof TechniqueSignals, number])[];
const OFFSET = -3.98;

/** How likely a report states a technique, 0 … 1. */
export function probabilityOf(signals: TechniqueSignals): number {
  const sum = WEIGHTS.reduce((all, [name, weight]) => all + weight * signals[name], OFFSET);
  return 1 / (1 + Math.exp(-sum));
}
