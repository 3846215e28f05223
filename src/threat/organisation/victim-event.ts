/** A victim, in few words, to rank groups for. */
export interface VictimEvent {
  /** As given; comes back with the answer. */
  readonly id: string;
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** Names in REGIONS, where a region was given among the countries. */
  readonly regions: readonly string[];
  /** Names in SECTORS. */
  readonly sectors: readonly string[];
  /** Release of ATT&CK whose groups are ranked, e.g. `18.1`; the newest loaded where absent. */
  readonly release?: string;
  /** Last day of which anything may be known, `2023-11-14`. */
  readonly date?: string;
  /** Names of sources that are not to be used. */
  readonly hide: readonly string[];
}
