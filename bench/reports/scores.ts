import { meanOf } from '../metrics.ts';
import { mulberry32 } from '../mulberry32.ts';

/** What is right of one report, and what was found. */
export interface Found {
  readonly right: ReadonlySet<string>;
  readonly found: ReadonlySet<string>;
  /** Neither right nor wrong. */
  readonly optional?: ReadonlySet<string>;
}

/** Over all reports together. */
export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Micro figures: every label of every report counts once. */
export function figuresOf(all: readonly Found[]): Figures {
  let [hits, found, right] = [0, 0, 0];
  for (const one of all) {
    hits += hitsOf(one);
    found += one.found.size - leftOut(one);
    right += one.right.size;
  }
  return { precision: hits / found, recall: hits / right, f1: (2 * hits) / (found + right) };
}

/** Mean over reports of the F1 of each. */
export function meanF1(all: readonly Found[]): number {
  return meanOf(
    all.map((one) => (2 * hitsOf(one)) / Math.max(1, one.found.size - leftOut(one) + one.right.size)),
  );
}

function hitsOf({ right, found }: Found): number {
  return [...found].filter((each) => right.has(each)).length;
}

function leftOut({ right, found, optional }: Found): number {
  return [...found].filter((each) => optional?.has(each) === true && !right.has(each)).length;
}

const DRAWS = 1000;

/** A figure with its 95 % bootstrap interval over reports (seeded): `0.707 [0.671, 0.741]`. */
export function withInterval<One>(all: readonly One[], figure: (drawn: readonly One[]) => number): string {
  const random = mulberry32(20_261_128);
  const drawn = Array.from({ length: DRAWS }, () =>
    figure(all.flatMap(() => all[Math.floor(random() * all.length)] ?? [])),
  ).toSorted((one, other) => one - other);
  const [low = Number.NaN, high = Number.NaN] = [drawn[DRAWS * 0.025], drawn[DRAWS * 0.975]];
  return `${shown(figure(all))} [${shown(low)}, ${shown(high)}]`;
}

export function shown(figure: number): string {
  return figure.toFixed(3);
}

/** Precision, recall and F1. */
export function figuresShown(all: readonly Found[]): string {
  const { precision, recall, f1 } = figuresOf(all);
  return [precision, recall, f1].map(shown).join(' / ');
}
