/** What a relation means: its name, what its terms may be, and how a fact of it is said in words. */
export interface RelationDeclaration {
  /** STIX relationship name, or our own in the same style: lower case with hyphens. */
  readonly name: string;
  readonly terms: readonly TermDeclaration[];
  /** Sentence for one fact; `{0}`, `{1}` … stand for its terms. */
  readonly template: string;
}

export interface TermDeclaration {
  /** What the term is in the relation, e.g. `user`. */
  readonly name: string;
  /** Type names allowed, as in `Universe.types`; empty: any. */
  readonly types: readonly string[];
}

/** A name for several types, e.g. `software` for `malware` and `tool`. Rules may use it wherever a type is expected. */
export interface TypeAlias {
  readonly name: string;
  readonly types: readonly string[];
}
