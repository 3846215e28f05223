import { compareText } from '../../text/index.ts';
import type { SentenceSignals } from './technique-signals.ts';

/** A technique that a sentence may state. */
export interface RankedTechnique {
  /** ATT&CK id. */
  readonly technique: string;
  /** 0 … 1, how likely the sentence by itself states it. */
  readonly probability: number;
}

/** Weights of log odds, fitted on the sentences of the development reports of TRAM 2 and AnnoCTR. */
const WEIGHTS = {
  bias: -5.65,
  share: 0.31,
  near: 2.43,
  like: 2.02,
  both: -0.94,
  none: 0.23,
  words: 0.82,
  first: 0.49,
};

/** Likeness (BM25) from which a procedure counts whole. */
const LIKE = 30;

/** How likely one is at least that the sentence gives by its id, or names in full. */
const GIVEN = 0.8;
const NAMED = 0.5;

/** Shares below this are chance. */
const LEAST = 0.002;

/** Techniques that a sentence may state, the most likely first. */
export function techniquesOfSentence(
  { model, ids, names }: SentenceSignals,
  most = 10,
): readonly RankedTechnique[] {
  const shares = new Map(model.shares.map(({ technique, share }) => [technique, share]));
  const like = Math.min(1, model.likeness / LIKE);
  const first = model.shares[0]?.share ?? 0;
  const likely = (technique: string): number => {
    const share = shares.get(technique) ?? 0;
    const near = model.near.get(technique) ?? 0;
    const odds =
      WEIGHTS.bias +
      WEIGHTS.share * Math.log((share + 0.002) / (1 - share + 0.002)) +
      WEIGHTS.near * near +
      WEIGHTS.like * like +
      WEIGHTS.both * near * like +
      WEIGHTS.none * model.none +
      WEIGHTS.words * Math.log1p(model.known) +
      (share === first ? WEIGHTS.first : 0);
    const stated = 1 / (1 + Math.exp(-odds));
    return Math.max(stated, ids.includes(technique) ? GIVEN : 0, names.includes(technique) ? NAMED : 0);
  };
  const candidates = new Set([
    ...ids,
    ...names,
    ...[...shares].flatMap(([technique, share]) => (share >= LEAST ? [technique] : [])),
    ...model.near.keys(),
  ]);
  return [...candidates]
    .map((technique) => ({ technique, probability: likely(technique) }))
    .toSorted(
      (one, other) => other.probability - one.probability || compareText(one.technique, other.technique),
    )
    .slice(0, most);
}
