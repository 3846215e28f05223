/** A derived fact on its way to STIX, with everything that is said of it there. */
export interface DerivedFact extends FactEnds {
  /** In words, e.g. `Orangeworm indirectly uses Windows Command Shell`. */
  readonly sentence: string;
  /** Confidence that its rules hand on, 0 … 1. */
  readonly weight: number;
  /** How many proofs it has, in decimal digits. */
  readonly proofCount: string;
  /** False where counting stopped at its budget: then there are at least `proofCount`. */
  readonly countIsExact: boolean;
  readonly derivations: readonly FactDerivation[];
  /** STIX marking ids of the objects that tell its premises, near and far. */
  readonly markings: readonly string[];
}

/** What a fact says; within one creator's export it names the fact. */
export interface FactEnds {
  /** Name of the relation, e.g. `indirectly-uses`; becomes the relationship type. */
  readonly relation: string;
  /** STIX ids. */
  readonly subject: string;
  readonly object: string;
}

/** One way to the fact. */
export interface FactDerivation {
  /** Name of the rule. */
  readonly rule: string;
  readonly premises: readonly FactPremise[];
}

/** What a derivation rests on: a fact that objects of the sources tell, or another derived fact. */
export type FactPremise =
  /** STIX ids of the telling objects: relationships, or objects with an embedded reference. */
  { readonly told: readonly string[] } | { readonly derived: FactEnds };

const STIX_ID = /^[a-z][a-z0-9-]*--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/** Whether both ends are STIX objects, so that a STIX relationship can say the fact. */
export function isRelationship({ subject, object }: FactEnds): boolean {
  return STIX_ID.test(subject) && STIX_ID.test(object);
}
