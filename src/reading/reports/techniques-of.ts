import { compareText } from '../../text/index.ts';
import { parentNumber } from '../../threat/index.ts';
import { probabilityOf, type SignalWeights } from './technique-probability.ts';
import { techniqueSignals, type SentenceSignals, type SpokenFor } from './technique-signals.ts';

/** How sure a technique is: good enough to be taken as it is, or for somebody to look at. */
export const REPORT_TIERS = ['accept', 'review'] as const;
export type ReportTier = (typeof REPORT_TIERS)[number];

/** A technique that a report states. */
export interface StatedTechnique {
  /** ATT&CK id. */
  readonly technique: string;
  /** 0 … 1, how likely the report states it. */
  readonly probability: number;
  readonly tier: ReportTier;
  /** Places of the sentences that speak for it, that which does most first. */
  readonly sentences: readonly number[];
}

/**
 * Where what is found is best on the whole, and from where nine of ten are right in reports that the weights of {@link probabilityOf} were
 * not fitted on; `npm run bench:reports` measures it.
 */
const STATED = 0.3;
const ACCEPTED = 0.84;

/** How likely a technique is at least that the report gives by its id: in long lists and tables, half of them are of something else. */
const GIVEN = 0.5;

/**
 * The techniques that a report states, the most likely first; those that it gives by their ids always. A technique that only its
 * sub-techniques together speak for is given itself: which of them it is, is not clear. So is one that is sure enough to be accepted
 * where none of them is.
 *
 * @param procedures how many procedures ATT&CK has of a technique
 * @param weights others than the fitted ones, to measure them
 */
export function techniquesStated(
  sentences: readonly SentenceSignals[],
  procedures: (technique: string) => number,
  familyProcedures: (parent: string) => number,
  weights?: SignalWeights,
): readonly StatedTechnique[] {
  const parents = new Map<string, string>();
  const parentOf = (technique: string): string => {
    const parent = parents.get(technique) ?? parentNumber(technique);
    parents.set(technique, parent);
    return parent;
  };
  const exact = likely(
    techniqueSignals(sentences, (technique) => technique, procedures),
    weights,
  );
  const families = likely(techniqueSignals(sentences, parentOf, familyProcedures), weights);
  const surest = new Map<string, number>();
  for (const { technique, probability } of exact.values())
    surest.set(parentOf(technique), Math.max(probability, surest.get(parentOf(technique)) ?? 0));
  const stated = new Map(exact);
  for (const [parent, family] of families) {
    const [own, part] = [exact.get(parent)?.probability ?? 0, surest.get(parent) ?? 0];
    const isMeant = own > 0 || part === 0 || (family.probability >= ACCEPTED && part < ACCEPTED);
    if (isMeant && family.probability > own) stated.set(parent, family);
  }
  return [...stated.values()].toSorted(
    (one, other) => other.probability - one.probability || compareText(one.technique, other.technique),
  );
}

function likely(
  spoken: ReadonlyMap<string, SpokenFor>,
  weights: SignalWeights | undefined,
): ReadonlyMap<string, StatedTechnique> {
  return new Map(
    [...spoken].flatMap(([technique, { signals, sentences }]) => {
      const probability = Math.max(probabilityOf(signals, weights), signals.id === 1 ? GIVEN : 0);
      if (probability < STATED) return [];
      const tier = probability >= ACCEPTED ? 'accept' : 'review';
      return [[technique, { technique, probability, tier, sentences }] as const];
    }),
  );
}
