import type { Figure } from '../metrics.ts';
import { figureOf } from '../metrics.ts';

/** Where the right group stands: with others at its score, every order of them is as likely. */
export interface Place {
  /** Label of the group: incidents of one are not independent. */
  readonly cluster: string;
  /** How many stand before it. */
  readonly before: number;
  /** How many stand where it stands, itself included. */
  readonly equal: number;
  /** Probability of the first, if any was said, and whether it was the right one. */
  readonly first?: { readonly p: number; readonly isRight: boolean };
}

/** Share of the orders in which it is among the first `count`. */
const withinTop =
  (count: number) =>
  ({ before, equal }: Place): number =>
    Math.min(1, Math.max(0, (count - before) / equal));

function reciprocalRank({ before, equal }: Place): number {
  let sum = 0;
  for (let at = 1; at <= equal; at++) sum += 1 / (before + at);
  return sum / equal;
}

/** The figures of some incidents, as a row of a table. */
export function rowOf(places: readonly Place[]): Readonly<Record<string, string | number>> {
  const figure = (measure: (place: Place) => number): string => show(figureOf(places, measure));
  const stated = places.flatMap(({ first }) => first ?? []);
  return {
    'top 1': figure(withinTop(1)),
    'top 5': figure(withinTop(5)),
    'top 10': figure(withinTop(10)),
    MRR: figure(reciprocalRank),
    'macro top 5': macroOf(places, withinTop(5)).toFixed(2),
    'ECE / Brier':
      stated.length === 0 ? '' : `${calibrationError(stated).toFixed(3)} / ${brierScore(stated).toFixed(3)}`,
  };
}

function show({ mean, low, high }: Figure): string {
  return `${mean.toFixed(3)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
}

/** Mean over the groups of the mean over the incidents of each. */
function macroOf(places: readonly Place[], measure: (place: Place) => number): number {
  const groups = [...new Set(places.map(({ cluster }) => cluster))];
  const means = groups.map((group) => meanOf(places.filter(({ cluster }) => cluster === group).map(measure)));
  return meanOf(means);
}

interface Stated {
  readonly p: number;
  readonly isRight: boolean;
}

/** Expected calibration error in ten bins of equal width. */
function calibrationError(stated: readonly Stated[]): number {
  const bins = Array.from({ length: 10 }, (_, bin) =>
    stated.filter(({ p }) => Math.min(9, Math.floor(p * 10)) === bin),
  );
  return bins.reduce((sum, bin) => {
    const gap =
      bin.length === 0
        ? 0
        : Math.abs(meanOf(bin.map(({ p }) => p)) - meanOf(bin.map(({ isRight }) => Number(isRight))));
    return sum + (gap * bin.length) / stated.length;
  }, 0);
}

function brierScore(stated: readonly Stated[]): number {
  return meanOf(stated.map(({ p, isRight }) => (p - Number(isRight)) ** 2));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
