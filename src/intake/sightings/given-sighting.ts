import type { MarkingLevel } from '../../facts/index.ts';

/** What one record says was seen, in its own words: ids, names and times are understood later, alike for all formats. */
export interface GivenSighting {
  /** Where it stands in the record, e.g. `objects[3]`; absent where it is all of it. */
  readonly place?: string;
  /** The producer’s id of the event; without one it is known by all that it says. */
  readonly uid?: string;
  /** Absent: when whoever imports it says. */
  readonly time?: string;
  readonly sector?: string;
  readonly organisation?: string;
  readonly group?: string;
  readonly source?: string;
  readonly detector?: string;
  /** Default 1. */
  readonly count?: number;
  /** In any spelling; none: it is rejected. */
  readonly techniques: readonly string[];
}

/** What a record gives. */
export interface GivenSightings {
  readonly sightings: readonly GivenSighting[];
  /** How far it says that it may go. */
  readonly level?: MarkingLevel | undefined;
}
