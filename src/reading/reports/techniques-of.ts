import { compareText, sum } from '../../text/index.ts';
import { parentNumber } from '../../threat/index.ts';
import { probabilityOf } from './technique-probability.ts';
import { techniqueSignals, type SentenceSignals } from './technique-signals.ts';

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

/** Where what is found is best on the whole, and where nine of ten are right; measured on the reports that {@link probabilityOf} was fitted on. */
const STATED = 0.32;
const ACCEPTED = 0.9;

/** How likely a technique is at least that the report gives by its id: of those in TRAM’s reports a fifth is of others, in lists and tables. */
const GIVEN = 0.8;

/** Sentences given for a technique, and what one must speak for it. */
const MOST_SENTENCES = 10;
const LEAST_SHARE = 0.1;

/**
 * The techniques that a report states, the most likely first; those that it gives by their ids always. A technique that only its
 * sub-techniques together speak for is given itself: which of them it is, is not clear.
 *
 * @param procedures how many procedures ATT&CK has of a technique
 */
export function techniquesStated(
  sentences: readonly SentenceSignals[],
  procedures: (technique: string) => number,
  familyProcedures: (parent: string) => number,
): readonly StatedTechnique[] {
  const exact = likely(techniqueSignals(sentences, (technique) => technique, procedures));
  const families = likely(techniqueSignals(sentences, parentNumber, familyProcedures));
  const covered = new Set([...exact.keys()].map(parentNumber));
  const stated = [...exact, ...[...families].filter(([parent]) => !covered.has(parent))];
  return stated
    .map(([technique, probability]): StatedTechnique => ({
      technique,
      probability,
      tier: probability >= ACCEPTED ? 'accept' : 'review',
      sentences: sentencesFor(sentences, technique, exact.has(technique)),
    }))
    .toSorted(
      (one, other) => other.probability - one.probability || compareText(one.technique, other.technique),
    );
}

function likely(signals: ReturnType<typeof techniqueSignals>): ReadonlyMap<string, number> {
  return new Map(
    [...signals].flatMap(([technique, found]) => {
      const probability = Math.max(probabilityOf(found), found.id === 1 ? GIVEN : 0);
      return probability >= STATED ? [[technique, probability] as const] : [];
    }),
  );
}

function sentencesFor(
  sentences: readonly SentenceSignals[],
  technique: string,
  isExact: boolean,
): readonly number[] {
  const isMeant = (id: string): boolean => (isExact ? id : parentNumber(id)) === technique;
  return sentences
    .map(({ model, ids, names }, place) => {
      const share = sum(model.shares.filter((each) => isMeant(each.technique)).map((each) => each.share));
      return { place, share: share + (ids.some(isMeant) ? 1 : 0) + (names.some(isMeant) ? 0.5 : 0) };
    })
    .filter(({ share }) => share >= LEAST_SHARE)
    .toSorted((one, other) => other.share - one.share || one.place - other.place)
    .slice(0, MOST_SENTENCES)
    .map(({ place }) => place);
}
