import { highest } from '../../text/index.ts';
import type { ModelReading } from '../model/technique-model.ts';

/** What in a sentence speaks for techniques. */
export interface SentenceSignals {
  readonly model: ModelReading;
  /** ATT&CK ids that it gives, in the release in view. */
  readonly ids: readonly string[];
  /** Techniques that it names in full. */
  readonly names: readonly string[];
}

/** What in a whole report speaks for one technique, as numbers that {@link probabilityOf} weighs. */
export interface TechniqueSignals {
  /** The greatest share of certainty that the model has for it in a sentence, and the third greatest: as log odds. */
  readonly best: number;
  readonly third: number;
  /** How likely at least one sentence states it, were sentences independent: 1 − Π (1 − share). */
  readonly anyOf: number;
  /** ln(1 + sentences in which the model is surer of it than {@link SURE}). */
  readonly often: number;
  /** Its share of the procedures that are most like a sentence, at its greatest and second greatest. */
  readonly near: number;
  readonly nearSecond: number;
  /** 1 where its id is given; and ln(1 + how often). */
  readonly id: number;
  readonly ids: number;
  /** ln(1 + how often it is named). */
  readonly names: number;
  /** ln of how many procedures ATT&CK has of it, less 4. */
  readonly prior: number;
  /** Of the sentence that speaks most for it: how likely it states nothing, ln(1 + its known words), and 1 where nothing else is likelier. */
  readonly none: number;
  readonly words: number;
  readonly first: number;
}

const SURE = 0.2;
const LEAST = 0.05;

/** Likeness (BM25) from which a procedure counts whole. */
const LIKE = 30;

interface Signs {
  readonly shares: number[];
  readonly near: number[];
  ids: number;
  names: number;
  most: { readonly share: number; readonly none: number; readonly words: number; readonly isFirst: boolean };
}

/**
 * What speaks for each technique of a report.
 *
 * @param fold what a technique counts as: itself, or the one above it
 * @param procedures how many ATT&CK has of what it counts as
 */
export function techniqueSignals(
  sentences: readonly SentenceSignals[],
  fold: (technique: string) => string,
  procedures: (folded: string) => number,
): ReadonlyMap<string, TechniqueSignals> {
  const found = new Map<string, Signs>();
  const signsOf = (technique: string): Signs => {
    const known = found.get(technique) ?? {
      shares: [],
      near: [],
      ids: 0,
      names: 0,
      most: { share: -1, none: 0, words: 0, isFirst: false },
    };
    found.set(technique, known);
    return known;
  };
  for (const { model, ids, names } of sentences) {
    const shares = folded(
      model.shares.map(({ technique, share }) => [technique, share]),
      fold,
    );
    const first = highest(shares.values(), 0);
    for (const [technique, share] of shares) {
      const signs = signsOf(technique);
      signs.shares.push(share);
      if (share > signs.most.share)
        signs.most = { share, none: model.none, words: Math.log1p(model.known), isFirst: share === first };
    }
    for (const [technique, share] of folded(model.near, fold))
      signsOf(technique).near.push(share * Math.min(1, model.likeness / LIKE));
    for (const technique of new Set(ids.map(fold))) signsOf(technique).ids += 1;
    for (const technique of new Set(names.map(fold))) signsOf(technique).names += 1;
  }
  return new Map([...found].map(([technique, signs]) => [technique, weighed(signs, procedures(technique))]));
}

function folded(
  shares: Iterable<readonly [technique: string, share: number]>,
  fold: (technique: string) => string,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [technique, share] of shares) {
    const as = fold(technique);
    sums.set(as, (sums.get(as) ?? 0) + share);
  }
  return sums;
}

function weighed({ shares, near, ids, names, most }: Signs, procedures: number): TechniqueSignals {
  const [best = 0, , third = 0] = shares.toSorted((one, other) => other - one);
  const [nearest = 0, nearSecond = 0] = near.toSorted((one, other) => other - one);
  const likely = shares.filter((share) => share > LEAST);
  return {
    best: logOdds(best),
    third: logOdds(third),
    anyOf: 1 - likely.reduce((left, share) => left * (1 - share), 1),
    often: Math.log1p(shares.filter((share) => share > SURE).length),
    near: nearest,
    nearSecond,
    id: Math.min(1, ids),
    ids: Math.log1p(ids),
    names: Math.log1p(names),
    prior: Math.log1p(procedures) - 4,
    none: most.none,
    words: most.words,
    first: most.isFirst ? 1 : 0,
  };
}

/** Log odds of a share, kept within ±6. */
function logOdds(share: number): number {
  return Math.log((share + 0.002) / (1 - share + 0.002));
}
