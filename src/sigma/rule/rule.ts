import type { Place } from '../../facts/index.ts';
import type { Condition } from './condition.ts';
import type { Modifier } from './modifiers.ts';

/** One Sigma rule as it is written, understood but not yet made ready to match. */
export interface SigmaRule {
  readonly place: Place;
  readonly title: string;
  readonly id?: string;
  readonly status?: string;
  readonly level?: string;
  readonly description?: string;
  readonly author?: string;
  /** As written: `2026-05-02`, in old rules `2026/05/02`. */
  readonly date?: string;
  readonly modified?: string;
  readonly references: readonly string[];
  /** As written: `attack.t1059.001`. */
  readonly tags: readonly string[];
  readonly falsePositives: readonly string[];
  readonly logSource: LogSource;
  /** In the order of the file. */
  readonly selections: readonly Selection[];
  readonly condition: Condition;
  /** The condition as written; several in a list are joined by line breaks. */
  readonly conditionText: string;
}

/** What kind of log a rule is for; what is absent does not narrow it. */
export interface LogSource {
  readonly product?: string;
  readonly category?: string;
  readonly service?: string;
}

/** A search that the condition calls by its name. */
export interface Selection {
  readonly name: string;
  readonly place: Place;
  readonly search: Search;
}

/** What an event has to have: maps are `all`, lists are `any`. */
export type Search =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Search[] }
  | { readonly kind: 'item'; readonly item: DetectionItem };

/** A field and the values that it may have. */
export interface DetectionItem {
  /** Absent: the values are keywords, looked for in the whole event. */
  readonly field?: string;
  readonly modifiers: readonly Modifier[];
  readonly values: readonly RuleValue[];
  readonly place: Place;
}

/** A value as YAML gives it. */
export type RuleValue = string | number | boolean | null;
