import type { EmulationTest } from './emulation-test.ts';

/** Tests that do what adversaries do, as somebody publishes them. */
export interface TestLibrary {
  /** Name of its file or folder. */
  readonly name: string;
  /** In the order of their files, each of another id. */
  readonly tests: readonly EmulationTest[];
  /** Files that were read. */
  readonly files: number;
  /** Tests and files that could not be used. */
  readonly refused: number;
  /** The text of its licence, where it brings one. */
  readonly licence?: string;
}
