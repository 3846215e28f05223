import type { CoverageReading } from './coverage-reading.ts';

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
