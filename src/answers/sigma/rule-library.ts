import type { RuleFile } from './rule-file.ts';

/** Sigma rules, as somebody publishes them. */
export interface RuleLibrary {
  /** Name of its file or folder. */
  readonly name: string;
  /** In the order of their paths. */
  readonly files: readonly RuleFile[];
  /** Files that could not be used. */
  readonly refused: number;
  /** The text of its licence, where it brings one. */
  readonly licence?: string;
}
