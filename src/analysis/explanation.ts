import type { Evidence } from '../facts/index.ts';

/**
 * Why a fact holds, as plain data: facts said in words, rules applied, and under every told fact the
 * evidence of who told it. Numbers of the reasoner do not appear; ids do, so that it can leave the process.
 */
export interface Explanation {
  /** What was asked, in words: `Why does Orangeworm (G0071) use Windows Command Shell (T1059.003)?`. */
  readonly question: string;
  readonly fact: ExplainedFact;
  /** How the fact is known; `unknown` when nothing tells or derives it (then see `whyNot`). */
  readonly status: 'told' | 'derived' | 'told and derived' | 'unknown';
  /** How many different proofs there are; the count of a told fact includes being told. Decimal digits (may exceed 2^53). */
  readonly proofCount: string;
  /** False where counting stopped at its budget: then there are at least `proofCount`. */
  readonly countIsExact: boolean;
  /** Proofs, shortest first; as many as were asked for. */
  readonly proofs: readonly ProofNode[];
  /** All proofs at once: every fact and every derivation that takes part. */
  readonly graph: ExplanationGraph;
  /** For an unknown fact: what is missing, a line each. */
  readonly whyNot?: readonly string[];
  /** Copyright statements of the sources quoted. */
  readonly notices: readonly string[];
}

/** A fact in words. */
export interface ExplainedFact {
  /** Key within one explanation. */
  readonly key: string;
  readonly relation: string;
  readonly terms: readonly ExplainedTerm[];
  /** The relation's sentence with names, e.g. `Orangeworm uses Kwampirs`. */
  readonly sentence: string;
}

export interface ExplainedTerm {
  /** STIX id, or the text of a literal. */
  readonly id: string;
  /** STIX type, or `string`. */
  readonly type: string;
  readonly name: string;
  /** ATT&CK id; empty where there is none. */
  readonly label: string;
}

/** One proof tree. A told fact is a leaf with its evidence; a derived one has its rule and the proofs of its premises. */
export type ProofNode = ToldProof | DerivedProof;

export interface ToldProof {
  readonly kind: 'told';
  readonly fact: ExplainedFact;
  readonly evidence: readonly Evidence[];
}

export interface DerivedProof {
  readonly kind: 'derived';
  readonly fact: ExplainedFact;
  readonly rule: AppliedRule;
  /** Empty where the proof goes on below what is shown, see `deeper`. */
  readonly premises: readonly ProofNode[];
  /** Rule applications above each other that lie below and are not shown; only in proofs too deep to be read. */
  readonly deeper?: number;
}

export interface AppliedRule {
  readonly name: string;
  /** The rule's sentence with names filled in. */
  readonly says: string;
  /** Confidence that the rule hands on, 0 … 1. */
  readonly weight: number;
  /** Negated premises and comparisons that held, in words. */
  readonly checks: readonly string[];
}

/** The whole explanation as nodes and edges: facts, and derivations that lead from premises to a conclusion. */
export interface ExplanationGraph {
  readonly facts: readonly GraphFact[];
  readonly derivations: readonly GraphDerivation[];
}

export interface GraphFact extends ExplainedFact {
  /** Evidence where the fact is told; empty where it is only derived. */
  readonly evidence: readonly Evidence[];
}

export interface GraphDerivation {
  /** Key of the fact derived. */
  readonly conclusion: string;
  readonly rule: AppliedRule;
  /** Keys of the facts it rests on. */
  readonly premises: readonly string[];
}
