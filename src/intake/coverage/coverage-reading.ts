import type { Issue } from '../../facts/index.ts';
import type { CoverageClaim } from '../../threat/index.ts';

/** What a file says is covered, and what could not be used. */
export interface CoverageReading {
  /** In the order of the file; only what is covered at all. */
  readonly claims: readonly CoverageClaim[];
  readonly issues: readonly Issue[];
}
