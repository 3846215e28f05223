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
  /** The greatest share of certainty that the model has for it in a sentence, as log odds. */
  readonly best: number;
  /** ln(1 + known words) of that sentence. */
  readonly words: number;
  /** How likely at least one sentence states it, were sentences independent: 1 − Π (1 − share). */
  readonly anyOf: number;
  /** Its share of the procedures that are most like a sentence, where that is second greatest: one alone may be chance. */
  readonly nearSecond: number;
  /** The same, at its greatest, in sentences that neither give its id nor name it: the report says it in its own words as well. */
  readonly nearElsewhere: number;
  /** ln(1 + sentences that name it). */
  readonly names: number;
  /** 1 where its id is given; and then ln(1 + techniques that are given so): long lists are of what is known of somebody, or of what may be done. */
  readonly id: number;
  readonly listed: number;
  /** ln of how many procedures ATT&CK has of it, less 4. */
  readonly prior: number;
}

/** What speaks for a technique, and the sentences that do. */
export interface SpokenFor {
  readonly signals: TechniqueSignals;
  /** Places of sentences, the one that speaks most for it first. */
  readonly sentences: readonly number[];
}

/** Shares that are too small to be looked at, and to count; a technique that has nowhere more than the greatest is none, unless it is given or named. */
const LEAST = { seen: 0.004, best: 0.02, share: 0.05 };

/** Likeness (BM25) from which a procedure counts whole. */
const LIKE = 30;

/** Sentences given for a technique, what one must speak for it, by itself and beside the one that speaks most for it, and what its id and its name count beside the share of certainty. */
const MOST_SENTENCES = 10;
const SPEAKS = 0.1;
const SPEAKS_BESIDE = 0.5;
const COUNTS = { id: 1, name: 0.5 };

interface Signs {
  best: number;
  words: number;
  /** Π (1 − share) */
  missed: number;
  near: number;
  nearSecond: number;
  nearElsewhere: number;
  ids: number;
  names: number;
  readonly sentences: { readonly place: number; readonly speaks: number }[];
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
): ReadonlyMap<string, SpokenFor> {
  const found = new Map<string, Signs>();
  for (const [place, { model, ids, names }] of sentences.entries()) {
    const seen = model.shares.filter(({ share }) => share >= LEAST.seen);
    const shares = folded(
      seen.map(({ technique, share }) => [technique, share]),
      fold,
    );
    const near = folded(model.near, fold);
    const given = new Set(ids.map(fold));
    const named = new Set(names.map(fold));
    for (const technique of new Set([...shares.keys(), ...near.keys(), ...given, ...named])) {
      const signs = found.get(technique) ?? noSigns();
      found.set(technique, signs);
      const share = shares.get(technique) ?? 0;
      const [isGiven, isNamed] = [given.has(technique), named.has(technique)];
      if (share > signs.best) Object.assign(signs, { best: share, words: model.known });
      if (share > LEAST.share) signs.missed *= 1 - share;
      addNear(signs, (near.get(technique) ?? 0) * Math.min(1, model.likeness / LIKE), isGiven || isNamed);
      signs.ids += Number(isGiven);
      signs.names += Number(isNamed);
      const speaks = share + Number(isGiven) * COUNTS.id + Number(isNamed) * COUNTS.name;
      if (speaks >= SPEAKS) signs.sentences.push({ place, speaks });
    }
  }
  const listed = [...found.values()].filter(({ ids }) => ids > 0).length;
  return new Map(
    [...found]
      .filter(([, { best, ids, names }]) => best >= LEAST.best || ids + names > 0)
      .map(([technique, signs]) => [
        technique,
        { signals: weighed(signs, listed, procedures(technique)), sentences: bestOf(signs.sentences) },
      ]),
  );
}

function noSigns(): Signs {
  return {
    best: 0,
    words: 0,
    missed: 1,
    near: 0,
    nearSecond: 0,
    nearElsewhere: 0,
    ids: 0,
    names: 0,
    sentences: [],
  };
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

function addNear(signs: Signs, near: number, isMarked: boolean): void {
  if (!isMarked) signs.nearElsewhere = Math.max(signs.nearElsewhere, near);
  signs.nearSecond = Math.max(signs.nearSecond, Math.min(signs.near, near));
  signs.near = Math.max(signs.near, near);
}

function weighed(signs: Signs, listed: number, procedures: number): TechniqueSignals {
  const { best, words, missed, nearSecond, nearElsewhere, ids, names } = signs;
  const isGiven = ids > 0;
  return {
    best: logOdds(best),
    words: Math.log1p(words),
    anyOf: 1 - missed,
    nearSecond,
    nearElsewhere,
    names: Math.log1p(names),
    id: isGiven ? 1 : 0,
    listed: isGiven ? Math.log1p(listed) : 0,
    prior: Math.log1p(procedures) - 4,
  };
}

/** Of equal ones the last: it has the details, where the first has the summary. */
function bestOf(sentences: Signs['sentences']): readonly number[] {
  const best = sentences.toSorted((one, other) => other.speaks - one.speaks || other.place - one.place);
  const least = SPEAKS_BESIDE * (best[0]?.speaks ?? 0);
  return best
    .filter(({ speaks }) => speaks >= least)
    .slice(0, MOST_SENTENCES)
    .map(({ place }) => place);
}

/** Log odds of a share, kept within ±6. */
function logOdds(share: number): number {
  return Math.log((share + 0.002) / (1 - share + 0.002));
}
