import type { Source } from './source.ts';

/** Why a reported fact is believed: who reports it, in which words, citing what. */
export interface Evidence {
  readonly source: Source;
  /** STIX id of the object that reports the fact. */
  readonly reportedIn: string;
  /** The words in which it is reported; empty where the source gives none. */
  readonly sentence: string;
  readonly citations: readonly Citation[];
  /** Whose claim it is, where the source passes on somebody else's: a name, or the STIX id of an identity. */
  readonly claimant?: string;
  /** How sure the source is, in its own words: `likely`, `50` (per cent). */
  readonly confidence?: string;
  /** Name of the pattern that read the fact out of prose; absent where the source reports it as data. */
  readonly extractedBy?: string;
  /** What an analyst holds of it; absent where the source does not say. */
  readonly status?: string;
  /** When that object was made and last changed, as the source gives it. */
  readonly created?: string;
  readonly modified?: string;
  /** First and last time the behaviour was observed, where the source says so. */
  readonly firstSeen?: string;
  readonly lastSeen?: string;
  /** `revoked` or `deprecated` where the source has withdrawn it. */
  readonly withdrawn?: Withdrawal;
  /**
   * ATT&CK ids (STIX ids where there is none) under which it is reported, where the source speaks of things that have been replaced since:
   * the fact is about their successors. Absent where it speaks of the things themselves.
   */
  readonly reportedAs?: readonly string[];
  /** STIX marking ids that cover it. */
  readonly markings: readonly string[];
}

/** A document that a source cites for a fact. */
export interface Citation {
  /** Name used in the text, e.g. `ESET Lazarus Jun 2020`. */
  readonly name: string;
  /** The full reference as the source gives it: authors, date, title. */
  readonly description?: string;
  readonly url?: string;
  /** Publication date read from the description: `2020`, `2020-06` or `2020-06-17`. */
  readonly published?: string;
}

export type Withdrawal = 'revoked' | 'deprecated';
