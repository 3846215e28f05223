import type { SourcedFacts, ReportedFact } from '../profile/sourced-facts.ts';

/** That somebody tells a fact, as readers of victimology need it. */
export interface Telling {
  /** Number of the stored object that tells it. */
  readonly stored: number;
  /** Id of the source, e.g. `misp-galaxy:groups@1`. */
  readonly source: string;
  /** Whose claim it is, where the source passes it on. */
  readonly claimant: string;
  /** Who stands for it, to count independent tellers by: the claimant, MITRE for ATT&CK’s own, otherwise the source. */
  readonly teller: string;
  /** How sure they are, in their own words: `suspected`, `50` (per cent); empty where they do not say. */
  readonly confidence: string;
  /** Name of the pattern that read it out of a text; empty where the source tells it as data. */
  readonly extractedBy: string;
  /** Newest publication date among the documents cited for it; empty where none is dated. */
  readonly published: string;
  /** The sentence as told; empty where there is none. */
  readonly sentence: string;
  /** Names of the documents cited for it, where it was read out of prose: entries cite for all that they say at once. */
  readonly documents: readonly string[];
}

/** Claimant of what others repeat of ATT&CK. */
const MITRE = 'MITRE';

/** Everybody who tells a fact. */
export function reportingsOf(sourced: SourcedFacts, { relation, row }: ReportedFact): readonly Telling[] {
  const told = sourced.told.relations.get(relation);
  const origins = told?.origins.subarray(told.firstStatement[row], told.firstStatement[row + 1]) ?? [];
  return [...origins].map((stored) => {
    const evidence = sourced.evidence(stored);
    const { source, claimant = '', confidence = '', extractedBy = '', citations } = evidence;
    const dates = citations.map(({ published = '' }) => published).toSorted();
    return {
      stored,
      source: source.id,
      claimant,
      teller: claimant || (source.kind === 'attack' ? MITRE : source.id),
      confidence,
      extractedBy,
      sentence: evidence.sentence,
      published: dates.at(-1) ?? '',
      documents: extractedBy === '' ? [] : citations.map(({ name }) => name),
    };
  });
}
