import { errorOf, type MarkingLevel } from '../../facts/index.ts';
import type { RecordTable } from '../../sightings/duckdb/index.ts';
import { SIGHTING_INPUT_ISSUES } from '../../sightings/index.ts';
import type { RejectSource } from './rejected-places.ts';
import type { Reject } from './rejects.ts';

/** An input as records that the engine reads. */
export interface InputReading {
  readonly format: string;
  readonly table: RecordTable;
  /** Records that were rejected on the way. */
  readonly rejected?: readonly Reject[];
  /** How the records that the engine rejects are found again; absent where it shows them itself. */
  readonly again?: Omit<RejectSource, 'places' | 'faulty'>;
  /** Whether records are left out before the engine reads the others. */
  readonly isRefusing?: boolean;
  /** The same records without those of these numbers, which are no JSON. */
  readonly without?: (unreadable: ReadonlySet<number>) => Promise<RecordTable>;
  /** How far the input says that it may go. */
  readonly level?: MarkingLevel | undefined;
}

/** The refusal of what is of no format. */
export function unknownFormat(
  file: string,
  message = 'It is of no format that sightings are read from.',
  hint?: string,
): Error {
  return errorOf(SIGHTING_INPUT_ISSUES.formatNotKnown, message, { file }, hint);
}
