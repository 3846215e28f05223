/** Where the right answers stand in an order, made into the figures that the literature on ranking uses. */
import { mulberry32 } from './mulberry32.ts';

/** A ranked answer: the places of the right ones, 1 for the first, and how many were ranked. */
export interface Placed {
  /** What the answer belongs to for intervals: incidents of one group are not independent. */
  readonly cluster: string;
  readonly places: readonly number[];
  readonly of: number;
}

/** A figure over many answers, with its 95 % bootstrap interval over clusters. */
export interface Figure {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const DRAWS = 2000;

/**
 * Mean of a measure with a 95 % percentile bootstrap interval over clusters (2,000 draws, seeded, so that the same
 * answers give the same interval).
 */
export function figureOf<Answer extends Pick<Placed, 'cluster'>>(
  answers: readonly Answer[],
  measure: (answer: Answer) => number,
): Figure {
  const clusters = new Map<string, { sum: number; size: number }>();
  for (const answer of answers) {
    const { sum, size } = clusters.get(answer.cluster) ?? { sum: 0, size: 0 };
    clusters.set(answer.cluster, { sum: sum + measure(answer), size: size + 1 });
  }
  const groups = [...clusters.values()];
  const meanOver = (drawn: readonly { readonly sum: number; readonly size: number }[]): number =>
    drawn.reduce((all, { sum }) => all + sum, 0) / drawn.reduce((all, { size }) => all + size, 0);
  const random = mulberry32(20_261_121);
  const means = Array.from({ length: DRAWS }, () =>
    meanOver(groups.flatMap(() => groups[Math.floor(random() * groups.length)] ?? [])),
  ).toSorted((one, other) => one - other);
  return {
    mean: meanOver(groups),
    low: means[Math.floor(DRAWS * 0.025)] ?? Number.NaN,
    high: means[Math.floor(DRAWS * 0.975)] ?? Number.NaN,
  };
}

/** 1 where a right answer stands among the first `count`. */
export const withinTop =
  (count: number) =>
  ({ places }: Placed): number =>
    places.some((place) => place <= count) ? 1 : 0;

/** 1 / place of the first right answer. */
export const reciprocalRank = ({ places }: Placed): number => 1 / Math.min(...places);

/** Share of the ranked that stand below the first right answer. */
export const percentile = ({ places, of }: Placed): number => (of - Math.min(...places)) / (of - 1);

/** Share of the first `count` that are right. */
export const precisionAt =
  (count: number) =>
  ({ places }: Placed): number =>
    places.filter((place) => place <= count).length / count;

/** Share of the right ones that stand among the first `count`. */
export const recallAt =
  (count: number) =>
  ({ places }: Placed): number =>
    places.filter((place) => place <= count).length / places.length;

/** Mean of the precision at every right answer. */
export const averagePrecision = ({ places }: Placed): number =>
  meanOf(places.toSorted((one, other) => one - other).map((place, index) => (index + 1) / place));

/** Chance that a right answer stands before a wrong one. */
export const areaUnderCurve = ({ places, of }: Placed): number => {
  const wrong = of - places.length;
  const before = places
    .toSorted((one, other) => one - other)
    .reduce((sum, place, index) => sum + (wrong - (place - 1 - index)), 0);
  return wrong === 0 ? 1 : before / (places.length * wrong);
};

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
