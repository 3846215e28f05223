import type { Issue, MarkingLevel } from '../../facts/index.ts';
import type { CoverageClaim, LogSourceClaim } from '../../threat/index.ts';

/** What a file says is covered, and what could not be used. */
export interface CoverageReading {
  /** In the order of the file; only what is covered at all. */
  readonly claims: readonly CoverageClaim[];
  /** Which logs are at hand, where the file says so, and of no technique. */
  readonly logSources?: readonly LogSourceClaim[];
  /** Name of the format that it was read as. */
  readonly format?: string;
  /** How far it may go, where it says so. */
  readonly marking?: MarkingLevel | undefined;
  readonly issues: readonly Issue[];
}

/** A file that may say what is covered. */
export interface CoverageText {
  /** What to call it in issues and claims; for a file in a folder or archive, with the way to it. */
  readonly file: string;
  readonly text: string;
  /** Whether it was named itself, and is not one of many in a folder or archive. */
  readonly isNamed: boolean;
  /**
   * Parses it as JSON, once.
   *
   * @throws FoeprintError where it is none
   */
  readonly json: () => unknown;
}

/** A format in which people keep what they cover. */
export interface CoverageFormat {
  readonly name: string;
  /** Completes "… is a coverage file". */
  readonly label: string;
  /** Whether a file is of this format; cheap, as folders have thousands of files. */
  readonly recognises: (coverage: CoverageText) => boolean;
  readonly read: (coverage: CoverageText) => CoverageReading;
}
