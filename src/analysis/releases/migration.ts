import type { Standing } from './resolution.ts';

/** What became of one id, of one tactic, or of a platform that a layer is filtered by, at one place of a document. */
export interface MigrationEntry {
  readonly kind: 'technique' | 'tactic' | 'platform';
  readonly from: string;
  /** What stands there now: several where a tactic was split; none where it was left as it is, or taken out. */
  readonly to: readonly string[];
  readonly standing: Standing;
  readonly reason: string;
  /** What it could be, where that is more than one. */
  readonly candidates: readonly string[];
  /** Of texts: counted from 1. */
  readonly line?: number;
  /** Of layers: the technique whose tactic it is. */
  readonly technique?: string;
}

/** What came of carrying a document to another release. */
export interface Migration {
  /** Everything that is not simply the same, in the order of the document. */
  readonly entries: readonly MigrationEntry[];
  /** Ids and tactics that are the same in the release. */
  readonly unchanged: number;
}
