import { originsOf, type ReportedFact } from '../../facts/index.ts';
import type { SourcedFacts } from '../profile/sourced-facts.ts';

/** That somebody reports a fact, as readers of victimology need it. */
export interface Reporting {
  /** Number of the stored object that states the fact. */
  readonly stored: number;
  /** Id of the source, e.g. `misp-galaxy:groups@1`. */
  readonly source: string;
  /** Whose claim it is, where the source passes it on. */
  readonly claimant: string;
  /** As whom it counts where independent claimants are counted: the claimant, MITRE for ATT&CK’s own, otherwise the source. */
  readonly countedAs: string;
  /** How sure they are, in their own words: `suspected`, `50` (per cent); empty where they do not say. */
  readonly confidence: string;
  /** How sure an assertion is, an `AssertionStatus`; empty for what others publish. */
  readonly status: string;
  /** Name of the pattern that read it out of a text; empty where the source reports it as data. */
  readonly extractedBy: string;
  /** Newest publication date among the documents cited for it; empty where none is dated. */
  readonly published: string;
  /** The sentence as the source has it; empty where there is none. */
  readonly sentence: string;
  /** Names of the documents cited for it, where it was read out of prose; otherwise none, as an entry cites for all its claims at once. */
  readonly documents: readonly string[];
}

/** The claimant that other sources name when they repeat ATT&CK. */
const MITRE = 'MITRE';

/** Every report of a fact, one for each stored object that states it. */
export function reportingsOf(sourced: SourcedFacts, fact: ReportedFact): readonly Reporting[] {
  return originsOf(sourced.reported, fact).map((stored) => {
    const {
      source,
      claimant = '',
      confidence = '',
      status = '',
      extractedBy = '',
      sentence,
      citations,
    } = sourced.evidence(stored);
    const dates = citations.map(({ published = '' }) => published).toSorted();
    return {
      stored,
      source: source.id,
      claimant,
      countedAs: claimant || (source.kind === 'attack' ? MITRE : source.id),
      confidence,
      status,
      extractedBy,
      sentence,
      published: dates.at(-1) ?? '',
      documents: extractedBy === '' ? [] : citations.map(({ name }) => name),
    };
  });
}
