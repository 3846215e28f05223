import type { MarkingLevel } from '../../facts/index.ts';
import type { WordRules } from '../../intake/index.ts';
import type { ColumnMapping } from '../../sightings/index.ts';
import type { RejectsFile } from './rejects.ts';

/** How an input of sightings is read, and what holds for all of it. */
export interface ImportOptions {
  /** What to call the input; default: as it is named. */
  readonly called?: string | undefined;
  /** Name of the format; default: recognised. */
  readonly readAs?: string | undefined;
  /** How words are understood. */
  readonly words: WordRules;
  /** Sector of rows that have none, nor does their organisation. */
  readonly sector?: string | undefined;
  /** Which columns of a table hold what; default: by their names. */
  readonly mapping?: ColumnMapping | undefined;
  /** When what has no time of its own was seen, `YYYY-MM-DD`. */
  readonly date?: string | undefined;
  /** ATT&CK release that techniques are carried to; empty where none is loaded. */
  readonly release: string;
  /** Marking of the batches; the strictest of it and those of the input holds. */
  readonly level?: MarkingLevel | undefined;
  /** What is different about this way of reading: of the same input, each is a batch of its own. */
  readonly how: string;
  /** Nothing is stored, and no file written. */
  readonly isTrial: boolean;
  /** Where the rejects of all inputs go; default: beside each. */
  readonly rejects?: RejectsFile | undefined;
  /** Whether rejects are written at all. Default true. */
  readonly keepsRejects?: boolean;
  /** When it is imported, ISO 8601 UTC. */
  readonly now: string;
  readonly standardInput?: AsyncIterable<unknown>;
}

/** What is shown of how far an import has come. */
export type ImportProgress = (step: string, done?: number, total?: number) => void;
