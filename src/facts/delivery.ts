import type { Withdrawal } from './evidence.ts';
import type { Issue } from './issue.ts';
import type { MarkingLevel } from './marking-level.ts';
import type { SourceDescription } from './source.ts';

/** What one source contains, after intake: every object as the source has it, and what it reports in our terms. */
export interface Delivery {
  readonly source: SourceDescription;
  readonly objects: readonly DeliveredObject[];
  /** What could not be used, with code, object and next step. */
  readonly issues: readonly Issue[];
  /**
   * Ids of what its objects refer to and it does not describe, each with the first object that does so; whoever knows what else is
   * loaded can say which of them nobody describes. Absent where the format refers by nothing but names.
   */
  readonly referredTo?: ReadonlyMap<string, string>;
}

/** One object of a source. */
export interface DeliveredObject {
  readonly id: string;
  /** STIX type, e.g. `intrusion-set`, `relationship`, or a custom one. */
  readonly type: string;
  /** `modified`, else `created`, else empty: with the id it names a version. */
  readonly version: string;
  /** The object as the source has it. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Present where facts can be about the object (everything but relationships and markings). */
  readonly entity?: EntityDescription;
  /** What the object reports. */
  readonly statements: readonly Statement[];
  readonly withdrawn?: Withdrawal;
  /** The strictest level that it, or any part of it, is marked with; absent where it bears no marking of a level. */
  readonly level?: MarkingLevel;
  /** What full-text search finds it by. */
  readonly text: { readonly title: string; readonly body: string };
}

export interface EntityDescription {
  readonly name: string;
  /** What people of the field know it by, e.g. its ATT&CK id; empty where there is none. */
  readonly label: string;
  readonly aliases: readonly string[];
}

/** One fact that an object reports. The object term is another object's id, or a literal. */
export interface Statement {
  readonly relation: string;
  readonly subject: string;
  readonly object: string | { readonly literal: string };
}
