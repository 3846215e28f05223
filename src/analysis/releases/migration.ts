import type { MigrationEntry } from '../../answers/index.ts';

/** What came of carrying a document to another release. */
export interface Migration {
  /** Everything that is not simply the same, in the order of the document. */
  readonly entries: readonly MigrationEntry[];
  /** Ids and tactics that are the same in the release. */
  readonly unchanged: number;
}
