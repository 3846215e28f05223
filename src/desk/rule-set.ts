import type { RuleFile, RuleSettings } from '../reasoning/index.ts';

/** Rules to reason with: their files as read, and which of them take part with what weight. */
export interface RuleSet {
  readonly files: readonly RuleFile[];
  readonly settings: RuleSettings;
}
