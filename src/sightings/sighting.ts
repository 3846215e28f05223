import type { MarkingLevel } from '../facts/index.ts';

/**
 * One sighting: somebody's detections saw a technique. What is not known is an empty text, never absent, so that every engine groups it alike.
 */
export interface Sighting {
  /** Identity, 16 hexadecimal digits: the first 8 bytes of SHA-256 over source, the vendor's event id and technique. */
  readonly id: string;
  /** When, ISO 8601 UTC to the second: `2026-03-01T12:00:00Z`. */
  readonly time: string;
  /** Name of a sector as in `SECTORS`. */
  readonly sector: string;
  /** Who saw it: a name, or a keyed hash of one. */
  readonly organisation: string;
  /** ATT&CK id of a group, where the detection names one. */
  readonly group: string;
  /** ATT&CK id, carried to the release that was in view when it was imported. */
  readonly technique: string;
  /** Product or feed that reports it. */
  readonly source: string;
  /** Rule or analytic that fired. */
  readonly detector: string;
  /** How often; 1 or more. */
  readonly count: number;
  /** ATT&CK release that the technique was carried to, e.g. `18.1`. */
  readonly release: string;
}

/** Some sightings that came together: one input, imported once whatever happens. */
export interface Batch {
  /** SHA-256 of what was read and of how it was understood, lower-case hex: the same input is the same batch. */
  readonly id: string;
  /** File or other name, for people. */
  readonly name: string;
  /** Format it was read as, e.g. `ocsf`. */
  readonly format: string;
  /** When it was imported, ISO 8601 UTC. */
  readonly importedAt: string;
  /** Rows stored: one for each technique of a detection. */
  readonly rows: number;
  /** Sum of their counts. */
  readonly sightings: number;
  /** Records that were not understood; the rejects file has them. */
  readonly rejected: number;
  /** First and last day, `YYYY-MM-DD`; empty where there are no rows. */
  readonly first: string;
  readonly last: string;
  /** How far it may go; absent where it bears no marking. */
  readonly level?: MarkingLevel;
}
