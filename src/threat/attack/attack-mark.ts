/** A place in a text where a technique or tactic of ATT&CK stands, so that it can be replaced without touching the rest. */
export interface AttackMark {
  readonly kind: 'technique' | 'tactic';
  /** `T1059.001`, or the short name of a tactic: `defense-evasion`. */
  readonly id: string;
  /** What to replace, as offsets. */
  readonly start: number;
  readonly end: number;
  /** Counted from 1. */
  readonly line: number;
  /** Another id as this place writes it. */
  readonly write: (id: string) => string;
  /** Marks with the same number stand in the same list: the tags of a rule, the techniques of a group. */
  readonly list: number;
  /** The whole line, where it says nothing but this, so that it can go or be repeated. */
  readonly wholeLine?: { readonly start: number; readonly end: number };
  /** Whether the list must not have an id twice. */
  readonly unique: boolean;
  /** Why another id must not be written here, where that is so: what it is in the release is listed, the place is left. */
  readonly held?: { readonly standing: 'ambiguous' | 'left'; readonly reason: string };
}
