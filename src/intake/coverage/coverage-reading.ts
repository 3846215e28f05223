import type { Issue, MarkingLevel } from '../../facts/index.ts';
import type { CoverageClaim } from '../../threat/index.ts';

/** What a file says is covered, and what could not be used. */
export interface CoverageReading {
  /** In the order of the file; only what is covered at all. */
  readonly claims: readonly CoverageClaim[];
  /** How far it may go, where it says so. */
  readonly marking?: MarkingLevel | undefined;
  readonly issues: readonly Issue[];
}
