/** What was seen in an incident, to rank groups for, and what is not to be used for it. */
export interface SeenIncident {
  /** As given; comes back with the answer. */
  readonly id: string;
  /** Release of ATT&CK that profiles come from, e.g. `18.1`; the newest loaded where absent. */
  readonly release?: string;
  /** Series of that release, e.g. `mobile-attack`; Enterprise where absent, or what there is. */
  readonly series?: string;
  /** ATT&CK ids, of whichever release. */
  readonly techniques: readonly string[];
  /** Names or ATT&CK ids. */
  readonly software: readonly string[];
  /** Day of the incident. */
  readonly date?: string;
  /** STIX ids of relationships that count as absent. */
  readonly hidden: readonly string[];
  /** Names of documents that are evidence for nothing. */
  readonly hiddenCitations: readonly string[];
  /** Name of a file of more that is hidden. */
  readonly hiddenSet?: string;
}
